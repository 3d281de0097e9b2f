import type { Place } from '../../plan/finding';
import type { Cents } from '../../plan/money';
import { DIRECTIONS, KINDS, type Direction, type Kind } from '../../plan/vocabulary';
import { directionOfLabel, kindOfLabel } from '../../schema/rows/labels';
import { centsOf } from '../amounts';
import { SHEET_KINDS } from './kinds';
import type { ReadCell, SheetFindings } from './tableReader';

/** undefined: the cell was not changed, or holds what it may not (and a finding says so); the former value stays. */
export type Edit<T> = T | undefined;

const isBlank = ({ value }: ReadCell): boolean => value === null || value === '';

/** Text of a changed cell; a number typed into a text column is its digits. '' when it was emptied. */
export const editedText = (cell: ReadCell): Edit<string> => (cell.changed ? String(cell.value ?? '') : undefined);

/** Cents of a changed amount; null when it was emptied. */
export function editedCents(cell: ReadCell, findings: SheetFindings, place: Partial<Place>): Edit<Cents | null> {
  if (!cell.changed) return undefined;
  if (isBlank(cell)) return null;
  const cents = centsOf(cell.value);
  if (cents !== null) return cents;
  findings.badCell(SHEET_KINDS.badAmount, cell, place);
  return undefined;
}

/** Number of a changed cell; null when it was emptied. */
export function editedNumber(cell: ReadCell, findings: SheetFindings, place: Partial<Place>): Edit<number | null> {
  if (!cell.changed) return undefined;
  if (isBlank(cell)) return null;
  const number = typeof cell.value === 'number' ? cell.value : Number(String(cell.value).trim().replace(',', '.'));
  if (Number.isFinite(number) && Math.abs(number) <= Number.MAX_SAFE_INTEGER) return number;
  findings.badCell(SHEET_KINDS.badNumber, cell, place);
  return undefined;
}

/** The earliest and latest year the domain knows. */
const YEARS = { first: 1900, last: 2999 } as const;

export function editedYear(cell: ReadCell, findings: SheetFindings, place: Partial<Place>): Edit<number> {
  if (!cell.changed) return undefined;
  const year = Number(cell.value);
  if (!isBlank(cell) && Number.isInteger(year) && year >= YEARS.first && year <= YEARS.last) return year;
  findings.badCell(SHEET_KINDS.badYear, cell, place);
  return undefined;
}

export function editedChoice<T>(
  cell: ReadCell,
  choice: (text: string) => T | null,
  findings: SheetFindings,
  place: Partial<Place>,
): Edit<T> {
  if (!cell.changed) return undefined;
  const found = choice(String(cell.value ?? ''));
  if (found !== null) return found;
  findings.badCell(SHEET_KINDS.badChoice, cell, place);
  return undefined;
}

export const editedKind = (cell: ReadCell, findings: SheetFindings, place: Partial<Place>): Edit<Kind> =>
  editedChoice(cell, (text) => kindOfLabel(text) ?? KINDS.find((kind) => kind === text) ?? null, findings, place);

export const editedDirection = (cell: ReadCell, findings: SheetFindings, place: Partial<Place>): Edit<Direction> =>
  editedChoice(
    cell,
    (text) => directionOfLabel(text) ?? DIRECTIONS.find((direction) => direction === text) ?? null,
    findings,
    place,
  );
