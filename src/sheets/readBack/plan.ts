import type { Evaluation, Period, PlanDocument, PlanNode, Source } from '../../plan/document';
import { UNKNOWN_STATUS, type StatusVocabulary } from '../../plan/status';
import { dateOfCell } from '../dates';
import { PLAN_COLUMNS } from '../planColumns';
import { NO, YES } from '../planTable';
import type { PlanView } from '../planView';
import { editedText } from './cells';
import type { NodeField } from '../../changes/nodes/nodeFields';
import type { CellIndex } from './changedCells';
import { SHEET_KINDS } from './kinds';
import type { ReadRow, ReadTable, SheetFindings } from './tableReader';

/** Columns of the plan that users fill in. */
export const PLAN_INPUTS = [
  PLAN_COLUMNS.code,
  PLAN_COLUMNS.title,
  PLAN_COLUMNS.level,
  PLAN_COLUMNS.parent,
  PLAN_COLUMNS.priority,
  PLAN_COLUMNS.from,
  PLAN_COLUMNS.to,
  PLAN_COLUMNS.status,
  PLAN_COLUMNS.evaluation,
] as const;

export interface PlanEdits {
  readonly nodes: readonly PlanNode[];
  /** Node ids by the code that links to them on the sheets now. */
  readonly idOf: (link: string) => string | undefined;
}

interface RowNode {
  readonly row: ReadRow;
  readonly before: PlanNode | null;
  readonly id: string;
}

/** Nodes as the plan sheet has them now: edited, added and removed rows, in printed order; sorting the sheet changes nothing. */
export function readPlan(
  table: ReadTable,
  view: PlanView,
  statuses: (level: string) => StatusVocabulary,
  findings: SheetFindings,
  cells?: CellIndex,
): PlanEdits {
  const before = new Map(view.document.nodes.map((node) => [node.id, node]));
  const rows = identify(table, before, findings);
  const links = new Map(rows.map(({ row, id }) => [String(row.cell(PLAN_COLUMNS.code).value ?? '').toLowerCase(), id]));
  const idOf = (link: string): string | undefined => links.get(link.trim().toLowerCase());
  const context: RowContext = { view, statuses, findings, idOf };
  const nodes = rows.map((each) => nodeOf(context, each));
  if (cells) rememberCells(rows, cells);
  reportOrphans(context, rows, nodes);
  return { nodes: inOrder(view.document, withoutCircles(context, rows, nodes), rows), idOf };
}

/** Rows that are nodes: those written, and new ones that have a code and a title. */
function identify(
  table: ReadTable,
  before: ReadonlyMap<string, PlanNode>,
  findings: SheetFindings,
): readonly RowNode[] {
  const taken = new Set(before.keys());
  return table.rows.flatMap((row): readonly RowNode[] => {
    if (row.key !== null) return [{ row, before: before.get(row.key) ?? null, id: row.key }];
    const missing = [PLAN_COLUMNS.code, PLAN_COLUMNS.level].filter((column) => (row.cell(column).value ?? '') === '');
    if (missing.length > 0) {
      findings.add(
        SHEET_KINDS.newRowIncomplete,
        {},
        { sheet: row.sheet, cell: row.address, text: missing.join(', ') },
        `${row.sheet}!${row.address}`,
      );
      return [];
    }
    const code = String(row.cell(PLAN_COLUMNS.code).value).trim();
    let id = code;
    for (let copy = 2; taken.has(id); copy += 1) id = `${code}#${copy}`;
    taken.add(id);
    return [{ row, before: null, id }];
  });
}

/** Where the fields of a node stand. */
const FIELD_COLUMNS: Readonly<Record<NodeField, string>> = {
  title: PLAN_COLUMNS.title,
  parent: PLAN_COLUMNS.parent,
  code: PLAN_COLUMNS.code,
  level: PLAN_COLUMNS.level,
  status: PLAN_COLUMNS.status,
  text: PLAN_COLUMNS.evaluation,
  priority: PLAN_COLUMNS.priority,
  from: PLAN_COLUMNS.from,
  to: PLAN_COLUMNS.to,
};

