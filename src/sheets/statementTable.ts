import type { Statement, StatementColumn, StatementRow } from '../plan/document';
import type { Cents } from '../plan/money';
import type { Unit } from '../plan/vocabulary';
import type { Relation } from '../schema/relations/relation';
import { directionOfLabel, foldLabel, kindOfLabel, labelOfDirection, labelOfPhase } from '../schema/labels';
import { cellAddress } from './address';
import { euro, euroOrBlank } from './amounts';
import { columnName, formulaCell, here, type SourceIndex } from './formulas';
import { KEY_COLUMN, statementSheetName, statementTableName } from './names';
import { computedColumn, marginCents, rowFormulas, type ComputedColumn, type RowFormulas } from '../figures/rowFormulas';
import type { CellSpec } from './spec';
import type { StyleName } from './style';
import type { ColumnModel, TableModel } from './table';

/** Names of the columns of a statement that do not depend on the report. */
export const STATEMENT_COLUMNS = { marker: 'Nr', label: 'Omschrijving', margin: 'Grens afronding', source: 'Bron' } as const;

/** Names of the columns of one column of the report. */
export interface FigureColumn {
  readonly value: string;
  readonly printed: string;
  /** What rounding adds to a computed figure so that it shows the printed one. */
  readonly rounding: string;
  readonly difference: string;
}

/** A line of the sheet: a printed row, or a heading that the sheet adds above the rows of a section. */
export type StatementLine = { readonly heading: string } | { readonly heading: null; readonly index: number; readonly row: StatementRow };

export interface StatementView {
  readonly sheet: string;
  readonly statement: Statement;
  readonly lines: readonly StatementLine[];
  readonly figures: readonly FigureColumn[];
  readonly formulas: RowFormulas;
  /** Row of the sheet, from 0, per row of the statement. */
  readonly rowAt: ReadonlyMap<number, number>;
  /** What the sheet's formulas give, per column of the report. */
  readonly computed: readonly ComputedColumn[];
  readonly model: TableModel;
}

/** Key of a printed row: its place in the report. */
export const rowKeyText = (index: number): string => `r${index}`;

/** Row of the head of the table, from 0: above it stand the lines every schema opens with. */
export const STATEMENT_HEAD_ROW = 6;

/** Position of a column of the report among the columns of the table. */
export const figurePosition = (column: number): number => 2 + column;

/** Position of the rounding of a column: after label, figures, source and printed figures. */
const roundingPosition = (figures: number, column: number): number => figurePosition(figures) + 1 + figures + column;

const figureColumns = (columns: readonly StatementColumn[]): readonly FigureColumn[] => {
  const seen = new Map<string, number>();
  return columns.map(({ year, phase, direction }) => {
    const plain = columnName(`${labelOfPhase(phase)} ${year}${direction === undefined ? '' : ` ${labelOfDirection(direction).toLowerCase()}`}`);
    const count = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, count);
    const value = count === 1 ? plain : `${plain} ${count}`;
    return { value, printed: `Gedrukt ${value}`, rounding: `Afronding ${value}`, difference: `Verschil ${value}` };
  });
};

/** The lines with a heading wherever the section changes, unless the first row says the same. */
function linesOf({ rows }: Statement): readonly StatementLine[] {
  return rows.flatMap((row, index): readonly StatementLine[] => {
    const isNew = row.section !== '' && row.section !== rows[index - 1]?.section && foldLabel(row.section) !== foldLabel(row.label) && foldLabel(row.section) !== foldLabel(rows[index - 1]?.label ?? '');
    return [...(isNew ? [{ heading: row.section }] : []), { heading: null, index, row }];
  });
}

