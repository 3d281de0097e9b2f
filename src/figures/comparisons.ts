import type { PlanDocument } from '../plan/document';
import { isFlow, quantitiesOf, type FigureSource, type Quantity } from './quantities';
import { samePlan, sameVersion } from './version';

/** A quantity as one place prints it, with the places before it that print the same one, the most detailed first. */
export interface Comparison {
  readonly quantity: Quantity;
  readonly references: readonly Quantity[];
}

/** What two places must have in common to be held against each other. */
type Column = Pick<Quantity, 'where' | 'versions' | 'phase' | 'year'>;

const namesCredits = ({ where }: Column): boolean => where === 'J1' || where === 'J2' || where === 'J3';

/** The evaluation prints the credits that J3 closes: its plan column is a final credit, of the version J1 to J3 name. */
function areComparable(left: Column, right: Column): boolean {
  if (left.versions === null || right.versions === null) {
    return namesCredits(left) || namesCredits(right) || left.phase === 'actual';
  }
  return sameVersion(left.versions, right.versions, left.phase, left.year);
}

/**
 * Every place of every quantity beside the earlier places it can be held against, year by year: evaluation, J1, J2, J3, T1, T2
 * (BBC.md, identities 1 and 2). Only places that print the same accounts or the same version of the plan are comparable.
 */
export function comparisonsOf(document: PlanDocument, source: FigureSource): readonly Comparison[] {
  const places = new Map<string, Quantity[]>();
  return quantitiesOf(document, source).map((quantity) => {
    const key = `${quantity.name} ${quantity.year} ${quantity.phase}`;
    const before = places.get(key) ?? [];
    places.set(key, [...before, quantity]);
    return {
      quantity,
      references: before.filter((other) => other.where !== quantity.where && areComparable(other, quantity)),
    };
  });
}

/**
 * The place that tells a quantity for a column of another: the first of `places` that prints the same accounts or the same version of the
 * plan; null when none does.
 */
export function placeTelling(
  quantities: readonly Quantity[],
  name: Quantity['name'],
  column: Column,
  places: readonly string[],
): Quantity | null {
  const { year, phase, where } = column;
  const same = quantities.filter(
    (each) => each.name === name && each.year === year && each.phase === phase && each.where !== where,
  );
  const telling = places.map((place) => same.find((each) => each.where === place && areComparable(each, column)));
  return telling.find((each) => each !== undefined) ?? null;
}

/** The plan column of T1 after carry-over beside the credit of J3 it follows from: that credit less what was carried over. */
export interface AfterTransfer {
  readonly after: Quantity;
  readonly credit: Quantity;
}

/**
 * Flows of T1 that were printed after the credits were carried over: another version of the plan than that of J3 (BBC.md, norms and
 * credits). Balances and results follow from them.
 */
export function afterTransfers(document: PlanDocument, source: FigureSource): readonly AfterTransfer[] {
  if (document.transfers.length === 0) return [];
  const flows = quantitiesOf(document, source).filter(({ phase, name }) => phase === 'plan' && isFlow(name));
  return flows.flatMap((after) => {
    if (after.where !== 'T1') return [];
    const credit = flows.find(({ where, name, year }) => where === 'J3' && name === after.name && year === after.year);
    return credit?.versions && after.versions && !samePlan(after.versions, credit.versions) ? [{ after, credit }] : [];
  });
}
