import { labelOfKind } from './labels';
import { row, section, type SchemaEntry } from './entry';

/** J3 and M3, kredieten: one block per entity, the heading being the entity; columns are phase x direction. */
export const CREDIT_ROWS: readonly SchemaEntry[] = [
  section('Gemeente', '', { anyHeading: true }),
  row('', labelOfKind('operating'), '', { key: 'operating' }),
  row('', labelOfKind('investment'), '', { key: 'investment' }),
  row('', labelOfKind('financing'), 'parts', { key: 'financing' }),
  row('', 'Leningen en leasings', '', { key: 'financing.loans' }),
  row('', 'Toegestane leningen en betalingsuitstel', '', { key: 'financing.granted', unconfirmed: true }),
  row('', 'Overige financieringstransacties', '', { key: 'financing.other', unconfirmed: true }),
];