/** A statement as a table: legal layout to the left, what was printed and how far off it is to the right. `occurrence`: 1 for the first statement of its schema. */
export function statementView(statement: Statement, source: SourceIndex, occurrence = 1): StatementView {
  const lines = linesOf(statement);
  const figures = figureColumns(statement.columns);
  const formulas = rowFormulas(statement);
  const table = statementTableName(statement.schema, occurrence);
  const rowAt = new Map(lines.flatMap((line, position) => (line.heading === null ? [[line.index, STATEMENT_HEAD_ROW + 1 + position] as const] : [])));
  const computed = statement.columns.map((_, column) => computedColumn(statement, formulas, column));
  const columns = modelColumns(figures, table, statement.unit);
  const context: LineContext = { statement, figures, formulas, computed, rowAt, source, table };
  return {
    sheet: statementSheetName(statement.schema, occurrence),
    statement,
    lines,
    figures,
    formulas,
    rowAt,
    computed,
    model: { name: table, columns, rows: lines.map((line) => lineCells(context, line)), totals: false },
  };
}

function modelColumns(figures: readonly FigureColumn[], table: string, unit: Unit): readonly ColumnModel[] {
  return [
    { name: STATEMENT_COLUMNS.marker, width: 6, style: 'schemaLabel' },
    { name: STATEMENT_COLUMNS.label, width: LABEL_WIDTH, style: 'schemaLabel' },
    ...figures.map(({ value }): ColumnModel => ({ name: value, width: FIGURE_WIDTH, style: unit === 'cent' ? 'schemaCent' : 'schemaEuro', alignRight: true })),
    { name: STATEMENT_COLUMNS.source, width: 11, style: 'schemaLink' },
    ...figures.map(({ printed }): ColumnModel => ({ name: printed, width: FIGURE_WIDTH, style: unit === 'cent' ? 'schemaCentPrinted' : 'schemaPrinted', alignRight: true })),
    ...figures.map(({ rounding }): ColumnModel => ({ name: rounding, width: FIGURE_WIDTH, style: unit === 'cent' ? 'schemaDifference' : 'schemaEuroDifference', alignRight: true })),
    ...figures.map((figure): ColumnModel => ({ name: figure.difference, width: FIGURE_WIDTH, style: unit === 'cent' ? 'schemaDifference' : 'schemaEuroDifference', alignRight: true, formula: differenceFormula(table, figure) })),
    { name: STATEMENT_COLUMNS.margin, width: 11, style: 'schemaPrinted', alignRight: true },
    { name: KEY_COLUMN, width: 8, style: 'schemaLabel', hidden: true },
  ];
}

/** Characters of the label column. */
export const LABEL_WIDTH = 62;

/** Holds "Meerjarenplan" and 999.999.999. */
const FIGURE_WIDTH = 14;

const differenceFormula = (table: string, { value, printed }: FigureColumn): string =>
  `IF(COUNT(${here(table, value)},${here(table, printed)})=0,"",N(${here(table, value)})-N(${here(table, printed)}))`;

interface LineContext {
  readonly statement: Statement;
  readonly figures: readonly FigureColumn[];
  readonly formulas: RowFormulas;
  /** Per column of the report. */
  readonly computed: readonly ComputedColumn[];
  readonly rowAt: ReadonlyMap<number, number>;
  readonly source: SourceIndex;
  readonly table: string;
}

function lineCells(context: LineContext, line: StatementLine): readonly CellSpec[] {
  const { figures } = context;
  if (line.heading !== null) {
    const blank: CellSpec = { value: null, style: 'schemaTotalLabel' };
    return [
      blank,
      { value: line.heading, style: 'schemaTotalLabel' },
      ...figures.map(() => blank),
      null,
      ...figures.flatMap(() => [null, null]),
      ...figures.map((_, column) => differenceCell(context, column, null, null)),
      null,
      null,
    ];
  }
  const { row, index } = line;
  const formula = context.formulas.get(index);
  const strong = isStrong(row, formula);
  const values = context.statement.columns.map((_, column) => row.values[column] ?? null);
  return [
    { value: markerOf(row), style: strong ? 'schemaTotalLabel' : 'schemaLabel' },
    { value: row.label || null, style: labelStyle(row, strong) },
    ...values.map((printed, column): CellSpec => figureCell(context, index, column, printed, strong)),
    context.source.link(row.source, 'schemaLink'),
    ...values.map((printed): CellSpec => euro(printed)),
    ...values.map((_, column): CellSpec => euro(context.computed[column]?.roundings[index] ?? null)),
    ...values.map((printed, column): CellSpec => differenceCell(context, column, context.computed[column]?.values[index] ?? null, printed)),
    formula === undefined ? null : euro(marginCents(formula, context.statement.unit)),
    rowKeyText(index),
  ];
}

