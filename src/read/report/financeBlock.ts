import type { Amount, Source } from '../../plan/document';
import type { DataRow, DataTable } from '../../plan/dataTable';
import { MONEY_UNIT } from '../../plan/indicator';
import type { Direction, Kind } from '../../plan/vocabulary';
import { EVALUATION } from '../../plan/vocabulary';
import { directionOfLabel, flowOfLabel, kindOfLabel, labelOfPhase } from '../../schema/rows/labels';
import { holdsMoney, type ClosingFigures } from '../figures';
import type { LineLedger } from '../ledger';
import { factsOf, type Block } from '../table/blocks';
import { readCells, type RowCells } from '../table/figureCells';
import { readGrid, type Column, type GridReading } from '../table/headGrid';
import { headLineAt, isEndingLine, kindsOf, type HeadLine } from '../table/headLine';
import { reportUnrecognised, type ReportContext } from './context';
import { nextContent } from './furniture';

/** The finance block under a plan node: heads of columns, then rows per kind. Rows that are zero in all columns are not printed. */

export interface FinanceReading {
  readonly amounts: readonly Amount[];
  /** Rows that name no kind are amounts of none: they are kept as a table of the node. */
  readonly tables: readonly DataTable[];
  readonly next: number;
}

/** The first letters a line of heads can have here: years, Jaarrekening, Rek, Meerjarenplan, Eindkredieten, Initieel, Budget. */
const INITIALS = new Set('12JjRrMmEeIiBbAa');

/** A head has three lines at most, and a line for cells that wrap. */
const MAX_HEAD_LINES = 4;

interface HeadStretch {
  readonly lines: readonly HeadLine[];
  readonly indexes: readonly number[];
  /** The first line after it. */
  readonly next: number;
}

/** The lines from `index` on that are heads of columns alone. */
function headStretch({ ledger }: ReportContext, index: number, end: number): HeadStretch {
  const lines: HeadLine[] = [];
  const indexes: number[] = [];
  let at = index;
  while (at < end && indexes.length < MAX_HEAD_LINES) {
    const line = headLineAt(ledger, at);
    if (line !== null && line.label === '' && !kindsAreRows(line)) lines.push(line);
    else if (lines.length === 0 || !isEndingLine(ledger.text(at))) break;
    indexes.push(at);
    at = ledger.nextFilled(at + 1, end);
  }
  return { lines, indexes, next: at };
}

/** "Saldo" alone is a row, not a head. */
const kindsAreRows = ({ cells }: HeadLine): boolean =>
  cells.length === 1 && cells.every((cell) => ['direction', 'entity', 'passed'].includes(kindsOf(cell)));

/** Does a finance block start here: heads of columns, followed by rows that name a kind or a direction? */
export function startsFinanceBlock(context: ReportContext, index: number, end: number): boolean {
  const { ledger } = context;
  if (!INITIALS.has(ledger.text(index).charAt(0))) return false;
  const { lines, next } = headStretch(context, index, end);
  if (!lines.some(({ cells }) => cells.some((cell) => kindsOf(cell).includes('year')))) return false;
  if (lines.length > 1) return true;
  return next < end && (kindOfLabel(ledger.text(next)) !== null || isFlowRow(ledger.figures(next)));
}

const isFlowRow = ({ label, count }: ClosingFigures): boolean => {
  return count > 0 && (directionOfLabel(label) !== null || flowOfLabel(label) !== null);
};

/** Reads the block that starts at `index` for a node (null: the plan total). */
export function readFinanceBlock(
  context: ReportContext,
  index: number,
  end: number,
  node: string | null,
): FinanceReading {
  const { ledger } = context;
  const head = headStretch(context, index, end);
  for (const at of head.indexes) ledger.claim(at, isYearLine(ledger, at) ? 'financeYear' : 'financeColumns');
  const grid = gridOf(context, head);
  if (grid.is === 'unclear') {
    for (const at of head.indexes) ledger.reclaim(at, 'unrecognised');
    reportUnrecognised(context, head.indexes.at(-1) ?? index);
    return { amounts: [], tables: [], next: head.next };
  }
  const block = { columns: grid.columns, facts: factsOf(ledger, head.next, end, grid.columns.length) };
  return readRows(context, { block, node, start: index, end }, head.next);
}

