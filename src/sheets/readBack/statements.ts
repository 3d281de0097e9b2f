import type { Statement, StatementRow } from '../../plan/document';
import type { Cents } from '../../plan/money';
import { rowKey } from '../../plan/statement';
import { rowKeyText, STATEMENT_COLUMNS, type StatementView } from '../statementTable';
import { editedCents, editedText } from './cells';
import { SHEET_KINDS } from './kinds';
import type { ReadRow, ReadTable, SheetFindings } from './tableReader';

/** Columns of a statement that users fill in: a computed figure is corrected where it stands as printed. */
export const statementInputs = ({ figures }: StatementView): readonly string[] => [STATEMENT_COLUMNS.label, ...figures.flatMap(({ value, printed }) => [value, printed])];

/**
 * A statement as its sheet has it now. A computed figure that the sheet computes as before keeps what was printed, or what was corrected in the
 * printed column; one that moved because a figure below it was edited is what the sheet says.
 */
export function readStatement(table: ReadTable, view: StatementView, findings: SheetFindings): Statement {
  const rows = new Map<string, ReadRow>();
  const headings = new Set(view.lines.flatMap((line) => (line.heading === null ? [] : [line.heading])));
  for (const row of table.rows) {
    if (row.key !== null) rows.set(row.key, row);
    else if (!headings.has(String(row.cell(STATEMENT_COLUMNS.label).value ?? ''))) {
      findings.add(SHEET_KINDS.unknownRow, { schema: view.statement.schema }, { sheet: row.sheet, cell: row.address }, `${row.sheet}!${row.address}`);
    }
  }
  const after = view.statement.rows.flatMap((row, index): readonly StatementRow[] => {
    const read = rows.get(rowKeyText(index));
    return read ? [editedRow(read, row, view, findings)] : [];
  });
  return { ...view.statement, rows: after };
}

function editedRow(read: ReadRow, row: StatementRow, view: StatementView, findings: SheetFindings): StatementRow {
  const label = editedText(read.cell(STATEMENT_COLUMNS.label));
  let edited = false;
  const values = view.figures.map(({ value, printed }, column): Cents | null => {
    const former = row.values[column] ?? null;
    const place = { schema: view.statement.schema, row: rowKey(row), column };
    const cents = editedCents(read.cell(value), findings, place) ?? editedCents(read.cell(printed), findings, place);
    if (cents === undefined) return former;
    edited = true;
    return cents;
  });
  return label === undefined && !edited ? row : { ...row, label: label ?? row.label, values: edited ? values : row.values };
}
