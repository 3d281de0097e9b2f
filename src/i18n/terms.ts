import type { FindingState } from '../plan/explanation';
import type { Language } from '../plan/finding';
import type { Comparison, IndicatorKind } from '../plan/indicator';
import type { LinkKind } from '../plan/link';
import type { Direction, DocumentKind, Kind, Phase } from '../plan/vocabulary';
import { labelOfDirection, labelOfKind, labelOfPhase } from '../schema/rows/labels';

/** The terms of the closed lists in English (IPSAS 24). The Dutch ones stand in schema/labels, from which reports are read as well. */
const ENGLISH_KINDS: Readonly<Record<Kind, string>> = {
  operating: 'Operating',
  investment: 'Investment',
  financing: 'Financing',
};
const ENGLISH_DIRECTIONS: Readonly<Record<Direction, string>> = {
  expenditure: 'Expenditure',
  receipts: 'Receipts',
  balance: 'Balance',
};
const ENGLISH_PHASES: Readonly<Record<Phase, string>> = {
  actual: 'Actual',
  finalBudget: 'Final budget',
  initialBudget: 'Initial budget',
  plan: 'Multi-year plan',
};

/** Names of the closed lists: the Dutch ones are those that reports print. */
export const kindText = (kind: Kind, language: Language): string =>
  language === 'nl' ? labelOfKind(kind) : ENGLISH_KINDS[kind];

export const directionText = (direction: Direction, language: Language): string =>
  language === 'nl' ? labelOfDirection(direction) : ENGLISH_DIRECTIONS[direction];

export const phaseText = (phase: Phase, language: Language): string =>
  language === 'nl' ? labelOfPhase(phase) : ENGLISH_PHASES[phase];

export const DOCUMENT_KIND_NAMES: Readonly<Record<Language, Readonly<Record<DocumentKind, string>>>> = {
  nl: { annualAccounts: 'Jaarrekening', multiYearPlan: 'Meerjarenplan', policyPlan: 'Beleidsplan' },
  en: { annualAccounts: 'Annual accounts', multiYearPlan: 'Multi-year plan', policyPlan: 'Policy plan' },
};

/** What a user made of a finding. */
export const FINDING_STATE_NAMES: Readonly<Record<Language, Readonly<Record<FindingState, string>>>> = {
  nl: { open: 'open', explained: 'verklaard', accepted: 'aanvaard' },
  en: { open: 'open', explained: 'explained', accepted: 'accepted' },
};

export const LINK_KIND_NAMES: Readonly<Record<Language, Readonly<Record<LinkKind, string>>>> = {
  nl: { refersTo: 'verwijst naar', worksOut: 'werkt uit', follows: 'volgt op', contributesTo: 'draagt bij aan' },
  en: { refersTo: 'refers to', worksOut: 'works out', follows: 'follows', contributesTo: 'contributes to' },
};

export const INDICATOR_KIND_NAMES: Readonly<Record<Language, Readonly<Record<IndicatorKind, string>>>> = {
  nl: { indicator: 'indicator', norm: 'norm', figure: 'cijfer', milestone: 'mijlpaal' },
  en: { indicator: 'indicator', norm: 'norm', figure: 'figure', milestone: 'milestone' },
};

export const COMPARISON_NAMES: Readonly<Record<Language, Readonly<Record<Comparison, string>>>> = {
  nl: { atLeast: 'minstens', atMost: 'hoogstens', equal: 'precies' },
  en: { atLeast: 'at least', atMost: 'at most', equal: 'exactly' },
};
