import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { booksOf } from '../src/figures/accounts/books';
import { computedStatements } from '../src/figures/accounts/document';
import { Placements } from '../src/figures/accounts/placement';
import type { BudgetLine, Ledger } from '../src/plan/ledger';
import type { PlanNode, Statement } from '../src/plan/document';
import { deriveLedger } from '../standin/ledger/derive';
import { growLines } from '../standin/ledger/grow';
import { seedAccounts } from '../scripts/seed/seedAccounts';
import { assertEqual, once, peakMemory, type Bench } from './run';

const LINES = 1_000_000;
const SCHEMAS = ['J1', 'J2', 'J3', 'T1', 'T2', 'T4'] as const;

function compute(ledger: Ledger, nodes: readonly PlanNode[]): readonly Statement[] {
  const books = booksOf({ ledger, nodes });
  if (!books) throw new Error('no books');
  return computedStatements(books, ledger);
}

/** Sums of J1, T1 and T2 that follow from lines alone, in cents. */
const lineFigures = (statements: readonly Statement[], times: number): readonly unknown[] =>
  statements
    .filter(({ schema }) => ['J1', 'J3', 'T1', 'T2'].includes(schema))
    .flatMap(({ schema, rows }) =>
      rows.map(({ section, label, values }) => [schema, section, label, values.map((cents) => (cents ?? 0) * times)]),
    );

const quoted = (text: string | null): string => (text === null ? 'null' : `'${text.replaceAll("'", "''")}'`);

/** The base lines with where each belongs, and then as many of them as the ledger has. */
async function loadLines(connection: DuckDBConnection, lines: readonly BudgetLine[], times: number): Promise<void> {
  const placements = new Placements();
  const rows = lines.map((line) => {
    const { kind, flow, row } = placements.of(line);
    const amounts = [line.initialCents, line.finalCents, line.carriedOverCents, line.actualCents, line.planCents];
    const texts = [line.entity, line.action, line.account, line.policyField, kind, flow].map(quoted);
    return {
      values: `(${[...texts, line.year, ...amounts.map((cents) => cents ?? 'null')].join(',')})`,
      account: line.account,
      flow,
      row,
    };
  });
  await connection.run(
    'create table base (entity varchar, action varchar, account varchar, field varchar, kind varchar, flow varchar, year integer, initial bigint, final bigint, carried bigint, actual bigint, plan bigint)',
  );
  await connection.run(`insert into base values ${rows.map(({ values }) => values).join(',')}`);
  await connection.run(`create table lines as select base.* from base, range(${times})`);
  const places = new Set(rows.map(({ account, flow, row }) => `(${[account, flow, row].map(quoted).join(',')})`));
  await connection.run('create table places (account varchar, flow varchar, place varchar)');
  await connection.run(`insert into places values ${[...places].join(',')}`);
}

const SUMS = 'sum(initial), sum(final), sum(carried), sum(actual), sum(plan), sum(final) - sum(coalesce(carried, 0))';

/** The group-bys that the schemas rest on: by action, field, row of T2 and entity. */
const QUERIES = [
  `select action, year, kind, flow, ${SUMS} from lines group by all`,
  `select field, year, kind, flow, ${SUMS} from lines group by all`,
  `select place, year, lines.kind, lines.flow, ${SUMS} from lines left join places on lines.account = places.account and lines.flow = places.flow group by all`,
  `select entity, year, kind, flow, ${SUMS} from lines group by all`,
];

const ROUNDS = 3;

async function fastest<T>(action: () => T | Promise<T>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push((await once(action)).time);
  return Math.min(...times);
}

/** All schemas of the accounts of 2024 from a million lines, beside a database doing the same sums in the same run. */
const allSchemas: Bench = {
  name: 'ledger of 1,000,000 lines',
  run: async () => {
    const { ledger, nodes } = deriveLedger(seedAccounts(), SCHEMAS);
    const { lines, times } = growLines(ledger.lines, LINES);
    const grown: Ledger = { ...ledger, lines };
    assertEqual('figures', lineFigures(compute(grown, nodes), 1), lineFigures(compute(ledger, nodes), times));
    const own = await fastest(() => compute(grown, nodes));
    const peak = peakMemory();
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await loadLines(connection, ledger.lines, times);
    const counted = await connection.runAndReadAll('select count(*)::integer from lines');
    assertEqual('rows in the database', counted.getRows()[0]?.[0], lines.length);
    const database = await fastest(async () => {
      for (const query of QUERIES) await connection.runAndReadAll(query);
    });
    return [
      { name: 'all schemas', value: own, unit: 'ms', aim: 3_000, limit: 15_000 },
      { name: 'DuckDB: the group-bys alone', value: database, unit: 'ms' },
      { name: 'ratio of the two', value: own / database, unit: 'x', aim: 3 },
      { name: 'peak memory, lines and runtime included', value: peak, unit: 'MB', aim: 1_000, limit: 1_500 },
    ];
  },
};

export const LEDGER_BENCHES: readonly Bench[] = [allSchemas];
