import type { FindingKind } from '../../plan/finding';
import { failure, type Result } from '../../plan/result';
import type { ReadFailure } from '../../read/source';

type Sentences = readonly [text: string, remedy: string];

const kind = (id: string, nl: Sentences, en: Sentences): FindingKind => ({
  id: `workbook.${id}`,
  family: 'workbook',
  severity: 'error',
  text: { nl: nl[0], en: en[0] },
  remedy: { nl: nl[1], en: en[1] },
});

const NOT_HARMLESS: { readonly nl: string; readonly en: string } = {
  nl: 'Open het bestand niet als de herkomst onzeker is; bewaar het anders opnieuw vanuit Excel.',
  en: 'Do not open the file when you are unsure where it came from; else save it again from Excel.',
};

/** Why a file is refused before or while it is read as a workbook. */
export const WORKBOOK_KINDS = {
  notZip: kind(
    'not-xlsx',
    ['Dit is geen .xlsx-bestand.', 'Bewaar het werkboek vanuit Excel als "Excel-werkmap (*.xlsx)".'],
    ['This is no .xlsx file.', 'Save the workbook from Excel as "Excel Workbook (*.xlsx)".'],
  ),
  oldFormat: kind(
    'old-or-locked',
    [
      'Dit is een ouder .xls-bestand of een werkboek met een wachtwoord.',
      'Bewaar het vanuit Excel als .xlsx zonder wachtwoord.',
    ],
    ['This is an older .xls file or a workbook with a password.', 'Save it from Excel as .xlsx without a password.'],
  ),
  broken: kind(
    'broken',
    ['Het bestand is beschadigd: {reason}.', 'Haal een nieuwe kopie op, of open en bewaar het eerst in Excel.'],
    ['The file is damaged: {reason}.', 'Get a fresh copy, or open and save it in Excel first.'],
  ),
  fileTooLarge: kind(
    'too-large',
    ['Het bestand telt {bytes} bytes; het maximum is {limit}.', 'Verwijder bladen die niet van Planboek zijn.'],
    ['The file has {bytes} bytes; the limit is {limit}.', 'Remove sheets that are not of Planboek.'],
  ),
  tooManyEntries: kind(
    'too-many-parts',
    ['Het bestand telt {entries} onderdelen; het maximum is {limit}.', NOT_HARMLESS.nl],
    ['The file has {entries} parts; the limit is {limit}.', NOT_HARMLESS.en],
  ),
  unpacksTooLarge: kind(
    'unpacks-too-large',
    ['Uitgepakt zou {part} {bytes} bytes tellen; het maximum is {limit}.', NOT_HARMLESS.nl],
    ['Unpacked, {part} would be {bytes} bytes; the limit is {limit}.', NOT_HARMLESS.en],
  ),
  unpacksTooMuch: kind(
    'unpacks-too-much',
    ['{part} wordt bij het uitpakken {ratio} keer groter; het maximum is {limit}.', NOT_HARMLESS.nl],
    ['{part} grows {ratio} times when unpacked; the limit is {limit}.', NOT_HARMLESS.en],
  ),
  dishonestSize: kind(
    'dishonest-size',
    ['{part} is uitgepakt niet zo groot als het bestand zelf opgeeft.', NOT_HARMLESS.nl],
    ['{part}, unpacked, is not of the size the file declares.', NOT_HARMLESS.en],
  ),
  notAsMeant: kind(
    'not-as-meant',
    [
      'Het werkboek is niet bewaard: bij het nalezen stond er op {place} iets anders dan bedoeld.',
      'Meld dit aan de makers, met het document erbij; er is niets gewijzigd.',
    ],
    [
      'The workbook was not saved: read back, {place} held something else than was meant.',
      'Report this to the makers, with the document; nothing was changed.',
    ],
  ),
  notWorkbook: kind(
    'not-workbook',
    ['Dit bestand is wel een zip, maar geen werkboek.', 'Kies een .xlsx-bestand.'],
    ['This file is a zip, but no workbook.', 'Choose an .xlsx file.'],
  ),
} as const satisfies Readonly<Record<string, FindingKind>>;

export const refuse = (kindOfFailure: FindingKind, figures: ReadFailure['figures'] = {}): Result<never, ReadFailure> =>
  failure({ kind: kindOfFailure, figures });
