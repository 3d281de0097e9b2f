import type { FindingKind } from '../../plan/finding';

const kind = (
  id: string,
  severity: FindingKind['severity'],
  nl: readonly [text: string, remedy: string],
  en: readonly [text: string, remedy: string],
): FindingKind => ({
  id: `lines.${id}`,
  family: 'lines',
  severity,
  text: { nl: nl[0], en: en[0] },
  remedy: { nl: nl[1], en: en[1] },
});

/** What is wrong with the cells of a table of budget lines, of a trial balance, or of the tables beside them. */
export const TABLE_KINDS = {
  missingColumn: kind(
    'missing-column',
    'error',
    ['{file}: de kolom "{column}" ontbreekt (rij {row} is de kop).', 'Voeg de kolom toe; de rijen zijn niet gelezen.'],
    ['{file}: the column "{column}" is missing (row {row} is the heading).', 'Add the column; the rows were not read.'],
  ),
  badAmount: kind(
    'bad-amount',
    'error',
    [
      '{file}, rij {row}, kolom "{column}": "{value}" is geen bedrag.',
      'Schrijf het als 1.234,56: een punt tussen duizendtallen, een komma voor de centen. Het bedrag telt nu nergens mee.',
    ],
    [
      '{file}, row {row}, column "{column}": "{value}" is no amount.',
      'Write it as 1.234,56: a point between thousands, a comma before the cents. The amount counts nowhere now.',
    ],
  ),
  badYear: kind(
    'bad-year',
    'error',
    ['{file}, rij {row}, kolom "{column}": "{value}" is geen jaar.', 'Vul vier cijfers in; de rij is niet gelezen.'],
    ['{file}, row {row}, column "{column}": "{value}" is no year.', 'Enter four digits; the row was not read.'],
  ),
  badCode: kind(
    'bad-code',
    'error',
    [
      '{file}, rij {row}, kolom "{column}": "{value}" is geen nummer.',
      'Een rekening en een beleidsveld beginnen met cijfers. De rij staat onder Niet toegewezen.',
    ],
    [
      '{file}, row {row}, column "{column}": "{value}" is no number.',
      'An account and a policy field begin with digits. The row stands under Niet toegewezen.',
    ],
  ),
  badChoice: kind(
    'bad-choice',
    'error',
    ['{file}, rij {row}, kolom "{column}": "{value}" is hier niet gekend.', 'Kies uit: {choices}.'],
    ['{file}, row {row}, column "{column}": "{value}" is not known here.', 'Choose from: {choices}.'],
  ),
  emptyCell: kind(
    'empty-cell',
    'error',
    ['{file}, rij {row}, kolom "{column}" is leeg.', 'Vul de cel in; zonder kan de rij geen plaats krijgen.'],
    ['{file}, row {row}, column "{column}" is empty.', 'Fill in the cell; without it the row has no place.'],
  ),
  openQuote: kind(
    'open-quote',
    'error',
    [
      '{file}, rij {row}, kolom "{column}": een aanhalingsteken gaat niet meer dicht, en de {swallowed} regels erna zijn als één cel gelezen.',
      'Sluit het aanhalingsteken of verdubbel het.',
    ],
    [
      '{file}, row {row}, column "{column}": a quotation mark is never closed, and the {swallowed} lines after it were read as one cell.',
      'Close the quotation mark or double it.',
    ],
  ),
  totalRow: kind(
    'total-row',
    'info',
    ['{file}, rij {row} is een totaal en is overgeslagen.', 'Totalen worden altijd opnieuw gemaakt uit de lijnen.'],
    ['{file}, row {row} is a total and was passed over.', 'Totals are always made afresh from the lines.'],
  ),
  duplicateCode: kind(
    'duplicate-code',
    'error',
    [
      '{file}, rij {row}: de code {value} stond al op rij {firstRow}.',
      'Geef elke doelstelling, elk actieplan en elke actie een eigen code; de tweede is niet gelezen.',
    ],
    [
      '{file}, row {row}: code {value} already stood on row {firstRow}.',
      'Give every objective, plan and action a code of its own; the second was not read.',
    ],
  ),
  unknownParent: kind(
    'unknown-parent',
    'error',
    [
      '{file}, rij {row}, kolom "{column}": de code {value} staat niet in de lijst.',
      'Voeg die code toe, of verbeter ze; het element hangt nu nergens onder.',
    ],
    [
      '{file}, row {row}, column "{column}": code {value} is not in the list.',
      'Add that code, or correct it; the element now stands under nothing.',
    ],
  ),
} as const;

export const FAILED_TABLE: FindingKind = kind(
  'unknown-table',
  'error',
  [
    '{name}: de kolommen zijn die van geen enkele tabel die Planboek kent ({headings}).',
    'Kredietlijnen hebben een kolom Algemene rekening en een bedrag, een balans Rekening en Eindsaldo, beleidsdomeinen Beleidsveld en Beleidsdomein, acties Code en Titel, entiteiten Naam en Soort.',
  ],
  [
    '{name}: the columns are those of no table that Planboek knows ({headings}).',
    'Budget lines have a column Algemene rekening and an amount, a balance Rekening and Eindsaldo, policy domains Beleidsveld and Beleidsdomein, actions Code and Titel, entities Naam and Soort.',
  ],
);
