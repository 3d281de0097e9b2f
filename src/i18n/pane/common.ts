import type { Language, Severity } from '../../plan/finding';
import type { FindingState } from '../../plan/explanation';
import { counted } from '../counted';
import { FINDING_STATE_NAMES } from '../terms';

/** Words that several screens of the pane use. */
export interface CommonTexts {
  readonly screens: Readonly<
    Record<'import' | 'plan' | 'changes' | 'links' | 'check' | 'credits' | 'accounts' | 'settings', string>
  >;
  readonly navigation: string;
  readonly severities: Readonly<Record<Severity, { readonly one: string; readonly many: string }>>;
  readonly states: Readonly<Record<FindingState, string>>;
  readonly openErrors: (count: number) => string;
  readonly loading: string;
  readonly working: string;
  readonly cancel: string;
  readonly close: string;
  readonly back: string;
  readonly save: string;
  readonly undo: string;
  readonly retry: string;
  readonly all: string;
  readonly none: string;
  readonly unknown: string;
  readonly line: (line: string) => string;
  readonly column: (column: string) => string;
  readonly total: string;
  readonly notPrinted: string;
  readonly failed: string;
  readonly unexpected: (reason: string) => string;
  readonly unexpectedRemedy: string;
  readonly changedSince: string;
  readonly loseEdits: string;
  readonly overwrite: string;
  readonly restore: string;
  readonly slow: string;
  readonly slowExcel: string;
  readonly unread: { readonly title: string; readonly body: string };
  readonly broken: { readonly title: string; readonly body: string };
  readonly empty: { readonly title: string; readonly body: string; readonly action: string };
  readonly goToSheet: string;
  readonly download: string;
  readonly downloaded: (name: string) => string;
}

export const COMMON_TEXTS: Readonly<Record<Language, CommonTexts>> = {
  nl: {
    screens: {
      import: 'Inlezen',
      plan: 'Plan',
      changes: 'Wijzigingen',
      links: 'Koppelingen',
      check: 'Controle',
      credits: 'Kredieten',
      accounts: 'Jaarrekening',
      settings: 'Instellingen',
    },
    navigation: 'Onderdelen van Planboek',
    severities: {
      error: { one: 'fout', many: 'fouten' },
      attention: { one: 'aandachtspunt', many: 'aandachtspunten' },
      info: { one: 'info', many: 'info' },
    },
    states: FINDING_STATE_NAMES.nl,
    openErrors: counted('nl', 'open fout', 'open fouten'),
    loading: 'Laden…',
    working: 'Bezig…',
    cancel: 'Annuleren',
    close: 'Sluiten',
    back: 'Terug',
    save: 'Bewaren',
    undo: 'Ongedaan maken',
    retry: 'Opnieuw proberen',
    all: 'Alle',
    none: 'Geen',
    unknown: 'onbekend',
    line: (line) => `regel ${line}`,
    column: (column) => `kolom ${column}`,
    total: 'Totaal',
    notPrinted: 'niet gedrukt',
    failed: 'Dat is niet gelukt',
    unexpected: (reason) => `Er liep iets mis: ${reason}.`,
    unexpectedRemedy:
      'Uw invoer is er nog. Probeer opnieuw; blijft het misgaan, kopieer dan de gegevens onder Instellingen voor de helpdesk.',
    changedSince:
      'Dit is intussen opnieuw gewijzigd. Ongedaan maken zou die wijziging wissen; pas het zelf aan op de kaart of op het blad.',
    loseEdits: 'Toch terugdraaien, zonder die bewerkingen',
    overwrite: 'Toch doen, die cellen overschrijven',
    restore: 'Herstel',
    slow: 'Dit duurt langer dan gewoonlijk. Uw invoer is veilig.',
    slowExcel: 'Excel antwoordt nog niet. Wordt er een cel bewerkt? Druk daar op Enter of Esc. Uw invoer is veilig.',
    unread: { title: 'Het werkboek kon niet gelezen worden', body: 'Wat erin staat, is niet gewijzigd.' },
    broken: {
      title: 'Dit scherm kon niet getoond worden',
      body: 'Uw invoer is er nog. Toon het scherm opnieuw, of kies een ander.',
    },
    empty: {
      title: 'Nog geen rapport',
      body: 'Lees eerst het rapport van een jaarrekening of meerjarenplan in.',
      action: 'Rapport inlezen',
    },
    goToSheet: 'Naar het blad',
    download: 'Werkboek downloaden',
    downloaded: (name) => `${name} is klaargezet bij uw downloads.`,
  },
  en: {
    screens: {
      import: 'Import',
      plan: 'Plan',
      changes: 'Changes',
      links: 'Links',
      check: 'Checks',
      credits: 'Credits',
      accounts: 'Accounts',
      settings: 'Settings',
    },
    navigation: 'Parts of Planboek',
    severities: {
      error: { one: 'error', many: 'errors' },
      attention: { one: 'attention point', many: 'attention points' },
      info: { one: 'info', many: 'info' },
    },
    states: FINDING_STATE_NAMES.en,
    openErrors: counted('en', 'open error', 'open errors'),
    loading: 'Loading…',
    working: 'Working…',
    cancel: 'Cancel',
    close: 'Close',
    back: 'Back',
    save: 'Save',
    undo: 'Undo',
    retry: 'Try again',
    all: 'All',
    none: 'None',
    unknown: 'unknown',
    line: (line) => `line ${line}`,
    column: (column) => `column ${column}`,
    total: 'Total',
    notPrinted: 'not printed',
    failed: 'That did not work',
    unexpected: (reason) => `Something went wrong: ${reason}.`,
    unexpectedRemedy:
      'Your input is still there. Try again; if it keeps failing, copy the details under Settings for your help desk.',
    changedSince:
      'This was changed again meanwhile. Undoing would erase that change; adjust it on the card or in the sheet.',
    loseEdits: 'Revert anyway, without those edits',
    overwrite: 'Do it anyway, overwrite those cells',
    restore: 'Restore',
    slow: 'This takes longer than usual. Your input is safe.',
    slowExcel: 'Excel has not answered yet. Is a cell being edited? Press Enter or Esc there. Your input is safe.',
    unread: { title: 'The workbook could not be read', body: 'Nothing in it was changed.' },
    broken: {
      title: 'This screen could not be shown',
      body: 'Your input is still there. Show the screen again, or choose another.',
    },
    empty: {
      title: 'No report yet',
      body: 'First import the report of annual accounts or of a multi-year plan.',
      action: 'Import a report',
    },
    goToSheet: 'Go to the sheet',
    download: 'Download workbook',
    downloaded: (name) => `${name} is among your downloads.`,
  },
};
