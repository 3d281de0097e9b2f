import { formatAmount } from './amountText';
import type { Cents } from './money';

export const SEVERITIES = ['error', 'attention', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Where a finding points; everything that applies is filled. `row` is a rowKey of statement.ts, `column` the 0-based column of a statement. */
export interface Place {
  readonly node: string | null;
  readonly schema: string | null;
  readonly row: string | null;
  readonly column: number | null;
  readonly line: number | null;
  /** Where it is about several lines: the first and last of each stretch; `line` is then the first of all. */
  readonly lines?: readonly (readonly [from: number, to: number])[];
  /** Key of the document (`documentKey`) when it is not the first of its workbook; its nodes then bear the key before their id. */
  readonly document?: string;
}

/** Numbers and short texts of a finding by name. A name that ends in `Cents` holds money in cents, any other number a count or a rate. */
export type Figures = Readonly<Record<string, Cents | number | string | null>>;

/**
 * A finding is data; `message` is made last, in the language asked for. `key` is stable over runs and imports
 * (check id and place, never the figures), so that an explanation the user wrote survives.
 */
export interface Finding {
  readonly key: string;
  readonly check: string;
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place;
  readonly figures: Figures;
}

/** A finding before its text is made. `subject` tells findings of one check at one place apart, in the key. */
export interface RawFinding {
  readonly check: string;
  readonly severity?: Severity;
  readonly place: Place;
  readonly figures: Figures;
  readonly subject?: string;
}

/**
 * What a kind of finding says, in both languages, with `{name}` for a figure or a part of the place, and `{name:one|many}` for a count
 * with its noun.
 */
export interface FindingKind {
  /** `family.name`, stable for ever: it is part of the key. */
  readonly id: string;
  readonly family: string;
  readonly severity: Severity;
  readonly text: Readonly<Record<Language, string>>;
  readonly remedy: Readonly<Record<Language, string>>;
}

const NOWHERE: Place = { node: null, schema: null, row: null, column: null, line: null };

export const placeAt = (place: Partial<Place>): Place => ({ ...NOWHERE, ...place });

/** Check id and place without the line, which moves when the source is printed anew; the line only when there is nothing else. */
export function findingKey({ check, place, subject }: RawFinding): string {
  const { node, schema, row, column, line } = place;
  const parts = [node, schema, row, column === null ? null : `k${column}`, subject ?? null].filter(
    (part) => part !== null,
  );
  if (parts.length === 0 && line !== null) parts.push(`r${line}`);
  return [check, ...parts].join('|');
}

const LOCALE_GAP: Readonly<Record<Language, string>> = { nl: 'niet gedrukt', en: 'not printed' };

/** Parts of a report that are no schema, as a user calls them. */
const PART_NAMES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  evaluation: { nl: 'Beleidsevaluatie', en: 'Policy evaluation' },
  transfers: { nl: 'Overdrachten', en: 'Transfers' },
  offBalance: { nl: 'Buiten balans', en: 'Off balance' },
  participations: { nl: 'Participaties', en: 'Participations' },
};

/** The name of the schema or other part of the report that a finding is about. */
export const partName = (schema: string, language: Language): string => PART_NAMES[schema]?.[language] ?? schema;

/** The reader's language writes thousands and decimals its own way. */
const amountIn = (cents: Cents, language: Language): string =>
  language === 'nl' ? formatAmount(cents) : formatAmount(cents).replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));

function fillIn(template: string, raw: RawFinding, language: Language): string {
  return template.replace(
    /\{(\w+)(?::([^|{}]*)\|([^|{}]*))?\}/g,
    (placeholder, name: string, one?: string, many = '') => {
      const value = name in raw.figures ? raw.figures[name] : raw.place[name as keyof Place];
      if (value === undefined) return placeholder;
      if (value === null) return LOCALE_GAP[language];
      if (one !== undefined) return `${String(value)} ${value === 1 ? one : many}`;
      if (name === 'schema') return partName(String(value), language);
      return typeof value === 'number' && name.endsWith('Cents') ? amountIn(value, language) : String(value);
    },
  );
}

/** Gives a finding its key, its severity and its sentence with the remedy. */
export function describeFinding(kind: FindingKind, raw: RawFinding, language: Language = 'nl'): Finding {
  return {
    key: findingKey(raw),
    check: kind.id,
    severity: raw.severity ?? kind.severity,
    message: `${fillIn(kind.text[language], raw, language)} ${fillIn(kind.remedy[language], raw, language)}`.trim(),
    place: raw.place,
    figures: raw.figures,
  };
}
