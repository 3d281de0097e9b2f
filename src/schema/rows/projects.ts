import { row, section, type SchemaEntry } from './entry';

/** T3 of the 2020 set: one block per priority investment project, then the other investments; the rubrics are those of T2. Unconfirmed. */
export const PROJECT_ROWS: readonly SchemaEntry[] = [
  section('Investeringsproject', 'project', { anyHeading: true }),
  row('', 'Uitgaven', '', { key: 'expenditure', unconfirmed: true }),
  row('', 'Ontvangsten', '', { key: 'receipts', unconfirmed: true }),
];
