import type { Language } from '../../plan/finding';
import type { RoleGroup } from '../../plan/lineRole';

/** Names of the groups of roles. */
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
