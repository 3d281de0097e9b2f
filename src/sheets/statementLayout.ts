import type { Statement, StatementColumn, StatementRow } from '../plan/document';
import { cellWhenRead } from '../figures/follow/places';
import type { CellRef } from '../figures/identity';
import { foldLabel, labelOfDirection, labelOfPhase, labelOfRevision } from '../schema/rows/labels';
import { isUnassigned } from '../schema/rows/unassigned';
import { cellAddress, quotedSheet } from './address';
import { columnName } from './formulas';
import { statementSheetName, statementTableName } from './names';

/** Names of the columns of a statement that do not depend on the report. */
export const STATEMENT_COLUMNS = { marker: 'Nr', label: 'Omschrijving', source: 'Bron' } as const;

/** Names of the columns of one column of the report: what stands there now, what was printed, and what followed from the parts then. */
export interface FigureColumn {
  readonly value: string;
  readonly printed: string;
  readonly computed: string;
  /** Printed less computed, as far as rounding explains it. */
  readonly rounding: string;
  /** Printed less computed, where rounding does not explain it. */
  readonly difference: string;
  /** How far rounding may explain it. */
  readonly bound: string;
}

/** A line of the sheet: a row, or a heading that the sheet adds above the rows of a section. */
export type StatementLine =
  { readonly heading: string } | { readonly heading: null; readonly index: number; readonly row: StatementRow };

/** Where everything of a statement stands on its sheet. */
export interface StatementLayout {
  readonly sheet: string;
  readonly table: string;
  readonly statement: Statement;
  readonly lines: readonly StatementLine[];
  readonly figures: readonly FigureColumn[];
  /** Row of the sheet, from 0, per row of the statement. */
  readonly rowAt: ReadonlyMap<number, number>;
}

/** Row of the head of the table, from 0: above it stand the lines every schema opens with. */
export const STATEMENT_HEAD_ROW = 6;

/** Position of a column of the report among the columns of the table. */
export const figurePosition = (column: number): number => 2 + column;

/** Position of the printed figure of a column, and of what followed from its parts: after label, figures and source. */
export const printedPosition = (figures: number, column: number): number => figurePosition(figures) + 1 + column;
export const computedPosition = (figures: number, column: number): number => printedPosition(figures, figures) + column;

/** Key of a row: its place among the printed rows, or among those for what is not assigned. */
export function rowKeyText({ rows }: Pick<Statement, 'rows'>, index: number): string {
  const row = rows[index];
  const own = row !== undefined && isUnassigned(row);
  const before = rows.slice(0, Math.max(index, 0)).filter((other) => isUnassigned(other) === own).length;
  return `${own ? 'u' : 'r'}${index < 0 ? index : before}`;
}

const figureColumns = (columns: readonly StatementColumn[]): readonly FigureColumn[] => {
  const seen = new Map<string, number>();
  return columns.map(({ year, phase, direction, revision, entity }) => {
    const parts = [
      direction === undefined ? null : labelOfDirection(direction).toLowerCase(),
      revision === undefined ? null : labelOfRevision(revision).toLowerCase(),
      entity ?? null,
    ].filter((part) => part !== null);
    const plain = columnName([`${labelOfPhase(phase)} ${year}`, ...parts].join(' '));
    const count = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, count);
    const value = count === 1 ? plain : `${plain} ${count}`;
    return {
      value,
      printed: `Gedrukt ${value}`,
      computed: `Herrekend ${value}`,
      rounding: `Afronding ${value}`,
      difference: `Verschil ${value}`,
      bound: `Grens ${value}`,
    };
  });
};

/** The lines with a heading wherever the section changes, unless the first row says the same. */
function linesOf({ rows }: Statement): readonly StatementLine[] {
  return rows.flatMap((row, index): readonly StatementLine[] => {
    const before = rows[index - 1];
    const [section, label, labelBefore] = [
      foldLabel(row.section),
      foldLabel(row.label),
      foldLabel(before?.label ?? ''),
    ];
    const isNew = row.section !== '' && row.section !== before?.section && section !== label && section !== labelBefore;
    return [...(isNew ? [{ heading: row.section }] : []), { heading: null, index, row }];
  });
}

/** How a statement is laid out. `occurrence`: 1 for the first statement of its schema. */
export function statementLayout(statement: Statement, occurrence = 1): StatementLayout {
  const lines = linesOf(statement);
  return {
    sheet: statementSheetName(statement.schema, occurrence),
    table: statementTableName(statement.schema, occurrence),
    statement,
    lines,
    figures: figureColumns(statement.columns),
    rowAt: new Map(
      lines.flatMap((line, position) =>
        line.heading === null ? [[line.index, STATEMENT_HEAD_ROW + 1 + position] as const] : [],
      ),
    ),
  };
}

/** How formulas on other sheets name a figure of a statement; null when it has no cell. */
export function figureFinder(layouts: readonly StatementLayout[]): (cell: CellRef) => string | null {
  const statements = layouts.map(({ statement }) => statement);
  return ({ at }) => {
    const place = at?.of === 'statement' ? cellWhenRead(statements, at) : null;
    const layout = place && layouts[place.statement];
    const row = layout?.rowAt.get(place?.row ?? -1);
    return layout && place && row !== undefined
      ? `${quotedSheet(layout.sheet)}!${cellAddress(row, figurePosition(place.column))}`
      : null;
  };
}

/** The layouts of statements in printed order; a schema that is printed twice gets a sheet for each. */
export function statementLayouts(statements: readonly Statement[]): readonly StatementLayout[] {
  const occurrences = new Map<string, number>();
  return statements.map((statement) => {
    const occurrence = (occurrences.get(statement.schema) ?? 0) + 1;
    occurrences.set(statement.schema, occurrence);
    return statementLayout(statement, occurrence);
  });
}

/** The last marker as it is printed: "I.", "a.", "-"; a dash has no point. */
export function markerOf({ path }: Pick<StatementRow, 'path'>): string | null {
  const marker = path.at(-1);
  if (marker === undefined) return null;
  return /^[\p{L}\p{N}]+$/u.test(marker) ? `${marker}.` : marker;
}
