import type { Place } from '../plan/finding';
import { CENTS_PER_EURO, roundingBoundCents, type Cents } from '../plan/money';
import type { Statement } from '../plan/document';
import type { Direction, Kind, Unit } from '../plan/vocabulary';
import type { Cell } from './cell';
import type { Phrase } from '../plan/phrase';

/** A figure of the plan (node null: the whole plan), of a statement, or the transfers of a year together. */
export type FigurePlace =
  | { readonly of: 'plan'; readonly node: string | null; readonly cell: Cell }
  | { readonly of: 'statement'; readonly statement: Statement; readonly row: number; readonly column: number }
  | { readonly of: 'transfers'; readonly kind: Kind; readonly direction: Direction; readonly fromYear: number };

/** One figure of the document as it takes part in sums. cents null: not printed, which a sum takes as zero. */
export interface CellRef {
  /** Unique within the document. */
  readonly id: string;
  /** Schema, or other part of the report, it is printed in. */
  readonly schema: string;
  /** What a reader calls it: "AC000001, Exploitatie, Uitgaven, Jaarrekening 2024". */
  readonly name: string;
  readonly cents: Cents | null;
  readonly unit: Unit;
  readonly place: Place;
  /** Where it is kept in the document; absent for a figure that no other follows. */
  readonly at?: FigurePlace;
  /** What its row and its column are called, where a schema prints it. */
  readonly words?: { readonly row: string; readonly column: string };
}

export interface IdentityTerm {
  readonly cell: CellRef;
  readonly sign: 1 | -1;
}

/** `target` = the signed sum of `terms`, apart from rounding. */
export interface Identity {
  readonly target: CellRef;
  readonly terms: readonly IdentityTerm[];
  /** The rule in words a planner knows: "I + II", "som van 8 onderdelen". */
  readonly rule: Phrase;
  /** Usual, but not required: never reported, only used to tell which of several figures is behind a sum that does not close. */
  readonly hint?: true;
  /** Percentage base and the like: the computed side is this share of the sum; 1 unless told. */
  readonly factor?: number;
  /** Tells two identities with one target apart in the key of a finding. */
  readonly subject?: string;
}

export const plusTerm = (cell: CellRef): IdentityTerm => ({ cell, sign: 1 });
export const minusTerm = (cell: CellRef): IdentityTerm => ({ cell, sign: -1 });

/** The computed side in cents. */
export function computedCents({ terms, factor = 1 }: Identity): Cents {
  let sum = 0;
  for (const { cell, sign } of terms) sum += sign * (cell.cents ?? 0);
  return factor === 1 ? sum : Math.round(sum * factor);
}

/** printed - computed, in cents. */
export const residualCents = (identity: Identity): Cents => (identity.target.cents ?? 0) - computedCents(identity);

/**
 * How far rounding may explain that a printed total differs from the sum of its parts, in cents. n independently rounded euro figures
 * against a printed euro total: floor((n + 1) / 2) euro (BBC.md, Rounding). Only parts that are printed count: what is not printed was
 * not rounded. A part printed to the cent (`exact`) adds nothing; a total to the cent may be off by half a euro for each euro part.
 */
export function boundCents(target: Unit, printedParts: number, exact: boolean): Cents {
  if (target === 'cent') return (printedParts * CENTS_PER_EURO) / 2;
  return exact ? ((printedParts + 1) * CENTS_PER_EURO) / 2 : roundingBoundCents(printedParts, 'euro');
}

/** The bound of an identity; of a share of a sum, what the share leaves of it. */
export function identityBound({ target, terms, factor = 1 }: Identity): Cents {
  const rounded = terms.filter(({ cell }) => cell.unit === 'euro' && cell.cents !== null).length;
  if (factor !== 1)
    return Math.round((rounded * factor * CENTS_PER_EURO) / 2) + (target.unit === 'euro' ? CENTS_PER_EURO : 1);
  return boundCents(
    target.unit,
    rounded,
    terms.some(({ cell }) => cell.unit === 'cent' && cell.cents !== null),
  );
}
