import type { Language } from '../../plan/finding';

/** Texts of the screen on which reports are read. */
export interface ImportTexts {
  readonly title: string;
  readonly intro: string;
  readonly drop: string;
  readonly dropNow: string;
  readonly choose: string;
  readonly privacy: string;
  readonly formats: string;
  readonly tooManyFiles: (most: string) => string;
  readonly tooLarge: (name: string, size: string, most: string) => string;
  readonly unreadable: (name: string) => string;
  readonly badProfile: (name: string, places: readonly string[]) => string;
  readonly onlyProfiles: string;
  readonly reading: (name: string, index: string, count: string) => string;
  readonly phases: Readonly<Record<'loading' | 'reading' | 'checking', string>>;
  readonly cancelled: string;
  readonly preview: string;
  readonly nothingWritten: string;
  readonly chooseDocument: string;
  readonly fileFailed: string;
  readonly recognised: string;
  readonly entity: string;
  readonly documentKind: string;
  readonly fiscalYear: string;
  readonly planPeriod: string;
  readonly schemas: string;
  readonly content: string;
  readonly evaluations: string;
  readonly withText: (count: string) => string;
  readonly amounts: string;
  readonly statementRows: string;
  readonly transfers: string;
  readonly lines: string;
  readonly linesAll: (total: string) => string;
  readonly linesMissed: (missed: string, total: string) => string;
  readonly rolesToggle: string;
  readonly role: string;
  readonly count: string;
  readonly findings: string;
  readonly noFindings: string;
  readonly showFindings: (count: string) => string;
  readonly moreFindings: (count: string) => string;
  readonly difference: string;
  readonly differenceNew: string;
  readonly differenceSame: string;
  readonly sameDocument: string;
  readonly comparing: string;
  readonly nothingChanges: string;
  readonly cellsChange: (count: string) => string;
  readonly layoutChanges: string;
  readonly lostEdits: (count: string) => string;
  readonly lostEditsRemedy: string;
  readonly becomes: (place: string, now: string, then: string) => string;
  readonly rowGoes: (place: string, now: string) => string;
  readonly blank: string;
  readonly differenceOther: (held: string) => string;
  readonly added: (count: string) => string;
  readonly removed: (count: string) => string;
  readonly changed: (count: string) => string;
  readonly figures: (count: string) => string;
  readonly codeWas: (code: string) => string;
  readonly fields: Readonly<
    Record<'title' | 'code' | 'level' | 'status' | 'evaluation' | 'period' | 'parent' | 'priority' | 'amounts', string>
  >;
  readonly moreChanges: (count: string) => string;
  readonly applyExcel: string;
  readonly applyBrowser: string;
  readonly applying: string;
  readonly applyingHint: string;
  readonly applied: (name: string) => string;
  readonly unchanged: (name: string) => string;
  readonly held: string;
  readonly heldBody: (name: string, moment: string) => string;
  readonly revert: string;
  readonly revertConfirm: string;
  readonly revertNow: string;
  readonly reverted: string;
  readonly another: string;
}

