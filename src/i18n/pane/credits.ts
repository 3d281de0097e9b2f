import type { Language } from '../../plan/finding';

/** Texts of the credit reconciliation. Names of figures and verdicts stand with their definition (figures/reconciliation). */
export interface CreditTexts {
  readonly title: string;
  readonly intro: string;
  readonly direction: string;
  readonly kind: string;
  readonly search: string;
  readonly shown: (shown: string, total: string) => string;
  readonly nothing: string;
  readonly nothingFound: string;
  /** After a code that only a transfer names. */
  readonly notInPlan: string;
  readonly realised: (percent: string) => string;
  readonly onlyAttention: string;
  readonly list: string;
  readonly totals: (direction: string, year: number) => string;
  /** How the figures of a total add up. */
  readonly addsUp: Readonly<Record<'expenditure' | 'receipts', string>>;
  readonly order: string;
  readonly orderOfReceipts: string;
}

export const CREDIT_TEXTS: Readonly<Record<Language, CreditTexts>> = {
  nl: {
    title: 'Kredieten',
    intro:
      'Wat er van elk krediet overbleef, wat naar het volgende jaar gaat en wat vervalt. Uitgaven en ontvangsten staan apart.',
    direction: 'Richting',
    kind: 'Soort',
    search: 'Zoeken op code of titel',
    shown: (shown, total) => `${shown} van ${total}`,
    nothing: 'Dit rapport bevat geen kredieten per actie.',
    nothingFound: 'Geen gedrukte kredieten bij deze filters.',
    notInPlan: '(staat niet in het plan)',
    realised: (percent) => `${percent} gerealiseerd`,
    onlyAttention: 'Enkel wat aandacht vraagt',
    list: 'Kredieten per actie',
    totals: (direction, year) => `Totalen ${direction.toLowerCase()} ${year}`,
    addsUp: {
      expenditure: 'Eindkrediet + overschreden + te veel overgedragen = jaarrekening + overgedragen + vervallen.',
      receipts: 'Eindkrediet + meer ontvangen + te veel overgedragen = jaarrekening + overgedragen + minder ontvangen.',
    },
    order: 'Wat aandacht vraagt, staat bovenaan; daarna het grootste bedrag dat vervalt.',
    orderOfReceipts: 'Wat aandacht vraagt, staat bovenaan; daarna het grootste bedrag dat niet binnenkwam.',
  },
  en: {
    title: 'Credits',
    intro:
      'What was left of each credit, what goes to the next year and what lapses. Expenditure and receipts stand apart.',
    direction: 'Direction',
    kind: 'Kind',
    search: 'Search by code or title',
    shown: (shown, total) => `${shown} of ${total}`,
    nothing: 'This report holds no credits per action.',
    nothingFound: 'No printed credits for these filters.',
    notInPlan: '(not in the plan)',
    realised: (percent) => `${percent} realised`,
    onlyAttention: 'Only what needs attention',
    list: 'Credits per action',
    totals: (direction, year) => `Totals of ${direction.toLowerCase()} ${year}`,
    addsUp: {
      expenditure: 'Final budget + overrun + carried over too much = actual + carried over + lapsed.',
      receipts: 'Final budget + received more + carried over too much = actual + carried over + received less.',
    },
    order: 'What needs attention comes first; then the largest amount that lapses.',
    orderOfReceipts: 'What needs attention comes first; then the largest amount that did not come in.',
  },
};
