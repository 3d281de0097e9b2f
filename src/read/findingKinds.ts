import type { FindingKind } from '../plan/finding';

/** What readers can have to say about a source; the check catalogue lists these too, as the family `reading`. */
const kind = (
  id: string,
  severity: FindingKind['severity'],
  nl: readonly [text: string, remedy: string],
  en: readonly [text: string, remedy: string],
): FindingKind => ({
  id,
  family: 'reading',
  severity,
  text: { nl: nl[0], en: en[0] },
  remedy: { nl: nl[1], en: en[1] },
});

export const READING_KINDS = {
  unrecognised: kind(
    'reading.unrecognised-line',
    'attention',
    [
      'Regel {line} is niet herkend: "{text}".',
      'Kijk de regel na in het brondocument; de cijfers erop zijn niet ingelezen.',
    ],
    [
      'Line {line} was not recognised: "{text}".',
      'Look the line up in the source document; its figures were not read.',
    ],
  ),
  ambiguousFigures: kind(
    'reading.ambiguous-figures',
    'error',
    [
      'De cijfers op regel {line} kunnen op meer dan één manier gelezen worden: "{text}".',
      'Vul de bedragen van deze rij met de hand in.',
    ],
    [
      'The figures on line {line} can be read in more than one way: "{text}".',
      'Enter the amounts of this row by hand.',
    ],
  ),
  unclearHead: kind(
    'reading.unclear-head',
    'error',
    [
      'De kolomkop op regel {line} is niet met zekerheid te lezen: "{text}". De {figures} cijfers op de {lines} regels eronder zijn niet ingelezen.',
      'Vul deze tabel met de hand in.',
    ],
    [
      'The column heading on line {line} cannot be read with certainty: "{text}". The {figures} figures on the {lines} lines under it were not read.',
      'Enter this table by hand.',
    ],
  ),
  passedColumn: kind(
    'reading.passed-column',
    'attention',
    [
      'De kolom "{column}" (vanaf regel {line}) hoort bij geen schema; haar {figures} cijfers zijn niet bewaard.',
      'Kijk ze na in het brondocument als u ze nodig hebt.',
    ],
    [
      'The column "{column}" (from line {line}) belongs to no schema; its {figures} figures were not kept.',
      'Look them up in the source document if you need them.',
    ],
  ),
  labelNumber: kind(
    'reading.number-in-label',
    'attention',
    ['Op regel {line} is een getal als deel van de omschrijving gelezen: "{label}".', 'Kijk na of het geen bedrag is.'],
    ['On line {line} a number was read as part of the label: "{label}".', 'Check that it is not an amount.'],
  ),
  keptAsText: kind(
    'reading.figures-in-text',
    'attention',
    [
      'Vanaf regel {line} staan {figures} cijfers van een tabel in tekst; ze zijn als tekst bewaard, niet als bedragen.',
      'Neem over wat u als bedrag nodig hebt.',
    ],
    [
      'From line {line} on {figures} figures of a table stand in text; they were kept as text, not as amounts.',
      'Copy what you need as amounts.',
    ],
  ),
  moneyInName: kind(
    'reading.money-in-name',
    'attention',
    [
      'Regel {line} is als titel, kop of voettekst gelezen, maar noemt een bedrag: "{text}".',
      'Kijk na of het bedrag niet in een tabel hoort.',
    ],
    [
      'Line {line} was read as a title, heading or footer, but names an amount: "{text}".',
      'Check that the amount does not belong to a table.',
    ],
  ),
  longLine: kind(
    'reading.long-line',
    'error',
    [
      'Regel {line} telt {length} tekens, is geen regel van een document en is niet gelezen.',
      'Bewaar het document opnieuw als tekst met regeleinden.',
    ],
    [
      'Line {line} has {length} characters, is no line of a document and was not read.',
      'Save the document again as text with line ends.',
    ],
  ),
  lookAlikeCode: kind(
    'reading.look-alike-code',
    'error',
    [
      'De code {printed} op regel {line} bevat tekens die op {expected} lijken.',
      'Verbeter de code in de bron of op het blad.',
    ],
    [
      'The code {printed} on line {line} holds characters that look like {expected}.',
      'Correct the code in the source or on the sheet.',
    ],
  ),
  duplicateCode: kind(
    'reading.duplicate-code',
    'error',
    [
      'De code {node} staat meer dan één keer in het plan (regels {firstLine} en {line}).',
      'Geef één van beide een eigen code; de tweede kreeg zolang {assigned}.',
    ],
    [
      'Code {node} stands in the plan more than once (lines {firstLine} and {line}).',
      'Give one of them a code of its own; the second goes by {assigned} until then.',
    ],
  ),
  missingTitle: kind(
    'reading.missing-title',
    'attention',
    ['Onder de kop van {node} op regel {line} staat geen titel.', 'Vul de titel aan op het blad Plan.'],
    ['There is no title under the heading of {node} on line {line}.', 'Complete the title on the sheet Plan.'],
  ),
  incompleteTransfer: kind(
    'reading.incomplete-transfer',
    'error',
    [
      'De overdracht die op regel {line} begint, is niet volledig: {missing} ontbreekt.',
      'Vul de rij aan op het blad Overdrachten.',
    ],
    [
      'The transfer that starts on line {line} is not complete: {missing} is missing.',
      'Complete the row on the sheet Overdrachten.',
    ],
  ),
  unalignedLabels: kind(
    'reading.unaligned-labels',
    'info',
    [
      '{count} omschrijvingen van rechten en verplichtingen buiten balans staan los van hun code (vanaf regel {line}).',
      'De bedragen zijn gelezen per code; de omschrijvingen zijn bewaard zonder koppeling.',
    ],
    [
      '{count} labels of off-balance rights and commitments stand apart from their code (from line {line}).',
      'The amounts were read per code; the labels are kept without a link.',
    ],
  ),
  unalignedTerms: kind(
    'reading.unaligned-terms',
    'info',
    [
      'Onder {category} (regel {line}) staan {items} omschrijvingen en {terms} termijnen; ze zijn niet met zekerheid aan elkaar te koppelen.',
      'Kijk de afschrijvingstermijnen van deze rubriek na.',
    ],
    [
      'Under {category} (line {line}) there are {items} descriptions and {terms} terms; they cannot be paired with certainty.',
      'Look over the depreciation terms of this category.',
    ],
  ),
  cutOff: kind(
    'reading.cut-off',
    'error',
    ['Het verslag breekt af op regel {line}, midden in {part}.', 'Lees het volledige document opnieuw in.'],
    ['The report breaks off on line {line}, in the middle of {part}.', 'Read the complete document again.'],
  ),
  impossibleDate: kind(
    'reading.impossible-date',
    'error',
    [
      'De periode op regel {line} kan niet bestaan: "{text}".',
      'Kijk de datums na in het brondocument en vul Van en Tot in op het blad Plan; ze zijn nu leeg.',
    ],
    [
      'The period on line {line} cannot exist: "{text}".',
      'Look the dates up in the source document and fill in Van and Tot on the sheet Plan; they are empty now.',
    ],
  ),
  unlikelyYear: kind(
    'reading.unlikely-year',
    'error',
    [
      'Op regel {line} staat het jaar {year}: "{text}".',
      'Kijk na of dat jaar juist is. Het is gelezen zoals het er staat.',
    ],
    ['Line {line} gives the year {year}: "{text}".', 'Check whether that year is right. It was read as it stands.'],
  ),
  unlikelyPage: kind(
    'reading.unlikely-page',
    'attention',
    [
      'Op regel {line} staat {text} als nummer van een bladzijde.',
      'Kijk na of er bladzijden ontbreken. De regels van die bladzijde hebben geen bladzijdenummer gekregen.',
    ],
    [
      'Line {line} gives {text} as the number of a page.',
      'Check whether pages are missing. The lines of that page got no page number.',
    ],
  ),
  replacedCharacters: kind(
    'reading.encoding',
    'attention',
    [
      'Het bestand is geen geldige UTF-8; het is gelezen als Windows-1252 (Latin-1).',
      'Kijk na of letters met accenten juist zijn.',
    ],
    ['The file is not valid UTF-8; it was read as Windows-1252 (Latin-1).', 'Check that accented letters are right.'],
  ),
} as const satisfies Record<string, FindingKind>;

