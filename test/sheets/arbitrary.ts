import fc from 'fast-check';
import { identifyRows } from '../../src/schema/rows/identify';
import type { Amount, PlanDocument, PlanNode, Statement, Transfer } from '../../src/plan/document';
import {
  COMPARISONS,
  FREQUENCY_PERIODS,
  INDICATOR_KINDS,
  type Indicator,
  type Measure,
} from '../../src/plan/indicator';
import { LINK_KINDS, LINK_STATES, linkId, type Link } from '../../src/plan/link';
import { MAX_CENTS } from '../../src/plan/money';
import { DEFAULT_STATUSES } from '../../src/plan/status';
import { DIRECTIONS, KINDS, PHASES, SCHEMA_NAMES, UNITS } from '../../src/plan/vocabulary';
import type { Reading } from '../../src/read/source';
import { DOCUMENT } from './fixture';

/** Texts that spreadsheets and files like to take for something else. */
const HOSTILE = [
  '',
  ' ',
  '=1+1',
  '+1',
  '-',
  '@x',
  "'quoted",
  '"',
  '#N/A',
  '#VALUE!',
  'TRUE',
  '1.234',
  '1/2',
  '0123',
  '_x0041_',
  '_x000D_',
  'a\r\nb',
  '\n\n',
  '\t',
  '<b>&amp;</b>',
  '\u0000\u0001',
  '\ud800',
  '\udc00x',
  '\ufffe',
  '😀',
  'é',
  ' ',
  ']]>',
  '[#This Row]',
  '|',
  'x'.repeat(33_000),
  `${'y'.repeat(32_766)}😀z`,
];

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme' }) },
  fc.string({ unit: 'binary' }),
);
const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9._-]{0,8}$/);
/** Sums of a whole document must stay within MAX_CENTS; beyond it the roll-up refuses to add. */
const LARGEST = Math.floor(MAX_CENTS / 64);
const cents = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.constantFrom(0, 1, -1, LARGEST, -LARGEST),
  fc.integer({ min: -LARGEST, max: LARGEST }),
);
const day = fc.oneof(
  fc.constantFrom('1850-01-01', '1900-02-28', '1900-03-01', '9999-12-31', '2024-02-29'),
  fc
    .date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
);
const source = fc.record({ line: fc.integer({ min: 1, max: 40 }), page: fc.option(fc.integer({ min: 1, max: 9 })) });
const year = fc.integer({ min: 2019, max: 2022 });
const kind = fc.constantFrom(...KINDS);
const direction = fc.constantFrom(...DIRECTIONS);
const phase = fc.constantFrom(...PHASES);

const evaluation = fc.option(
  fc.record({
    status: fc.constantFrom(...DEFAULT_STATUSES.map(({ code }) => code), 'unknown'),
    statusText: text,
    text,
  }),
);

const LEVELS = fc.constantFrom<PlanDocument['levels']>(
  DOCUMENT.levels,
  [
    { id: 'SD', name: 'Strategisch', rank: 1 },
    { id: 'Code', name: 'Lastig', rank: 2 },
    { id: 'a]b#', name: 'Lastiger', rank: 3 },
    { id: 'jaar', name: 'Lastigst', rank: 4 },
  ],
  [{ id: 'X', name: 'Enig', rank: 1 }],
  [],
);

/** A forest of nodes: each but the roots stands under an earlier one; ids differ, codes need not, levels may be anything. */
const nodesOf = (levels: PlanDocument['levels']): fc.Arbitrary<readonly PlanNode[]> =>
  fc
    .array(
      fc.record({
        code: fc.option(fc.oneof(word, fc.constantFrom('1.10', '1.1', '7', 'dubbel'))),
        level: fc.constantFrom(...levels.map(({ id }) => id), 'ZZ'),
        under: fc.option(fc.nat()),
        title: text,
        priority: fc.option(fc.boolean()),
        period: fc.option(fc.record({ from: day, to: day })),
        evaluation,
        source,
      }),
      { maxLength: 8 },
    )
    .map((drafts) =>
      drafts.map(({ under, ...draft }, order) => ({
        ...draft,
        id: `n${order}`,
        order,
        parent: under === null || order === 0 ? null : `n${under % order}`,
      })),
    );

const amountOf = (nodes: readonly PlanNode[]): fc.Arbitrary<Amount> =>
  fc.record({
    node: fc.constantFrom(null, ...nodes.map(({ id }) => id), 'elders'),
    year,
    kind,
    direction,
    phase,
    cents: fc.option(cents),
    unit: fc.constantFrom(...UNITS),
    schema: fc.constantFrom('evaluation', 'J1'),
    version: fc.option(text),
    source,
  });

const MARKERS = [[], ['I'], ['I', 'a'], ['I', 'b'], ['II'], ['A', '1', '-']] as const;

