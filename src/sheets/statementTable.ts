import type { PlanDocument, StatementRow } from '../plan/document';
import { CENTS_PER_EURO, type Cents } from '../plan/money';
import type { Unit } from '../plan/vocabulary';
import { statementFigures, type StatementFigure, type StatementFigures } from '../figures/follow/figures';
import { directionOfLabel, kindOfLabel } from '../schema/rows/labels';
import { isUnassigned } from '../schema/rows/unassigned';
import { cellAddress } from './address';
import { euro, euroOrBlank } from './amounts';
import { followFormula, termFormulas, type TermFormula } from './followFormulas';
import { formulaCell, here, type SourceIndex } from './formulas';
import { KEY_COLUMN } from './names';
import type { PlanView } from './planView';
import type { CellSpec } from './spec';
import {
  computedPosition,
  markerOf,
  printedPosition,
  rowKeyText,
  STATEMENT_COLUMNS,
  statementLayouts,
  type FigureColumn,
  type StatementLayout,
  type StatementLine,
} from './statementLayout';
import type { StyleName } from './style';
import type { ColumnModel, TableModel } from './table';

/** A statement as its sheet shows it. */
export interface StatementView extends StatementLayout {
  /** Does the figure follow from others? */
  readonly followsAt: (row: number, column: number) => boolean;
  /** What stands in a cell now, in cents. */
  readonly centsAt: (row: number, column: number) => Cents | null;
  readonly model: TableModel;
}

interface ViewContext {
  readonly layout: StatementLayout;
  readonly figures: StatementFigures;
  readonly formulaOf: TermFormula;
  readonly source: SourceIndex;
}

/**
 * The statements of a document as tables: legal layout to the left, and to the right what was printed, what followed from its parts when
 * it was read, and how far apart the two are. `base`: the document as read, of which `document` holds the edits.
 */
export function statementViews(
  document: PlanDocument,
  base: PlanDocument,
  plan: PlanView,
  source: SourceIndex,
): readonly StatementView[] {
  const all = statementFigures(base, document);
  const layouts = statementLayouts(all.map(({ statement }) => statement));
  return layouts.map((layout, index): StatementView => {
    const figures = all[index];
    if (!figures) throw new RangeError('a layout without figures');
    const context: ViewContext = { layout, figures, formulaOf: termFormulas(layouts, plan, index), source };
    return {
      ...layout,
      followsAt: (row, column) => figures.at(row, column).terms !== null,
      centsAt: (row, column) => figures.at(row, column).cents,
      model: {
        name: layout.table,
        columns: modelColumns(layout),
        rows: layout.lines.map((line) => lineCells(context, line)),
        totals: false,
      },
    };
  });
}

function modelColumns({ figures, table, statement: { unit } }: StatementLayout): readonly ColumnModel[] {
  const [gap, muted]: readonly [StyleName, StyleName] =
    unit === 'cent' ? ['schemaDifference', 'schemaCentPrinted'] : ['schemaEuroDifference', 'schemaPrinted'];
  const column = (name: string, style: StyleName, formula?: string): ColumnModel => ({
    name,
    width: FIGURE_WIDTH,
    style,
    alignRight: true,
    ...(formula === undefined ? {} : { formula }),
  });
  return [
    { name: STATEMENT_COLUMNS.marker, width: 6, style: 'schemaLabel' },
    { name: STATEMENT_COLUMNS.label, width: LABEL_WIDTH, style: 'schemaLabel' },
    ...figures.map(({ value }) => column(value, figureStyle(unit, false))),
    { name: STATEMENT_COLUMNS.source, width: 11, style: 'schemaLink' },
    ...figures.map(({ printed }) => column(printed, muted)),
    ...figures.map(({ computed }) => column(computed, muted)),
    ...figures.map((figure) => column(figure.rounding, gap, roundingFormula(table, figure))),
    ...figures.map((figure) => column(figure.difference, gap, differenceFormula(table, figure))),
    ...figures.map(({ bound }): ColumnModel => ({ ...column(bound, muted), hidden: true })),
    { name: KEY_COLUMN, width: 8, style: 'schemaLabel', hidden: true },
  ];
}

/** Characters of the label column. */
export const LABEL_WIDTH = 62;

/** Holds "Meerjarenplan" and 999.999.999. */
const FIGURE_WIDTH = 14;

const figureStyle = (unit: Unit, strong: boolean): StyleName =>
  unit === 'cent' ? (strong ? 'schemaCentTotal' : 'schemaCent') : strong ? 'schemaEuroTotal' : 'schemaEuro';

/** Printed less computed, when both are there and rounding does (not) explain it. */
function gapFormula(table: string, { printed, computed, bound }: FigureColumn, explained: boolean): string {
  const [first, second] = [here(table, printed), here(table, computed)];
  const gap = `${first}-${second}`;
  const beyond = `ABS(${gap})>N(${here(table, bound)})+${HALF_CENT}`;
  const found = explained ? `IF(${beyond},0,${gap})` : `IF(${beyond},${gap},0)`;
  return `IF(COUNT(${first},${second})<2,"",ROUND(${found},2))`;
}

/** Euro: amounts are whole cents, so that what is less than half of one apart is equal. */
const HALF_CENT = 0.005;

