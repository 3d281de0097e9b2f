import { SCHEMA_NAMES, type SchemaName } from '../plan/vocabulary';
import { foldLabel } from './rows/labels';

/** The legal name of every schema as it is printed behind its number ("J2: Staat van het financieel evenwicht"). T3 is named after the 2020 set. */
export const SCHEMA_TITLES: Readonly<Record<SchemaName, string>> = {
  J1: 'Doelstellingenrekening',
  J2: 'Staat van het financieel evenwicht',
  J3: 'Realisatie van de kredieten',
  J4: 'Balans',
  J5: 'Staat van opbrengsten en kosten',
  T1: 'Ontvangsten en uitgaven naar functionele aard',
  T2: 'Ontvangsten en uitgaven naar economische aard',
  T3: 'Investeringsprojecten',
  T4: 'Evolutie van de financiële schulden',
  T5: 'Toelichting bij de balans',
  M1: 'Financieel doelstellingenplan',
  M2: 'Staat van het financieel evenwicht',
  M3: 'Overzicht van de kredieten',
};

const NUMBERED_TITLE = new RegExp(`^(${SCHEMA_NAMES.join('|')})(?:\\s*\\((?:W|w)\\))?\\s*[:.]?\\s+(\\S.*)$`);

const isSchemaName = (text: string): text is SchemaName => (SCHEMA_NAMES as readonly string[]).includes(text);

/**
 * The schema a heading opens: "J2: Staat van het financieel evenwicht" or, without its number, a title that belongs to one schema only.
 * null for any other text.
 */
export function schemaOfTitle(text: string): SchemaName | null {
  const trimmed = text.trim();
  const numbered = NUMBERED_TITLE.exec(trimmed);
  if (numbered?.[1] !== undefined && isSchemaName(numbered[1])) {
    const title = foldLabel(numbered[2] ?? '');
    return /[:]/.test(trimmed.slice(0, 8)) || title === foldLabel(SCHEMA_TITLES[numbered[1]]) ? numbered[1] : null;
  }
  const bare = foldLabel(trimmed);
  const matches = SCHEMA_NAMES.filter((name) => foldLabel(SCHEMA_TITLES[name]) === bare);
  return matches.length === 1 ? (matches[0] ?? null) : null;
}
