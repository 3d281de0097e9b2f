import type { Language } from '../../plan/finding';
import type { StatusTerm } from '../../plan/status';

/** Names of the thresholds as the checks know them. */
export type ThresholdName =
  | 'yearOnYearTimes'
  | 'yearOnYearCents'
  | 'achievedSpentShare'
  | 'noticeableCents'
  | 'laggingShare'
  | 'similarTextShare'
  | 'comparableTextWords'
  | 'exceededCents'
  | 'lapsedCents';

/** Texts of the settings. */
export interface SettingsTexts {
  readonly title: string;
  readonly language: string;
  readonly languages: Readonly<Record<Language, string>>;
  readonly statuses: string;
  readonly statusesHint: string;
  readonly statusLabel: (order: string) => string;
  readonly statusColor: (label: string) => string;
  readonly statusMeaning: (label: string) => string;
  readonly meanings: Readonly<Record<StatusTerm['meaning'], string>>;
  readonly moveUp: (label: string) => string;
  readonly moveDown: (label: string) => string;
  readonly removeStatus: (label: string) => string;
  readonly addStatus: string;
  readonly newStatus: string;
  readonly statusInUse: (count: string) => string;
  readonly labelMissing: string;
  readonly labelTwice: string;
  readonly thresholds: string;
  readonly thresholdsHint: string;
  readonly threshold: Readonly<Record<ThresholdName, string>>;
  readonly percentPoints: string;
  readonly euro: string;
  readonly numberExpected: string;
  readonly domains: string;
  readonly domainsHint: string;
  readonly domainsNone: string;
  readonly domainOf: (field: string) => string;
  readonly domainPrinted: (domain: string) => string;
  readonly saved: string;
  readonly discard: string;
  readonly reset: string;
  readonly about: string;
  readonly clean: string;
  readonly cleanBody: string;
  readonly cleaned: (cells: string, sheets: string) => string;
  readonly cleanNothing: string;
  readonly aboutBody: string;
  readonly version: string;
  readonly host: string;
  readonly hostBrowser: string;
  readonly platform: string;
  readonly hostVersion: string;
  readonly requirements: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly supportText: string;
  readonly needsReport: string;
}

