import type { FindingKind } from '../../plan/finding';
import { failure, success, type Result } from '../../plan/result';
import { FAILURE_KINDS } from '../findingKinds';
import type { ReadFailure } from '../source';

/** Text of a file, and whether it had to be read as Windows-1252 because it is no UTF-8. */
export interface DecodedText {
  readonly text: string;
  readonly fallback: boolean;
}

/** A report of 155 pages is half a megabyte; a hundred times that is no report, and would fill the memory of the pane. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;
const BYTES_PER_MEGABYTE = 1024 * 1024;

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const PDF = [0x25, 0x50, 0x44, 0x46];

export const isPdf = (bytes: Uint8Array): boolean => startsWith(bytes, PDF);

/** Compound file: .doc and .xls of Office 97-2003, and password-protected files. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const UTF16_LITTLE = [0xff, 0xfe];
const UTF16_BIG = [0xfe, 0xff];

/** Names of members stand uncompressed in a zip; the first ones are enough to tell a document from a workbook. */
const ZIP_HEAD = 4096;

/** The reason to refuse an empty file or one that is too large; null when the size is right. */
export function refuseBySize(bytes: Uint8Array, name: string): ReadFailure | null {
  if (bytes.length === 0) return { kind: FAILURE_KINDS.empty, figures: { name } };
  if (bytes.length <= MAX_FILE_BYTES) return null;
  const figures = {
    name,
    megabytes: String(Math.round(bytes.length / BYTES_PER_MEGABYTE)),
    limit: String(MAX_FILE_BYTES / BYTES_PER_MEGABYTE),
  };
  return { kind: FAILURE_KINDS.tooLarge, figures };
}

/** Tells text from other files and decodes it: UTF-8 (with or without mark), UTF-16 with mark, else Windows-1252. */
export function decodeText(bytes: Uint8Array, name: string): Result<DecodedText, ReadFailure> {
  const refuse = (kind: FindingKind, figures: ReadFailure['figures'] = {}): Result<DecodedText, ReadFailure> =>
    failure({ kind, figures: { name, ...figures } });
  const size = refuseBySize(bytes, name);
  if (size !== null) return failure(size);
  if (startsWith(bytes, COMPOUND)) return refuse(FAILURE_KINDS.word);
  if (startsWith(bytes, ZIP)) return refuse(kindOfZip(bytes));
  if (startsWith(bytes, UTF16_LITTLE)) return filled(new TextDecoder('utf-16le').decode(bytes), refuse);
  if (startsWith(bytes, UTF16_BIG)) return filled(new TextDecoder('utf-16be').decode(bytes), refuse);
  const offset = binaryByteAt(bytes);
  if (offset >= 0)
    return refuse(FAILURE_KINDS.binary, {
      byte: `0x${(bytes[offset] ?? 0).toString(16).padStart(2, '0')}`,
      offset: String(offset),
    });
  try {
    return filled(new TextDecoder('utf-8', { fatal: true }).decode(bytes), refuse);
  } catch {
    return success({ text: new TextDecoder('windows-1252').decode(bytes), fallback: true });
  }
}

/** Tab, line feed, vertical tab, form feed, carriage return, and the control-Z that closes old text files. */
const TEXT_CONTROLS = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a]);
const FIRST_PRINTED = 0x20;

/** Where the first byte stands that no text holds; -1 when there is none. A plain loop: it sees every byte of the file. */
function binaryByteAt(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? FIRST_PRINTED;
    if (byte < FIRST_PRINTED && !TEXT_CONTROLS.has(byte)) return at;
  }
  return -1;
}

const filled = (
  text: string,
  refuse: (kind: FindingKind) => Result<DecodedText, ReadFailure>,
): Result<DecodedText, ReadFailure> =>
  /\S/.test(text) ? success({ text, fallback: false }) : refuse(FAILURE_KINDS.empty);

function kindOfZip(bytes: Uint8Array): FindingKind {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, ZIP_HEAD));
  if (head.includes('word/')) return FAILURE_KINDS.word;
  if (head.includes('xl/')) return FAILURE_KINDS.workbook;
  const tail = new TextDecoder('latin1').decode(bytes.subarray(-ZIP_HEAD));
  if (tail.includes('word/')) return FAILURE_KINDS.word;
  return tail.includes('xl/') ? FAILURE_KINDS.workbook : FAILURE_KINDS.archive;
}
