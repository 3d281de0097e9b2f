import { row, section, UNCONFIRMED, type SchemaEntry } from './entry';

/** T5, mutatiestaat van de vaste activa. */
export const FIXED_ASSET_ROWS: readonly SchemaEntry[] = [
  section('Mutatiestaat vaste activa', ''),
  row('A', 'Financiële vaste activa'),
  row('A.1', 'Extern verzelfstandigde agentschappen'),
  row('A.2', 'Intergemeentelijke samenwerkingsverbanden en soortgelijke entiteiten'),
  row('A.3', 'OCMW-verenigingen'),
  row('A.4', 'Andere financiële vaste activa'),
  row('B', 'Materiële vaste activa'),
  row('B.1', 'Gemeenschapsgoederen'),
  row('B.1.a', 'Terreinen en gebouwen'),
  row('B.1.b', 'Wegen en andere infrastructuur'),
  row('B.1.c', 'Installaties, machines en uitrusting'),
  row('B.1.d', 'Meubilair, kantooruitrusting en rollend materieel'),
  row('B.1.e', 'Leasing en soortgelijke rechten'),
  row('B.1.f', 'Erfgoed'),
  row('B.2', 'Bedrijfsmatige materiële vaste activa'),
  row('B.3', 'Andere materiële vaste activa'),
  row('C', 'Immateriële vaste activa'),
  row('', 'Totaal', 'section', { key: 'total', also: ['Totaal vaste activa'], ...UNCONFIRMED }),
];
