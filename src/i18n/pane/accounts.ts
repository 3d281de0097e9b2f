import type { Language } from '../../plan/finding';
import type { SchemaName } from '../../plan/vocabulary';
import { counted } from '../counted';

/** Texts of the screen of the schemas. */
export interface AccountTexts {
  readonly title: string;
  readonly intro: string;
  readonly summary: (present: string, agreeing: string) => string;
  readonly agrees: string;
  readonly errors: (count: number) => string;
  readonly attentions: (count: number) => string;
  readonly answered: (count: string) => string;
  readonly absent: string;
  readonly absentHint: string;
  readonly rows: (count: number) => string;
  readonly columns: string;
  readonly version: string;
  readonly unit: Readonly<Record<'euro' | 'cent', string>>;
  readonly showFindings: string;
  readonly toSheet: string;
  readonly list: string;
  /** English names of the schemas; the Dutch ones are legal names and stand in schema/titles. */
  readonly titles: Readonly<Record<SchemaName, string>> | null;
  readonly sets: Readonly<Record<'2020' | '3.0', string>>;
}

export const ACCOUNT_TEXTS: Readonly<Record<Language, AccountTexts>> = {
  nl: {
    title: 'Jaarrekening',
    intro: "De schema's die in het rapport staan, en of hun cijfers onderling kloppen.",
    summary: (present, agreeing) => `${present} schema's, waarvan ${agreeing} kloppen`,
    agrees: 'klopt',
    errors: counted('nl', 'open fout', 'open fouten'),
    attentions: counted('nl', 'aandachtspunt', 'aandachtspunten'),
    answered: (count) => `${count} verklaard`,
    absent: 'staat niet in dit rapport',
    absentHint: 'Lees een rapport in waarin dit schema gedrukt is.',
    rows: counted('nl', 'rij', 'rijen'),
    columns: 'Kolommen',
    version: 'Versie',
    unit: { euro: 'gedrukt in euro', cent: 'gedrukt tot op de cent' },
    showFindings: 'Toon de bevindingen',
    toSheet: 'Naar het blad',
    list: "Schema's",
    titles: null,
    sets: { '2020': "Schema's BBC 2020", '3.0': "Schema's BBC 3.0" },
  },
  en: {
    title: 'Accounts',
    intro: 'The schemas of the report, and whether their figures agree with each other.',
    summary: (present, agreeing) => `${present} schemas, ${agreeing} of which agree`,
    agrees: 'agrees',
    errors: counted('en', 'open error', 'open errors'),
    attentions: counted('en', 'attention point', 'attention points'),
    answered: (count) => `${count} explained`,
    absent: 'is not in this report',
    absentHint: 'Import a report in which this schema is printed.',
    rows: counted('en', 'row', 'rows'),
    columns: 'Columns',
    version: 'Version',
    unit: { euro: 'printed in euro', cent: 'printed to the cent' },
    showFindings: 'Show the findings',
    toSheet: 'Go to the sheet',
    list: 'Schemas',
    titles: {
      J1: 'Accounts by objective',
      J2: 'Statement of financial equilibrium',
      J3: 'Realisation of the credits',
      J4: 'Balance sheet',
      J5: 'Statement of income and expenses',
      T1: 'Receipts and expenditure by function',
      T2: 'Receipts and expenditure by economic nature',
      T3: 'Investment projects',
      T4: 'Evolution of financial debt',
      T5: 'Notes to the balance sheet',
      M1: 'Financial plan by objective',
      M2: 'Statement of financial equilibrium',
      M3: 'Overview of the credits',
    },
    sets: { '2020': 'BBC 2020 schemas', '3.0': 'BBC 3.0 schemas' },
  },
};
