import type { Language } from '../../plan/finding';
import { counted } from '../counted';

/** Texts of the screen of findings. */
export interface CheckTexts {
  readonly title: string;
  readonly summary: (count: number) => string;
  readonly clean: string;
  readonly cleanBody: string;
  readonly severity: string;
  readonly family: string;
  readonly families: Readonly<Record<string, string>>;
  readonly place: string;
  readonly everyPlace: string;
  readonly everyFamily: string;
  readonly state: string;
  readonly stateOpen: string;
  readonly stateAnswered: string;
  readonly stateAll: string;
  readonly onlyNew: string;
  readonly search: string;
  readonly shown: (shown: string, total: string) => string;
  readonly nothingFound: string;
  readonly rerun: string;
  readonly running: string;
  readonly lastRun: (moment: string) => string;
  readonly sinceLastRun: (moment: string, added: string, gone: string) => string;
  readonly showGone: (count: string) => string;
  readonly unchanged: string;
  readonly fresh: string;
  readonly list: string;
  readonly goTo: string;
  readonly showNode: string;
  readonly explain: string;
  readonly accept: string;
  readonly reopen: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly initials: string;
  readonly reasonMissing: string;
  readonly initialsMissing: string;
  readonly explained: string;
  readonly accepted: string;
  readonly reopened: string;
  readonly by: (state: string, initials: string) => string;
  readonly fix: string;
  readonly fixPreview: string;
  readonly fixBefore: string;
  readonly fixAfter: string;
  readonly fixApply: string;
  readonly fixed: string;
  readonly fixColumns: Readonly<Record<'status' | 'parent' | 'figure', string>>;
  readonly plan: string;
}

export const CHECK_TEXTS: Readonly<Record<Language, CheckTexts>> = {
  nl: {
    title: 'Controle',
    summary: counted('nl', 'bevinding', 'bevindingen'),
    clean: 'Alles klopt',
    cleanBody: 'De controles hebben niets gevonden.',
    severity: 'Ernst',
    family: 'Soort controle',
    families: {
      reading: 'Lezen',
      structure: 'Opbouw van het plan',
      status: 'Status',
      text: 'Tekst',
      amounts: 'Bedragen',
      schemas: "Schema's",
      credits: 'Kredieten',
      norms: 'Normen',
      workbook: 'Werkboek',
      sheets: 'Bladen',
    },
    place: 'Plaats',
    everyPlace: 'Overal',
    everyFamily: 'Alle soorten',
    state: 'Antwoord',
    stateOpen: 'Open',
    stateAnswered: 'Verklaard of aanvaard',
    stateAll: 'Alle',
    onlyNew: 'Enkel nieuw sinds de vorige controle',
    search: 'Zoeken in de bevindingen',
    shown: (shown, total) => `${shown} van ${total}`,
    nothingFound: 'Geen bevindingen bij deze filters.',
    rerun: 'Opnieuw controleren',
    running: 'Controleren…',
    lastRun: (moment) => `Gecontroleerd op ${moment}`,
    sinceLastRun: (moment, added, gone) => `Sinds de controle van ${moment}: ${added} nieuw, ${gone} opgelost.`,
    showGone: (count) => `Opgelost tonen (${count})`,
    unchanged: 'Niets veranderd sinds de vorige controle.',
    fresh: 'nieuw',
    list: 'Bevindingen',
    goTo: 'Ga naar de cel',
    showNode: 'Toon in het plan',
    explain: 'Verklaren',
    accept: 'Aanvaarden',
    reopen: 'Weer openen',
    reason: 'Verklaring',
    reasonHint: 'Waarom is dit zo, of waarom mag het zo blijven?',
    initials: 'Initialen',
    reasonMissing: 'Schrijf een verklaring.',
    initialsMissing: 'Vul uw initialen in.',
    explained: 'Bevinding verklaard.',
    accepted: 'Bevinding aanvaard.',
    reopened: 'Bevinding staat weer open.',
    by: (state, initials) => `${state} door ${initials}`,
    fix: 'Herstel bekijken',
    fixPreview: 'Voorgesteld herstel',
    fixBefore: 'Nu',
    fixAfter: 'Wordt',
    fixApply: 'Toepassen',
    fixed: 'Het herstel staat in het werkboek.',
    fixColumns: { status: 'Status', parent: 'Bovenliggende code', figure: 'bedrag' },
    plan: 'Plan',
  },
  en: {
    title: 'Checks',
    summary: counted('en', 'finding', 'findings'),
    clean: 'Everything adds up',
    cleanBody: 'The checks found nothing.',
    severity: 'Severity',
    family: 'Kind of check',
    families: {
      reading: 'Reading',
      structure: 'Structure of the plan',
      status: 'Status',
      text: 'Text',
      amounts: 'Amounts',
      schemas: 'Schemas',
      credits: 'Credits',
      norms: 'Norms',
      workbook: 'Workbook',
      sheets: 'Sheets',
    },
    place: 'Place',
    everyPlace: 'Everywhere',
    everyFamily: 'All kinds',
    state: 'Answer',
    stateOpen: 'Open',
    stateAnswered: 'Explained or accepted',
    stateAll: 'All',
    onlyNew: 'Only new since the last run',
    search: 'Search the findings',
    shown: (shown, total) => `${shown} of ${total}`,
    nothingFound: 'No findings for these filters.',
    rerun: 'Check again',
    running: 'Checking…',
    lastRun: (moment) => `Checked on ${moment}`,
    sinceLastRun: (moment, added, gone) => `Since the run of ${moment}: ${added} new, ${gone} solved.`,
    showGone: (count) => `Show solved (${count})`,
    unchanged: 'Nothing changed since the last run.',
    fresh: 'new',
    list: 'Findings',
    goTo: 'Go to the cell',
    showNode: 'Show in the plan',
    explain: 'Explain',
    accept: 'Accept',
    reopen: 'Reopen',
    reason: 'Explanation',
    reasonHint: 'Why is it like this, or why may it stay?',
    initials: 'Initials',
    reasonMissing: 'Write an explanation.',
    initialsMissing: 'Enter your initials.',
    explained: 'Finding explained.',
    accepted: 'Finding accepted.',
    reopened: 'Finding is open again.',
    by: (state, initials) => `${state} by ${initials}`,
    fix: 'See the fix',
    fixPreview: 'Proposed fix',
    fixBefore: 'Now',
    fixAfter: 'Becomes',
    fixApply: 'Apply',
    fixed: 'The fix is in the workbook.',
    fixColumns: { status: 'Status', parent: 'Parent code', figure: 'amount' },
    plan: 'Plan',
  },
};
