import type { Language } from '../../plan/finding';
import { ACCOUNT_TEXTS, type AccountTexts } from './accounts';
import { CHANGES_TEXTS, type ChangesTexts } from './changes';
import { CHECK_TEXTS, type CheckTexts } from './check';
import { COMMON_TEXTS, type CommonTexts } from './common';
import { CREDIT_TEXTS, type CreditTexts } from './credits';
import { IMPORT_TEXTS, type ImportTexts } from './import';
import { PLAN_TEXTS, type PlanTexts } from './plan';
import { PLANS_TEXTS, type PlansTexts } from './plans';
import { RIBBON_TEXTS, type RibbonTexts } from './ribbon';
import { SETTINGS_TEXTS, type SettingsTexts } from './settings';

/** Everything the pane says, in one language, by screen. */
export interface PaneTexts {
  readonly common: CommonTexts;
  readonly import: ImportTexts;
  readonly plan: PlanTexts;
  readonly plans: PlansTexts;
  readonly changes: ChangesTexts;
  readonly check: CheckTexts;
  readonly credits: CreditTexts;
  readonly accounts: AccountTexts;
  readonly settings: SettingsTexts;
  readonly ribbon: RibbonTexts;
}

const textsIn = (language: Language): PaneTexts => ({
  common: COMMON_TEXTS[language],
  import: IMPORT_TEXTS[language],
  plan: PLAN_TEXTS[language],
  plans: PLANS_TEXTS[language],
  changes: CHANGES_TEXTS[language],
  check: CHECK_TEXTS[language],
  credits: CREDIT_TEXTS[language],
  accounts: ACCOUNT_TEXTS[language],
  settings: SETTINGS_TEXTS[language],
  ribbon: RIBBON_TEXTS[language],
});

export const PANE_TEXTS: Readonly<Record<Language, PaneTexts>> = { nl: textsIn('nl'), en: textsIn('en') };
