import { row, section, UNCONFIRMED, type SchemaEntry } from './entry';

/** T4 of the 2020 set, evolutie van de financiële schulden; a column per year. */
export const DEBT_ROWS: readonly SchemaEntry[] = [
  section('Financiële schulden op 31 december', ''),
  row('A', 'Financiële schulden op lange termijn'),
  row('A.1', 'Financiële schulden op 1 januari'),
  row('A.2', 'Nieuwe leningen'),
  // Suppressed in every report seen: its label is that of T2.
  row('A.3', 'Niet-periodieke aflossingen', '', UNCONFIRMED),
  row('A.4', 'Overboekingen'),
  row('B', 'Financiële schulden op lange termijn die binnen het jaar vervallen'),
  row('B.1', 'Financiële schulden op 1 januari'),
  row('B.2', 'Aflossingen'),
  row('B.3', 'Overboekingen'),
  row('C', 'Financiële schulden op korte termijn'),
  row('', 'Totaal financiële schulden', 'section', { key: 'total' }),
];

/** T3 of BBC 3.0: the same evolution by sort of debt. The four sorts stand under each of A to D. */
export const DEBT_ROWS_3_0: readonly SchemaEntry[] = [
  section('Financiële schulden', ''),
  row('A', 'Financiële schulden op 1 januari'),
  row('A.1', 'Obligatieleningen', '', UNCONFIRMED),
  row('A.2', 'Leasingschulden en soortgelijke schulden'),
  row('A.3', 'Schulden aan kredietinstellingen'),
  row('A.4', 'Andere financiële schulden', '', UNCONFIRMED),
  row('B', 'Nieuwe leningen en leasings'),
  row('B.1', 'Obligatieleningen', '', UNCONFIRMED),
  row('B.2', 'Leasingschulden en soortgelijke schulden'),
  row('B.3', 'Schulden aan kredietinstellingen'),
  row('B.4', 'Andere financiële schulden', '', UNCONFIRMED),
  row('C', 'Aflossingen'),
  row('C.1', 'Obligatieleningen', '', UNCONFIRMED),
  row('C.2', 'Leasingschulden en soortgelijke schulden'),
  row('C.3', 'Schulden aan kredietinstellingen'),
  row('C.4', 'Andere financiële schulden', '', UNCONFIRMED),
  row('D', 'Financiële schulden op 31 december', 'A+B-C'),
  row('D.1', 'Obligatieleningen', '', UNCONFIRMED),
  row('D.2', 'Leasingschulden en soortgelijke schulden'),
  row('D.3', 'Schulden aan kredietinstellingen'),
  row('D.4', 'Andere financiële schulden', '', UNCONFIRMED),
];
