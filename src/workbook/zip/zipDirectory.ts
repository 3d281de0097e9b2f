import { success, type Result } from '../../plan/result';
import type { ReadFailure } from '../../read/source';
import { refuse, WORKBOOK_KINDS } from './failures';
import { MAX_ENTRIES } from './limits';

/** A part of a zip as its central directory declares it; offsets in bytes from the start of the file. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly headerOffset: number;
  /** Where the packed bytes begin. */
  readonly dataOffset: number;
}

export const STORED = 0;
export const DEFLATED = 8;

export const LOCAL_HEADER = { signature: 0x04034b50, bytes: 30 } as const;
export const CENTRAL_HEADER = { signature: 0x02014b50, bytes: 46 } as const;
export const END_OF_DIRECTORY = { signature: 0x06054b50, bytes: 22 } as const;

/** Marks a field that does not fit 32 (or 16) bits: zip64, which no workbook within our limits needs. */
const ZIP64_SIZE = 0xffffffff;
const ZIP64_COUNT = 0xffff;
/** Bit 0 of the flags: the part is encrypted. */
const ENCRYPTED = 1;
/** The closing record may be followed by a comment of at most this many bytes. */
const MAX_COMMENT_BYTES = 0xffff;

const broken = (reason: string): Result<never, ReadFailure> => refuse(WORKBOOK_KINDS.broken, { reason });

/** Reads the central directory without unpacking anything. Fails on what is no zip, on zip64, encryption, too many or overlapping parts. */
export function readZipDirectory(bytes: Uint8Array): Result<readonly ZipEntry[], ReadFailure> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) return refuse(WORKBOOK_KINDS.notZip);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count === ZIP64_COUNT || start === ZIP64_SIZE) return broken('zip64');
  if (count > MAX_ENTRIES) return refuse(WORKBOOK_KINDS.tooManyEntries, { entries: count, limit: MAX_ENTRIES });
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_HEADER.bytes > end || view.getUint32(at, true) !== CENTRAL_HEADER.signature)
      return broken('directory');
    const entry = readEntry(bytes, view, at);
    if (!entry) return broken('part');
    if (names.has(entry.name)) return broken(`twice ${entry.name}`);
    names.add(entry.name);
    entries.push(entry);
    at +=
      CENTRAL_HEADER.bytes +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  return overlap(entries) ? broken('overlap') : success(entries);
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_OF_DIRECTORY.bytes;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT_BYTES); at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY.signature) return at;
  }
  return -1;
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): ZipEntry | null {
  const flags = view.getUint16(at + 8, true);
  const headerOffset = view.getUint32(at + 42, true);
  const packedBytes = view.getUint32(at + 20, true);
  const unpackedBytes = view.getUint32(at + 24, true);
  if ((flags & ENCRYPTED) !== 0 || headerOffset + LOCAL_HEADER.bytes > view.byteLength) return null;
  if (view.getUint32(headerOffset, true) !== LOCAL_HEADER.signature) return null;
  const dataOffset =
    headerOffset +
    LOCAL_HEADER.bytes +
    view.getUint16(headerOffset + 26, true) +
    view.getUint16(headerOffset + 28, true);
  if (dataOffset + packedBytes > view.byteLength) return null;
  const nameEnd = at + CENTRAL_HEADER.bytes + view.getUint16(at + 28, true);
  return {
    name: new TextDecoder().decode(bytes.subarray(at + CENTRAL_HEADER.bytes, nameEnd)),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedBytes,
    unpackedBytes,
    headerOffset,
    dataOffset,
  };
}

/** Parts that share bytes let a small file unpack to a large one many times over. */
function overlap(entries: readonly ZipEntry[]): boolean {
  const ordered = [...entries].sort((left, right) => left.headerOffset - right.headerOffset);
  return ordered.some((entry, index) => {
    const next = ordered[index + 1];
    return next !== undefined && entry.dataOffset + entry.packedBytes > next.headerOffset;
  });
}