function rememberCells(rows: readonly RowNode[], cells: CellIndex): void {
  for (const { row, id } of rows) {
    for (const [field, column] of Object.entries(FIELD_COLUMNS))
      if (row.cell(column).changed) cells.node(id, field, row.cell(column));
  }
}

interface RowContext {
  readonly view: PlanView;
  /** Those of a level first, then all others. */
  readonly statuses: (level: string) => StatusVocabulary;
  readonly findings: SheetFindings;
  readonly idOf: PlanEdits['idOf'];
}

/** A row that came from no document. */
const NO_SOURCE: Source = { line: 1, page: null };

function nodeOf(context: RowContext, { row, before, id }: RowNode): PlanNode {
  const base: PlanNode = before ?? {
    id,
    code: null,
    level: '',
    parent: null,
    order: 0,
    title: '',
    priority: null,
    period: null,
    evaluation: null,
    source: NO_SOURCE,
  };
  const code = editedText(row.cell(PLAN_COLUMNS.code));
  const parent = readParent(context, row, base);
  const level = readLevel(context, row, base);
  return {
    ...base,
    code: code === undefined ? base.code : code.trim() || null,
    level,
    parent,
    title: editedText(row.cell(PLAN_COLUMNS.title)) ?? base.title,
    priority: readPriority(context, row, base),
    period: readPeriod(context, row, base),
    evaluation: readEvaluation(context.statuses(level), row, base.evaluation),
    source:
      before?.source ??
      (parent === null ? NO_SOURCE : (context.view.rollup.tree.byId.get(parent)?.source ?? NO_SOURCE)),
  };
}

function readLevel({ view, findings }: RowContext, row: ReadRow, base: PlanNode): string {
  const cell = row.cell(PLAN_COLUMNS.level);
  if (!cell.changed) return base.level;
  const text = String(cell.value ?? '')
    .trim()
    .toLowerCase();
  const level = view.levels.find(({ id, name }) => id.toLowerCase() === text || name.toLowerCase() === text);
  if (level) return level.id;
  findings.badCell(SHEET_KINDS.badChoice, cell, { node: base.id });
  return base.level || (view.levels.at(-1)?.id ?? '');
}

function readParent({ idOf, findings }: RowContext, row: ReadRow, base: PlanNode): string | null {
  const cell = row.cell(PLAN_COLUMNS.parent);
  if (!cell.changed) return base.parent;
  const link = String(cell.value ?? '').trim();
  if (link === '') return null;
  const parent = idOf(link);
  if (parent !== undefined) return parent;
  findings.badCell(SHEET_KINDS.unknownCode, cell, { node: base.id });
  return base.parent;
}

function readPriority({ findings }: RowContext, row: ReadRow, base: PlanNode): boolean | null {
  const cell = row.cell(PLAN_COLUMNS.priority);
  if (!cell.changed) return base.priority;
  const text = String(cell.value ?? '')
    .trim()
    .toLowerCase();
  if (text === '') return null;
  if (text === YES || text === NO) return text === YES;
  findings.badCell(SHEET_KINDS.badChoice, cell, { node: base.id });
  return base.priority;
}

function readPeriod({ findings }: RowContext, row: ReadRow, base: PlanNode): Period | null {
  const cells = [row.cell(PLAN_COLUMNS.from), row.cell(PLAN_COLUMNS.to)] as const;
  if (!cells.some(({ changed }) => changed)) return base.period;
  if (cells.every(({ value }) => (value ?? '') === '')) return null;
  const former = [base.period?.from ?? null, base.period?.to ?? null];
  const [from, to] = cells.map(({ value, changed }, index) =>
    changed
      ? typeof value === 'number' || typeof value === 'string'
        ? dateOfCell(value)
        : null
      : (former[index] ?? null),
  );
  if (from && to) return { from, to };
  const bad = cells[from ? 1 : 0];
  findings.badCell(SHEET_KINDS.badDate, bad, { node: base.id });
  return base.period;
}

