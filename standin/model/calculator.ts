import type { Book } from './book';

/** Gives formula cells their values after a change. The model keeps formula texts only; what they yield is the calculator's. */
export interface Calculator {
  /** Sets `value` of formula cells (putCell with the same formula and format). Called once per request, and after each edit by hand. */
  recalculate(book: Book): void;
}

/** Calculates nothing: a formula cell keeps 0 until something else gives it a value. Tests that need results take another one. */
export const nullCalculator: Calculator = { recalculate: () => undefined };
