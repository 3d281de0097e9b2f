import { success, type Result } from '../../plan/result';
import type { ReadFailure } from '../../read/source';
import { refuse, WORKBOOK_KINDS } from './failures';
import { packBytes, packedBytesOf, unpackEntry } from './unpack';
import {
  CENTRAL_HEADER,
  DEFLATED,
  END_OF_DIRECTORY,
  LOCAL_HEADER,
  readZipDirectory,
  type ZipEntry,
} from './zipDirectory';

/** Returns a part's new text. */
export type PartEdit = (xml: string) => string;

export interface PackedPart {
  readonly name: Uint8Array;
  readonly method: number;
  readonly crc: number;
  readonly data: Uint8Array;
  readonly unpackedBytes: number;
}

/** Version 2.0 of the format: deflate, no zip64. */
const VERSION_NEEDED = 20;
/** 1 January 1980, the earliest a zip can say: the same sheets give the same bytes on any day. */
const FIXED_DATE = 0x21;
/** Bit 11: names are UTF-8. */
const UTF8_NAMES = 0x800;

/** Rewrites some parts of a zip and copies the others as they are packed. Fails when a part to edit is absent or broken. */
export async function patchZip(
  bytes: Uint8Array,
  edits: ReadonlyMap<string, PartEdit>,
): Promise<Result<Uint8Array, ReadFailure>> {
  const directory = readZipDirectory(bytes);
  if (!directory.ok) return directory;
  const parts: PackedPart[] = [];
  for (const entry of directory.value) {
    const edit = edits.get(entry.name);
    const part = edit ? await editPart(bytes, entry, edit) : copyPart(bytes, entry);
    if (!part) return refuse(WORKBOOK_KINDS.broken, { reason: entry.name });
    parts.push(part);
  }
  return success(assembleZip(parts));
}

const encoder = new TextEncoder();

function copyPart(bytes: Uint8Array, entry: ZipEntry): PackedPart {
  const { method, crc, unpackedBytes } = entry;
  return { name: encoder.encode(entry.name), method, crc, data: packedBytesOf(bytes, entry), unpackedBytes };
}

async function editPart(bytes: Uint8Array, entry: ZipEntry, edit: PartEdit): Promise<PackedPart | null> {
  const before = await unpackEntry(bytes, entry);
  if (!before) return null;
  const after = encoder.encode(edit(new TextDecoder().decode(before)));
  const data = await packBytes(after);
  return {
    name: encoder.encode(entry.name),
    method: DEFLATED,
    crc: crc32(after),
    data,
    unpackedBytes: after.byteLength,
  };
}

export function assembleZip(parts: readonly PackedPart[]): Uint8Array {
  const body = parts.reduce((sum, part) => sum + LOCAL_HEADER.bytes + part.name.byteLength + part.data.byteLength, 0);
  const directory = parts.reduce((sum, part) => sum + CENTRAL_HEADER.bytes + part.name.byteLength, 0);
  const zip = new Uint8Array(body + directory + END_OF_DIRECTORY.bytes);
  const view = new DataView(zip.buffer);
  let at = 0;
  const offsets: number[] = [];
  for (const part of parts) {
    offsets.push(at);
    view.setUint32(at, LOCAL_HEADER.signature, true);
    writeCommon(view, at + 4, part);
    zip.set(part.name, at + LOCAL_HEADER.bytes);
    zip.set(part.data, at + LOCAL_HEADER.bytes + part.name.byteLength);
    at += LOCAL_HEADER.bytes + part.name.byteLength + part.data.byteLength;
  }
  parts.forEach((part, index) => {
    view.setUint32(at, CENTRAL_HEADER.signature, true);
    view.setUint16(at + 4, VERSION_NEEDED, true);
    writeCommon(view, at + 6, part);
    view.setUint32(at + 42, offsets[index] ?? 0, true);
    zip.set(part.name, at + CENTRAL_HEADER.bytes);
    at += CENTRAL_HEADER.bytes + part.name.byteLength;
  });
  view.setUint32(at, END_OF_DIRECTORY.signature, true);
  view.setUint16(at + 8, parts.length, true);
  view.setUint16(at + 10, parts.length, true);
  view.setUint32(at + 12, directory, true);
  view.setUint32(at + 16, body, true);
  return zip;
}

/** The fields that the local and the central header share, in the same order. */
function writeCommon(view: DataView, at: number, part: PackedPart): void {
  view.setUint16(at, VERSION_NEEDED, true);
  view.setUint16(at + 2, UTF8_NAMES, true);
  view.setUint16(at + 4, part.method, true);
  view.setUint16(at + 8, FIXED_DATE, true);
  view.setUint32(at + 10, part.crc, true);
  view.setUint32(at + 14, part.data.byteLength, true);
  view.setUint32(at + 18, part.unpackedBytes, true);
  view.setUint16(at + 22, part.name.byteLength, true);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The checksum of zip (CRC-32, IEEE 802.3). */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
