import { createContext, use } from 'react';
import { FORMATS, type Formats } from '../../i18n/formats';
import { PANE_TEXTS, type PaneTexts } from '../../i18n/pane/paneTexts';
import type { Language } from '../../plan/finding';

/** The language what is below it speaks. */
export const LanguageContext = createContext<Language | null>(null);

/** The texts and formats of the language the pane is in. Throws outside a LanguageContext: a defect. */
export function useTexts(): { readonly texts: PaneTexts; readonly formats: Formats; readonly language: Language } {
  const language = use(LanguageContext);
  if (language === null) throw new Error('no LanguageContext');
  return { texts: PANE_TEXTS[language], formats: FORMATS[language], language };
}
