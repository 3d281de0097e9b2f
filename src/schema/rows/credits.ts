import { row, section, type SchemaEntry } from './entry';

/** J3 and M3, kredieten: one block per entity, the heading being the entity; columns are phase x direction. */
export const CREDIT_ROWS: readonly SchemaEntry[] = [
  section('Gemeente'),
  row('', 'Exploitatie'),
  row('', 'Investeringen'),
  row('', 'Financiering', 'parts'),
  row('', 'Leningen en leasings'),
  row('', 'Toegestane leningen en betalingsuitstel', '', 'unconfirmed'),
  row('', 'Overige financieringstransacties', '', 'unconfirmed'),
];

/** Rows that together make up "Financiering" in J3 and M3. */
export const FINANCING_PARTS: readonly string[] = [
  'Leningen en leasings',
  'Toegestane leningen en betalingsuitstel',
  'Overige financieringstransacties',
];
