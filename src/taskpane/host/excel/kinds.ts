import type { FindingKind } from '../../../plan/finding';
import { failure, type Result } from '../../../plan/result';
import type { ReadFailure } from '../../../read/source';

const kind = (
  id: string,
  nl: readonly [text: string, remedy: string],
  en: readonly [text: string, remedy: string],
): FindingKind => ({
  id: `pane.${id}`,
  family: 'workbook',
  severity: 'error',
  text: { nl: nl[0], en: en[0] },
  remedy: { nl: nl[1], en: en[1] },
});

/** Why the pane cannot find in the workbook what it is asked for. */
export const PANE_KINDS = {
  rowGone: kind(
    'row-gone',
    [
      'De rij van {subject} staat niet meer op het blad.',
      'Maak het verwijderen ongedaan, of lees het rapport opnieuw in.',
    ],
    ['The row of {subject} is no longer on the sheet.', 'Undo its removal, or import the report again.'],
  ),
  tableGone: kind(
    'table-gone',
    [
      'De tabel {subject} staat niet meer in het werkboek.',
      'Maak het verwijderen ongedaan, of lees het rapport opnieuw in.',
    ],
    ['The table {subject} is no longer in the workbook.', 'Undo its removal, or import the report again.'],
  ),
  noReport: kind(
    'no-report',
    ['Het werkboek bevat geen rapport van Planboek.', 'Lees eerst een rapport in.'],
    ['The workbook holds no report of Planboek.', 'Import a report first.'],
  ),
} as const satisfies Readonly<Record<string, FindingKind>>;

export const missing = (of: FindingKind, subject = ''): Result<never, ReadFailure> =>
  failure({ kind: of, figures: { subject } });
