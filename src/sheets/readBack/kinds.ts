import type { FindingKind } from '../../plan/finding';

type Sentences = readonly [text: string, remedy: string];

const kind = (id: string, severity: FindingKind['severity'], nl: Sentences, en: Sentences): FindingKind => ({
  id: `sheet.${id}`,
  family: 'sheet',
  severity,
  text: { nl: nl[0], en: en[0] },
  remedy: { nl: nl[1], en: en[1] },
});

const KEPT = { nl: 'De vorige waarde is behouden.', en: 'The former value was kept.' } as const;

/** What can be wrong on a sheet that is read back. Every one names the sheet and the cell; what is right beside it is kept. */
export const SHEET_KINDS = {
  badAmount: kind(
    'bad-amount',
    'error',
    [
      'Cel {cell} op blad {sheet} moet een bedrag zijn, maar bevat "{text}".',
      `Typ het bedrag als getal, zonder tekst of euroteken. ${KEPT.nl}`,
    ],
    [
      'Cell {cell} on sheet {sheet} must be an amount, but holds "{text}".',
      `Type the amount as a number, without text or euro sign. ${KEPT.en}`,
    ],
  ),
  badDate: kind(
    'bad-date',
    'error',
    [
      'Cel {cell} op blad {sheet} moet een datum zijn, maar bevat "{text}".',
      `Typ de datum als dd/mm/jjjj, en vul Van en Tot allebei in of geen van beide. ${KEPT.nl}`,
    ],
    [
      'Cell {cell} on sheet {sheet} must be a date, but holds "{text}".',
      `Type the date as dd/mm/yyyy, and fill both Van and Tot or neither. ${KEPT.en}`,
    ],
  ),
  badYear: kind(
    'bad-year',
    'error',
    [
      'Cel {cell} op blad {sheet} moet een jaartal zijn, maar bevat "{text}".',
      `Typ het jaar met vier cijfers. ${KEPT.nl}`,
    ],
    ['Cell {cell} on sheet {sheet} must be a year, but holds "{text}".', `Type the year with four digits. ${KEPT.en}`],
  ),
  badChoice: kind(
    'bad-choice',
    'error',
    [
      'Cel {cell} op blad {sheet} bevat "{text}", en dat staat niet in de lijst.',
      `Kies een waarde uit de lijst. ${KEPT.nl}`,
    ],
    [
      'Cell {cell} on sheet {sheet} holds "{text}", which is not in the list.',
      `Choose a value from the list. ${KEPT.en}`,
    ],
  ),
  takenCode: kind(
    'taken-code',
    'error',
    [
      'De sleutel "{text}" in cel {cell} op blad {sheet} staat al voor een andere status.',
      'Geef deze status een eigen sleutel. De vorige sleutel is behouden; een nieuwe status is overgeslagen.',
    ],
    [
      'The key "{text}" in cell {cell} on sheet {sheet} already stands for another status.',
      'Give this status a key of its own. The former key was kept; a new status was skipped.',
    ],
  ),
  unknownCode: kind(
    'unknown-code',
    'error',
    [
      'Cel {cell} op blad {sheet} verwijst naar "{text}", en die code staat niet op het blad Plan.',
      `Verbeter de code of voeg de rij toe op het blad Plan. ${KEPT.nl}`,
    ],
    [
      'Cell {cell} on sheet {sheet} refers to "{text}", a code that is not on the sheet Plan.',
      `Correct the code or add the row on the sheet Plan. ${KEPT.en}`,
    ],
  ),
  badNumber: kind(
    'bad-number',
    'error',
    [
      'Cel {cell} op blad {sheet} moet een getal zijn, maar bevat "{text}".',
      `Typ alleen het getal; de eenheid staat in haar eigen kolom. ${KEPT.nl}`,
    ],
    [
      'Cell {cell} on sheet {sheet} must be a number, but holds "{text}".',
      `Type the number only; the unit has a column of its own. ${KEPT.en}`,
    ],
  ),
  badWeight: kind(
    'bad-weight',
    'error',
    [
      'Cel {cell} op blad {sheet} moet een percentage van 0 tot 100 zijn, maar bevat "{text}".',
      `Typ het gewicht als getal, zonder procentteken. ${KEPT.nl}`,
    ],
    [
      'Cell {cell} on sheet {sheet} must be a percentage from 0 to 100, but holds "{text}".',
      `Type the weight as a number, without a percent sign. ${KEPT.en}`,
    ],
  ),
  badFrequency: kind(
    'bad-frequency',
    'error',
    [
      'Cel {cell} op blad {sheet} moet zeggen hoe vaak gemeten wordt, maar bevat "{text}".',
      `Typ bijvoorbeeld "jaarlijks", "2x per jaar" of "1x per 2 jaar". ${KEPT.nl}`,
    ],
    [
      'Cell {cell} on sheet {sheet} must say how often is measured, but holds "{text}".',
      `Type for instance "jaarlijks", "2x per jaar" or "1x per 2 jaar". ${KEPT.en}`,
    ],
  ),
  badDocument: kind(
    'bad-document',
    'error',
    [
      'Cel {cell} op blad {sheet} noemt het document "{text}", en dat zit niet in dit werkboek.',
      'Kies een document uit de lijst; wat er stond, is behouden en een nieuwe rij is overgeslagen.',
    ],
    [
      'Cell {cell} on sheet {sheet} names the document "{text}", which is not in this workbook.',
      'Choose a document from the list; what was there was kept, and a new row was skipped.',
    ],
  ),
  unknownPart: kind(
    'unknown-part',
    'error',
    [
      'Cel {cell} op blad {sheet} verwijst naar "{text}", en die code heeft geen enkel onderdeel van dat document.',
      'Neem de code over van het blad Plan of Plannen; wat er stond, is behouden en een nieuwe rij is overgeslagen.',
    ],
    [
      'Cell {cell} on sheet {sheet} refers to "{text}", a code no part of that document has.',
      'Take the code from the sheet Plan or Plannen; what was there was kept, and a new row was skipped.',
    ],
  ),
  unknownIndicator: kind(
    'unknown-indicator',
    'error',
    [
      'Cel {cell} op blad {sheet} verwijst naar de indicator "{text}", en die staat niet op het blad Indicatoren.',
      'Kies een code uit de lijst; een nieuwe rij is overgeslagen.',
    ],
    [
      'Cell {cell} on sheet {sheet} refers to the indicator "{text}", which is not on the sheet Indicatoren.',
      'Choose a code from the list; a new row was skipped.',
    ],
  ),
  circle: kind(
    'circle',
    'error',
    [
      'Volgens cel {cell} op blad {sheet} hoort deze rij onder zichzelf ("{text}").',
      `Kies een ander bovenliggend onderdeel. ${KEPT.nl}`,
    ],
    [
      'By cell {cell} on sheet {sheet} this row would stand under itself ("{text}").',
      `Choose another parent. ${KEPT.en}`,
    ],
  ),
  newRowIncomplete: kind(
    'new-row-incomplete',
    'error',
    [
      'De nieuwe rij bij cel {cell} op blad {sheet} is niet volledig: {text} ontbreekt.',
      'Vul de rij aan; ze is nu overgeslagen.',
    ],
    [
      'The new row at cell {cell} on sheet {sheet} is incomplete: {text} is missing.',
      'Complete the row; it was skipped.',
    ],
  ),
  unknownRow: kind(
    'unknown-row',
    'attention',
    [
      'De rij bij cel {cell} op blad {sheet} hoort bij geen rij van het schema en is overgeslagen.',
      'Voeg nieuwe rijen toe op Plan of Kredieten; de rijen van een schema liggen vast.',
    ],
    [
      'The row at cell {cell} on sheet {sheet} belongs to no row of the schema and was skipped.',
      'Add new rows on Plan or Kredieten; the rows of a schema are fixed.',
    ],
  ),
  formulasReplaced: kind(
    'formulas-replaced',
    'attention',
    [
      'Op blad {sheet} staat in {count} berekende cellen van kolom "{column}" geen formule meer: {text}.',
      'Wat daar getypt is, telt nergens mee. Kopieer de formule uit een cel erboven of eronder, en wijzig het bedrag waar het ingevuld wordt.',
    ],
    [
      'On sheet {sheet} {count} calculated cells of column "{column}" no longer hold a formula: {text}.',
      'What was typed there counts nowhere. Copy the formula from a cell above or below, and change the amount where it is entered.',
    ],
  ),
  rowsRemoved: kind(
    'rows-removed',
    'attention',
    [
      'Op blad {sheet} zijn {count} rijen verwijderd: {text}.',
      'Was dat niet de bedoeling, haal ze dan terug uit een vorige versie van het werkboek.',
    ],
    [
      'On sheet {sheet} {count} rows were removed: {text}.',
      'If that was not intended, get them back from an earlier version of the workbook.',
    ],
  ),
  tableMissing: kind(
    'table-missing',
    'attention',
    ['De tabel {text} ontbreekt.', 'Alles wat erop stond, is behouden zoals het was ingelezen.'],
    ['The table {text} is missing.', 'Everything it held was kept as it was imported.'],
  ),
  columnMissing: kind(
    'column-missing',
    'attention',
    ['Op blad {sheet} ontbreekt de kolom "{text}".', 'Wat erin stond, is behouden zoals het was ingelezen.'],
    ['On sheet {sheet} the column "{text}" is missing.', 'What it held was kept as it was imported.'],
  ),
  damagedDocument: kind(
    'damaged-document',
    'error',
    [
      'Op het verborgen blad is een deel van het ingelezen document beschadigd ({count}: {text}).',
      'Dat deel komt nu van de bladen. Lees het document opnieuw in, dan is het verborgen blad weer heel.',
    ],
    [
      'On the hidden sheet a part of the document as imported is damaged ({count}: {text}).',
      'That part now comes from the sheets. Import the document again, and the hidden sheet is whole again.',
    ],
  ),
  damagedSettings: kind(
    'damaged-settings',
    'error',
    [
      'Op het verborgen blad zijn instellingen of profielen beschadigd ({count}: {text}).',
      'Wat niet te lezen was, staat weer op de gewone waarde. Kijk de instellingen na en bewaar ze opnieuw.',
    ],
    [
      'On the hidden sheet settings or profiles are damaged ({count}: {text}).',
      'What could not be read has its usual value again. Look the settings over and save them again.',
    ],
  ),
  damagedMemory: kind(
    'damaged-memory',
    'attention',
    [
      'Op het verborgen blad zijn bewaarde verklaringen of de herkomst van het document beschadigd ({count}: {text}).',
      'Verklaringen op het blad Controle zijn er nog. Lees het document opnieuw in, dan is het verborgen blad weer heel.',
    ],
    [
      'On the hidden sheet kept explanations or the origin of the document are damaged ({count}: {text}).',
      'Explanations on the sheet Controle are still there. Import the document again, and the hidden sheet is whole again.',
    ],
  ),
} as const satisfies Readonly<Record<string, FindingKind>>;

/** Why a workbook cannot be read back at all. */
export const STATE_KINDS = {
  noState: kind(
    'no-state',
    'error',
    [
      'Dit werkboek is niet door Planboek gemaakt, of het verborgen blad ontbreekt.',
      'Lees het document opnieuw in, of haal een vorige versie van het werkboek op.',
    ],
    [
      'This workbook was not made by Planboek, or its hidden sheet is missing.',
      'Import the document again, or get an earlier version of the workbook.',
    ],
  ),
  brokenState: kind(
    'broken-state',
    'error',
    [
      'Het verborgen blad van dit werkboek is beschadigd: {reason}.',
      'Haal een vorige versie van het werkboek op, of lees het document opnieuw in.',
    ],
    [
      'The hidden sheet of this workbook is damaged: {reason}.',
      'Get an earlier version of the workbook, or import the document again.',
    ],
  ),
  newerState: kind(
    'newer-state',
    'error',
    ['Dit werkboek komt van een andere versie van Planboek ({reason}).', 'Werk Planboek bij.'],
    ['This workbook comes from another version of Planboek ({reason}).', 'Update Planboek.'],
  ),
} as const satisfies Readonly<Record<string, FindingKind>>;
