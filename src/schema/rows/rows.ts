import { SCHEMA_SETS, type SchemaName, type SchemaSet } from '../../plan/vocabulary';
import { BALANCE_SHEET_ROWS } from './balanceSheet';
import { CREDIT_ROWS } from './credits';
import { DEBT_ROWS, DEBT_ROWS_3_0 } from './debt';
import { ECONOMIC_ROWS } from './economic';
import { section as sectionEntry, type SchemaEntry, type SectionEntry } from './entry';
import { EQUILIBRIUM_ROWS } from './equilibrium';
import { DOMAIN_ROWS, DOMAIN_ROWS_3_0, OBJECTIVE_ROWS, OBJECTIVE_ROWS_3_0 } from './groups';
import { FIXED_ASSET_ROWS } from './notes';
import { PROJECT_ROWS } from './projects';
import { RESULT_ROWS } from './results';

/** A row of a legal schema. */
export interface SchemaRow {
  /** Names the row, whatever a report calls it: "J2.margin.III". The same row of both legal sets has one id. */
  readonly id: string;
  readonly section: SectionEntry;
  readonly path: readonly string[];
  readonly label: string;
  /** Other wordings that reports print. */
  readonly also: readonly string[];
  /** How it is computed from rows of the same schema (see rows/entry); '' = the sum of its children, if it has any. */
  readonly formula: string;
  readonly unconfirmed: boolean;
}

const ENTRIES: Readonly<Record<SchemaName, Readonly<Record<SchemaSet, readonly SchemaEntry[]>>>> = {
  J1: { '2020': OBJECTIVE_ROWS, '3.0': OBJECTIVE_ROWS_3_0 },
  J2: { '2020': EQUILIBRIUM_ROWS, '3.0': EQUILIBRIUM_ROWS },
  J3: { '2020': CREDIT_ROWS, '3.0': CREDIT_ROWS },
  J4: { '2020': BALANCE_SHEET_ROWS, '3.0': BALANCE_SHEET_ROWS },
  J5: { '2020': RESULT_ROWS, '3.0': RESULT_ROWS },
  T1: { '2020': DOMAIN_ROWS, '3.0': DOMAIN_ROWS_3_0 },
  T2: { '2020': ECONOMIC_ROWS, '3.0': ECONOMIC_ROWS },
  T3: { '2020': PROJECT_ROWS, '3.0': DEBT_ROWS_3_0 },
  T4: { '2020': DEBT_ROWS, '3.0': [] },
  T5: { '2020': FIXED_ASSET_ROWS, '3.0': FIXED_ASSET_ROWS },
  M1: { '2020': OBJECTIVE_ROWS, '3.0': OBJECTIVE_ROWS_3_0 },
  M2: { '2020': EQUILIBRIUM_ROWS, '3.0': EQUILIBRIUM_ROWS },
  M3: { '2020': CREDIT_ROWS, '3.0': CREDIT_ROWS },
};

/** From the accounts of 2026 and the plans 2026-2031 on the schemas of BBC 3.0 apply (BBC.md, Two schema sets). */
const FIRST_YEAR_OF_NEW_SET = 2026;

/** The legal set of accounts of a year, or of a plan that begins in it. */
export const schemaSetFrom = (year: number): SchemaSet => (year >= FIRST_YEAR_OF_NEW_SET ? '3.0' : '2020');

/** "I.A.1.a" as markers; '' has none. */
export const pathOf = (markers: string): readonly string[] => (markers === '' ? [] : markers.split('.'));

const idOf = (schema: SchemaName, section: SectionEntry, key: string): string =>
  [schema, section.key, key].filter((part) => part !== '').join('.');

function expand(schema: SchemaName, set: SchemaSet): readonly SchemaRow[] {
  let section = sectionEntry('', '');
  const rows: SchemaRow[] = [];
  for (const entry of ENTRIES[schema][set]) {
    if ('section' in entry) section = entry;
    else if (entry.set === null || entry.set === set) {
      const { key, path, label, also, formula, unconfirmed } = entry;
      rows.push({ id: idOf(schema, section, key), section, path: pathOf(path), label, also, formula, unconfirmed });
    }
  }
  return rows;
}

const expanded = new Map<string, readonly SchemaRow[]>();

/** The rows of a schema in one of the legal sets, in legal order (schema-rows.csv); [] where the set has no such schema. */
export function rowsOf(schema: SchemaName, set: SchemaSet): readonly SchemaRow[] {
  const key = `${schema}/${set}`;
  const rows = expanded.get(key) ?? expand(schema, set);
  expanded.set(key, rows);
  return rows;
}

const inEitherSet = new Map<SchemaName, ReadonlyMap<string, SchemaRow>>();

/** The rows of a schema in either legal set, by id; a row of both as the older set has it. */
export function rowsById(schema: SchemaName): ReadonlyMap<string, SchemaRow> {
  const known = inEitherSet.get(schema);
  if (known) return known;
  const rows = new Map<string, SchemaRow>();
  for (const set of SCHEMA_SETS) for (const row of rowsOf(schema, set)) if (!rows.has(row.id)) rows.set(row.id, row);
  inEitherSet.set(schema, rows);
  return rows;
}
