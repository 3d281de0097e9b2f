import { DIRECTIONS, KINDS, type Direction, type Kind } from '../../plan/vocabulary';
import { labelOfDirection, labelOfKind, type GrammaticalNumber } from './labels';
import { row, section, type SchemaEntry, type SectionEntry } from './entry';

/** Schemas whose rows are kind x direction in groups: per objective (J1, M1) or per policy domain (T1). */
export const GROUPED: ReadonlySet<string> = new Set(['J1', 'M1', 'T1']);

/** Keys of the groups of such a schema: the objectives or domains, what is in none of them, and the sum of all. */
export type GroupName = 'objective' | 'domain' | 'other' | 'without' | 'total';

/** The end of the id of a row of a group: "operating" over a kind, "operating.expenditure", or "expenditure" of all kinds. */
export const cellKey = (kind: Kind | null, direction: Direction | null): string =>
  [kind, direction].filter((part) => part !== null).join('.');

function flow(kind: Kind | null, direction: Direction, number: GrammaticalNumber): SchemaEntry {
  const formula = direction === 'balance' ? 'receipts-expenditure' : '';
  return row('', labelOfDirection(direction, number), formula, { key: cellKey(kind, direction) });
}

const blockOfKinds = (number: GrammaticalNumber): readonly SchemaEntry[] =>
  KINDS.flatMap((kind) => [
    row('', labelOfKind(kind, number), '', { key: cellKey(kind, null) }),
    ...DIRECTIONS.map((direction) => flow(kind, direction, number)),
  ]);

const block = (number: GrammaticalNumber): readonly SchemaEntry[] => [
  flow(null, 'expenditure', number),
  flow(null, 'receipts', number),
];

const grouped = (groups: readonly SectionEntry[], rows: readonly SchemaEntry[]): readonly SchemaEntry[] =>
  groups.flatMap((group) => [group, ...rows]);

const group = (name: string, key: GroupName, also: readonly string[], openEnded: boolean): SectionEntry =>
  section(name, key, { also, openEnded });

// "Niet prioritaire beleidsdoelstelling: BD1" is an objective.
const OTHER = group('Niet prioritaire beleidsdoelstellingen', 'other', ['Niet prioritaire beleidsdoelstelling'], false);
const WITHOUT = group(
  'Verrichtingen zonder beleidsdoelstelling',
  'without',
  ['Verrichtingen zonder beleidsdoelstellingen'],
  true,
);
const TOTAL = group('Totaal', 'total', ['Totalen', 'Algemeen totaal'], true);
const TOTAL_3_0 = { ...TOTAL, section: 'Algemeen totaal' };
const objective = (name: string): SectionEntry => section(name, 'objective', { anyHeading: true });
const DOMAIN = section('Beleidsdomein', 'domain', { anyHeading: true });

/** Headings of J1 and M1 that stand for no objective. */
export const GROUP_HEADINGS: readonly SectionEntry[] = [OTHER, WITHOUT, TOTAL];

/** J1 and M1 of the 2020 set: each objective, then the groups, three kinds each, in the singular. */
export const OBJECTIVE_ROWS = grouped(
  [objective('Prioritaire beleidsdoelstelling'), OTHER, WITHOUT, TOTAL],
  blockOfKinds('singular'),
);

/** M1 and J1 of BBC 3.0: expenditure and receipts only. */
export const OBJECTIVE_ROWS_3_0 = grouped([objective('Beleidsdoelstelling'), WITHOUT, TOTAL_3_0], block('singular'));

const unconfirmed = (entry: SchemaEntry): SchemaEntry => ('section' in entry ? entry : { ...entry, unconfirmed: true });

/** T1 of the 2020 set: one block per policy domain, in the plural. The total is known where a report prints it. */
export const DOMAIN_ROWS = [
  ...grouped([DOMAIN], blockOfKinds('plural')),
  ...grouped([TOTAL], blockOfKinds('plural')).map(unconfirmed),
];

/** T1 of BBC 3.0. */
export const DOMAIN_ROWS_3_0 = grouped([DOMAIN, TOTAL_3_0], block('plural'));
