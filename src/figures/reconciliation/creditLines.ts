import type { Amount, PlanDocument, PlanNode, Transfer } from '../../plan/document';
import { sumCents, type Cents } from '../../plan/money';
import { FLOWS, KINDS, type Flow, type Kind } from '../../plan/vocabulary';
import { creditSchemaOf, rollUp, summingNodes, type Rollup } from '../amounts';
import type { Cell } from '../cell';
import { creditFigures, type CreditFigures } from './creditFigures';
import { verdictOf, type Verdict, type VerdictThresholds } from './verdict';

/** The credit of one code, year, kind and direction, and where it went. */
export interface CreditLine extends CreditFigures {
  /** null: only a transfer names the code. */
  readonly node: PlanNode | null;
  /** As printed: that of the node, or the one the transfer names. */
  readonly code: string;
  readonly year: number;
  readonly kind: Kind;
  readonly direction: Flow;
  readonly verdict: Verdict | null;
  /** What was carried over, as listed. */
  readonly transfers: readonly Transfer[];
  /**
   * Ids of the nodes above, from the parent up. Of a code that is not in the plan: what the transfer says that it
   * stands under.
   */
  readonly above: readonly string[];
}

export type LineHead = Pick<CreditLine, 'year' | 'kind' | 'direction'>;

const isFlow = (direction: Transfer['direction']): direction is Flow => direction !== 'balance';

/** The code a transfer counts for: its action, else the plan or objective it stands under, else its own number. */
export const transferCode = ({
  node,
  actionPlan,
  objective,
  id,
}: Pick<Transfer, 'node' | 'actionPlan' | 'objective' | 'id'>): string => node || actionPlan || objective || id;

export const nodeCode = ({ code, id }: Pick<PlanNode, 'code' | 'id'>): string => code ?? id;

/** Codes are compared without regard to case, as spreadsheets do. */
export const foldCode = (code: string): string => code.trim().toLowerCase();

/**
 * Finds the node a transfer names: by its code, and where several bear it the one under the plan or objective that the
 * transfer names.
 */
function nodeFinder({ nodes }: Pick<PlanDocument, 'nodes'>, { tree }: Rollup): (transfer: Transfer) => PlanNode | null {
  const byCode = new Map<string, PlanNode[]>();
  for (const node of nodes) {
    const key = foldCode(nodeCode(node));
    byCode.set(key, [...(byCode.get(key) ?? []), node]);
  }
  return (transfer) => {
    const [first, ...others] = byCode.get(foldCode(transferCode(transfer))) ?? [];
    if (!first || others.length === 0) return first ?? tree.byId.get(transferCode(transfer)) ?? null;
    const stands = (node: PlanNode, under: string | null): boolean =>
      tree.ancestors(node.id).some((above) => nodeCode(above) === under);
    const candidates = [first, ...others];
    return (
      candidates.find((node) => stands(node, transfer.actionPlan)) ??
      candidates.find((node) => stands(node, transfer.objective)) ??
      first
    );
  };
}

/** Where credits of a document stand: the nodes that print them themselves, with their figures. */
export interface CreditSource {
  readonly rollup: Rollup;
  readonly nodes: readonly PlanNode[];
  /** Years with final credits or accounts: the others only have plan figures, and nothing to reconcile. */
  readonly years: readonly number[];
}

export function creditSource(document: Pick<PlanDocument, 'nodes' | 'amounts'>): CreditSource {
  const schema = creditSchemaOf(document);
  const rollup = rollUp(document, schema);
  const summing = summingNodes(rollup);
  // A plan or objective may bear lines of its own beside the sum of what stands under it.
  const bearing = new Set(
    document.amounts.flatMap(({ node, line }) => (node === null || line === undefined ? [] : [node])),
  );
  const closes = (amount: Amount): boolean =>
    amount.schema === schema && amount.cents !== null && (amount.phase === 'finalBudget' || amount.phase === 'actual');
  return {
    rollup,
    nodes: [...document.nodes]
      .sort((left, right) => left.order - right.order)
      .filter(({ id }) => (rollup.hasAmounts(id) && !summing.has(id)) || bearing.has(id)),
    years: [...new Set(document.amounts.filter(closes).map(({ year }) => year))].sort((left, right) => left - right),
  };
}

