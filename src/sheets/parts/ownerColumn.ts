import type { PlanDocument, PlanNode } from '../../plan/document';
import { nodeCode } from '../../figures/reconciliation/creditLines';
import { planTree } from '../../figures/tree';
import { cellAt, findTable, type WorkbookContent } from '../content';
import { KEY_COLUMN, TABLES } from '../names';
import { PLAN_COLUMNS } from '../planColumns';
import type { Part } from './part';

/** The column that says whose row it is, when its users added one. */
export const OWNER_COLUMN = 'Eigenaar';

/** What stands in a column of the plan for each node; null when there is no such column. */
function columnOfPlan(content: WorkbookContent, name: string): ReadonlyMap<string, string> | null {
  const found = findTable(content, TABLES.plan);
  if (!found) return null;
  const { sheet, table } = found;
  const { row: headRow, column: left, rows, columns } = table.range;
  const heads = Array.from({ length: columns }, (_, at) => String(cellAt(sheet, headRow, left + at) ?? ''));
  const at = heads.findIndex((head) => head.trim().toLowerCase() === name.trim().toLowerCase());
  const [keyAt, codeAt] = [heads.indexOf(KEY_COLUMN), heads.indexOf(PLAN_COLUMNS.code)];
  if (at < 0) return null;
  const values = new Map<string, string>();
  for (let row = headRow + 1; row < headRow + rows - (table.totals ? 1 : 0); row += 1) {
    const text = (column: number): string => String(cellAt(sheet, row, left + column) ?? '').trim();
    const key = text(keyAt) || text(codeAt);
    if (key !== '' && text(at) !== '') values.set(key, text(at));
  }
  return values;
}

function partsByColumn({ nodes }: PlanDocument, owners: ReadonlyMap<string, string>): readonly Part[] {
  const parts = new Map<string, string[]>();
  for (const { id } of nodes) {
    const owner = owners.get(id);
    if (owner !== undefined) parts.set(owner, [...(parts.get(owner) ?? []), id]);
  }
  return [...parts].map(([name, ids]) => ({ name, nodes: ids }));
}

function partsByLevel(document: PlanDocument, level: string): readonly Part[] {
  const tree = planTree(document);
  const below = (node: PlanNode): readonly string[] => [node.id, ...tree.children(node.id).flatMap(below)];
  return document.nodes
    .filter((node) => node.level === level)
    .map((node) => ({ name: nodeCode(node), nodes: below(node) }));
}

/** The level of what stands right above the deepest rows: actions are handed out by their plan. */
function usualLevel({ levels, nodes }: PlanDocument): string | undefined {
  const used = new Set(nodes.map(({ level }) => level));
  const ordered = [...levels].sort((left, right) => left.rank - right.rank).filter(({ id }) => used.has(id));
  return (ordered.at(-2) ?? ordered.at(-1))?.id;
}

/**
 * The parts of a plan: by level, by a column of the plan, or as the workbook itself suggests: by its column of owners, else by the plans of
 * action. null when `by` names neither a level nor a column.
 */
export function partsOf(document: PlanDocument, content: WorkbookContent, by: string | null): readonly Part[] | null {
  const wanted = by?.trim().toLowerCase();
  const level = document.levels.find(({ id, name }) => [id, name].some((each) => each.toLowerCase() === wanted));
  if (level) return partsByLevel(document, level.id);
  const owners = columnOfPlan(content, by ?? OWNER_COLUMN);
  if (owners && (by !== null || owners.size > 0)) return partsByColumn(document, owners);
  const usual = usualLevel(document);
  return by === null && usual !== undefined ? partsByLevel(document, usual) : null;
}
