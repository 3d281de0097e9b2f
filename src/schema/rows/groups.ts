import { DIRECTIONS, KINDS, type SchemaSet } from '../../plan/vocabulary';
import { labelOfDirection, labelOfKind, type GrammaticalNumber } from '../labels';
import { row, section, type SchemaEntry } from './entry';

function blockRows(number: GrammaticalNumber, set: SchemaSet): readonly SchemaEntry[] {
  if (set === '3.0') {
    return [row('', labelOfDirection('expenditure', number), '', 'observed', '3.0'), row('', labelOfDirection('receipts', number), '', 'observed', '3.0')];
  }
  return KINDS.flatMap((kind) => [
    row('', labelOfKind(kind, number), '', 'observed', '2020'),
    ...DIRECTIONS.map((direction) => row('', labelOfDirection(direction, number), direction === 'balance' ? 'receipts-expenditure' : '', 'observed', '2020')),
  ]);
}

const grouped = (number: GrammaticalNumber, groups: readonly string[], set: SchemaSet): readonly SchemaEntry[] =>
  groups.flatMap((group) => [section(group), ...blockRows(number, set)]);

/** J1 and M1 of the 2020 set: each objective, then the groups, three kinds each, in the singular. */
export const OBJECTIVE_ROWS: readonly SchemaEntry[] = grouped(
  'singular',
  ['Prioritaire beleidsdoelstelling', 'Niet prioritaire beleidsdoelstellingen', 'Verrichtingen zonder beleidsdoelstelling', 'Totaal'],
  '2020',
);

/** M1 and J1 of BBC 3.0: expenditure and receipts only. */
export const OBJECTIVE_ROWS_3_0: readonly SchemaEntry[] = grouped(
  'singular',
  ['Beleidsdoelstelling', 'Verrichtingen zonder beleidsdoelstelling', 'Algemeen totaal'],
  '3.0',
);

/** T1 of the 2020 set: one block per policy domain, in the plural. */
export const DOMAIN_ROWS: readonly SchemaEntry[] = grouped('plural', ['Beleidsdomein'], '2020');

/** T1 of BBC 3.0. */
export const DOMAIN_ROWS_3_0: readonly SchemaEntry[] = grouped('plural', ['Beleidsdomein', 'Algemeen totaal'], '3.0');