const statement: fc.Arbitrary<Statement> = fc
  .array(fc.record({ year, phase }), { maxLength: 3 })
  .chain((columns) =>
    fc.record({
      schema: fc.constantFrom(...SCHEMA_NAMES),
      title: text,
      version: fc.option(text),
      columns: fc.constant(columns),
      rows: fc.array(
        fc.record({
          section: fc.constantFrom('', 'Deel', 'Totaal'),
          path: fc.constantFrom<readonly string[]>(...MARKERS),
          label: text,
          depth: fc.nat({ max: 5 }),
          values: fc.oneof(
            fc.constant([]),
            fc.array(fc.option(cents), { minLength: columns.length, maxLength: columns.length }),
          ),
          node: fc.option(word),
          kind: fc.option(kind),
          direction: fc.option(direction),
          source,
        }),
        { maxLength: 6 },
      ),
      dossiers: fc.array(fc.record({ role: text, name: text, year: fc.option(year), reference: text }), {
        maxLength: 2,
      }),
      unit: fc.constantFrom(...UNITS),
      source,
    }),
  )
  .map((one) => ({ ...one, rows: identifyRows(one.schema, one.rows) }));

const transfer: fc.Arbitrary<Transfer> = fc.record({
  id: fc.oneof(word, fc.constant('zelfde')),
  estimate: fc.option(text),
  description: text,
  reason: text,
  entity: text,
  kind,
  direction,
  objective: fc.option(text),
  actionPlan: fc.option(text),
  node: fc.option(text),
  account: fc.option(text),
  policyDomain: fc.option(text),
  policyField: fc.option(text),
  accountName: fc.option(text),
  policyDomainName: fc.option(text),
  policyFieldName: fc.option(text),
  fromYear: year,
  toYear: year,
  transactionCreditCents: cents,
  amountCents: cents,
  references: fc.array(text, { maxLength: 2 }),
  source,
});

const measure: fc.Arbitrary<Measure> = fc.record({
  year: fc.option(year),
  value: fc.oneof(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.constantFrom(0, 0.5, 33.25)),
  unit: fc.constantFrom(null, '%', 'stuks'),
  text,
  source,
});

const indicatorOf = (nodes: readonly PlanNode[]): fc.Arbitrary<Omit<Indicator, 'id'>> =>
  fc.record({
    node: fc.constantFrom(null, ...nodes.map(({ id }) => id), 'elders'),
    name: text,
    kind: fc.constantFrom(...INDICATOR_KINDS),
    unit: fc.constantFrom(null, '%', 'eurocent', 'stuks'),
    frequency: fc.option(
      fc.record({
        times: fc.option(fc.integer({ min: 1, max: 12 })),
        every: fc.integer({ min: 1, max: 3 }),
        period: fc.constantFrom(...FREQUENCY_PERIODS),
      }),
    ),
    dueYears: fc.uniqueArray(year, { maxLength: 2 }),
    target: fc.option(
      fc.record({
        comparison: fc.constantFrom(...COMPARISONS),
        value: fc.integer({ min: 0, max: 1_000_000 }),
        unit: fc.constantFrom(null, '%', 'eurocent'),
        year: fc.option(year),
      }),
    ),
    service: fc.option(text),
    measures: fc.array(measure, { maxLength: 3 }),
    source,
  });

const linkOf = (nodes: readonly PlanNode[]): fc.Arbitrary<Omit<Link, 'id'>> => {
  const end = fc.constantFrom(...nodes.map(({ id }) => id), 'elders');
  return fc.record({
    from: end,
    to: end,
    fromDocument: fc.constant(null),
    toDocument: fc.constantFrom(null, 'een-ander-plan'),
    kind: fc.constantFrom(...LINK_KINDS),
    state: fc.constantFrom(...LINK_STATES),
    weight: fc.option(fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100)),
    reason: fc.option(text),
    evidence: fc.option(text),
    source,
  });
};

/** A reading of any document the types allow, hostile texts and doubtful trees included. */
export const anyReading: fc.Arbitrary<Reading> = LEVELS.chain((levels) =>
  nodesOf(levels).chain((nodes) =>
    fc
      .record({
        amounts: fc.array(amountOf(nodes), { maxLength: 12 }),
        statements: fc.array(statement, { maxLength: 3 }),
        transfers: fc.array(transfer, { maxLength: 3 }),
        title: text,
        indicators: fc
          .array(indicatorOf(nodes), { maxLength: 3 })
          .map((all) => all.map((indicator, index): Indicator => ({ id: `i${index}`, ...indicator }))),
        links: fc.uniqueArray(
          linkOf(nodes).map((link): Link => ({ id: linkId(link), ...link })),
          { maxLength: 4, selector: ({ id }) => id },
        ),
      })
      .map(({ amounts, statements, transfers, title, indicators, links }): Reading => ({
        document: {
          ...DOCUMENT,
          document: { ...DOCUMENT.document, title },
          levels,
          nodes,
          amounts,
          statements,
          transfers,
          indicators,
          links,
        },
        lines: Array.from({ length: 40 }, (_, index) => ({
          number: index + 1,
          page: null,
          text: HOSTILE[index % HOSTILE.length] ?? '',
          role: 'prose' as const,
        })),
      })),
  ),
);
