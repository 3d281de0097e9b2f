import type { PlanNode } from '../../plan/document';
import type { Finding } from '../../plan/finding';
import { foldSearch, type PlanIndex } from './planIndex';

export type MoneyFilter = 'any' | 'with' | 'without' | 'overrun';
export type FindingFilter = 'any' | 'with' | 'errors';

/** Nodes without an evaluation, among the status codes of a filter. */
export const NO_EVALUATION = '';

/** What the tree shows. Empty lists of codes and levels mean all. */
export interface PlanFilter {
  readonly search: string;
  readonly statuses: readonly string[];
  readonly levels: readonly string[];
  readonly money: MoneyFilter;
  readonly findings: FindingFilter;
}

export const EVERYTHING: PlanFilter = { search: '', statuses: [], levels: [], money: 'any', findings: 'any' };

export const activeFilters = ({ statuses, levels, money, findings }: PlanFilter): number =>
  [statuses.length > 0, levels.length > 0, money !== 'any', findings !== 'any'].filter(Boolean).length;

/** One line of the tree as it is shown. */
export interface PlanRow {
  readonly node: PlanNode;
  readonly depth: number;
  readonly parts: number;
  readonly open: boolean;
  /** Shown for the sake of a node below it only. */
  readonly context: boolean;
  /** 1-based place among its shown siblings, and how many those are. */
  readonly position: number;
  readonly siblings: number;
}

export interface PlanView {
  readonly rows: readonly PlanRow[];
  /** How many nodes match; all of them without a filter. */
  readonly matches: number;
}

type OpenFindings = ReadonlyMap<string, readonly Finding[]>;

function matcher(index: PlanIndex, filter: PlanFilter, openFindings: OpenFindings): (node: PlanNode) => boolean {
  const words = foldSearch(filter.search)
    .split(/\s+/)
    .filter((word) => word !== '');
  const statuses = new Set(filter.statuses);
  const levels = new Set(filter.levels);
  const { rollup } = index;
  const money: Readonly<Record<MoneyFilter, (id: string) => boolean>> = {
    any: () => true,
    with: (id) => rollup.hasAmounts(id),
    without: (id) => !rollup.hasAmounts(id),
    overrun: (id) => index.overrun.has(id),
  };
  const findings: Readonly<Record<FindingFilter, (id: string) => boolean>> = {
    any: () => true,
    with: (id) => openFindings.has(id),
    errors: (id) => openFindings.get(id)?.some(({ severity }) => severity === 'error') ?? false,
  };
  return (node) =>
    (levels.size === 0 || levels.has(node.level)) &&
    (statuses.size === 0 || statuses.has(node.evaluation?.status ?? NO_EVALUATION)) &&
    money[filter.money](node.id) &&
    findings[filter.findings](node.id) &&
    words.every((word) => index.haystack.get(node.id)?.includes(word));
}

const isEverything = (filter: PlanFilter): boolean => filter.search.trim() === '' && activeFilters(filter) === 0;

/** The lines of the tree: without a filter what is opened, with one every match under its opened ancestors. O(nodes). */
export function planView(
  index: PlanIndex,
  filter: PlanFilter,
  opened: ReadonlySet<string>,
  openFindings: OpenFindings,
): PlanView {
  const everything = isEverything(filter);
  const { ordered, rollup } = index;
  const matched = everything ? null : new Set(ordered.filter(matcher(index, filter, openFindings)).map(({ id }) => id));
  const kept = matched === null ? null : withAncestors(index, matched);
  const rows: PlanRow[] = [];
  const visit = (parent: string | null, depth: number): void => {
    const all = rollup.tree.children(parent);
    const shown = kept === null ? all : all.filter(({ id }) => kept.has(id));
    shown.forEach((node, position) => {
      const parts = rollup.tree.children(node.id);
      const open = parts.length > 0 && (kept === null ? opened.has(node.id) : parts.some(({ id }) => kept.has(id)));
      rows.push({
        node,
        depth,
        parts: parts.length,
        open,
        context: matched !== null && !matched.has(node.id),
        position: position + 1,
        siblings: shown.length,
      });
      if (open) visit(node.id, depth + 1);
    });
  };
  visit(null, 0);
  return { rows, matches: matched?.size ?? ordered.length };
}

function withAncestors(index: PlanIndex, matched: ReadonlySet<string>): ReadonlySet<string> {
  const kept = new Set(matched);
  for (const node of index.rollup.tree.bottomUp) if (kept.has(node.id) && node.parent !== null) kept.add(node.parent);
  return kept;
}
