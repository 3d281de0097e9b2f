import type { Language } from '../../plan/finding';

/** What the pane says to a button of the ribbon. */
export interface RibbonTexts {
  readonly compare: string;
  readonly nothingToCompare: string;
  readonly nothingToRevert: string;
  readonly manual: string;
  /** Page of the manual, beside the pane. */
  readonly manualPage: string;
}

export const RIBBON_TEXTS: Readonly<Record<Language, RibbonTexts>> = {
  nl: {
    compare:
      'Kies het nieuwere rapport. U ziet wat er verschilt met dit werkboek; er wordt pas iets geschreven als u dat zegt.',
    nothingToCompare: 'Dit werkboek bevat nog geen rapport om mee te vergelijken. Lees er eerst een in.',
    nothingToRevert: 'Er is geen import om te herstellen.',
    manual: 'Handleiding openen',
    manualPage: 'help.html',
  },
  en: {
    compare: 'Choose the newer report. You see what differs from this workbook; nothing is written until you say so.',
    nothingToCompare: 'This workbook holds no report to compare with. Import one first.',
    nothingToRevert: 'There is no import to revert.',
    manual: 'Open the manual',
    manualPage: 'help.en.html',
  },
};
