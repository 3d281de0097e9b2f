import { success, type Result } from '../../plan/result';
import type { ReadFailure } from '../../read/source';
import { refuse, WORKBOOK_KINDS } from './failures';
import { MAX_ENTRY_BYTES, MAX_FILE_BYTES, MAX_RATIO, MAX_TOTAL_BYTES, RATIO_FREE_BYTES } from './limits';
import { unpackEntry } from './unpack';
import { readZipDirectory, type ZipEntry } from './zipDirectory';

/** First bytes of a compound file: an .xls, or an .xlsx with a password. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0] as const;
const WORKBOOK_PART = 'xl/workbook.xml';

/**
 * Looks a file over before any library opens it: sizes first as declared, then as they really are, part by part, never holding more than
 * one. What passes is a zip with a workbook part whose every part unpacks to exactly its declared, bearable size.
 */
export async function preflight(bytes: Uint8Array): Promise<Result<readonly ZipEntry[], ReadFailure>> {
  if (bytes.byteLength > MAX_FILE_BYTES)
    return refuse(WORKBOOK_KINDS.fileTooLarge, { bytes: bytes.byteLength, limit: MAX_FILE_BYTES });
  if (COMPOUND_FILE.every((byte, index) => bytes[index] === byte)) return refuse(WORKBOOK_KINDS.oldFormat);
  const directory = readZipDirectory(bytes);
  if (!directory.ok) return directory;
  const refusal = refuseBySize(directory.value);
  if (refusal) return refusal;
  if (!directory.value.some((entry) => entry.name === WORKBOOK_PART)) return refuse(WORKBOOK_KINDS.notWorkbook);
  for (const entry of directory.value) {
    if (!(await unpackEntry(bytes, entry))) return refuse(WORKBOOK_KINDS.dishonestSize, { part: entry.name });
  }
  return success(directory.value);
}

function refuseBySize(entries: readonly ZipEntry[]): Result<never, ReadFailure> | null {
  let total = 0;
  for (const { name, packedBytes, unpackedBytes } of entries) {
    if (unpackedBytes > MAX_ENTRY_BYTES) {
      return refuse(WORKBOOK_KINDS.unpacksTooLarge, { part: name, bytes: unpackedBytes, limit: MAX_ENTRY_BYTES });
    }
    if (unpackedBytes > RATIO_FREE_BYTES && unpackedBytes > packedBytes * MAX_RATIO) {
      return refuse(WORKBOOK_KINDS.unpacksTooMuch, {
        part: name,
        ratio: Math.round(unpackedBytes / Math.max(packedBytes, 1)),
        limit: MAX_RATIO,
      });
    }
    total += unpackedBytes;
  }
  if (total <= MAX_TOTAL_BYTES) return null;
  return refuse(WORKBOOK_KINDS.unpacksTooLarge, { part: '*', bytes: total, limit: MAX_TOTAL_BYTES });
}
