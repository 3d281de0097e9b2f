import type { PlanDocument } from '../../plan/document';
import { findingIn } from '../../check/run/together';
import type { Finding } from '../../plan/finding';
import type { StatusVocabulary } from '../../plan/status';
import { PLAN_COLUMNS } from '../planColumns';
import { planView } from '../planView';
import { keyOf } from '../linkTable';
import type { NamedDocument } from '../ends';
import { PLANS_COLUMNS } from '../plansTable';
import { SHEET_KINDS } from './kinds';
import { readPlan, type PlanEdits } from './plan';
import { SheetFindings, type ReadRow, type ReadTable } from './tableReader';

/** Columns of the other plans that users fill in. */
export const PLANS_INPUTS = [
  PLANS_COLUMNS.document,
  PLAN_COLUMNS.code,
  PLAN_COLUMNS.title,
  PLAN_COLUMNS.level,
  PLAN_COLUMNS.parent,
  PLAN_COLUMNS.status,
  PLAN_COLUMNS.evaluation,
] as const;

export const folded = (value: unknown): string =>
  String(value ?? '')
    .trim()
    .toLowerCase();

/** The rows of one document, by the ids of its nodes; a new row belongs to the document it names. */
function rowsOf(table: ReadTable, of: NamedDocument): ReadTable {
  const prefix = keyOf(of.name, '');
  const rows = table.rows.flatMap((row): readonly ReadRow[] => {
    if (row.key === null) return folded(row.cell(PLANS_COLUMNS.document).value) === of.name.toLowerCase() ? [row] : [];
    const id = row.key.startsWith(prefix) ? row.key.slice(prefix.length) : null;
    return id !== null && of.tree.byId.has(id) ? [{ ...row, key: id }] : [];
  });
  return { ...table, rows, removed: [] };
}

/** The nodes of the other documents as the sheet Plannen has them now. New rows that name no document of the workbook are reported. */
export function readPlans(
  table: ReadTable,
  others: readonly NamedDocument[],
  statusesOf: (level: string) => StatusVocabulary,
  all: StatusVocabulary,
  findings: SheetFindings,
): readonly PlanEdits[] {
  const names = new Set(others.map(({ name }) => name.toLowerCase()));
  for (const row of table.rows) {
    const cell = row.cell(PLANS_COLUMNS.document);
    if (row.key === null && !names.has(folded(cell.value))) findings.badCell(SHEET_KINDS.badDocument, cell);
  }
  return others.map((of) => {
    const own = new SheetFindings(findings.language);
    const edits = readPlan(rowsOf(table, of), planView(of.document, all), statusesOf, own);
    findings.found.push(...own.found.map((finding): Finding => findingIn(of.document, finding)));
    return edits;
  });
}

/** The document with the nodes as they are now; the same when none changed. */
export const withNodes = (document: PlanDocument, { nodes }: Pick<PlanEdits, 'nodes'>): PlanDocument =>
  nodes.length === document.nodes.length && nodes.every((node, index) => node === document.nodes[index])
    ? document
    : { ...document, nodes };
