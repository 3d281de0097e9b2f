import type { Language } from '../../plan/finding';

/** What the many roles of lines come down to for a user. */
export const ROLE_GROUPS = [
  'plan', 'evaluation', 'finance', 'schemas', 'transfers', 'offBalance', 'depreciation', 'prose', 'heads', 'furniture', 'unrecognised', 'other',
] as const;
export type RoleGroup = (typeof ROLE_GROUPS)[number];

export const ROLE_TEXTS: Readonly<Record<Language, Readonly<Record<RoleGroup, string>>>> = {
  nl: {
    plan: 'Plan: codes, titels en perioden',
    evaluation: 'Evaluaties en hun toelichting',
    finance: 'Bedragen bij het plan',
    schemas: "Schema's",
    transfers: 'Overdrachten',
    offBalance: 'Buiten balans en deelnemingen',
    depreciation: 'Afschrijvingstermijnen',
    prose: 'Doorlopende tekst',
    heads: 'Koppen en dossiergegevens',
    furniture: 'Voetteksten, paginanummers en titelbladen',
    unrecognised: 'Niet herkend',
    other: 'Andere',
  },
  en: {
    plan: 'Plan: codes, titles and periods',
    evaluation: 'Evaluations and their explanation',
    finance: 'Amounts of the plan',
    schemas: 'Schemas',
    transfers: 'Credits carried over',
    offBalance: 'Off-balance and participations',
    depreciation: 'Depreciation terms',
    prose: 'Running text',
    heads: 'Headings and file data',
    furniture: 'Footers, page numbers and covers',
    unrecognised: 'Not recognised',
    other: 'Other',
  },
};
