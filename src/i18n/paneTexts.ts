import type { Language } from '../plan/finding';

/** Texts of the task pane. */
export interface PaneTexts {
  readonly title: string;
  readonly purpose: string;
  readonly privacy: string;
  readonly version: (version: string) => string;
}

export const PANE_TEXTS: Readonly<Record<Language, PaneTexts>> = {
  nl: {
    title: 'Planboek',
    purpose: 'Van beleidsrapport naar een werkboek dat zichzelf controleert.',
    privacy: 'Uw documenten en cijfers verlaten deze computer niet.',
    version: (version) => `Versie ${version}`,
  },
  en: {
    title: 'Planboek',
    purpose: 'From a policy report to a workbook that checks itself.',
    privacy: 'Your documents and figures never leave this computer.',
    version: (version) => `Version ${version}`,
  },
};

/** The language of the pane for a locale of Office ("nl-BE", "en-US"): English for English, Dutch for all others. */
export const paneLanguage = (locale: string): Language => (locale.toLowerCase().startsWith('en') ? 'en' : 'nl');