const roundingFormula = (table: string, figure: FigureColumn): string => gapFormula(table, figure, true);
const differenceFormula = (table: string, figure: FigureColumn): string => gapFormula(table, figure, false);

/** Printed less computed, in euro, as the two columns of gaps show it. */
function gapValue({ printedCents, computedCents, boundCents }: StatementFigure, explained: boolean): number | '' {
  if (printedCents === null || computedCents === null) return '';
  const gap = printedCents - computedCents;
  return Math.abs(gap) > boundCents === explained ? 0 : gap / CENTS_PER_EURO;
}

function lineCells(context: ViewContext, line: StatementLine): readonly CellSpec[] {
  const {
    layout: { table, figures: columns, statement },
    figures,
    source,
  } = context;
  const gaps = (of: (figure: FigureColumn, column: number) => CellSpec): readonly CellSpec[] => columns.map(of);
  if (line.heading !== null) {
    const blank: CellSpec = { value: null, style: 'schemaTotalLabel' };
    return [
      blank,
      { value: line.heading, style: 'schemaTotalLabel' },
      ...columns.map(() => blank),
      null,
      ...columns.flatMap(() => [null, null]),
      ...gaps((figure) => formulaCell(roundingFormula(table, figure), '')),
      ...gaps((figure) => formulaCell(differenceFormula(table, figure), '')),
      ...columns.map(() => null),
      null,
    ];
  }
  const { row, index } = line;
  const found = columns.map((_, column) => figures.at(index, column));
  const strong = isStrong(
    row,
    found.some(({ terms }) => terms !== null),
  );
  const at = (column: number): StatementFigure | undefined => found[column];
  const gapCell = (figure: FigureColumn, column: number, explained: boolean): CellSpec => {
    const value = at(column);
    return formulaCell(
      (explained ? roundingFormula : differenceFormula)(table, figure),
      value ? gapValue(value, explained) : '',
    );
  };
  return [
    { value: markerOf(row), style: strong ? 'schemaTotalLabel' : 'schemaLabel' },
    { value: row.label || null, style: labelStyle(row, strong) },
    ...found.map((figure, column) => figureCell(context, index, column, figure, strong)),
    // Computed rows stand on no line of a source.
    isUnassigned(row) || statement.computed ? null : source.link(row.source, 'schemaLink'),
    ...found.map(({ printedCents }): CellSpec => euro(printedCents)),
    ...found.map((figure): CellSpec => euro(writtenComputed(row, figure))),
    ...gaps((figure, column) => gapCell(figure, column, true)),
    ...gaps((figure, column) => gapCell(figure, column, false)),
    ...found.map(({ terms, boundCents }): CellSpec => (terms === null ? null : euro(boundCents))),
    rowKeyText(statement, index),
  ];
}

/** A figure that was not printed starts from what its parts come to, so that there is nothing to take off. */
const writtenComputed = (row: StatementRow, { printedCents, computedCents }: StatementFigure): Cents | null =>
  printedCents === null && !isUnassigned(row) ? null : computedCents;

/** A figure that follows as a formula, else the figure itself. */
function figureCell(
  context: ViewContext,
  row: number,
  column: number,
  figure: StatementFigure,
  strong: boolean,
): CellSpec {
  const {
    layout: { statement, rowAt, figures },
    formulaOf,
  } = context;
  const style = figureStyle(statement.unit, strong);
  const terms = (figure.terms ?? []).flatMap((term) => {
    const text = formulaOf(term);
    return text ? [{ ...text, sign: term.sign }] : [];
  });
  if (terms.length === 0) return { value: euro(figure.cents), style };
  const own = statement.rows[row];
  const always = own !== undefined && isUnassigned(own);
  const address = (position: number): string => cellAddress(rowAt.get(row) ?? 0, position);
  const [printed, computed] = [
    address(printedPosition(figures.length, column)),
    address(computedPosition(figures.length, column)),
  ];
  const formula = followFormula(terms, printed, computed, figure.adjustedCents / CENTS_PER_EURO, always);
  return formulaCell(formula, euroOrBlank(always ? (figure.cents ?? 0) : shownCents(figure)), style);
}

/** What the formula of a figure gives: also where nothing was printed, but its parts were. */
const shownCents = ({ cents, printedCents, computedCents }: StatementFigure): Cents | null =>
  cents !== null || printedCents !== null ? cents : computedCents;

/** Top rows with figures, unmarked totals and headings stand out. */
function isStrong(row: StatementRow, follows: boolean): boolean {
  if (isUnassigned(row)) return false;
  if (row.values.length === 0) return directionOfLabel(row.label) === null;
  return (
    row.depth === 0 &&
    (row.path.length === 1 || (follows && (row.direction === null || row.direction === 'balance'))) &&
    kindOfLabel(row.label) === null
  );
}

const LABEL_STYLES: readonly StyleName[] = [
  'schemaLabel',
  'schemaLabel1',
  'schemaLabel2',
  'schemaLabel3',
  'schemaLabel4',
];

const labelStyle = (row: StatementRow, strong: boolean): StyleName =>
  strong ? 'schemaTotalLabel' : (LABEL_STYLES[Math.min(row.depth, LABEL_STYLES.length - 1)] ?? 'schemaLabel');