/** The columns of a head. Blocks print the same few heads over and over; where the source tells no places, each is read once. */
function gridOf({ ledger, grids, fiscalYear, isPlan }: ReportContext, { lines, indexes }: HeadStretch): GridReading {
  const key = indexes.map((index) => ledger.text(index)).join('\n');
  const hasPlaces = lines.some(({ cells }) => cells.some(({ from }) => from !== null));
  const known = hasPlaces ? undefined : grids.get(key);
  if (known !== undefined) return known;
  const grid = readGrid(lines, { years: null, fiscalYear, isPlan, entity: null });
  if (!hasPlaces) grids.set(key, grid);
  return grid;
}

const isYearLine = (ledger: LineLedger, index: number): boolean =>
  /year/.test(headLineAt(ledger, index)?.cells.map(kindsOf).join(' ') ?? '');

interface Place {
  readonly block: Block;
  readonly node: string | null;
  readonly start: number;
  readonly end: number;
}

function readRows(context: ReportContext, place: Place, from: number): FinanceReading {
  const { ledger } = context;
  const amounts: Amount[] = [];
  const loose: DataRow[] = [];
  let kind: Kind | null = null;
  let next = from;
  for (;;) {
    const at = nextContent(ledger, next, place.end);
    if (at >= place.end) break;
    const text = ledger.text(at);
    const heading = kindOfLabel(text);
    if (heading !== null) {
      kind = heading;
      ledger.claim(at, 'financeKind');
    } else {
      const row = readFlowRow(context, place.block, at, kind);
      if (row === null) {
        if (!isFlowRow(ledger.figures(at))) break;
        reportUnrecognised(context, at);
      } else {
        ledger.claim(at, 'financeRow');
        if (row.kind !== null) amounts.push(...amountsOf(row, row.kind, place, ledger.source(at)));
        else
          loose.push({ label: row.cells.label, values: valuesOf(row.cells, place.block), source: ledger.source(at) });
      }
    }
    next = at + 1;
  }
  return { amounts, tables: loose.length === 0 ? [] : [tableOf(loose, place, ledger.source(place.start))], next };
}

interface FlowRow {
  readonly kind: Kind | null;
  readonly direction: Direction;
  readonly cells: RowCells;
}

function readFlowRow({ ledger }: ReportContext, block: Block, index: number, kind: Kind | null): FlowRow | null {
  const isLabel = (label: string): boolean => directionOfLabel(label) !== null || flowOfLabel(label) !== null;
  const cells = readCells(ledger.figures(index), block, ledger.words(index), isLabel);
  if (cells === null || holdsMoney(cells.label)) return null;
  const flow = flowOfLabel(cells.label);
  const direction = flow?.direction ?? directionOfLabel(cells.label);
  return direction === null ? null : { kind: flow?.kind ?? kind, direction, cells };
}

function amountsOf(
  { direction, cells }: FlowRow,
  kind: Kind,
  { block, node }: Place,
  source: Source,
): readonly Amount[] {
  return cells.cells.flatMap(({ at, amount }) => {
    const column = block.columns[at];
    if (column === undefined || 'passed' in column) return [];
    const { year, phase, revision } = column.head;
    const { cents, unit } = amount;
    const version = revision === undefined ? {} : { revision };
    return [{ node, year, kind, direction, phase, cents, unit, schema: EVALUATION, version: null, ...version, source }];
  });
}

const valuesOf = ({ cells }: RowCells, { columns }: Block): DataRow['values'] =>
  columns.map((_, column) => cells.find(({ at }) => at === column)?.amount.cents ?? null);

function tableOf(rows: readonly DataRow[], { block, node }: Place, source: Source): DataTable {
  const columns = block.columns.map((column) => ({ name: nameOf(column), unit: MONEY_UNIT }));
  return { id: `bedragen-${source.line}`, title: 'Bedragen', node, columns, rows, total: null, source };
}

const nameOf = (column: Column): string =>
  'passed' in column ? column.passed : `${labelOfPhase(column.head.phase)} ${column.head.year}`;
