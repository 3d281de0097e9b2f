import type { PlanDocument } from '../plan/document';

/** Parts of a document a check reads: an edit elsewhere cannot change what it says. */
export const PARTS = [
  'info',
  'nodes',
  'amounts',
  'statements',
  'transfers',
  'offBalance',
  'participations',
  'texts',
  'announcements',
  'lines',
  'indicators',
  'links',
  'tables',
  'ledger',
] as const;
export type Part = (typeof PARTS)[number];

/** The objects a part consists of. Documents are immutable and share what an edit did not touch. */
const SLICES: Readonly<Record<Part, (document: PlanDocument) => readonly object[]>> = {
  info: ({ document }) => [document],
  nodes: ({ nodes, levels }) => [nodes, levels],
  amounts: ({ amounts }) => [amounts],
  statements: ({ statements }) => [statements],
  transfers: ({ transfers, transferTotals }) => [transfers, transferTotals],
  offBalance: ({ offBalance, offBalanceEntries }) => [offBalance, offBalanceEntries],
  participations: ({ participations }) => [participations],
  texts: ({ texts }) => [texts],
  announcements: ({ announcements }) => [announcements],
  lines: ({ lines, findings }) => [lines, findings],
  indicators: ({ indicators }) => [indicators],
  links: ({ links }) => [links],
  tables: ({ tables }) => (tables ? [tables] : []),
  ledger: ({ ledger }) => (ledger ? [ledger] : []),
};

export const slicesOf = (document: PlanDocument, parts: readonly Part[]): readonly object[] =>
  parts.flatMap((part) => SLICES[part](document));

const areSame = (left: readonly object[], right: readonly object[]): boolean =>
  left.length === right.length && left.every((slice, at) => slice === right[at]);

/** Parts that differ between two versions of a document. */
export const changedParts = (before: PlanDocument, after: PlanDocument): readonly Part[] =>
  PARTS.filter((part) => !areSame(SLICES[part](before), SLICES[part](after)));

interface Remembered<Value> {
  readonly slices: readonly object[];
  readonly value: Value;
}

/** Remembers what follows from some parts of a document, for as long as those parts live. */
export function rememberByParts<Value>(
  parts: readonly Part[],
  make: (document: PlanDocument) => Value,
): (document: PlanDocument) => Value {
  const known = new WeakMap<object, Remembered<Value>>();
  return (document) => {
    const slices = slicesOf(document, parts);
    const [first] = slices;
    const remembered = first ? known.get(first) : undefined;
    if (remembered && areSame(remembered.slices, slices)) return remembered.value;
    const value = make(document);
    if (first) known.set(first, { slices, value });
    return value;
  };
}
