import type { Statement } from '../plan/document';
import { rowWithId } from './rows/identify';

/** A stock that rolls forward: `opening` in a year is `closing` in the year before. Indexes among the rows of the statement. */
export interface Carry {
  readonly opening: number;
  readonly closing: number;
}

/** Two rows that are each other's opposite in every column: what leaves one stock enters the other. */
export interface Mirror {
  readonly left: number;
  readonly right: number;
}

/** Where schema-rows.csv says "= ... of the year before". */
const CARRIES: readonly (readonly [opening: string, closing: string])[] = [
  ['T4.A.1', 'T4.A'],
  ['T4.B.1', 'T4.B'],
  ['T3.A', 'T3.D'],
  ['J2.VI', 'J2.VII'],
  ['M2.VI', 'M2.VII'],
];

const MIRRORS: readonly (readonly [left: string, right: string])[] = [['T4.A.4', 'T4.B.3']];

/** The stocks of a statement that roll forward from year to year (T4, T3 of BBC 3.0, J2 VI). */
export const carriesOf = (statement: Statement): readonly Carry[] =>
  CARRIES.flatMap((ids) => {
    const [opening, closing] = ids.map((id) => rowWithId(statement, id));
    return typeof opening === 'number' && typeof closing === 'number' ? [{ opening, closing }] : [];
  });

/** The pairs of rows of a statement that mirror each other (T4, overboekingen). */
export const mirrorsOf = (statement: Statement): readonly Mirror[] =>
  MIRRORS.flatMap((ids) => {
    const [left, right] = ids.map((id) => rowWithId(statement, id));
    return typeof left === 'number' && typeof right === 'number' ? [{ left, right }] : [];
  });
