import { failure, success, type Result } from '../plan/result';

/** Why a call, or one cell of its answer, has no value: shown as #VALUE! or #N/A with a Dutch sentence. */
export class Refusal {
  constructor(
    readonly code: 'value' | 'notAvailable',
    readonly sentence: string,
  ) {}
}

/** A cell of an answer: money in euro, texts, '' where nothing is printed, or why there is no value. */
export type AnswerCell = string | number | Refusal;

export type AnswerTable = readonly (readonly AnswerCell[])[];

export type Answer = Result<AnswerTable, Refusal>;

export const refuse = (sentence: string): Result<never, Refusal> => failure(new Refusal('value', sentence));

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

/** What to hand over for each table, by the name of its argument. */
export const TABLE_HINTS = {
  plan: 'tblPlan[#Alles]',
  kredieten: 'tblKredieten[#Alles]',
  overdrachten: 'tblOverdrachten[#Alles]',
  tabel: 'tblJ2[#Alles]',
} as const;
export type TableArgument = keyof typeof TABLE_HINTS;

const listed = (words: readonly string[]): string => `${words.slice(0, -1).join(', ')} of ${words.at(-1) ?? ''}`;

/** The sentences of the functions, in one place. */
export const SENTENCES = {
  noTable: (argument: TableArgument): string =>
    `Geef voor ${argument} een tabel met de koppen erbij, bijvoorbeeld ${TABLE_HINTS[argument]}.`,
  missingHeading: (argument: TableArgument, heading: string): string =>
    `De tabel voor ${argument} heeft geen kolom "${heading}". Geef de koppen mee, bijvoorbeeld ${TABLE_HINTS[argument]}.`,
  noCodes: 'Geef een code, of een kolom met codes.',
  badChoice: (argument: string, given: string, choices: readonly string[]): string =>
    given === ''
      ? `Kies voor ${argument}: ${listed(choices)}.`
      : `"${given}" is geen ${argument}. Kies ${listed(choices)}.`,
  badYear: (given: string): string =>
    `"${given}" is geen jaar. Geef een jaartal van vier cijfers, of laat het weg voor alle jaren samen.`,
  badDepth: (given: string): string =>
    `"${given}" is geen diepte. Geef een geheel getal van 0 of meer, of laat het weg voor de hele boom.`,
  badLevel: (given: string, levels: readonly string[]): string =>
    `Niveau "${given}" komt niet voor in het plan; wel ${levels.join(', ')}.`,
  unknownInPlan: (code: string): string => `De code ${code} staat niet op het blad Plan.`,
  errorInCode: 'De cel met de code bevat een fout.',
  badAmount: (column: string, row: number, text: string): string =>
    `In rij ${row} van de kredieten staat in ${column} geen bedrag maar "${text}". Typ er een getal.`,
  amountError: (column: string, row: number, text: string): string =>
    `In rij ${row} van de kredieten staat in ${column} een fout (${text}).`,
  badTransfer: (row: number, text: string): string =>
    `In rij ${row} van de overdrachten staat geen bedrag maar "${text}". Typ er een getal.`,
  badTransferYear: (row: number, text: string): string =>
    `In rij ${row} van de overdrachten staat als jaar "${text}". Typ een jaartal van vier cijfers.`,
  badFigure: (row: number, column: string, text: string): string =>
    `In rij ${row} van de tabel staat in ${column} geen bedrag maar "${text}". Typ er een getal.`,
  tooLarge: (megabytes: string): string =>
    `De argumenten zijn samen ${megabytes} MB; Excel geeft er hoogstens 5 door. Geef alleen de kolommen die nodig zijn, bijvoorbeeld tblKredieten[[#Alles];[Jaar]:[Jaarrekening]].`,
  tooMuchMoney: 'De som is groter dan wat exact berekend kan worden.',
  rateOfBalance: 'Een realisatiegraad bestaat voor uitgaven of voor ontvangsten, niet voor een saldo.',
  schemaNeedsTable: (schema: string): string =>
    `${schema} kan niet uit kredieten berekend worden: die zeggen niets over rekeningen, schulden of bezittingen. Geef de tabel van het schema, bijvoorbeeld tbl${schema}[#Alles].`,
  noFigures: 'De tabel heeft geen kolom met cijfers, zoals "Jaarrekening 2024".',
} as const;