const EMPTY_FIGURE: FigureColumn = { value: '', printed: '', rounding: '', difference: '' };

function differenceCell({ figures, table }: LineContext, column: number, value: Cents | null, printed: Cents | null): CellSpec {
  const figure = figures[column] ?? EMPTY_FIGURE;
  return formulaCell(differenceFormula(table, figure), value === null && printed === null ? '' : ((value ?? 0) - (printed ?? 0)) / 100);
}

/** A computed figure as the signed sum of the rows it is made of and its rounding, left empty when none of them is filled; else the figure itself. */
function figureCell(context: LineContext, index: number, column: number, printed: Cents | null, strong: boolean): CellSpec {
  const style: StyleName = context.statement.unit === 'cent' ? (strong ? 'schemaCentTotal' : 'schemaCent') : strong ? 'schemaEuroTotal' : 'schemaEuro';
  const formula = context.formulas.get(index);
  if (!formula) return { value: euro(printed), style };
  const address = (row: number, position = figurePosition(column)): string => cellAddress(context.rowAt.get(row) ?? 0, position);
  const pick = (sign: 1 | -1): string => ranges(formula.terms.filter((term) => term.sign === sign).map((term) => address(term.row)));
  const [added, taken] = [pick(1), pick(-1)];
  const all = [added, taken].filter(Boolean).join(',');
  const sum = [added ? `SUM(${added})` : '', taken ? `-SUM(${taken})` : ''].join('');
  const rounding = address(index, roundingPosition(context.figures.length, column));
  return formulaCell(`IF(COUNT(${all})=0,"",${sum}+N(${rounding}))`, euroOrBlank(context.computed[column]?.values[index] ?? null), style);
}

/** Cells of one column as arguments, neighbours as ranges. */
function ranges(addresses: readonly string[]): string {
  const runs: { first: string; last: string; row: number }[] = [];
  for (const address of addresses) {
    const row = Number(address.replace(/\D/g, ''));
    const run = runs.at(-1);
    if (run && run.row + 1 === row) Object.assign(run, { last: address, row });
    else runs.push({ first: address, last: address, row });
  }
  return runs.map(({ first, last }) => (first === last ? first : `${first}:${last}`)).join(',');
}

/** The last marker as it is printed: "I.", "a.", "-"; a dash has no point. */
function markerOf({ path }: StatementRow): string | null {
  const marker = path.at(-1);
  if (marker === undefined) return null;
  return /^[\p{L}\p{N}]+$/u.test(marker) ? `${marker}.` : marker;
}

/** Top rows with figures, unmarked totals and headings stand out. */
const isStrong = (row: StatementRow, formula: Relation | undefined): boolean =>
  row.values.length === 0 ? directionOfLabel(row.label) === null : row.depth === 0 && (row.path.length === 1 || formula !== undefined) && kindOfLabel(row.label) === null;

const LABEL_STYLES: readonly StyleName[] = ['schemaLabel', 'schemaLabel1', 'schemaLabel2', 'schemaLabel3', 'schemaLabel4'];

const labelStyle = (row: StatementRow, strong: boolean): StyleName =>
  strong ? 'schemaTotalLabel' : (LABEL_STYLES[Math.min(row.depth, LABEL_STYLES.length - 1)] ?? 'schemaLabel');
