import type { PlanDocument, Statement, StatementRow } from '../../plan/document';
import type { Cents } from '../../plan/money';
import { rowKey } from '../../plan/statement';
import type { EnteredAt } from '../../figures/follow/follow';
import { isUnassigned } from '../../schema/rows/unassigned';
import { rowKeyText, STATEMENT_COLUMNS } from '../statementLayout';
import type { StatementView } from '../statementTable';
import { editedCents, editedText } from './cells';
import type { CellIndex } from './changedCells';
import { SHEET_KINDS } from './kinds';
import type { ReadCell, ReadRow, ReadTable, SheetFindings } from './tableReader';

/** Columns of a statement that users fill in: a computed figure may be corrected where it stands as printed. */
export const statementInputs = ({ figures }: StatementView): readonly string[] => [
  STATEMENT_COLUMNS.label,
  ...figures.flatMap(({ value, printed }) => [value, printed]),
];

/** What was typed on the sheet of a statement. */
export interface StatementEdits {
  /** Cents per row (as the view counts them) and column; absent where nothing was typed. */
  readonly figures: ReadonlyMap<string, Cents | null>;
  /** Printed figures that were corrected where a figure follows from others; the same keys. */
  readonly corrections: ReadonlyMap<string, Cents | null>;
  /** Labels per row. */
  readonly labels: ReadonlyMap<number, string>;
  /** Rows that are no longer on the sheet. */
  readonly removed: ReadonlySet<number>;
}

const NO_EDITS: StatementEdits = { figures: new Map(), corrections: new Map(), labels: new Map(), removed: new Set() };

/** Reads the sheet of a statement: figures and labels that are no longer as they were written. */
export function readStatement(
  table: ReadTable | null,
  view: StatementView,
  findings: SheetFindings,
  cells: CellIndex,
): StatementEdits {
  if (!table) return NO_EDITS;
  const rows = rowsByKey(table, view, findings);
  const figures = new Map<string, Cents | null>();
  const corrections = new Map<string, Cents | null>();
  const labels = new Map<number, string>();
  const removed = new Set<number>();
  view.statement.rows.forEach((row, index) => {
    const read = rows.get(rowKeyText(view.statement, index));
    if (!read) {
      if (!isUnassigned(row)) removed.add(index);
      return;
    }
    const label = editedText(read.cell(STATEMENT_COLUMNS.label));
    if (label !== undefined) labels.set(index, label);
    view.figures.forEach(({ value, printed }, column) => {
      const place = { schema: view.statement.schema, row: rowKey(row), column };
      const cell = read.cell(value);
      const doesFollow = view.followsAt(index, column);
      const typed = doesFollow && keepsFormula(cell) ? undefined : editedCents(cell, findings, place);
      const corrected = typed === undefined ? editedCents(read.cell(printed), findings, place) : undefined;
      if (typed === undefined && corrected === undefined) return;
      const key = `${index}|${column}`;
      if (typed !== undefined) figures.set(key, typed);
      else (doesFollow ? corrections : figures).set(key, corrected ?? null);
      cells.statement(view.statement.schema, rowKey(row), column, typed === undefined ? read.cell(printed) : cell);
    });
  });
  return { figures, corrections, labels, removed };
}

/** A cell that still holds its formula is not typed over, whatever it shows; nor is one whose formula gave nothing. */
const keepsFormula = ({ isFormula, value }: ReadCell): boolean => isFormula ?? (value === null || value === '');

function rowsByKey(table: ReadTable, view: StatementView, findings: SheetFindings): ReadonlyMap<string, ReadRow> {
  const rows = new Map<string, ReadRow>();
  const headings = new Set(view.lines.flatMap((line) => (line.heading === null ? [] : [line.heading])));
  for (const row of table.rows) {
    if (row.key !== null) rows.set(row.key, row);
    else if (!headings.has(String(row.cell(STATEMENT_COLUMNS.label).value ?? ''))) {
      const { sheet, address } = row;
      findings.add(
        SHEET_KINDS.unknownRow,
        { schema: view.statement.schema },
        { sheet, cell: address },
        `${sheet}!${address}`,
      );
    }
  }
  return rows;
}

/** What was typed in the statements, and what printed figures were corrected to, for what follows from them. */
export const enteredIn =
  (edits: readonly StatementEdits[], what: 'figures' | 'corrections'): EnteredAt =>
  ({ statement, row, column }) =>
    edits[statement]?.[what].get(`${row}|${column}`);

/** The statements with the labels and rows of their sheets. */
export function withLabels(
  document: PlanDocument,
  views: readonly StatementView[],
  edits: readonly StatementEdits[],
): readonly Statement[] {
  return document.statements.map((statement, index): Statement => {
    const { labels, removed } = edits[index] ?? NO_EDITS;
    if (labels.size === 0 && removed.size === 0) return statement;
    const written = views[index]?.statement.rows ?? [];
    const at = new Map(written.map((row, place) => [row.source.line + rowKey(row), place]));
    const rows = statement.rows.flatMap((row): readonly StatementRow[] => {
      const place = at.get(row.source.line + rowKey(row)) ?? -1;
      if (removed.has(place)) return [];
      const label = labels.get(place);
      return [label === undefined ? row : { ...row, label }];
    });
    return { ...statement, rows };
  });
}
