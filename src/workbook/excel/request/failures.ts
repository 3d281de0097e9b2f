import type { FindingKind } from '../../../plan/finding';
import { failure, type Result } from '../../../plan/result';
import type { ReadFailure } from '../../../read/source';

type Sentences = readonly [text: string, remedy: string];

const kind = (id: string, nl: Sentences, en: Sentences): FindingKind => ({
  id: `excel.${id}`,
  family: 'workbook',
  severity: 'error',
  text: { nl: nl[0], en: en[0] },
  remedy: { nl: nl[1], en: en[1] },
});

const AS_BEFORE = { nl: 'Het werkboek is zoals het was.', en: 'The workbook is as it was.' } as const;

/** Why Excel could not be written or read; each says what to do. */
export const EXCEL_KINDS = {
  notSupported: kind(
    'not-supported',
    ['Deze versie van Excel kan dit niet ({set}).', 'Werk Office bij, of gebruik Excel op het web.'],
    ['This version of Excel cannot do this ({set}).', 'Update Office, or use Excel on the web.'],
  ),
  busy: kind(
    'cell-edit',
    ['Excel wacht op een cel die nog bewerkt wordt.', 'Druk op Enter of Esc in de cel en probeer opnieuw.'],
    ['Excel is waiting for a cell that is being edited.', 'Press Enter or Esc in the cell and try again.'],
  ),
  noAnswer: kind(
    'no-answer',
    [
      'Excel antwoordde niet binnen {seconds} seconden.',
      `${AS_BEFORE.nl} Sluit andere vensters van Excel en probeer opnieuw.`,
    ],
    ['Excel did not answer within {seconds} seconds.', `${AS_BEFORE.en} Close other windows of Excel and try again.`],
  ),
  refused: kind(
    'refused',
    [
      'Excel weigerde een bewerking: {reason}',
      `${AS_BEFORE.nl} Probeer opnieuw; blijft het duren, meld dan deze regel aan uw beheerder.`,
    ],
    [
      'Excel refused an operation: {reason}',
      `${AS_BEFORE.en} Try again; if it persists, report this line to your administrator.`,
    ],
  ),
  notRestored: kind(
    'not-restored',
    [
      'Het schrijven mislukte ({reason}) en het werkboek kon niet volledig worden teruggezet.',
      'Sluit het werkboek zonder te bewaren en open het opnieuw, of kies Herstel.',
    ],
    [
      'Writing failed ({reason}) and the workbook could not be restored in full.',
      'Close the workbook without saving and open it again, or choose Restore.',
    ],
  ),
  notWritten: kind(
    'not-written',
    [
      'In {place} staat na het schrijven iets anders dan Planboek schreef ({count} cellen in totaal).',
      `${AS_BEFORE.nl} Probeer opnieuw; blijft het duren, meld deze cel aan uw beheerder.`,
    ],
    [
      'After writing, {place} holds something else than Planboek wrote ({count} cells in all).',
      `${AS_BEFORE.en} Try again; if it persists, report this cell to your administrator.`,
    ],
  ),
  editedMeanwhile: kind(
    'edited-meanwhile',
    [
      'Terwijl de import begon, werd er in {place} getypt, door u of door iemand anders. Er is niets geschreven.',
      'Wat getypt werd, staat er nog. Importeer opnieuw; het voorbeeld noemt die cel.',
    ],
    [
      'While the import began, someone typed in {place}, you or somebody else. Nothing was written.',
      'What was typed is still there. Import again; the preview names that cell.',
    ],
  ),
  unfinished: kind(
    'unfinished',
    [
      'Een import of het terugdraaien ervan werd afgebroken: dit werkboek is half geschreven.',
      'Kies Herstel: de bladen van Planboek worden weer zoals ze waren voor die import. Wat er sindsdien in getypt werd, gaat daarbij verloren; eigen bladen blijven.',
    ],
    [
      'An import, or its reverting, was broken off: this workbook is half written.',
      'Choose Restore: the sheets of Planboek become what they were before that import. What was typed in them since is lost; sheets of your own stay.',
    ],
  ),
  protectedSheet: kind(
    'protected',
    [
      'Het blad {sheet} is beveiligd.',
      'Hef de beveiliging op (Controleren > Beveiliging blad opheffen) en probeer opnieuw.',
    ],
    ['The sheet {sheet} is protected.', 'Unprotect it (Review > Unprotect Sheet) and try again.'],
  ),
  protectedBook: kind(
    'protected-book',
    [
      'De structuur van het werkboek is beveiligd.',
      'Hef de beveiliging op (Controleren > Werkmap beveiligen) en probeer opnieuw.',
    ],
    ['The structure of the workbook is protected.', 'Unprotect it (Review > Protect Workbook) and try again.'],
  ),
  readOnly: kind(
    'read-only',
    [
      'Het werkboek is geopend als alleen-lezen.',
      'Kies Bewerken in Excel, of bewaar het onder een andere naam, en probeer opnieuw.',
    ],
    ['The workbook is opened as read-only.', 'Choose Edit in Excel, or save it under another name, and try again.'],
  ),
  nameTaken: kind(
    'name-taken',
    [
      'Het werkboek heeft al een eigen blad "{sheet}" dat niet van Planboek is.',
      'Geef dat blad een andere naam, of importeer in een nieuw werkboek.',
    ],
    [
      'The workbook already has a sheet "{sheet}" of its own that is not of Planboek.',
      'Rename that sheet, or import into a new workbook.',
    ],
  ),
  tableTaken: kind(
    'table-taken',
    [
      'De naam {table} is in dit werkboek al in gebruik op het blad {sheet}.',
      'Geef die tabel of naam een andere naam, of importeer in een nieuw werkboek.',
    ],
    [
      'The name {table} is already in use in this workbook on the sheet {sheet}.',
      'Give that table or name another name, or import into a new workbook.',
    ],
  ),
  restructured: kind(
    'restructured',
    [
      'Op het blad {sheet} staat {table} niet meer waar Planboek haar zette: er zijn rijen of kolommen boven of links van de tabel ingevoegd of verwijderd.',
      'Verwijder ze of maak ze ongedaan en importeer opnieuw, of geef het blad een andere naam.',
    ],
    [
      'On the sheet {sheet}, {table} no longer stands where Planboek put it: rows or columns were inserted or deleted above or left of the table.',
      'Undo that and import again, or rename the sheet.',
    ],
  ),
  cancelled: kind('cancelled', ['Het importeren is gestopt.', AS_BEFORE.nl], ['The import was stopped.', AS_BEFORE.en]),
  nothingToRevert: kind(
    'nothing-to-revert',
    ['Er is geen import om terug te draaien.', 'Alleen de laatste import kan worden teruggedraaid.'],
    ['There is no import to revert.', 'Only the last import can be reverted.'],
  ),
  editedSince: kind(
    'edited-since',
    [
      'Sinds de import is het werkboek bewerkt: {places}.',
      'Terugdraaien zou die bewerking wissen. Maak ze eerst zelf ongedaan, of importeer opnieuw.',
    ],
    [
      'The workbook was edited since the import: {places}.',
      'Reverting would erase that edit. Undo it first yourself, or import again.',
    ],
  ),
  tooLarge: kind(
    'too-large',
    ['Het blad {sheet} telt {rows} rijen; Excel neemt er {limit}.', 'Splits het document.'],
    ['The sheet {sheet} has {rows} rows; Excel takes {limit}.', 'Split the document.'],
  ),
} as const satisfies Readonly<Record<string, FindingKind>>;

export type ExcelKind = (typeof EXCEL_KINDS)[keyof typeof EXCEL_KINDS];

export const excelFailure = (of: ExcelKind, figures: ReadFailure['figures'] = {}): ReadFailure => ({
  kind: of,
  figures,
});

export const refuse = (of: ExcelKind, figures: ReadFailure['figures'] = {}): Result<never, ReadFailure> =>
  failure(excelFailure(of, figures));