const failureKind = (id: string, nl: readonly [string, string], en: readonly [string, string]): FindingKind =>
  kind(`reading.${id}`, 'error', nl, en);

/** Why a file cannot be read at all. */
export const FAILURE_KINDS = {
  empty: failureKind(
    'empty-file',
    ['{name} is leeg.', 'Kies het verslag zelf, bewaard als tekst.'],
    ['{name} is empty.', 'Choose the report itself, saved as text.'],
  ),
  tooLarge: failureKind(
    'file-too-large',
    ['{name} is {megabytes} MB groot; de grens is {limit} MB.', 'Bewaar alleen het verslag zelf als tekst.'],
    ['{name} is {megabytes} MB; the limit is {limit} MB.', 'Save only the report itself as text.'],
  ),
  word: failureKind(
    'word-file',
    [
      '{name} is een Word-document.',
      'Bewaar het in Word als tekst zonder opmaak (.txt, UTF-8) en lees dat bestand in.',
    ],
    ['{name} is a Word document.', 'Save it in Word as plain text (.txt, UTF-8) and read that file.'],
  ),
  workbook: failureKind(
    'workbook-file',
    [
      '{name} is een werkboek, geen verslag.',
      'Gebruik `planboek check` voor een werkboek van Planboek, of kies het verslag als tekst.',
    ],
    [
      '{name} is a workbook, not a report.',
      'Use `planboek check` for a Planboek workbook, or choose the report as text.',
    ],
  ),
  pdfPassword: failureKind(
    'pdf-password',
    ['{name} is een PDF met een wachtwoord.', 'Bewaar een exemplaar zonder wachtwoord en lees dat in.'],
    ['{name} is a PDF with a password.', 'Save a copy without the password and read that.'],
  ),
  pdfScanned: failureKind(
    'pdf-scanned',
    [
      '{name} is een PDF van {pages} bladzijden zonder tekst, wellicht een scan.',
      'Vraag het verslag op zoals het uit het boekhoudpakket komt, of laat er tekstherkenning op los.',
    ],
    [
      '{name} is a PDF of {pages} pages without text, perhaps a scan.',
      'Ask for the report as the accounting package prints it, or run text recognition on it.',
    ],
  ),
  pdfTooLong: failureKind(
    'pdf-too-long',
    ['{name} telt {pages} bladzijden; de grens is {limit}.', 'Splits het document en lees het verslag zelf in.'],
    ['{name} has {pages} pages; the limit is {limit}.', 'Split the document and read the report itself.'],
  ),
  pdfHarmful: failureKind(
    'pdf-unpacks-too-large',
    [
      '{name} zou bij het uitpakken veel groter worden dan een verslag ooit is, en is niet gelezen.',
      'Open het bestand niet als de herkomst onzeker is; vraag het verslag anders opnieuw op.',
    ],
    [
      '{name} would become far larger than any report when unpacked, and was not read.',
      'Do not open the file when you are unsure where it came from; else ask for the report again.',
    ],
  ),
  pdfTooSlow: failureKind(
    'pdf-too-slow',
    [
      '{name} vraagt meer tijd dan een verslag van die grootte en is niet verder gelezen.',
      'Probeer het opnieuw als de computer druk bezig was; vraag het verslag anders opnieuw op.',
    ],
    [
      '{name} takes more time than a report of its size and was not read on.',
      'Try again if the computer was busy; else ask for the report again.',
    ],
  ),
  pdfBroken: failureKind(
    'pdf-broken',
    ['{name} is een beschadigde PDF.', 'Haal het bestand opnieuw op.'],
    ['{name} is a damaged PDF.', 'Fetch the file again.'],
  ),
  archive: failureKind(
    'archive-file',
    ['{name} is een zip-archief.', 'Pak het uit en kies het verslag.'],
    ['{name} is a zip archive.', 'Unpack it and choose the report.'],
  ),
  binary: failureKind(
    'binary-file',
    ['{name} is geen tekstbestand (byte {byte} op plaats {offset}).', 'Kies het verslag, bewaard als tekst.'],
    ['{name} is not a text file (byte {byte} at offset {offset}).', 'Choose the report, saved as text.'],
  ),
  oldSchemas: failureKind(
    'old-schemas',
    [
      '{name} is een rapport volgens de regels van vóór 2020 ({schemas}).',
      "Planboek leest de schema's J1-J5, T1-T5 en M1-M3 van 2020 en later; neem de oude cijfers met de hand over.",
    ],
    [
      '{name} is a report by the rules of before 2020 ({schemas}).',
      'Planboek reads the schemas J1-J5, T1-T5 and M1-M3 of 2020 and later; enter the old figures by hand.',
    ],
  ),
  nearSections: failureKind(
    'near-sections',
    [
      'In {name} staan koppen van een beleidsrapport, maar geen tabel of lijst eronder die herkend is ({near}).',
      'Bewaar het document opnieuw zodat de rijen en hun cijfers op één regel staan, of maak een profiel dat zegt hoe dit plan gelezen wordt.',
    ],
    [
      '{name} holds headings of a policy report, but no table or list under them that was recognised ({near}).',
      'Save the document again so that rows and their figures stand on one line, or make a profile that says how this plan is read.',
    ],
  ),
  noSections: failureKind(
    'no-sections',
    [
      'In {name} staat geen enkele kop van een beleidsrapport (Beleidsevaluatie, "J1: …", "Prioritaire beleidsdoelstelling: …").',
      'Kies het document van de jaarrekening of het meerjarenplan, of maak een profiel dat zegt hoe dit plan gelezen wordt.',
    ],
    [
      '{name} holds no heading of a policy report (Beleidsevaluatie, "J1: …", "Prioritaire beleidsdoelstelling: …").',
      'Choose the document of the accounts or the multi-year plan, or make a profile that says how this plan is read.',
    ],
  ),
} as const satisfies Record<string, FindingKind>;