export const IMPORT_TEXTS: Readonly<Record<Language, ImportTexts>> = {
  nl: {
    title: 'Een rapport inlezen',
    intro:
      'Kies het rapport van een jaarrekening of meerjarenplan. U ziet eerst wat erin staat; er wordt pas iets geschreven als u dat zegt.',
    drop: 'Sleep bestanden hierheen of',
    dropNow: 'Laat los om in te lezen',
    choose: 'Bestanden kiezen',
    privacy: 'Uw documenten en cijfers verlaten deze computer niet.',
    formats: 'Tekst (.txt) of pdf van een BBC-rapport of een ander plan, en profielen (.json) van plannen',
    tooManyFiles: (most) => `Kies hoogstens ${most} bestanden tegelijk.`,
    tooLarge: (name, size, most) =>
      `${name} is ${size} groot; het maximum is ${most}. Kies het rapport zelf, bewaard als tekst of pdf.`,
    unreadable: (name) =>
      `${name} is niet te openen. Kijk na of het bestand nog bestaat en niet in gebruik is, en kies het opnieuw.`,
    badProfile: (name, places) =>
      `${name} is geen bruikbaar profiel (${places.join('; ')}). Verbeter het bestand en kies het opnieuw.`,
    onlyProfiles: 'Een profiel zegt hoe een plan gelezen wordt. Kies samen met het profiel ook het plan.',
    reading: (name, index, count) => `${name} (${index} van ${count})`,
    phases: { loading: 'Openen', reading: 'Lezen', checking: 'Controleren' },
    cancelled: 'Inlezen geannuleerd. Er is niets geschreven.',
    preview: 'Voorbeeld',
    nothingWritten: 'Er is nog niets geschreven.',
    chooseDocument: 'Welk document komt in dit werkboek?',
    fileFailed: 'Niet gelezen',
    recognised: 'Herkend',
    entity: 'Bestuur',
    documentKind: 'Soort',
    fiscalYear: 'Boekjaar',
    planPeriod: 'Planperiode',
    schemas: "Schema's",
    content: 'Inhoud',
    evaluations: 'Evaluaties',
    withText: (count) => `${count} met toelichting`,
    amounts: 'Bedragen',
    statementRows: "Rijen in schema's",
    transfers: 'Overdrachten',
    lines: 'Regels van de bron',
    linesAll: (total) => `Alle ${total} regels hebben een plaats gekregen.`,
    linesMissed: (missed, total) => `${missed} van de ${total} regels zijn niet herkend.`,
    rolesToggle: 'Wat is elke regel?',
    role: 'Rol',
    count: 'Aantal',
    findings: 'Bevindingen',
    noFindings: 'Geen bevindingen.',
    showFindings: (count) => `Toon de bevindingen (${count})`,
    moreFindings: (count) =>
      `en nog ${count}; u vindt ze allemaal onder Controle zodra het rapport in het werkboek staat.`,
    difference: 'Tegenover het werkboek',
    differenceNew: 'Het werkboek bevat nog geen rapport.',
    differenceSame: 'Precies hetzelfde als wat het werkboek bevat. Toepassen verandert niets.',
    sameDocument: 'Aan het rapport in het werkboek verandert niets.',
    comparing: 'Cel per cel vergelijken met het werkboek …',
    nothingChanges: 'Elke cel is al zoals ze wordt. Toepassen verandert niets.',
    cellsChange: (count) => `${count} cellen krijgen een andere inhoud`,
    layoutChanges: 'Toepassen verandert geen inhoud van bestaande cellen, wel rijen, bladen of opmaak.',
    lostEdits: (count) =>
      count === '1' ? '1 bewerking van u zou verloren gaan' : `${count} van uw bewerkingen zouden verloren gaan`,
    lostEditsRemedy:
      'In deze cellen schreef u iets dat niet blijft staan. Neem over wat u wilt houden, of herstel na het toepassen.',
    becomes: (place, now, then) => `${place}: ${now} wordt ${then}`,
    rowGoes: (place, now) => `${place}: ${now} verdwijnt met de rij`,
    blank: '(leeg)',
    differenceOther: (held) => `Het werkboek bevat nu ${held}. Toepassen vervangt dat rapport.`,
    added: (count) => `${count} nieuw`,
    removed: (count) => `${count} vervallen`,
    changed: (count) => `${count} gewijzigd`,
    figures: (count) => `${count} cijfers in de schema's gewijzigd`,
    codeWas: (code) => `code, was ${code}`,
    fields: {
      title: 'titel',
      code: 'code',
      level: 'niveau',
      status: 'status',
      evaluation: 'evaluatie',
      period: 'periode',
      parent: 'plaats in het plan',
      priority: 'prioriteit',
      amounts: 'bedragen',
    },
    moreChanges: (count) => `en nog ${count}`,
    applyExcel: 'In het werkboek zetten',
    applyBrowser: 'Openen in Planboek',
    applying: 'Bladen schrijven',
    applyingHint: 'Het werkboek wordt in zijn geheel geschreven of niet.',
    applied: (name) => `${name} staat in het werkboek.`,
    unchanged: (name) => `${name} stond al zo in het werkboek; er is niets geschreven.`,
    held: 'In het werkboek',
    heldBody: (name, moment) => `${name}, ingelezen op ${moment}`,
    revert: 'Laatste import herstellen',
    revertConfirm: 'Het werkboek wordt weer zoals het was voor Planboek er het laatst bladen in schreef.',
    revertNow: 'Ja, herstellen',
    reverted: 'De laatste import is hersteld.',
    another: 'Nog een rapport inlezen',
  },
  en: {
    title: 'Import a report',
    intro:
      'Choose the report of annual accounts or of a multi-year plan. You see what is in it first; nothing is written until you say so.',
    drop: 'Drop files here or',
    dropNow: 'Let go to import',
    choose: 'Choose files',
    privacy: 'Your documents and figures never leave this computer.',
    formats: 'Text (.txt) or PDF of a BBC report or another plan, and profiles (.json) of plans',
    tooManyFiles: (most) => `Choose at most ${most} files at a time.`,
    tooLarge: (name, size, most) =>
      `${name} is ${size}; the limit is ${most}. Choose the report itself, saved as text or PDF.`,
    unreadable: (name) =>
      `${name} cannot be opened. Check that the file still exists and is not in use, and choose it again.`,
    badProfile: (name, places) =>
      `${name} is no usable profile (${places.join('; ')}). Correct the file and choose it again.`,
    onlyProfiles: 'A profile says how a plan is read. Choose the plan together with its profile.',
    reading: (name, index, count) => `${name} (${index} of ${count})`,
    phases: { loading: 'Opening', reading: 'Reading', checking: 'Checking' },
    cancelled: 'Import cancelled. Nothing was written.',
    preview: 'Preview',
    nothingWritten: 'Nothing has been written yet.',
    chooseDocument: 'Which document goes into this workbook?',
    fileFailed: 'Not read',
    recognised: 'Recognised',
    entity: 'Entity',
    documentKind: 'Kind',
    fiscalYear: 'Fiscal year',
    planPeriod: 'Plan period',
    schemas: 'Schemas',
    content: 'Content',
    evaluations: 'Evaluations',
    withText: (count) => `${count} with a text`,
    amounts: 'Amounts',
    statementRows: 'Rows in schemas',
    transfers: 'Credits carried over',
    lines: 'Lines of the source',
    linesAll: (total) => `All ${total} lines were given a place.`,
    linesMissed: (missed, total) => `${missed} of ${total} lines were not recognised.`,
    rolesToggle: 'What is every line?',
    role: 'Role',
    count: 'Count',
    findings: 'Findings',
    noFindings: 'No findings.',
    showFindings: (count) => `Show the findings (${count})`,
    moreFindings: (count) => `and ${count} more; you find them all under Checks once the report is in the workbook.`,
    difference: 'Against the workbook',
    differenceNew: 'The workbook holds no report yet.',
    differenceSame: 'Exactly what the workbook holds. Applying changes nothing.',
    sameDocument: 'Nothing changes in the report of the workbook.',
    comparing: 'Comparing with the workbook cell by cell …',
    nothingChanges: 'Every cell is already as it will be. Applying changes nothing.',
    cellsChange: (count) => `${count} cells get another content`,
    layoutChanges: 'Applying changes no content of existing cells, but does change rows, sheets or formatting.',
    lostEdits: (count) => (count === '1' ? '1 edit of yours would be lost' : `${count} of your edits would be lost`),
    lostEditsRemedy:
      'In these cells you wrote something that does not stay. Copy what you want to keep, or restore after applying.',
    becomes: (place, now, then) => `${place}: ${now} becomes ${then}`,
    rowGoes: (place, now) => `${place}: ${now} goes with its row`,
    blank: '(blank)',
    differenceOther: (held) => `The workbook now holds ${held}. Applying replaces that report.`,
    added: (count) => `${count} new`,
    removed: (count) => `${count} gone`,
    changed: (count) => `${count} changed`,
    figures: (count) => `${count} figures changed in the schemas`,
    codeWas: (code) => `code, was ${code}`,
    fields: {
      title: 'title',
      code: 'code',
      level: 'level',
      status: 'status',
      evaluation: 'evaluation',
      period: 'period',
      parent: 'place in the plan',
      priority: 'priority',
      amounts: 'amounts',
    },
    moreChanges: (count) => `and ${count} more`,
    applyExcel: 'Put into the workbook',
    applyBrowser: 'Open in Planboek',
    applying: 'Writing sheets',
    applyingHint: 'The workbook is written as a whole or not at all.',
    applied: (name) => `${name} is in the workbook.`,
    unchanged: (name) => `${name} was in the workbook already; nothing was written.`,
    held: 'In the workbook',
    heldBody: (name, moment) => `${name}, imported on ${moment}`,
    revert: 'Revert last import',
    revertConfirm: 'The workbook becomes what it was before Planboek last wrote sheets in it.',
    revertNow: 'Yes, revert',
    reverted: 'The last import was reverted.',
    another: 'Import another report',
  },
};