/** A status outside the list is kept as it was typed, under the code for unknown. */
function readEvaluation(statuses: StatusVocabulary, row: ReadRow, before: Evaluation | null): Evaluation | null {
  const [status, text] = [editedText(row.cell(PLAN_COLUMNS.status)), editedText(row.cell(PLAN_COLUMNS.evaluation))];
  if (status === undefined && text === undefined) return before;
  const label = status?.trim();
  const words = text ?? before?.text ?? '';
  if (label === undefined)
    return before === null && words === ''
      ? null
      : { ...(before ?? { status: UNKNOWN_STATUS, statusText: '' }), text: words };
  if (label === '') return words === '' ? null : { status: UNKNOWN_STATUS, statusText: '', text: words };
  const term = statuses.find((each) => each.label.toLowerCase() === label.toLowerCase());
  return { status: term?.code ?? UNKNOWN_STATUS, statusText: term?.label ?? label, text: words };
}

/** A row whose parent was removed from the sheet points nowhere. */
function reportOrphans({ findings, view }: RowContext, rows: readonly RowNode[], nodes: readonly PlanNode[]): void {
  const ids = new Set(nodes.map(({ id }) => id));
  nodes.forEach(({ id, parent }, index) => {
    const cell = rows[index]?.row.cell(PLAN_COLUMNS.parent);
    if (parent !== null && !ids.has(parent) && view.rollup.tree.byId.has(parent) && cell)
      findings.badCell(SHEET_KINDS.unknownCode, cell, { node: id });
  });
}

/** A row that would stand under itself keeps its former parent. */
function withoutCircles(
  { findings, view }: RowContext,
  rows: readonly RowNode[],
  nodes: readonly PlanNode[],
): readonly PlanNode[] {
  const parents = new Map(nodes.map((node) => [node.id, node.parent]));
  return nodes.map((node, index) => {
    const former = view.rollup.tree.byId.get(node.id)?.parent ?? null;
    if (node.parent === former || !isCircular(parents, node.id)) return node;
    parents.set(node.id, former);
    const cell = rows[index]?.row.cell(PLAN_COLUMNS.parent);
    if (cell) findings.badCell(SHEET_KINDS.circle, cell, { node: node.id });
    return { ...node, parent: former };
  });
}

function isCircular(parents: ReadonlyMap<string, string | null>, start: string): boolean {
  const seen = new Set<string>();
  for (let id: string | null = start; id !== null; id = parents.get(id) ?? null) {
    if (seen.has(id)) return true;
    seen.add(id);
  }
  return false;
}

/** Rows that were there keep their order, however the sheet is sorted; a new row comes after the row above it. Renumbered only when rows came or went. */
function inOrder(
  { nodes: former }: PlanDocument,
  nodes: readonly PlanNode[],
  rows: readonly RowNode[],
): readonly PlanNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const kept = former.flatMap(({ id }) => byId.get(id) ?? []);
  if (rows.every(({ before }) => before !== null) && kept.length === former.length) return kept;
  const following = new Map<string, PlanNode>();
  const starts = [...kept].sort((left, right) => left.order - right.order);
  rows.forEach(({ id, before }, index) => {
    const node = byId.get(id);
    if (before !== null || !node) return;
    const above = rows[index - 1]?.id;
    if (above === undefined) starts.push(node);
    else following.set(above, node);
  });
  const ordered: PlanNode[] = [];
  for (const start of starts)
    for (let node: PlanNode | undefined = start; node; node = following.get(node.id)) ordered.push(node);
  return ordered.map((node, order) => ({ ...node, order }));
}
