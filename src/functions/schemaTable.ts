import type { Statement, StatementColumn } from '../plan/document';
import type { Cents } from '../plan/money';
import { success, type Result } from '../plan/result';
import type { SchemaName } from '../plan/vocabulary';
import { differenceCents } from '../figures/sums';
import { splitMarker, type MarkedLabel } from '../read/report/rowMarker';
import { inSection, placeRow, underKind, type RowState } from '../read/report/rowState';
import { identifyRows, type PrintedRow } from '../schema/rows/identify';
import { directionOfLabel, foldLabel, kindOfLabel, phaseOfLabel } from '../schema/rows/labels';
import { rowsById } from '../schema/rows/rows';
import { centsOf } from '../sheets/amounts';
import { STATEMENT_COLUMNS } from '../sheets/statementLayout';
import { CellError, plain, textOf } from './cells';
import { refuse, SENTENCES, type Refusal } from './failure';
import { givenTable, type GivenTable } from './givenTable';

/** A schema as a table of its sheet holds it, row for row. */
export interface SchemaTable {
  readonly statement: Statement;
  /** Printed less computed when the report was read, per column and row, in cents; 0 where the table does not say. */
  readonly addedCents: readonly (readonly Cents[])[];
  /** Headings of the figures, per column of the statement. */
  readonly headings: readonly string[];
  /** Marker and label of each row as they stand on the sheet. */
  readonly labels: readonly (readonly [marker: string, label: string])[];
  /** Is it the table of a sheet of ours, with what was printed beside the figures? */
  readonly isSheet: boolean;
}

/** "Jaarrekening 2024", "Eindkredieten 2024 uitgaven", "Meerjarenplan 2025 2": how a sheet heads a column of figures. */
function columnOf(heading: string): StatementColumn | null {
  const match = /^(.+?) (\d{4})(?: (\p{L}+))?(?: \d{1,2})?$/u.exec(heading);
  if (!match) return null;
  const [, name = '', year, word] = match;
  const [phase, direction] = [phaseOfLabel(name), word === undefined ? null : directionOfLabel(word)];
  if (phase === null || (word !== undefined && direction === null)) return null;
  return { year: Number(year), phase, ...(direction === null ? {} : { direction }) };
}

interface FigureColumn {
  readonly heading: string;
  readonly at: number;
  readonly printed: number;
  readonly computed: number;
  readonly column: StatementColumn;
}

const figureColumns = (table: GivenTable): readonly FigureColumn[] =>
  table.headings.flatMap((heading, at) => {
    const column = columnOf(heading);
    return column === null
      ? []
      : [{ heading, at, printed: table.at(`Gedrukt ${heading}`), computed: table.at(`Herrekend ${heading}`), column }];
  });

/** Reads the table of a schema's sheet, or one a user made like it: labels, figures and, when it has them, markers. */
export function schemaTable(argument: unknown, schema: SchemaName): Result<SchemaTable, Refusal> {
  const read = givenTable(argument, 'tabel', [STATEMENT_COLUMNS.label]);
  if (!read.ok) return read;
  const table = read.value;
  const figures = figureColumns(table);
  if (figures.length === 0) return refuse(SENTENCES.noFigures);
  const [marker, label] = [table.at(STATEMENT_COLUMNS.marker), table.at(STATEMENT_COLUMNS.label)];
  const rows = new SchemaRows(schema);
  const addedCents: Cents[][] = figures.map(() => []);
  const labels: (readonly [string, string])[] = [];
  for (const [index, cells] of table.rows.entries()) {
    const values: (Cents | null)[] = [];
    for (const [column, { at, printed, computed, heading }] of figures.entries()) {
      const value = euroCell(cells[at]);
      if (value === undefined)
        return refuse(SENTENCES.badFigure(table.firstRow + index, heading, printedCell(cells[at])));
      values.push(value);
      addedCents[column]?.push(gapCents(cells, printed, computed));
    }
    const [mark, words] = [marker < 0 ? '' : textOf(cells[marker]), textOf(cells[label])];
    labels.push([mark, words]);
    rows.add(mark, words, values);
  }
  const statement: Statement = {
    schema,
    title: '',
    version: null,
    columns: figures.map(({ column }) => column),
    rows: identifyRows(schema, rows.rows),
    dossiers: [],
    unit: 'cent',
    source: { line: 1, page: null },
  };
  return success({
    statement,
    addedCents,
    headings: figures.map(({ heading }) => heading),
    labels,
    isSheet: figures.some(({ computed }) => computed >= 0),
  });
}

const printedCell = (cell: unknown): string => {
  const value = plain(cell);
  return value instanceof CellError ? value.text : String(value ?? '');
};

/** What the sheet adds to the sum of a computed row so that it shows the printed figure. */
function gapCents(cells: readonly unknown[], printed: number, computed: number): Cents {
  const [first, second] = [printed, computed].map((at) => (at < 0 ? null : (euroCell(cells[at]) ?? null)));
  return first == null || second == null ? 0 : differenceCents(first, second);
}

/** Cents of a cell in euro; null when it is empty, undefined when it holds something else. */
function euroCell(cell: unknown): Cents | null | undefined {
  const value = plain(cell);
  if (value === null || (typeof value === 'string' && value.trim() === '')) return null;
  return typeof value === 'number' ? (centsOf(value) ?? undefined) : undefined;
}

/** Schemas that print a line per entity: "- Gemeente en OCMW" over its rows. */
const PER_ENTITY: readonly SchemaName[] = ['J3', 'M3'];

/** Labels of legal rows without a marker: such a row has figures, filled in or not. A kind over others (J1) has none. */
const unmarkedLabels = (schema: SchemaName): ReadonlySet<string> =>
  new Set(
    [...rowsById(schema).values()]
      .filter(({ path, label, formula }) => path.length === 0 && (kindOfLabel(label) === null || formula !== ''))
      .flatMap(({ label, also }) => [label, ...also])
      .map(foldLabel),
  );

/** Gives each row of a sheet its section, markers, kind and direction, as reading a report does from the same words. */
class SchemaRows {
  readonly rows: PrintedRow[] = [];
  private readonly unmarked: ReadonlySet<string>;
  private state = inSection('');

  constructor(private readonly schema: SchemaName) {
    this.unmarked = unmarkedLabels(schema);
  }

  add(marker: string, label: string, values: readonly (Cents | null)[]): void {
    // "I", "I." and "-" are all markers to whoever types them.
    const dotted = /^[\p{L}\p{N}]+$/u.test(marker) ? `${marker}.` : marker;
    const marked = marker === '' ? { rank: null, marker: '', label } : splitMarker(`${dotted} ${label}`);
    const isRow = values.some((value) => value !== null) || this.isFigureRow(marked);
    if (!isRow) this.state = this.headedBy(marked);
    const { state, place } = placeRow(this.state, marked, isRow);
    this.state = state;
    this.rows.push({
      ...place,
      label,
      values: isRow ? values : [],
      source: { line: this.rows.length + 1, page: null },
    });
  }

  /** Does the row have figures even when its cells are empty? */
  private isFigureRow({ rank, marker, label }: MarkedLabel): boolean {
    if (rank !== null) return !(marker === '-' && PER_ENTITY.includes(this.schema));
    return directionOfLabel(label) !== null || this.unmarked.has(foldLabel(label));
  }

  private headedBy({ rank, label }: MarkedLabel): RowState {
    const kind = rank === null ? kindOfLabel(label) : null;
    return kind === null ? inSection(label) : underKind(this.state, kind);
  }
}
