import type { Language } from '../plan/finding';
import { both, inLanguage, type Phrase } from '../plan/phrase';
import { failure, success, type Result } from '../plan/result';

/** Why a call, or one cell of its answer, has no value: shown as #VALUE! or #N/A with a sentence in the language of Excel. */
export class Refusal {
  constructor(
    readonly code: 'value' | 'notAvailable',
    readonly sentence: Phrase,
  ) {}
}

/** A cell of an answer: money in euro, texts, '' where nothing is printed, or why there is no value. */
export type AnswerCell = string | number | Refusal;

export type AnswerTable = readonly (readonly AnswerCell[])[];

export type Answer = Result<AnswerTable, Refusal>;

export const refuse = (sentence: Phrase): Result<never, Refusal> => failure(new Refusal('value', sentence));

type Values<Results> = {
  readonly [Name in keyof Results]: Results[Name] extends Result<infer Value, Refusal> ? Value : never;
};

/** All values, or the first refusal. */
export function allOf<Results extends Readonly<Record<string, Result<unknown, Refusal>>>>(
  results: Results,
): Result<Values<Results>, Refusal> {
  const values: Record<string, unknown> = {};
  for (const [name, result] of Object.entries(results)) {
    if (!result.ok) return result;
    values[name] = result.value;
  }
  return success(values as Values<Results>);
}

/**
 * What to hand over for each table, by the name of its argument: headings and the columns that are needed. A whole plan has a hundred columns, long texts
 * among them, and Excel hands all of it over at every call.
 */
export const TABLE_HINTS = {
  plan: both('tblPlan[[#Alles];[Code]:[Status]]', 'tblPlan[[#All],[Code]:[Status]]'),
  kredieten: both('tblKredieten[[#Alles];[Jaar]:[Jaarrekening]]', 'tblKredieten[[#All],[Jaar]:[Jaarrekening]]'),
  overdrachten: both('tblOverdrachten[#Alles]', 'tblOverdrachten[#All]'),
  tabel: both('tblJ2[#Alles]', 'tblJ2[#All]'),
} as const;
export type TableArgument = keyof typeof TABLE_HINTS;

/** Names of arguments as an English Excel shows them. */
const ENGLISH: Readonly<Record<string, string>> = {
  plan: 'plan',
  kredieten: 'credits',
  overdrachten: 'transfers',
  tabel: 'table',
  soort: 'kind',
  richting: 'direction',
  fase: 'phase',
  schema: 'schema',
};
const inEnglish = (argument: string): string => ENGLISH[argument] ?? argument;

const hint = (argument: TableArgument, language: Language): string => inLanguage(TABLE_HINTS[argument], language);

const listed = (words: readonly string[], or: string): string =>
  `${words.slice(0, -1).join(', ')} ${or} ${words.at(-1) ?? ''}`;

