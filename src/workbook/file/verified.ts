import { success, type Result } from '../../plan/result';
import type { ReadFailure } from '../../read/source';
import { readState } from '../../sheets/readBack/state';
import type { SheetSpec } from '../../sheets/spec';
import { sheetDifferences, type Difference } from './differences';
import { refuse, WORKBOOK_KINDS } from '../zip/failures';
import { readXlsxSheets, type FileContent, type FileSheet } from './read/readXlsx';
import { writeXlsxFile } from './write';

/** Where a difference stands, for a message. */
export const placeOf = (difference: Difference): string =>
  `${difference.sheet}${'address' in difference ? `!${difference.address}` : ''}`;

/** Writes sheets and reads them back as a stranger would: every cell, formula and comment must be what the sheets say. */
export async function writeComparedXlsx(sheets: readonly SheetSpec[]): Promise<Result<Uint8Array, ReadFailure>> {
  const written = await writtenAndRead(sheets);
  return written.ok ? success(written.value.bytes) : written;
}

/** The same for a workbook that is opened again: its hidden sheet must pass the guard that opens it. Only such bytes are given out. */
export async function writeVerifiedXlsx(sheets: readonly SheetSpec[]): Promise<Result<Uint8Array, ReadFailure>> {
  const written = await writtenAndRead(sheets);
  if (!written.ok) return written;
  const state = readState(written.value.hidden);
  return state.ok ? success(written.value.bytes) : state;
}

interface WrittenAndRead {
  readonly bytes: Uint8Array;
  /** The sheets that only Planboek reads. */
  readonly hidden: FileContent;
}

async function writtenAndRead(sheets: readonly SheetSpec[]): Promise<Result<WrittenAndRead, ReadFailure>> {
  const bytes = await writeXlsxFile(sheets);
  const missing = new Map(sheets.map((spec) => [spec.name, spec]));
  const hidden: FileSheet[] = [];
  const different: string[] = [];
  const read = await readXlsxSheets(bytes, (sheet) => {
    const spec = missing.get(sheet.name);
    missing.delete(sheet.name);
    const [difference] = spec ? sheetDifferences(spec, sheet) : [{ what: 'sheetAdded', sheet: sheet.name } as const];
    if (difference) different.push(placeOf(difference));
    if (spec?.visibility === 'veryHidden') hidden.push(sheet);
  });
  if (!read.ok) return read;
  const [place] = [...different, ...missing.keys()];
  return place === undefined
    ? success({ bytes, hidden: { sheets: hidden } })
    : refuse(WORKBOOK_KINDS.notAsMeant, { place });
}
