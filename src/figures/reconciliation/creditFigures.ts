import { addCents, sumCents, type Cents } from '../../plan/money';
import { remainderCents } from '../realisation';

/** What is known of a credit, in the order in which a reader follows it. */
export const CREDIT_FIGURES = [
  'initial',
  'final',
  'actual',
  'overrun',
  'carriedOver',
  'carriedTooMuch',
  'lapsed',
] as const;
export type CreditFigure = (typeof CREDIT_FIGURES)[number];

/**
 * A credit through the year, in cents; null: not printed, or nothing to work it out from. What is not printed counts
 * as nothing in
 * `final + overrun + carriedTooMuch = actual + carriedOver + lapsed`, which holds for every line and for every sum of
 * lines. The last
 * three are never below 0; for receipts an overrun is what came in above the credit, and what lapsed did not come in
 * at all.
 */
export type CreditFigures = Readonly<Record<CreditFigure, Cents | null>>;

export type PrintedCredit = Pick<CreditFigures, 'initial' | 'final' | 'actual' | 'carriedOver'>;

const atLeastZero = (cents: Cents): Cents => Math.max(cents, 0);

/** What is left of a credit and what was spent beyond it, of which one is 0; null when neither figure is printed. */
export function leftAndOverrun({ final, actual }: Pick<CreditFigures, 'final' | 'actual'>): {
  readonly left: Cents | null;
  readonly overrun: Cents | null;
} {
  const remainder = remainderCents(actual, final);
  return remainder === null
    ? { left: null, overrun: null }
    : { left: atLeastZero(remainder), overrun: atLeastZero(-remainder) };
}

/** The definition of the reconciliation (BBC.md, norms and credits): where what was left of a credit went. */
export function creditFigures({ initial, final, actual, carriedOver }: PrintedCredit): CreditFigures {
  const { left, overrun } = leftAndOverrun({ final, actual });
  if (left === null) {
    // Nothing was left of what is not there; a transfer that takes back keeps the sum right.
    const carriedTooMuch = carriedOver === null ? null : atLeastZero(carriedOver);
    const lapsed = carriedOver !== null && carriedOver < 0 ? -carriedOver : null;
    return { initial, final, actual, overrun, carriedOver, carriedTooMuch, lapsed };
  }
  const carriedTooMuch = atLeastZero(addCents(carriedOver ?? 0, -left));
  const lapsed = atLeastZero(addCents(left, -(carriedOver ?? 0)));
  return { initial, final, actual, overrun, carriedOver, carriedTooMuch, lapsed };
}

/** The sum of lines, figure by figure: what is too much on one line does not make up for what is left on another. */
export function sumOfFigures(lines: readonly CreditFigures[]): CreditFigures {
  const sum = (name: CreditFigure): Cents | null => sumCents(lines.map((line) => line[name]));
  return {
    initial: sum('initial'),
    final: sum('final'),
    actual: sum('actual'),
    overrun: sum('overrun'),
    carriedOver: sum('carriedOver'),
    carriedTooMuch: sum('carriedTooMuch'),
    lapsed: sum('lapsed'),
  };
}
