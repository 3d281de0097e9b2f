import { area } from '../model/area';
import { criterionOf, keyOf, type Criterion } from './criteria';
import type { Evaluation } from './evaluation';
import type { SheetFunction } from './functions';
import type { Expression } from './syntax';
import {
  BAD_REFERENCE,
  BAD_VALUE,
  isError,
  isRange,
  NOT_AVAILABLE,
  toNumber,
  type ErrorValue,
  type RangeValue,
  type Value,
} from './value';

interface Conditions {
  readonly ranges: readonly RangeValue[];
  readonly criteria: readonly Criterion[];
}

function conditionsOf(args: readonly Expression[], evaluation: Evaluation): Conditions | ErrorValue {
  const ranges: RangeValue[] = [];
  const criteria: Criterion[] = [];
  for (let at = 0; at + 1 < args.length; at += 2) {
    const [range, wanted] = [args[at], args[at + 1]];
    const cells = range && evaluation.value(range);
    const criterion = wanted && criterionOf(evaluation.scalar(wanted));
    if (cells === undefined || !isRange(cells) || criterion === undefined) return BAD_VALUE;
    if (isError(criterion as Value)) return criterion as ErrorValue;
    ranges.push(cells);
    criteria.push(criterion as Criterion);
  }
  const [first] = ranges;
  if (
    !first ||
    ranges.some(({ area: { rows, columns } }) => rows !== first.area.rows || columns !== first.area.columns)
  )
    return BAD_VALUE;
  return { ranges, criteria };
}

/** Positions, counted along the rows, where every condition holds: first what can be looked up, then what must be tried. */
function matches({ ranges, criteria }: Conditions, evaluation: Evaluation): readonly number[] {
  let found: readonly number[] | null = null;
  ranges.forEach((range, index) => {
    const criterion = criteria[index];
    if (criterion?.kind !== 'equals') return;
    const places = evaluation.index(range).get(criterion.key) ?? [];
    if (found === null) found = places;
    else {
      const wanted = new Set(places);
      found = found.filter((place) => wanted.has(place));
    }
  });
  const [first] = ranges;
  const size = first ? first.area.rows * first.area.columns : 0;
  let left: readonly number[] = found ?? Array.from({ length: size }, (_, place) => place);
  ranges.forEach((range, index) => {
    const criterion = criteria[index];
    if (criterion?.kind !== 'test') return;
    left = left.filter((place) => criterion.test(evaluation.cellIn(range, place)));
  });
  return left;
}

const sumIfs: SheetFunction = ([summed, ...rest], evaluation) => {
  const target = summed && evaluation.value(summed);
  const conditions = conditionsOf(rest, evaluation);
  if (target === undefined || !isRange(target)) return BAD_VALUE;
  if (isError(conditions as Value)) return conditions as ErrorValue;
  let total = 0;
  for (const place of matches(conditions as Conditions, evaluation)) {
    const value = evaluation.cellIn(target, place);
    if (isError(value)) return value;
    if (typeof value === 'number') total += value;
  }
  return total;
};

const countIfs: SheetFunction = (args, evaluation) => {
  const conditions = conditionsOf(args, evaluation);
  return isError(conditions as Value)
    ? (conditions as ErrorValue)
    : matches(conditions as Conditions, evaluation).length;
};

/** MATCH with exact match, which is all the sheets use; another kind of match is refused rather than guessed. */
const match: SheetFunction = ([wanted, where, kind], evaluation) => {
  const range = where && evaluation.value(where);
  const exact = kind ? toNumber(evaluation.scalar(kind)) : 1;
  if (!wanted || range === undefined || !isRange(range)) return NOT_AVAILABLE;
  if (exact !== 0) return BAD_VALUE;
  const value = evaluation.scalar(wanted);
  if (isError(value)) return value;
  const key = keyOf(value);
  const [place] = key === null ? [] : (evaluation.index(range).get(key) ?? []);
  return place === undefined ? NOT_AVAILABLE : place + 1;
};

/** INDEX gives cells, not values: a row or column 0 means all of them. */
const index: SheetFunction = ([where, rowArgument, columnArgument], evaluation) => {
  const range = where && evaluation.value(where);
  if (range === undefined || !isRange(range)) return BAD_REFERENCE;
  const { rows, columns, row: top, column: left } = range.area;
  let row = rowArgument ? toNumber(evaluation.scalar(rowArgument)) : 0;
  let column = columnArgument ? toNumber(evaluation.scalar(columnArgument)) : 0;
  if (isError(row)) return row;
  if (isError(column)) return column;
  if (!columnArgument && rows === 1 && columns > 1) [row, column] = [1, row];
  if (!columnArgument && columns === 1) column = 1;
  if (row < 0 || column < 0 || row > rows || column > columns) return BAD_REFERENCE;
  const part = area(
    top + Math.max(Math.trunc(row) - 1, 0),
    left + Math.max(Math.trunc(column) - 1, 0),
    row < 1 ? rows : 1,
    column < 1 ? columns : 1,
  );
  return { sheet: range.sheet, area: part };
};

const rows: SheetFunction = ([where], evaluation) => {
  const range = where && evaluation.value(where);
  return range !== undefined && isRange(range) ? range.area.rows : BAD_VALUE;
};

const choose: SheetFunction = ([which, ...choices], evaluation) => {
  const at = which ? toNumber(evaluation.scalar(which)) : BAD_VALUE;
  if (isError(at)) return at;
  const chosen = choices[Math.trunc(at) - 1];
  return chosen ? evaluation.value(chosen) : BAD_VALUE;
};

/** Functions that look for cells. */
export const LOOKUPS: Readonly<Record<string, SheetFunction>> = {
  SUMIFS: sumIfs,
  COUNTIFS: countIfs,
  COUNTIF: countIfs,
  MATCH: match,
  INDEX: index,
  ROWS: rows,
  CHOOSE: choose,
};
