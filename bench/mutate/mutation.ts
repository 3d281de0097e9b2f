import type { PlanDocument } from '../../src/plan/document';

/** Where a changed value is printed: the cell a finding must name. */
export interface Spot {
  readonly schema: string | null;
  readonly node: string | null;
  readonly line: number;
  readonly column: number | null;
  /** Codes and numbers a finding may call it by. */
  readonly names?: readonly string[];
}

/** One change of one printed thing. */
export interface Mutation {
  readonly section: string;
  /** figure: held against the sums it takes part in; rule: held against a rule of another kind. */
  readonly sort: 'figure' | 'rule';
  /** What was done, for the list of survivors. */
  readonly told: string;
  readonly spot: Spot;
  /** How far a figure was moved, in cents. */
  readonly shift?: number;
  readonly apply: (document: PlanDocument) => PlanDocument;
  /** The report as text, for what only the reader can notice; null when the change is made in the document. */
  readonly text?: (report: string) => string;
}

/** The list with the element at `index` replaced. */
export const replaced = <Item>(items: readonly Item[], index: number, change: (item: Item) => Item): readonly Item[] =>
  items.map((item, at) => (at === index ? change(item) : item));
