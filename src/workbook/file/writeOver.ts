import { success, type Result } from '../../plan/result';
import type { ReadFailure } from '../../read/source';
import { cellAddress, parseRange } from '../../sheets/address';
import { cellText } from '../../sheets/cellText';
import { cellAt } from '../../sheets/content';
import { readState } from '../../sheets/readBack/state';
import type { SheetSpec } from '../../sheets/spec';
import { refuse, WORKBOOK_KINDS } from '../zip/failures';
import { carriedFrom, type Carried, type CarriedSheet } from './carry/carry';
import { differencesWith, plainFormula, type Difference } from './differences';
import { readXlsxFile, type FileContent, type FileSheet } from './read/readXlsx';
import { placeOf } from './verified';
import { writeXlsxFile } from './write';

export interface WrittenOver {
  readonly bytes: Uint8Array;
  /** What the user of the former workbook added and for which there is no place in this one. */
  readonly lost: readonly string[];
}

/**
 * Writes sheets as the workbook that takes the place of another, with what its user added to that one beside what its sheets are read for.
 * Read back as a stranger would: all of it is what the sheets say, but for what was taken along, and all of that is there.
 */
export async function writeOver(
  former: Uint8Array,
  sheets: readonly SheetSpec[],
): Promise<Result<WrittenOver, ReadFailure>> {
  const carried = await carriedFrom(former, await writeXlsxFile(sheets));
  const bytes = await writeXlsxFile(sheets, carried);
  const content = await readXlsxFile(bytes);
  if (!content.ok) return content;
  const strange = differencesWith(content.value, sheets).find((difference) => !isCarried(difference, carried));
  const place = strange ? placeOf(strange) : missingOf(content.value, carried);
  if (place !== null) return refuse(WORKBOOK_KINDS.notAsMeant, { place });
  const state = readState(content.value);
  return state.ok ? success({ bytes, lost: carried.lost }) : state;
}

/** Is it a difference that what was taken along makes? */
function isCarried(difference: Difference, { sheets, own }: Carried): boolean {
  const sheet = sheets.get(difference.sheet);
  switch (difference.what) {
    case 'sheetAdded':
      return own.some(({ sheet: { name } }) => name === difference.sheet);
    case 'columnAdded':
      return [...(sheet?.tableColumns.values() ?? [])].some((heads) => heads.includes(difference.name));
    case 'cell':
    case 'formula':
    case 'note': {
      const at = parseRange(difference.address);
      return at !== null && sheet?.cells.has(`${at.row},${at.column}`) === true;
    }
    default:
      return false;
  }
}

/** Where something that was to be taken along is not in the file; null when all of it is. */
function missingOf({ sheets }: FileContent, { sheets: carried, own }: Carried): string | null {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const gone = own.find(({ sheet: { name } }) => !byName.has(name));
  if (gone) return gone.sheet.name;
  for (const [name, { cells }] of carried) {
    const sheet = byName.get(name);
    for (const [key, cell] of cells) {
      const [row = 0, column = 0] = key.split(',').map(Number);
      if (!sheet || !holds(sheet, row, column, cell)) return `${name}!${cellAddress(row, column)}`;
    }
  }
  return null;
}

type OwnCell = CarriedSheet['cells'] extends ReadonlyMap<string, infer Cell> ? Cell : never;

function holds(sheet: FileSheet, row: number, column: number, { value, formula, comment }: OwnCell): boolean {
  const address = cellAddress(row, column);
  if (comment && !sheet.notes.has(address)) return false;
  if (formula !== undefined) return plainFormula(sheet.formulaTexts.get(address) ?? '') === plainFormula(formula);
  const held = cellAt(sheet, row, column);
  if (typeof value === 'string') return cellText(String(held ?? '')) === cellText(value);
  return typeof value === 'number' || typeof value === 'boolean' ? held === value : true;
}
