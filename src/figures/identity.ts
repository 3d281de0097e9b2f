import type { Place } from '../plan/finding';
import { CENTS_PER_EURO, roundingBoundCents, type Cents } from '../plan/money';
import type { Unit } from '../plan/vocabulary';
import type { Phrase } from '../plan/phrase';

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
  /** What its row and its column are called, where a schema prints it. */
  readonly words?: { readonly row: string; readonly column: string };
}

export interface IdentityTerm {
  readonly cell: CellRef;
  readonly sign: 1 | -1;
}

/** `target` = the signed sum of `terms`, apart from rounding. */
export interface Identity {
  /** Id of the check that states it. */
  readonly check: string;
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
 * How far rounding may explain the residual. n independently rounded euro figures against a printed euro total: floor((n + 1) / 2)
 * euro (BBC.md, Rounding). A figure printed to the cent adds nothing; a total to the cent may be off by half a euro for each euro part.
 */
export function identityBound({ target, terms, factor = 1 }: Identity): Cents {
  const rounded = terms.filter(({ cell }) => cell.unit === 'euro' && cell.cents !== null).length;
  if (factor !== 1) return Math.round((rounded * factor * CENTS_PER_EURO) / 2) + (target.unit === 'euro' ? CENTS_PER_EURO : 1);
  const exact = terms.some(({ cell }) => cell.unit === 'cent' && cell.cents !== null);
  if (target.unit === 'cent') return (rounded * CENTS_PER_EURO) / 2;
  if (exact) return ((rounded + 1) * CENTS_PER_EURO) / 2;
  return roundingBoundCents(rounded, 'euro');
}
