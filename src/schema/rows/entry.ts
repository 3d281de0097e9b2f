import type { SchemaSet } from '../../plan/vocabulary';

/** A heading of a schema and how reports print it; the rows that follow stand under it. */
export interface SectionEntry {
  /** '' where the schema prints none. */
  readonly section: string;
  /** Part of the ids of its rows; '' adds nothing. */
  readonly key: string;
  /** Other wordings that reports print. */
  readonly also: readonly string[];
  /** The heading is a name (of an entity, a policy domain, an objective): any other heading of the schema is this one. */
  readonly anyHeading: boolean;
  /** More words may follow those of the heading: "Totaal beleidsdomeinen". */
  readonly openEnded: boolean;
  /** Markers alone tell a row here, whatever its label says: they are the same in every edition of the schema. */
  readonly byMarkers: boolean;
  /** Also printed as a marker under a wider heading: ["Exploitatie", "I"]. */
  readonly within: readonly [heading: string, marker: string] | null;
}

export interface RowEntry {
  readonly path: string;
  /** The end of its id: its markers, but for rows without one of their own. */
  readonly key: string;
  /** '' for a row whose label is a name: of an entity. */
  readonly label: string;
  /** Other wordings that reports print. */
  readonly also: readonly string[];
  readonly formula: string;
  /** Neither seen in a published report nor found in the official annex. */
  readonly unconfirmed: boolean;
  /** Set when only one of the legal sets has the row. */
  readonly set: SchemaSet | null;
}

export type SchemaEntry = SectionEntry | RowEntry;

type SectionDetails = Partial<Omit<SectionEntry, 'section' | 'key'>>;
type RowDetails = Partial<Omit<RowEntry, 'path' | 'label' | 'formula'>>;

/** A heading with its key: `margin` in "J2.margin.III". */
export const section = (name: string, key: string, details: SectionDetails = {}): SectionEntry => ({
  section: name,
  key,
  also: [],
  anyHeading: false,
  openEnded: false,
  byMarkers: false,
  within: null,
  ...details,
});

/**
 * A row of a schema: its markers ("I.a", '' without a marker), its label, and how it is computed from rows of the same
 * schema: by markers ("a-b", "I+II"), by ids without the schema ("operating.balance+investment.balance"), or by a rule
 * (see relations/formulas); '' = no more than the sum of its children. A row without a marker is given a key.
 */
export const row = (path: string, label: string, formula = '', details: RowDetails = {}): RowEntry => ({
  path,
  label,
  formula,
  key: path,
  also: [],
  unconfirmed: false,
  set: null,
  ...details,
});

export const UNCONFIRMED: RowDetails = { unconfirmed: true };
