import type { PlanNode } from '../../plan/document';
import { addCents, roundingBoundCents, type Cents } from '../../plan/money';
import { KINDS, type Kind } from '../../plan/vocabulary';
import { realisationRate, remainderCents } from '../../figures/realisation';
import { foldSearch, yearsOf, type PlanIndex } from './planIndex';

/** The expenditure credit of one node, kind and year, and where it went; cents, null is not printed. */
export interface CreditLine {
  readonly key: string;
  readonly node: PlanNode;
  readonly year: number;
  readonly kind: Kind;
  readonly initial: Cents | null;
  readonly final: Cents | null;
  readonly actual: Cents | null;
  /** Never negative: what goes beyond the credit is the overrun. */
  readonly left: Cents;
  readonly carried: Cents;
  readonly lapsed: Cents;
  readonly overrun: Cents;
  /** Carried over beyond what was left, as far as rounding does not explain it. */
  readonly excess: Cents;
  readonly rate: number | null;
}

export interface CreditTotals {
  readonly initial: Cents;
  readonly final: Cents;
  readonly actual: Cents;
  readonly left: Cents;
  readonly carried: Cents;
  readonly lapsed: Cents;
  readonly overrun: Cents;
}

export const needsAttention = ({ overrun, excess }: CreditLine): boolean => overrun > 0 || excess > 0;

const carryKey = (code: string, kind: Kind, year: number): string => `${code}|${kind}|${year}`;

/** Expenditure that was carried over, per code, kind and year it comes from. */
function carriedOver({ document }: PlanIndex): ReadonlyMap<string, Cents> {
  const sums = new Map<string, Cents>();
  for (const { node, kind, direction, fromYear, amountCents } of document.transfers) {
    if (node === null || direction !== 'expenditure') continue;
    const key = carryKey(node, kind, fromYear);
    sums.set(key, addCents(sums.get(key) ?? 0, amountCents));
  }
  return sums;
}

/** Nodes that print credits of their own and have nothing below that does: where the money really sits. */
function bearers({ ordered, rollup }: PlanIndex): readonly PlanNode[] {
  return ordered.filter(({ id }) => rollup.hasAmounts(id) && !rollup.tree.children(id).some((child) => rollup.hasAmounts(child.id)));
}

/** The reconciliation per action; what needs attention first, then the largest amount that lapses. */
export function creditLines(index: PlanIndex): readonly CreditLine[] {
  const carried = carriedOver(index);
  const lines = bearers(index).flatMap((node) =>
    yearsOf(index.rollup).flatMap((year) =>
      KINDS.flatMap((kind): readonly CreditLine[] => {
        const at = (phase: 'initialBudget' | 'finalBudget' | 'actual'): Cents | null => index.rollup.rolled(node.id, { year, kind, direction: 'expenditure', phase });
        const [initial, final, actual] = [at('initialBudget'), at('finalBudget'), at('actual')];
        if (initial === null && final === null && actual === null) return [];
        return [creditLine(node, year, kind, { initial, final, actual }, carried.get(carryKey(node.code ?? node.id, kind, year)) ?? 0)];
      }),
    ),
  );
  return lines.sort(byUrgency);
}

/** Final credit and accounts are each rounded on their own: what is left may be this much off. */
const ROUNDING = roundingBoundCents(2, 'euro');

type Printed = Pick<CreditLine, 'initial' | 'final' | 'actual'>;

function creditLine(node: PlanNode, year: number, kind: Kind, printed: Printed, carried: Cents): CreditLine {
  const remainder = remainderCents(printed.actual, printed.final) ?? 0;
  const left = Math.max(remainder, 0);
  return {
    key: `${node.id}|${kind}|${year}`,
    node,
    year,
    kind,
    ...printed,
    left,
    carried,
    lapsed: Math.max(left - carried, 0),
    overrun: Math.max(-remainder, 0),
    excess: carried - left > ROUNDING ? carried - left : 0,
    rate: realisationRate(printed.actual, printed.final),
  };
}

const byUrgency = (one: CreditLine, other: CreditLine): number =>
  Math.max(other.overrun, other.excess) - Math.max(one.overrun, one.excess) || other.lapsed - one.lapsed || one.node.order - other.node.order;

export interface CreditFilter {
  readonly search: string;
  readonly kind: Kind | null;
  readonly onlyAttention: boolean;
}

export const ALL_CREDITS: CreditFilter = { search: '', kind: null, onlyAttention: false };

/** Lines that a filter lets through, in the order they came. */
export function filterCredits(lines: readonly CreditLine[], { search, kind, onlyAttention }: CreditFilter): readonly CreditLine[] {
  const words = foldSearch(search).split(/\s+/).filter((word) => word !== '');
  return lines.filter(
    (line) =>
      (kind === null || line.kind === kind) &&
      (!onlyAttention || needsAttention(line)) &&
      (words.length === 0 || matches(words, line.node)),
  );
}

function matches(words: readonly string[], { code, title }: PlanNode): boolean {
  const text = foldSearch(`${code ?? ''} ${title}`);
  return words.every((word) => text.includes(word));
}

/** Sums of lines, in cents; what is not printed adds nothing. */
export function creditTotals(lines: readonly CreditLine[]): CreditTotals {
  const sum = (of: (line: CreditLine) => Cents | null): Cents => lines.reduce((total, line) => addCents(total, of(line) ?? 0), 0);
  return {
    initial: sum(({ initial }) => initial),
    final: sum(({ final }) => final),
    actual: sum(({ actual }) => actual),
    left: sum(({ left }) => left),
    carried: sum(({ carried }) => carried),
    lapsed: sum(({ lapsed }) => lapsed),
    overrun: sum(({ overrun }) => overrun),
  };
}
