import type { Amount, PlanDocument, PlanNode, Statement, Transfer } from '../../src/plan/document';
import { DOCUMENT_FORMAT } from '../../src/plan/document';
import { identifyRows } from '../../src/schema/rows/identify';
import type { Direction, Kind, Phase } from '../../src/plan/vocabulary';
import type { Reading } from '../../src/read/source';

/** A report of one objective, two plans and four actions, small enough to know by heart. Amounts in euro here, in cents in the document. */

const at = (line: number) => ({ line, page: null });
const PERIOD = { from: '2020-01-01', to: '2025-12-31' };

const node = (
  id: string,
  parent: string | null,
  order: number,
  title: string,
  evaluation: PlanNode['evaluation'],
): PlanNode => ({
  id,
  code: id,
  level: id.slice(0, 2),
  parent,
  order,
  title,
  priority: true,
  period: PERIOD,
  evaluation,
  source: at(order + 1),
});

const status = (code: string, statusText: string, text = ''): PlanNode['evaluation'] => ({
  status: code,
  statusText,
  text,
});

export const NODES: readonly PlanNode[] = [
  node('BD1', null, 0, 'Een doelstelling', status('onTrack', 'Voortgang loopt zoals gepland')),
  node('AP1', 'BD1', 1, 'Eerste plan', null),
  node('AC1', 'AP1', 2, '=1+1', status('achieved', 'Resultaat is behaald.', 'Klaar.\n\nHelemaal.')),
  node('AC2', 'AP1', 3, 'Tweede actie', status('notOnTrack', 'Voortgang loopt niet zoals gepland')),
  node('AP2', 'BD1', 4, 'Tweede plan', null),
  node('AC3', 'AP2', 5, 'Derde actie', status('unknown', 'Even gestopt', 'Wacht.')),
  { ...node('AC4', 'AP2', 6, 'Zonder evaluatie', null), period: { from: '2020-01-01', to: '2021-12-31' } },
];

const PHASES: readonly Phase[] = ['actual', 'finalBudget', 'initialBudget'];

const row = (
  id: string | null,
  kind: Kind,
  direction: Direction,
  euros: readonly (number | null)[],
  line: number,
): readonly Amount[] =>
  PHASES.map((phase, index) => ({
    node: id,
    year: 2024,
    kind,
    direction,
    phase,
    cents: euros[index] === null ? null : (euros[index] ?? 0) * 100,
    unit: 'euro',
    schema: 'evaluation',
    version: null,
    source: at(line),
  }));

/** AC1 and AC2 carry credits; the plan prints one euro more than they add up to, which rounding explains. */
export const AMOUNTS: readonly Amount[] = [
  ...row(null, 'operating', 'expenditure', [1501, 2000, 1900], 10),
  ...row(null, 'operating', 'balance', [-1501, -2000, -1900], 11),
  ...row('BD1', 'operating', 'expenditure', [1501, 2000, 1900], 12),
  ...row('AP1', 'operating', 'expenditure', [1501, 2000, 1900], 13),
  ...row('AP1', 'operating', 'balance', [-1501, -2000, -1900], 14),
  ...row('AC1', 'operating', 'expenditure', [1000, 1200, 1200], 15),
  ...row('AC1', 'investment', 'receipts', [0, 300, null], 16),
  ...row('AC2', 'operating', 'expenditure', [500, 800, 700], 17),
];

const line = (
  section: string,
  path: readonly string[],
  label: string,
  values: readonly (number | null)[],
  number: number,
) => ({
  section,
  path,
  label,
  depth: Math.max(0, path.length - 1),
  values: values.map((euros) => (euros === null ? null : euros * 100)),
  node: null,
  kind: null,
  direction: null,
  source: at(number),
});

export const STATEMENT: Statement = {
  schema: 'J2',
  title: 'Staat van het financieel evenwicht',
  version: 'JR 1 / EK 2',
  unit: 'euro',
  source: at(30),
  columns: [
    { year: 2024, phase: 'actual' },
    { year: 2024, phase: 'plan' },
  ],
  dossiers: [{ role: 'MJP', name: 'MJP_1', year: 2024, reference: 'Alg. 2' }],
  rows: identifyRows('J2', [
    line('Budgettair resultaat', ['I'], 'Exploitatiesaldo', [-1500, -2000], 31),
    line('Budgettair resultaat', ['I', 'a'], 'Ontvangsten', [0, 0], 32),
    line('Budgettair resultaat', ['I', 'b'], 'Uitgaven', [1501, 2000], 33),
    line('Budgettair resultaat', ['II'], 'Investeringssaldo', [null, 300], 34),
    line('Budgettair resultaat', ['III'], 'Saldo exploitatie en investeringen', [-1500, -1700], 35),
    line('Autofinancieringsmarge', [], 'Zonder cijfers', [], 36),
  ]),
};

export const TRANSFERS: readonly Transfer[] = [
  {
    id: 'AMJP1',
    estimate: 'MJP1',
    description: 'Een overdracht',
    reason: 'Overdracht naar 2025',
    entity: 'Stad',
    kind: 'investment',
    direction: 'receipts',
    objective: 'BD1',
    actionPlan: 'AP1',
    node: 'AC1',
    account: '2291000',
    policyDomain: '01',
    policyField: '0119',
    accountName: 'Gebouwen',
    policyDomainName: 'Beleid',
    policyFieldName: 'Algemeen',
    fromYear: 2024,
    toYear: 2025,
    transactionCreditCents: 0,
    amountCents: 12_345,
    references: ['MJP2', 'MJP3'],
    source: at(40),
  },
];

export const DOCUMENT: PlanDocument = {
  format: DOCUMENT_FORMAT,
  document: {
    kind: 'annualAccounts',
    title: 'Beleidsevaluatie',
    fiscalYear: 2024,
    schemaSet: '2020',
    planPeriod: PERIOD,
    entity: { name: 'Stad & Co', enterpriseNumber: '0123.456.789', address: 'Markt 1, 9000 Gent' },
    officers: { generalDirector: 'A. Directeur', financialDirector: null },
  },
  levels: [
    { id: 'BD', name: 'Beleidsdoelstelling', rank: 1 },
    { id: 'AP', name: 'Actieplan', rank: 2 },
    { id: 'AC', name: 'Actie', rank: 3 },
  ],
  nodes: NODES,
  amounts: AMOUNTS,
  statements: [STATEMENT],
  transfers: TRANSFERS,
  transferTotals: [
    { kind: 'investment', direction: 'receipts', scope: 'total', year: 2025, amountCents: 12_345, source: at(41) },
  ],
  offBalance: [],
  offBalanceEntries: [],
  offBalanceLabels: [],
  depreciation: [],
  participations: [],
  indicators: [],
  links: [],
  texts: [],
  announcements: [],
  lines: { total: 41, roles: { nodeHeading: 41 }, unrecognised: [] },
  findings: [],
};

export const READING: Reading = {
  document: DOCUMENT,
  lines: Array.from({ length: 41 }, (_, index) => ({
    number: index + 1,
    page: null,
    text: `regel ${index + 1}`,
    role: 'nodeHeading',
  })),
};