/** The sentences of the functions, in one place. */
export const SENTENCES = {
  noTable: (argument: TableArgument): Phrase =>
    both(
      `Geef voor ${argument} een tabel met de koppen erbij, bijvoorbeeld ${hint(argument, 'nl')}.`,
      `Give a table with its headings for ${inEnglish(argument)}, for example ${hint(argument, 'en')}.`,
    ),
  missingHeading: (argument: TableArgument, heading: string): Phrase =>
    both(
      `De tabel voor ${argument} heeft geen kolom "${heading}". Geef de koppen mee, bijvoorbeeld ${hint(argument, 'nl')}.`,
      `The table for ${inEnglish(argument)} has no column "${heading}". Hand over the headings too, for example ${hint(argument, 'en')}.`,
    ),
  noCodes: both('Geef een code, of een kolom met codes.', 'Give a code, or a column of codes.'),
  badChoice: (argument: string, given: string, choices: readonly string[]): Phrase =>
    given === ''
      ? both(
          `Kies voor ${argument}: ${listed(choices, 'of')}.`,
          `Choose for ${inEnglish(argument)}: ${listed(choices, 'or')}.`,
        )
      : both(
          `"${given}" is geen ${argument}. Kies ${listed(choices, 'of')}.`,
          `"${given}" is no ${inEnglish(argument)}. Choose ${listed(choices, 'or')}.`,
        ),
  badYear: (given: string): Phrase =>
    both(
      `"${given}" is geen jaar. Geef een jaartal van vier cijfers, of laat het weg voor alle jaren samen.`,
      `"${given}" is no year. Give a year of four digits, or leave it out for all years together.`,
    ),
  badDepth: (given: string): Phrase =>
    both(
      `"${given}" is geen diepte. Geef een geheel getal van 0 of meer, of laat het weg voor de hele boom.`,
      `"${given}" is no depth. Give a whole number of 0 or more, or leave it out for the whole tree.`,
    ),
  badLevel: (given: string, levels: readonly string[]): Phrase =>
    both(
      `Niveau "${given}" komt niet voor in het plan; wel ${levels.join(', ')}.`,
      `Level "${given}" is not in the plan; ${levels.join(', ')} are.`,
    ),
  unknownInPlan: (code: string): Phrase =>
    both(`De code ${code} staat niet op het blad Plan.`, `The code ${code} is not on the sheet Plan.`),
  errorInCode: both('De cel met de code bevat een fout.', 'The cell with the code holds an error.'),
  badAmount: (column: string, row: number, text: string): Phrase =>
    both(
      `In rij ${row} van de kredieten staat in ${column} geen bedrag maar "${text}". Typ er een getal.`,
      `Row ${row} of the credits holds no amount in ${column} but "${text}". Type a number there.`,
    ),
  amountError: (column: string, row: number, text: string): Phrase =>
    both(
      `In rij ${row} van de kredieten staat in ${column} een fout (${text}).`,
      `Row ${row} of the credits holds an error in ${column} (${text}).`,
    ),
  badTransfer: (row: number, text: string): Phrase =>
    both(
      `In rij ${row} van de overdrachten staat geen bedrag maar "${text}". Typ er een getal.`,
      `Row ${row} of the transfers holds no amount but "${text}". Type a number there.`,
    ),
  badTransferYear: (row: number, text: string): Phrase =>
    both(
      `In rij ${row} van de overdrachten staat als jaar "${text}". Typ een jaartal van vier cijfers.`,
      `Row ${row} of the transfers holds "${text}" as its year. Type a year of four digits.`,
    ),
  badFigure: (row: number, column: string, text: string): Phrase =>
    both(
      `In rij ${row} van de tabel staat in ${column} geen bedrag maar "${text}". Typ er een getal.`,
      `Row ${row} of the table holds no amount in ${column} but "${text}". Type a number there.`,
    ),
  tooLarge: (megabytes: number): Phrase =>
    both(
      `De argumenten zijn samen ${megabytes.toFixed(1).replace('.', ',')} MB; Excel geeft er hoogstens 5 door. Geef alleen de kolommen die nodig zijn, bijvoorbeeld ${hint('kredieten', 'nl')}.`,
      `The arguments are ${megabytes.toFixed(1)} MB together; Excel hands over 5 at most. Give only the columns that are needed, for example ${hint('kredieten', 'en')}.`,
    ),
  tooMuchMoney: both(
    'De som is groter dan wat exact berekend kan worden.',
    'The sum is larger than what can be computed exactly.',
  ),
  rateOfBalance: both(
    'Een realisatiegraad bestaat voor uitgaven of voor ontvangsten, niet voor een saldo.',
    'A rate of realisation exists for expenditure or for receipts, not for a balance.',
  ),
  schemaNeedsTable: (schema: string): Phrase =>
    both(
      `${schema} kan niet uit kredieten berekend worden: die zeggen niets over rekeningen, schulden of bezittingen. Geef de tabel van het schema, bijvoorbeeld tbl${schema}[#Alles].`,
      `${schema} cannot be computed from credits: they say nothing of accounts, debts or assets. Give the table of the schema, for example tbl${schema}[#All].`,
    ),
  noFigures: both(
    'De tabel heeft geen kolom met cijfers, zoals "Jaarrekening 2024".',
    'The table has no column with figures, such as "Jaarrekening 2024".',
  ),
} as const;
