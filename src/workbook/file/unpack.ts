import { DEFLATED, STORED, type ZipEntry } from './zipDirectory';

/** Bytes of the part as they are packed. */
export const packedBytesOf = (bytes: Uint8Array, entry: ZipEntry): Uint8Array =>
  bytes.subarray(entry.dataOffset, entry.dataOffset + entry.packedBytes);

/**
 * Unpacks one part chunk by chunk and stops as soon as it passes its declared size. null when it is not what the directory declares:
 * another size, a broken stream, or a method that Excel does not use.
 */
export async function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Promise<Uint8Array | null> {
  const packed = packedBytesOf(bytes, entry);
  if (entry.method === STORED) return packed.byteLength === entry.unpackedBytes ? packed : null;
  if (entry.method !== DEFLATED) return null;
  const unpacked = new Uint8Array(entry.unpackedBytes);
  let filled = 0;
  const reader = new Blob([new Uint8Array(packed)])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return filled === entry.unpackedBytes ? unpacked : null;
      if (filled + value.byteLength > entry.unpackedBytes) {
        await reader.cancel();
        return null;
      }
      unpacked.set(value, filled);
      filled += value.byteLength;
    }
  } catch {
    return null;
  }
}

/** Packs bytes with raw deflate, as zip parts hold them. */
export async function packBytes(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
