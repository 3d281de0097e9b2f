import type { SchemaName } from '../plan/vocabulary';

/** Names the user sees on the tabs. A schema's sheet bears the name of the schema. */
export const SHEETS = {
  start: 'Start',
  plan: 'Plan',
  credits: 'Kredieten',
  transfers: 'Overdrachten',
  reconciliation: 'Afstemming',
  plans: 'Plannen',
  links: 'Koppelingen',
  unlinked: 'Zonder koppeling',
  series: 'Reeksen',
  indicators: 'Indicatoren',
  measures: 'Metingen',
  charts: 'Grafieken',
  calendar: 'Kalender',
  lines: 'Kredietlijnen',
  balance: 'Balans',
  domains: 'Beleidsdomeinen',
  entities: 'Entiteiten',
  findings: 'Controle',
  changes: 'Wijzigingen',
  dashboard: 'Dashboard',
  source: 'Bron',
  state: '_planboek',
} as const;

/** Names of the native tables; formulas use them, so they are part of what users build upon. */
export const TABLES = {
  versions: 'tblVersies',
  roles: 'tblRegels',
  statuses: 'tblStatussen',
  plan: 'tblPlan',
  credits: 'tblKredieten',
  transfers: 'tblOverdrachten',
  reconciliation: 'tblAfstemming',
  lines: 'tblKredietlijnen',
  balance: 'tblBalans',
  domains: 'tblBeleidsdomeinen',
  entities: 'tblEntiteiten',
  findings: 'tblControle',
  source: 'tblBron',
} as const;

/** Lines of the other documents of a workbook, from the second on. */
export const sourceSheetName = (document: number): string =>
  document === 1 ? SHEETS.source : `${SHEETS.source} ${document}`;

export const sourceTableName = (document: number): string =>
  document === 1 ? TABLES.source : `${TABLES.source}${document}`;

export const MATRIX_SHEET = 'Matrix';

/** Tops of one document against those of another. */
export const matrixSheetName = (number: number): string => `${MATRIX_SHEET} ${number}`;

/** A report that prints a schema twice gets a sheet for each. */
export const statementSheetName = (schema: SchemaName, occurrence: number): string =>
  occurrence === 1 ? schema : `${schema} (${occurrence})`;

export const statementTableName = (schema: SchemaName, occurrence: number): string =>
  occurrence === 1 ? `tbl${schema}` : `tbl${schema}_${occurrence}`;

/** Is it the table of a schema? */
export const isStatementTable = (table: string): boolean => /^tbl[JMT]\d(?:_\d+)?$/i.test(table);

/** Names of the lists that dropdowns take their choices from. */
export const LISTS = {
  statuses: 'Statussen',
  kinds: 'Soorten',
  directions: 'Richtingen',
  levels: 'Niveaus',
  yesNo: 'JaNee',
  states: 'Toestanden',
  linkKinds: 'KoppelingSoorten',
  linkStates: 'KoppelingToestanden',
  indicatorKinds: 'IndicatorSoorten',
  comparisons: 'Vergelijkingen',
  indicators: 'IndicatorCodes',
  documents: 'Documenten',
} as const;

/** Statuses of a level that has a list of its own, by its place among those levels from 1. */
export const levelStatusList = (number: number): string => `${LISTS.statuses}_${number}`;

/** Names of the columns of the source. */
export const SOURCE_COLUMNS = { line: 'Regel', page: 'Blz', role: 'Rol', text: 'Tekst' } as const;

/** The column that ties a row to what it was made from; hidden, present in every table that is read back. */
export const KEY_COLUMN = 'Sleutel';

const NUMBERED = /^(?:(?:Bron|Matrix) \d+|Matrix|[JMT]\d(?: \(\d+\))?)$/;
const NAMES: ReadonlySet<string> = new Set(Object.values(SHEETS));

/** Is a sheet one of ours: by its name, or by a table of ours when it was renamed? */
export const isOurSheet = (name: string, tables: readonly { readonly name: string }[]): boolean =>
  NAMES.has(name) || NUMBERED.test(name) || tables.some((table) => /^tbl\p{Lu}/u.test(table.name));
