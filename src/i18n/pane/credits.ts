import type { Language } from '../../plan/finding';
import { counted } from '../counted';

/** Texts of the credit reconciliation. */
export interface CreditTexts {
  readonly title: string;
  readonly intro: string;
  readonly kind: string;
  readonly search: string;
  readonly shown: (shown: string, total: string) => string;
  readonly nothing: string;
  readonly nothingFound: string;
  readonly initial: string;
  readonly final: string;
  readonly actual: string;
  readonly left: string;
  readonly carried: string;
  readonly lapsed: string;
  readonly overrun: string;
  readonly carriedTooMuch: (cents: string) => string;
  readonly closes: string;
  readonly realised: (percent: string) => string;
  readonly needsAttention: (count: number) => string;
  readonly onlyAttention: string;
  readonly list: string;
  readonly totals: string;
  readonly open: string;
  readonly order: string;
}

export const CREDIT_TEXTS: Readonly<Record<Language, CreditTexts>> = {
  nl: {
    title: 'Kredieten',
    intro: 'Uitgavenkredieten per actie: wat er over is, wat naar het volgende jaar gaat en wat vervalt.',
    kind: 'Soort',
    search: 'Zoeken op code of titel',
    shown: (shown, total) => `${shown} van ${total}`,
    nothing: 'Dit rapport bevat geen kredieten per actie.',
    nothingFound: 'Geen kredieten bij deze filters.',
    initial: 'Initieel krediet',
    final: 'Eindkrediet',
    actual: 'Gerealiseerd',
    left: 'Over',
    carried: 'Overgedragen',
    lapsed: 'Vervalt',
    overrun: 'Overschrijding',
    carriedTooMuch: (cents) => `${cents} meer overgedragen dan er over was`,
    closes: 'Sluit',
    realised: (percent) => `${percent} gerealiseerd`,
    needsAttention: counted('nl', 'vraagt aandacht', 'vragen aandacht'),
    onlyAttention: 'Enkel wat aandacht vraagt',
    list: 'Kredieten per actie',
    totals: 'Totalen',
    open: 'Toon de kaart',
    order: 'Wat aandacht vraagt staat bovenaan; daarna het grootste bedrag dat vervalt.',
  },
  en: {
    title: 'Credits',
    intro: 'Expenditure credits per action: what is left, what goes to the next year and what lapses.',
    kind: 'Kind',
    search: 'Search by code or title',
    shown: (shown, total) => `${shown} of ${total}`,
    nothing: 'This report holds no credits per action.',
    nothingFound: 'No credits for these filters.',
    initial: 'Initial budget',
    final: 'Final budget',
    actual: 'Realised',
    left: 'Left',
    carried: 'Carried over',
    lapsed: 'Lapses',
    overrun: 'Overrun',
    carriedTooMuch: (cents) => `${cents} more carried over than was left`,
    closes: 'Closes',
    realised: (percent) => `${percent} realised`,
    needsAttention: counted('en', 'needs attention', 'need attention'),
    onlyAttention: 'Only what needs attention',
    list: 'Credits per action',
    totals: 'Totals',
    open: 'Show the card',
    order: 'What needs attention comes first; then the largest amount that lapses.',
  },
};
