import type { ReadFailure } from '../../read/source';
import { WORKBOOK_KINDS } from './failures';
import { MAX_ENTRY_BYTES, MAX_RATIO, RATIO_FREE_BYTES } from './limits';
import type { ZipEntry } from './zipDirectory';

/** The reason to refuse a file by the sizes its parts declare, before any is unpacked; null when every part is bearable. */
export function refuseBySize(entries: readonly ZipEntry[]): ReadFailure | null {
  for (const { name, packedBytes, unpackedBytes } of entries) {
    if (unpackedBytes > MAX_ENTRY_BYTES)
      return {
        kind: WORKBOOK_KINDS.unpacksTooLarge,
        figures: { part: name, bytes: unpackedBytes, limit: MAX_ENTRY_BYTES },
      };
    if (unpackedBytes > RATIO_FREE_BYTES && unpackedBytes > packedBytes * MAX_RATIO)
      return {
        kind: WORKBOOK_KINDS.unpacksTooMuch,
        figures: { part: name, ratio: Math.round(unpackedBytes / Math.max(packedBytes, 1)), limit: MAX_RATIO },
      };
  }
  return null;
}
