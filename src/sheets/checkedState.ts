import { absoluteAddress, quotedSheet } from './address';
import { formulaCell, literal, whole } from './formulas';
import { isStatementTable, SHEETS, TABLES } from './names';
import { PLAN_COLUMNS } from './planColumns';
import type { CellSpec, CellValue, FormulaCell, SheetSpec, TableSpec } from './spec';
import { valueOf } from './table';

/**
 * Whether the checks have run on what the workbook holds now: a sum over what users change, by formula, beside the sum of when they last ran. A
 * spreadsheet keeps the first in step by itself, with or without the add-in; whoever runs the checks writes the second.
 */

/** Letters and digits whose numbers tell texts of one length apart. */
const TELLING = [...'eaniost01245'] as const;

const TEXT_COLUMNS: readonly string[] = [PLAN_COLUMNS.title, PLAN_COLUMNS.evaluation, PLAN_COLUMNS.status];

interface Part {
  readonly formula: string;
  readonly value: number;
}

const count = (text: string, sign: string): number => text.split(sign).length - 1;

const lengthOf = (column: string): string => `SUMPRODUCT(LEN(${column}))`;

/** Lengths of texts, and of what is left of them without each telling sign. */
function textParts(column: string, values: readonly CellValue[]): Part[] {
  const texts = values.map((value) => (value === null ? '' : String(value)));
  const total = texts.reduce((sum, text) => sum + text.length, 0);
  return [
    { formula: lengthOf(column), value: total },
    ...TELLING.map((sign): Part => ({
      formula: lengthOf(`SUBSTITUTE(${column},${literal(sign)},"")`),
      value: total - texts.reduce((sum, text) => sum + count(text, sign), 0),
    })),
  ];
}

/** Whole hundredths, so that no order of adding makes a difference. */
const numberPart = (column: string, values: readonly CellValue[]): Part => ({
  formula: `ROUND(SUM(${column})*100,0)`,
  value: Math.round(values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0) * 100),
});

const isWatched = ({ name }: TableSpec): boolean =>
  name === TABLES.plan || name === TABLES.credits || name === TABLES.transfers || isStatementTable(name);

/** Cells of a column of a table, as the blocks of its sheet hold them. */
function cellsOf({ blocks }: SheetSpec, { range, totals }: TableSpec, index: number): CellSpec[] {
  const block = blocks.find(
    ({ row, column, cells }) =>
      row <= range.row && row + cells.length >= range.row + range.rows && column <= range.column + index,
  );
  const rows = range.rows - 1 - (totals ? 1 : 0);
  return Array.from(
    { length: rows },
    (_, at) => block?.cells[range.row + 1 + at - block.row]?.[range.column + index - block.column] ?? null,
  );
}

interface Watched {
  readonly index: number;
  readonly name: string;
  readonly values: readonly CellValue[];
}

/** Columns of numbers that stand side by side, for tables that have many: a formula has its limit. */
function runsOf(columns: readonly Watched[]): Watched[][] {
  const runs: Watched[][] = [];
  for (const column of columns) {
    const last = runs.at(-1);
    if (last?.at(-1)?.index === column.index - 1) last.push(column);
    else runs.push([column]);
  }
  return runs;
}

const numbersOf = (table: string, run: readonly Watched[]): Part => {
  const [first, last] = [run[0]?.name ?? '', run.at(-1)?.name ?? ''];
  return numberPart(
    run.length === 1 ? whole(table, first) : `${table}[[${first}]:[${last}]]`,
    run.flatMap(({ values }) => values),
  );
};

function partsOfTable(sheet: SheetSpec, table: TableSpec): Part[] {
  const columns = table.columns.flatMap(({ name, formula }, index): readonly Watched[] =>
    formula === undefined ? [{ index, name, values: cellsOf(sheet, table, index).map(valueOf) }] : [],
  );
  const texts = columns.filter(({ name }) => table.name === TABLES.plan && TEXT_COLUMNS.includes(name));
  const numbers = columns.filter(
    (column) => !texts.includes(column) && column.values.some((value) => typeof value === 'number'),
  );
  const isWide = table.name === TABLES.plan || isStatementTable(table.name);
  const runs = isWide ? runsOf(numbers) : numbers.map((column) => [column]);
  return [
    ...texts.flatMap(({ name, values }) => textParts(whole(table.name, name), values)),
    ...runs.map((run) => numbersOf(table.name, run)),
  ];
}

const partsOf = (sheet: SheetSpec): Part[] =>
  sheet.tables.filter(isWatched).flatMap((table) => partsOfTable(sheet, table));

/** The sum over all that users change; each part with a weight of its own, so that a figure that moves to another column is seen. */
export function contentSum(sheets: readonly SheetSpec[]): FormulaCell {
  const parts = sheets.flatMap(partsOf);
  return formulaCell(
    parts.length === 0 ? '0' : parts.map(({ formula }, index) => `${index + 1}*${formula}`).join('+'),
    parts.reduce((sum, { value }, index) => sum + (index + 1) * value, 0),
    'plainNumber',
  );
}

/** Rows of the sum as it is and as it was when the checks ran, in the hidden column of the sheet Controle. */
export const SUM_ROWS = { now: 1, checked: 2 } as const;

const WORDS =
  'Sinds de laatste controle is dit werkboek gewijzigd: deze lijst kan achter zijn. Kies Planboek > Controleer, of bouw het werkboek opnieuw.';

/** Says that the checks are behind; blank when they are not. `column` is that of the sums on Controle. */
export const behindCell = (column: number): FormulaCell => {
  const at = (row: number): string => `${quotedSheet(SHEETS.findings)}!${absoluteAddress(row, column)}`;
  return formulaCell(`IF(${at(SUM_ROWS.now)}=${at(SUM_ROWS.checked)},"",${literal(WORDS)})`, '', 'heading');
};
