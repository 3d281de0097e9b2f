import type { Amount, PlanDocument } from '../../plan/document';
import { creditSchemaOf, rollUp } from '../../figures/amounts';
import { cellKey } from '../../figures/cell';
import { keyed } from '../pairs';
import { conflictOf, type Conflict } from './conflict';
import { mergeList, type MergeField } from './threeWay';

const FIELDS: readonly MergeField<Amount>[] = [
  { name: 'cents', get: ({ cents }) => cents, set: (amount, cents: Amount['cents']) => ({ ...amount, cents }) },
];

const keyOf = (amount: Amount): string => `${amount.node ?? ''}|${cellKey(amount)}|${amount.line ?? ''}`;

/** Lines of credits of a document that was read; `isLine`: does a node bear its amounts itself? */
function linesOf(document: PlanDocument, isLine: (node: string) => boolean): Amounts {
  const schema = creditSchemaOf(document);
  return keyed(
    document.amounts.filter(
      ({ node, direction, schema: of, line }) =>
        node !== null && direction !== 'balance' && of === schema && (line !== undefined || isLine(node)),
    ),
    keyOf,
  );
}

/** The lines of credits of three versions that name nodes alike: what is entered. Sums of the plan and balances follow from them. */
export function creditLines(
  base: PlanDocument,
  mine: PlanDocument,
  theirs: PlanDocument,
): { readonly base: Amounts; readonly mine: Amounts; readonly theirs: Amounts } {
  const [before, now, after] = [base, mine, theirs].map((each) => rollUp(each, creditSchemaOf(each)).isSum);
  const printed = linesOf(base, (node) => before?.(node) === false);
  const bearing = new Set([...printed.values()].map(({ node }) => node));
  return {
    base: printed,
    // What was printed as a sum stays one, and a node that came to add up others bears no credits of its own but those it had.
    mine: new Map(
      [...linesOf(mine, (node) => before?.(node) === false && (now?.(node) === false || bearing.has(node)))].filter(
        ([key, { node }]) => node === null || now?.(node) === false || printed.has(key),
      ),
    ),
    theirs: linesOf(theirs, (node) => after?.(node) === false),
  };
}

type Amounts = ReadonlyMap<string, Amount>;

/** Amounts that one version of the plan has otherwise than another. */
export function changedAmounts(before: Amounts, after: Amounts): readonly Amount[] {
  return [...after].flatMap(([key, amount]) => {
    const former = before.get(key);
    return former?.cents === amount.cents ? [] : [amount];
  });
}

export interface MergedAmounts {
  /** All amounts of theirs, with the merged lines. */
  readonly amounts: readonly Amount[];
  readonly conflicts: readonly Conflict[];
}

/** Merges the lines of credits of three versions that name nodes alike. `stays`: ids of the nodes of the result. */
export function mergeAmounts(
  theirs: PlanDocument,
  lines: { readonly base: Amounts; readonly mine: Amounts; readonly theirs: Amounts },
  stays: ReadonlySet<string>,
): MergedAmounts {
  const { items, clashes } = mergeList(lines.base, lines.mine, lines.theirs, FIELDS);
  const printed = new Map(theirs.amounts.map((amount) => [keyOf(amount), amount.cents]));
  const conflicts = clashes.flatMap(({ key, clash }): readonly Conflict[] => {
    // A line that became a sum on both sides is what it is on both.
    if (lines.mine.has(key) && lines.mine.get(key)?.cents === printed.get(key)) return [];
    const amount = items.get(key) ?? lines.mine.get(key) ?? lines.theirs.get(key);
    return amount ? [conflictOf('amount', amount.node, key.slice((amount.node ?? '').length + 1), clash)] : [];
  });
  const merged = inPlace(theirs.amounts, lines.theirs, items, stays);
  const isSame = merged.length === theirs.amounts.length && merged.every((amount, at) => amount === theirs.amounts[at]);
  return { amounts: isSame ? theirs.amounts : merged, conflicts };
}

/** The amounts of theirs with each line where it stood; lines that are only mine come after the last one of their node. */
function inPlace(
  amounts: readonly Amount[],
  theirs: Amounts,
  merged: Amounts,
  stays: ReadonlySet<string>,
): readonly Amount[] {
  const lines = new Map([...theirs].map(([key, amount]) => [amount, key]));
  const keys = new Map(amounts.flatMap((amount) => (lines.has(amount) ? [[amount, lines.get(amount) ?? '']] : [])));
  const standing = new Set(keys.values());
  // What theirs prints as a sum is no place for a line of mine: that stands in a conflict.
  const printed = new Set(amounts.map(keyOf));
  const own = [...merged].flatMap(([key, amount]) => (standing.has(key) || printed.has(keyOf(amount)) ? [] : [amount]));
  const replaced = amounts.flatMap((amount): readonly Amount[] => {
    const key = keys.get(amount);
    const now = key === undefined ? amount : merged.get(key);
    return now && (now.node === null || stays.has(now.node)) ? [now] : [];
  });
  return [...replaced, ...own.filter(({ node }) => node !== null && stays.has(node))];
}
