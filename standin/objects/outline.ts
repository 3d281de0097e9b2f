import { columnState, rowState } from '../model/book';
import type { Sheet } from '../model/book';
import { HostError, invalidArgument } from '../model/errors';
import type { RangeTarget } from '../protocol/hostClass';
import { integerOf, oneOf, soleArea } from './arguments';

/** Outline groups of rows and columns, at most eight levels (the ungrouped one included). */
const MAX_DEPTH = 7;
const OPTIONS = ['ByRows', 'ByColumns'] as const;

interface Line {
  hidden: boolean;
  outline: number;
}

/** The lines a group option means; a range of whole rows can't be grouped by columns. */
function linesOf(target: RangeTarget, option: unknown): Line[] {
  const at = soleArea(target);
  const byRows = oneOf(option, OPTIONS, 'groupOption') === 'ByRows';
  if (byRows ? at.rows > 1_000_000 : at.columns > 16_000) throw invalidArgument('grouping of the whole sheet');
  return byRows
    ? Array.from({ length: at.rows }, (_, index) => rowState(target.sheet, at.row + index))
    : Array.from({ length: at.columns }, (_, index) => columnState(target.sheet, at.column + index));
}

type Method = (target: RangeTarget, args: readonly unknown[]) => undefined;

export const outlineMethods: Readonly<Record<string, Method>> = {
  Group: (target, [option]) => {
    const lines = linesOf(target, option);
    if (lines.some((line) => line.outline >= MAX_DEPTH))
      throw new HostError('InvalidOperation', 'more than eight levels');
    lines.forEach((line) => (line.outline += 1));
    return undefined;
  },
  Ungroup: (target, [option]) => {
    const lines = linesOf(target, option);
    if (lines.every((line) => line.outline === 0)) throw new HostError('InvalidOperation', 'nothing is grouped here');
    lines.forEach((line) => {
      line.outline = Math.max(0, line.outline - 1);
      if (line.outline === 0) line.hidden = false;
    });
    return undefined;
  },
  HideGroupDetails: (target, [option]) => {
    linesOf(target, option).forEach((line) => (line.hidden = line.hidden || line.outline > 0));
    return undefined;
  },
  ShowGroupDetails: (target, [option]) => {
    linesOf(target, option).forEach((line) => (line.hidden = line.outline > 0 ? false : line.hidden));
    return undefined;
  },
};

/** Worksheet.showOutlineLevels: lines deeper than the level are hidden; 0 leaves them. */
export function showOutlineLevels(sheet: Sheet, rowLevels: unknown, columnLevels: unknown): void {
  const show = (lines: Iterable<Line>, level: number): void => {
    if (level === 0) return;
    for (const line of lines) if (line.outline > 0) line.hidden = line.outline >= level;
  };
  show(sheet.rows.values(), integerOf(rowLevels, 'rowLevels'));
  show(sheet.columns.values(), integerOf(columnLevels, 'columnLevels'));
}