interface Draft extends LineHead, Pick<CreditLine, 'node' | 'code' | 'above'> {
  readonly initial: Cents | null;
  readonly final: Cents | null;
  readonly actual: Cents | null;
  readonly transfers: readonly Transfer[];
}

const keyOf = (node: PlanNode | null, code: string, { year, kind, direction }: LineHead): string =>
  `${node ? 'node' : 'code'}|${node?.id ?? foldCode(code)}|${year}|${kind}|${direction}`;

/** What a node bears itself: where others stand under it only the lines beside their sum. */
const ownCents = (rollup: Rollup, node: string, cell: Cell): Cents | null =>
  rollup.isSum(node) ? rollup.lines(node, cell) : rollup.rolled(node, cell);

function printedLines({ rollup, nodes, years }: CreditSource): Map<string, Draft> {
  const drafts = new Map<string, Draft>();
  for (const node of nodes) {
    const above = rollup.tree.ancestors(node.id).map(({ id }) => id);
    for (const year of years)
      for (const kind of KINDS)
        for (const direction of FLOWS) {
          const cents = (phase: 'initialBudget' | 'finalBudget' | 'actual'): Cents | null =>
            ownCents(rollup, node.id, { year, kind, direction, phase });
          const [initial, final, actual] = [cents('initialBudget'), cents('finalBudget'), cents('actual')];
          if (initial === null && final === null && actual === null) continue;
          const head = { year, kind, direction };
          drafts.set(keyOf(node, '', head), {
            ...head,
            node,
            code: nodeCode(node),
            above,
            initial,
            final,
            actual,
            transfers: [],
          });
        }
  }
  return drafts;
}

/**
 * Adds what was carried over: to the line of its node, or as a line of its own where the code prints no such credit.
 */
function addTransfers(
  drafts: Map<string, Draft>,
  document: Pick<PlanDocument, 'nodes' | 'transfers'>,
  { rollup }: CreditSource,
): void {
  const nodeOf = nodeFinder(document, rollup);
  for (const transfer of document.transfers) {
    const { direction, kind, fromYear: year } = transfer;
    if (!isFlow(direction)) continue;
    const node = nodeOf(transfer);
    const code = transferCode(transfer);
    const key = keyOf(node, code, { year, kind, direction });
    const known = drafts.get(key) ?? {
      year,
      kind,
      direction,
      node,
      code: node ? nodeCode(node) : code,
      above: aboveOf(transfer, node, rollup, nodeOf),
      initial: null,
      final: null,
      actual: null,
      transfers: [],
    };
    drafts.set(key, { ...known, transfers: [...known.transfers, transfer] });
  }
}

function aboveOf(
  transfer: Transfer,
  node: PlanNode | null,
  { tree }: Rollup,
  nodeOf: (transfer: Transfer) => PlanNode | null,
): readonly string[] {
  const ancestors = (of: PlanNode): readonly string[] => tree.ancestors(of.id).map(({ id }) => id);
  if (node) return ancestors(node);
  const { actionPlan, objective } = transfer;
  const place =
    nodeOf({ ...transfer, node: null }) ??
    (actionPlan && objective ? nodeOf({ ...transfer, node: null, actionPlan: null }) : null);
  return place ? [place.id, ...ancestors(place)] : [];
}

/**
 * Every line of the reconciliation, by year, in the order of the plan (codes it does not know last), by kind and
 * direction.
 */
export function creditLines(
  document: Pick<PlanDocument, 'nodes' | 'amounts' | 'transfers'>,
  source: CreditSource,
  thresholds: VerdictThresholds,
): readonly CreditLine[] {
  const drafts = printedLines(source);
  addTransfers(drafts, document, source);
  const place = ({ node }: CreditLine): number => node?.order ?? Infinity;
  const lines = [...drafts.values()].map(({ initial, final, actual, transfers, ...head }): CreditLine => {
    const figures = creditFigures({
      initial,
      final,
      actual,
      carriedOver: sumCents(transfers.map(({ amountCents }) => amountCents)),
    });
    return { ...head, ...figures, transfers, verdict: verdictOf(figures, thresholds) };
  });
  return lines.sort(
    (left, right) =>
      left.year - right.year ||
      (place(left) === place(right) ? 0 : place(left) - place(right)) ||
      KINDS.indexOf(left.kind) - KINDS.indexOf(right.kind) ||
      FLOWS.indexOf(left.direction) - FLOWS.indexOf(right.direction),
  );
}
