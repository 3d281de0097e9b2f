import { fill, rangeIn, sheetIn } from '../request/ranges';
import type { RangeSpec } from '../../../sheets/spec';
import type { Content } from '../read/fingerprint';
import { hasRelativeReference } from '../read/formulaText';
import { constantSteps } from '../write/cells';
import { heldCells, looseCells, looseColumns, plainContent, type Cell } from '../write/looseFormulas';
import { groupCells } from '../request/rectangles';
import { CALL_BYTES, type Phases, type Step } from '../request/steps';
import type { SheetTarget } from './target';
import { arraySteps, typedText } from '../write/cells';

/** Constants as values, formulas as formulas; a rectangle of one formula that does not shift costs one call. */
export function contentSteps(
  sheet: string,
  target: SheetTarget,
  writes: (row: number, column: number) => boolean,
): Pick<Phases, 'constants' | 'formulas'> {
  const constant = groupCells(target.rows, target.columns, (row, column) =>
    writes(row, column) && target.cellAt(row, column)?.isFormula === false ? true : undefined,
  );
  const other = groupCells(target.rows, target.columns, (row, column) => {
    const cell = writes(row, column) ? target.cellAt(row, column) : null;
    if (!cell || cell.isFormula === false) return undefined;
    return cell.isFormula && typeof cell.content === 'string' && !hasRelativeReference(cell.content)
      ? cell.content
      : '';
  });
  const typed = (row: number, column: number): Content | null => {
    const content = target.cellAt(row, column)?.content ?? null;
    return content === null ? null : typedText(content);
  };
  const { placeholders, held } = looseWrites(target, writes);
  return {
    constants: [
      ...constant.flatMap(({ ranges }) => ranges).flatMap((range) => arraySteps(sheet, range, typed, 'values')),
      ...placeholders.flatMap((range) => arraySteps(sheet, range, () => 0, 'values')),
      ...constantSteps(sheet, held, 0),
    ],
    formulas: [
      ...other.flatMap(({ key, ranges }) =>
        ranges.flatMap((range): Step[] =>
          key === '' || range.rows * range.columns === 1
            ? arraySteps(sheet, range, typed, 'formulas')
            : [
                {
                  bytes: CALL_BYTES + key.length,
                  run: (context) => {
                    fill(rangeIn(sheetIn(context, sheet), range), 'formulas', key);
                  },
                },
              ],
        ),
      ),
      ...constantSteps(sheet, held, ''),
    ],
  };
}

/** Loose formulas that will be written in tables: the cells that hold a constant first, and those that do so until the formulas stand. */
function looseWrites(
  target: SheetTarget,
  writes: (row: number, column: number) => boolean,
): { readonly placeholders: readonly RangeSpec[]; readonly held: readonly Cell[] } {
  const contentAt = (row: number, column: number): Content | null => plainContent(target.cellAt(row, column));
  const columns = looseColumns(
    target.tables.map(({ row, column, keys, headers }) => ({
      row: row + 1,
      column,
      rows: keys.length,
      columns: headers.length,
    })),
    contentAt,
  );
  const loose = looseCells(columns, contentAt);
  const written = (row: number, column: number): boolean => loose(row, column) && writes(row, column);
  return {
    placeholders: groupCells(target.rows, target.columns, (row, column) => written(row, column) || undefined).flatMap(
      ({ ranges }) => ranges,
    ),
    held: heldCells(columns, contentAt, written),
  };
}
