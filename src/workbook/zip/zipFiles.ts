import { STORED } from './zipDirectory';
import { assembleZip, crc32 } from './zipPatch';

/** Files as one zip, in their order. They are stored as they are: workbooks are packed already. */
export const zipFiles = (files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Uint8Array =>
  assembleZip(
    files.map(({ name, bytes }) => ({
      name: new TextEncoder().encode(name),
      method: STORED,
      crc: crc32(bytes),
      data: bytes,
      unpackedBytes: bytes.byteLength,
    })),
  );