export const SETTINGS_TEXTS: Readonly<Record<Language, SettingsTexts>> = {
  nl: {
    title: 'Instellingen',
    language: 'Taal',
    languages: { nl: 'Nederlands', en: 'English' },
    statuses: 'Statussen',
    statusesHint:
      'De statussen van uw bestuur, zoals ze in het rapport gedrukt staan, in de volgorde van de keuzelijst.',
    statusLabel: (order) => `Naam van status ${order}`,
    statusColor: (label) => `Kleur van ${label}`,
    statusMeaning: (label) => `Betekenis van ${label}`,
    meanings: { done: 'klaar', onTrack: 'op schema', offTrack: 'niet op schema', notStarted: 'niet gestart' },
    moveUp: (label) => `${label} naar boven`,
    moveDown: (label) => `${label} naar onder`,
    removeStatus: (label) => `${label} verwijderen`,
    addStatus: 'Status toevoegen',
    newStatus: 'Nieuwe status',
    statusInUse: (count) => `${count} onderdelen hebben deze status; verwijderen kan niet.`,
    labelMissing: 'Geef elke status een naam.',
    labelTwice: 'Twee statussen hebben dezelfde naam.',
    thresholds: 'Drempels',
    thresholdsHint: 'Vanaf waar de controles iets het bekijken waard vinden.',
    threshold: {
      yearOnYearTimes: 'Sprong tegenover vorige jaren (aantal keer)',
      yearOnYearCents: 'Sprong tegenover vorige jaren (minstens, in euro)',
      achievedSpentShare: 'Behaald, maar minder besteed dan (%)',
      noticeableCents: 'Bedragen hieronder laten liggen (euro)',
      laggingShare: 'Op schema terwijl onderliggend achterloopt vanaf (%)',
      similarTextShare: 'Teksten lijken op elkaar vanaf (%)',
      comparableTextWords: 'Teksten vergelijken vanaf (woorden)',
      exceededCents: 'Krediet overschreden of te veel overgedragen boven (euro)',
      lapsedCents: 'Krediet vervallen boven (euro)',
    },
    percentPoints: '%',
    euro: 'euro',
    numberExpected: 'Vul een getal van nul of meer in.',
    domains: 'Beleidsdomeinen',
    domainsHint: 'Onder welk beleidsdomein van T1 elk beleidsveld valt. Elk bestuur kiest dat zelf.',
    domainsNone: 'Dit rapport noemt geen beleidsvelden.',
    domainOf: (field) => `Beleidsdomein van ${field}`,
    domainPrinted: (domain) => `gedrukt: ${domain}`,
    saved: 'Instellingen bewaard.',
    discard: 'Wijzigingen verwerpen',
    reset: 'Standaardwaarden',
    about: 'Over Planboek',
    clean: 'Schoonmaken om te delen',
    cleanBody:
      'Planboek bewaart op een verborgen blad hoe de bladen waren voor de laatste import: ook teksten en cijfers die u sindsdien gewijzigd of gewist hebt. Maak dat leeg voor u het werkboek aan anderen geeft. De laatste import is daarna niet meer terug te draaien.',
    cleaned: (cells, sheets) => `Leeggemaakt: ${cells} cellen zoals ze waren voor de laatste import, van ${sheets}.`,
    cleanNothing: 'Er werd niets bewaard van voor de laatste import.',
    aboutBody:
      'Van beleidsrapport naar een werkboek dat zichzelf controleert. Uw documenten en cijfers verlaten deze computer niet.',
    version: 'Versie',
    host: 'Toepassing',
    hostBrowser: 'Browser, zonder Excel',
    platform: 'Platform',
    hostVersion: 'Versie van de toepassing',
    requirements: 'Ondersteunde onderdelen',
    copy: 'Kopieer voor de helpdesk',
    copied: 'Gekopieerd.',
    copyFailed: 'Kopiëren mag niet van deze toepassing. Selecteer de tekst hieronder en kopieer ze zelf.',
    supportText: 'Gegevens voor de helpdesk',
    needsReport: 'Deze instelling bewaart u samen met een rapport. Lees er eerst een in.',
  },
  en: {
    title: 'Settings',
    language: 'Language',
    languages: { nl: 'Nederlands', en: 'English' },
    statuses: 'Statuses',
    statusesHint: 'The statuses of your board, as the report prints them, in the order of the drop-down list.',
    statusLabel: (order) => `Name of status ${order}`,
    statusColor: (label) => `Colour of ${label}`,
    statusMeaning: (label) => `Meaning of ${label}`,
    meanings: { done: 'done', onTrack: 'on track', offTrack: 'off track', notStarted: 'not started' },
    moveUp: (label) => `Move ${label} up`,
    moveDown: (label) => `Move ${label} down`,
    removeStatus: (label) => `Remove ${label}`,
    addStatus: 'Add a status',
    newStatus: 'New status',
    statusInUse: (count) => `${count} parts have this status; it cannot be removed.`,
    labelMissing: 'Give every status a name.',
    labelTwice: 'Two statuses have the same name.',
    thresholds: 'Thresholds',
    thresholdsHint: 'From where the checks find something worth a look.',
    threshold: {
      yearOnYearTimes: 'Jump against earlier years (times)',
      yearOnYearCents: 'Jump against earlier years (at least, in euro)',
      achievedSpentShare: 'Achieved, but less spent than (%)',
      noticeableCents: 'Leave amounts below this (euro)',
      laggingShare: 'On track while parts lag from (%)',
      similarTextShare: 'Texts are alike from (%)',
      comparableTextWords: 'Compare texts from (words)',
      exceededCents: 'Credit overrun, or carried over too much, above (euro)',
      lapsedCents: 'Credit lapsed above (euro)',
    },
    percentPoints: '%',
    euro: 'euro',
    numberExpected: 'Enter a number of zero or more.',
    domains: 'Policy domains',
    domainsHint: 'Under which policy domain of T1 each policy field falls. Every board chooses for itself.',
    domainsNone: 'This report names no policy fields.',
    domainOf: (field) => `Policy domain of ${field}`,
    domainPrinted: (domain) => `printed: ${domain}`,
    saved: 'Settings saved.',
    discard: 'Discard changes',
    reset: 'Defaults',
    about: 'About Planboek',
    clean: 'Clean before sharing',
    cleanBody:
      'Planboek keeps on a hidden sheet what the sheets were before the last import: texts and figures you changed or erased since as well. Empty it before you give the workbook to others. The last import can then no longer be reverted.',
    cleaned: (cells, sheets) => `Emptied: ${cells} cells as they were before the last import, of ${sheets}.`,
    cleanNothing: 'Nothing was kept of before the last import.',
    aboutBody:
      'From a policy report to a workbook that checks itself. Your documents and figures never leave this computer.',
    version: 'Version',
    host: 'Application',
    hostBrowser: 'Browser, without Excel',
    platform: 'Platform',
    hostVersion: 'Version of the application',
    requirements: 'Supported parts',
    copy: 'Copy for the help desk',
    copied: 'Copied.',
    copyFailed: 'This application does not allow copying. Select the text below and copy it yourself.',
    supportText: 'Details for the help desk',
    needsReport: 'This setting is kept with a report. Import one first.',
  },
};
