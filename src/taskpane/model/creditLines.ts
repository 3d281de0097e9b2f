import type { CreditLine } from '../../figures/reconciliation/creditLines';
import { totalOf, type CreditTotal } from '../../figures/reconciliation/creditTotals';
import { reconcile } from '../../figures/reconciliation/reconciliation';
import type { VerdictThresholds } from '../../figures/reconciliation/verdict';
import { FLOWS, type Flow, type Kind } from '../../plan/vocabulary';
import { foldSearch, type PlanIndex } from './planIndex';

/** A line of the screen of credits: the record of the reconciliation, with a key for the list. */
export interface ListedCredit extends CreditLine {
  readonly key: string;
}

/** Does the line ask for an explanation? What merely lapses, or comes in above the credit, does not. */
export const needsAttention = ({ verdict, direction }: CreditLine): boolean =>
  verdict === 'transferWithoutCredit' ||
  verdict === 'carriedTooMuch' ||
  (verdict === 'overrun' && direction === 'expenditure');

/** The lines of the reconciliation; what needs attention first, then the largest amount that lapses. */
export function listedCredits({ document }: PlanIndex, thresholds: VerdictThresholds): readonly ListedCredit[] {
  const lines = reconcile(document, thresholds).lines.map((line): ListedCredit => ({
    ...line,
    key: `${line.node?.id ?? line.code}|${line.year}|${line.kind}|${line.direction}`,
  }));
  return [...lines].sort(byUrgency);
}

/** Beyond the credit, or beyond what was left of it, in cents. */
const beyond = ({ overrun, carriedTooMuch }: CreditLine): number => Math.max(overrun ?? 0, carriedTooMuch ?? 0);

const byUrgency = (one: ListedCredit, other: ListedCredit): number =>
  Number(needsAttention(other)) - Number(needsAttention(one)) ||
  (needsAttention(one) ? beyond(other) - beyond(one) : 0) ||
  (other.lapsed ?? 0) - (one.lapsed ?? 0) ||
  (one.node?.order ?? 0) - (other.node?.order ?? 0);

/** Expenditure and receipts are looked at apart: they are never added. */
export interface CreditFilter {
  readonly direction: Flow;
  readonly search: string;
  readonly kind: Kind | null;
  readonly onlyAttention: boolean;
}

export const ALL_CREDITS: CreditFilter = { direction: 'expenditure', search: '', kind: null, onlyAttention: false };

/** Directions that have lines. */
export const directionsOf = (lines: readonly CreditLine[]): readonly Flow[] =>
  FLOWS.filter((flow) => lines.some(({ direction }) => direction === flow));

/** Lines that a filter lets through, in the order they came. */
export function filterCredits(
  lines: readonly ListedCredit[],
  { direction, search, kind, onlyAttention }: CreditFilter,
): readonly ListedCredit[] {
  const words = foldSearch(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  return lines.filter(
    (line) =>
      line.direction === direction &&
      (kind === null || line.kind === kind) &&
      (!onlyAttention || needsAttention(line)) &&
      (words.length === 0 || matches(words, line)),
  );
}

function matches(words: readonly string[], { code, node }: CreditLine): boolean {
  const text = foldSearch(`${code} ${node?.title ?? ''}`);
  return words.every((word) => text.includes(word));
}

/** The totals of lines of one direction, a record per year; [] without lines. */
export function shownTotals(lines: readonly CreditLine[]): readonly CreditTotal[] {
  const years = [...new Set(lines.map(({ year }) => year))].sort((left, right) => left - right);
  return years.flatMap((year) => {
    const own = lines.filter((line) => line.year === year);
    return directionsOf(own).map((direction) =>
      totalOf(
        own.filter((line) => line.direction === direction),
        { node: null, year, kind: null, direction },
      ),
    );
  });
}
