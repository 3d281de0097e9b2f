import type { SchemaSet } from '../../plan/vocabulary';

/** How sure a row is: seen in a published report, in the official annex, inferred from a sister schema, described in words, or unconfirmed. */
export type Certainty = 'observed' | 'annex' | 'inferred' | 'described' | 'unconfirmed';

export interface SectionEntry {
  readonly section: string;
}

export interface RowEntry {
  readonly path: string;
  readonly label: string;
  readonly formula: string;
  readonly certainty: Certainty;
  readonly set: SchemaSet | null;
}

export type SchemaEntry = SectionEntry | RowEntry;

/** Heading under which the rows that follow stand; '' where the schema prints none. */
export const section = (name: string): SectionEntry => ({ section: name });

/**
 * A row of a schema: its markers ("I.a", '' without a marker), its label, and how it is computed from rows of the same schema
 * ("a-b", "I+II"; '' = no more than the sum of its children). `set` when only one of the legal sets has it.
 */
export const row = (
  path: string,
  label: string,
  formula = '',
  certainty: Certainty = 'observed',
  set: SchemaSet | null = null,
): RowEntry => ({ path, label, formula, certainty, set });
