import { success, type Result } from '../../plan/result';
import type { ReadFailure } from '../../read/source';
import { readState } from '../../sheets/readBack/state';
import type { SheetSpec } from '../../sheets/spec';
import { differencesWith, type Difference } from './differences';
import { refuse, WORKBOOK_KINDS } from '../zip/failures';
import { readXlsxFile } from './read/readXlsx';
import { writeXlsxFile } from './write';

const placeOf = (difference: Difference): string =>
  `${difference.sheet}${'address' in difference ? `!${difference.address}` : ''}`;

/**
 * Writes a workbook and reads it back as a stranger would: every cell, formula and comment must be what the sheets say, and the hidden
 * sheet must pass the guard that opens the book. Only such bytes are given out.
 */
export async function writeVerifiedXlsx(sheets: readonly SheetSpec[]): Promise<Result<Uint8Array, ReadFailure>> {
  const bytes = await writeXlsxFile(sheets);
  const content = await readXlsxFile(bytes);
  if (!content.ok) return content;
  const [difference] = differencesWith(content.value, sheets);
  if (difference) return refuse(WORKBOOK_KINDS.notAsMeant, { place: placeOf(difference) });
  const state = readState(content.value);
  return state.ok ? success(bytes) : state;
}
