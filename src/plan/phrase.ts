import type { Language } from './finding';

/** Words of our own within a figure, in both languages; a plain string is a printed term or a code. */
export type Phrase = string | Readonly<Record<Language, string>>;

export const both = (nl: string, en: string): Phrase => ({ nl, en });

export const inLanguage = (phrase: Phrase, language: Language): string =>
  typeof phrase === 'string' ? phrase : phrase[language];

/** The language for a locale of Office ("nl-BE", "en-US"): English for English, Dutch for all others. */
export const languageOfLocale = (locale: string): Language => (locale.toLowerCase().startsWith('en') ? 'en' : 'nl');
