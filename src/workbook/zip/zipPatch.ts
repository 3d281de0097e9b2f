import { success, type Result } from '../../plan/result';
import type { ReadFailure } from '../../read/source';
import { refuse, WORKBOOK_KINDS } from './failures';
import { packedBytesOf, unpackedChunks } from './unpack';
import {
  CENTRAL_HEADER,
  DEFLATED,
  END_OF_DIRECTORY,
  LOCAL_HEADER,
  readZipDirectory,
  type ZipEntry,
} from './zipDirectory';

/** Changes the text of a part. `until`: only what stands before this text is given to it; what follows passes by as it is, however much it is. */
export interface PartEdit {
  readonly changed: (xml: string) => string;
  readonly until?: string;
}

interface PackedPart {
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
  return success(assemble(parts));
}

const encoder = new TextEncoder();

function copyPart(bytes: Uint8Array, entry: ZipEntry): PackedPart {
  const { method, crc, unpackedBytes } = entry;
  return { name: encoder.encode(entry.name), method, crc, data: packedBytesOf(bytes, entry), unpackedBytes };
}

async function editPart(bytes: Uint8Array, entry: ZipEntry, edit: PartEdit): Promise<PackedPart | null> {
  const packing = new PartPacking();
  const head = new PartHead(edit);
  const whole = await unpackedChunks(bytes, entry, async (chunk) => {
    const known = head.after(chunk);
    if (known) await packing.add(known);
  });
  await packing.add(head.rest());
  const packed = await packing.end();
  return whole ? { name: encoder.encode(entry.name), method: DEFLATED, ...packed } : null;
}

/** The first bytes of a part, kept until all that an edit changes is among them. */
class PartHead {
  private kept: Uint8Array | null = new Uint8Array(0);

  constructor(private readonly edit: PartEdit) {}

  /** The bytes that are final now that `chunk` has come; null while the text to be changed is not whole. */
  after(chunk: Uint8Array): Uint8Array | null {
    if (this.kept === null) return chunk;
    this.kept = joined(this.kept, chunk);
    const end = this.edit.until === undefined ? -1 : indexOfText(this.kept, this.edit.until);
    if (end < 0) return null;
    const final = joined(this.changed(this.kept.subarray(0, end)), this.kept.subarray(end));
    this.kept = null;
    return final;
  }

  /** What is left at the end of the part. */
  rest(): Uint8Array {
    return this.kept === null ? new Uint8Array(0) : this.changed(this.kept);
  }

  private changed(bytes: Uint8Array): Uint8Array {
    return encoder.encode(this.edit.changed(new TextDecoder().decode(bytes)));
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.byteLength + second.byteLength);
  both.set(first);
  both.set(second, first.byteLength);
  return both;
}

/** Where ASCII text stands in bytes of UTF-8; -1 when it does not. One character is one byte in Latin 1. */
const indexOfText = (bytes: Uint8Array, text: string): number => new TextDecoder('latin1').decode(bytes).indexOf(text);

/** Packs a part as its bytes come. */
class PartPacking {
  private readonly stream = new CompressionStream('deflate-raw');
  private readonly writer = this.stream.writable.getWriter();
  private readonly packed = new Response(this.stream.readable).arrayBuffer();
  private readonly sum = new Crc32();
  private size = 0;

  async add(chunk: Uint8Array): Promise<void> {
    this.sum.add(chunk);
    this.size += chunk.byteLength;
    await this.writer.write(new Uint8Array(chunk));
  }

  async end(): Promise<Pick<PackedPart, 'crc' | 'data' | 'unpackedBytes'>> {
    await this.writer.close();
    return { crc: this.sum.value, data: new Uint8Array(await this.packed), unpackedBytes: this.size };
  }
}

/** A zip of files by their name in it: the same files give the same bytes on any day. */
export async function packZip(files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const parts: PackedPart[] = [];
  for (const [name, bytes] of files) {
    const packing = new PartPacking();
    await packing.add(bytes);
    parts.push({ name: encoder.encode(name), method: DEFLATED, ...(await packing.end()) });
  }
  return assemble(parts);
}

function assemble(parts: readonly PackedPart[]): Uint8Array {
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

/** The checksum of zip (CRC-32, IEEE 802.3) of bytes that come in pieces. */
class Crc32 {
  private state = 0xffffffff;

  add(bytes: Uint8Array): void {
    let crc = this.state;
    for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
    this.state = crc;
  }

  get value(): number {
    return (this.state ^ 0xffffffff) >>> 0;
  }
}
