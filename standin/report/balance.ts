import { writeDossiers, writeHead, type Writing } from './context';
import type { ExpectedStatement } from './expected';
import { addRows, negated, rounded, rowText } from './figures';
import { branch, fillBranches, printBranches, type Branch, type Filled, type PrintedRow } from './tree';
import type { Series } from './series';
import type { Random } from './random';

const VERSION = 'JR Budg. 101 Alg. 102 / JR-1 Budg. 91 Alg. 92';

const CURRENT_ASSETS: readonly Branch[] = [
  branch('A', 'Liquide middelen en geldbeleggingen'),
  branch('B', 'Vorderingen op korte termijn', [
    branch('1', 'Vorderingen uit ruiltransacties'),
    branch('2', 'Vorderingen uit niet-ruiltransacties'),
  ]),
  branch('C', 'Voorraden en bestellingen in uitvoering'),
  branch('D', 'Overlopende rekeningen van het actief'),
];

const FIXED_ASSETS: readonly Branch[] = [
  branch('A', 'Vorderingen op lange termijn', [
    branch('1', 'Vorderingen uit ruiltransacties'),
    branch('2', 'Vorderingen uit niet-ruiltransacties'),
  ]),
  branch('B', 'Financiële vaste activa', [
    branch('1', 'Extern verzelfstandigde agentschappen'),
    branch('4', 'Andere financiële vaste activa'),
  ]),
  branch('C', 'Materiële vaste activa', [
    branch('1', 'Gemeenschapsgoederen', [
      branch('a', 'Terreinen en gebouwen'),
      branch('b', 'Wegen en andere infrastructuur'),
      branch('f', 'Erfgoed'),
    ]),
    branch('2', 'Bedrijfsmatige materiële vaste activa', [
      branch('a', 'Terreinen en gebouwen'),
      branch('b', 'Installaties, machines en uitrusting'),
    ]),
    branch('3', 'Andere materiële vaste activa', [
      branch('a', 'Terreinen en gebouwen'),
      branch('b', 'Roerende goederen'),
    ]),
  ]),
  branch('D', 'Immateriële vaste activa'),
];

const COSTS: readonly Branch[] = [
  branch('A', 'Operationele kosten', [
    branch('1', 'Goederen en diensten'),
    branch('2', 'Bezoldigingen, sociale lasten en pensioenen'),
    branch('3', 'Afschrijvingen, waardeverminderingen en voorzieningen'),
    branch('8', 'Andere operationele kosten'),
  ]),
  branch('B', 'Financiële kosten'),
];

const REVENUE: readonly Branch[] = [
  branch('A', 'Operationele opbrengsten', [
    branch('1', 'Opbrengsten uit de werking'),
    branch('3', 'Werkingssubsidies', [
      branch('a', 'Algemene werkingssubsidies'),
      branch('b', 'Specifieke werkingssubsidies'),
    ]),
    branch('6', 'Andere operationele opbrengsten'),
  ]),
  branch('B', 'Financiële opbrengsten'),
];

/** The closed year and the one before. */
const COLUMNS = 2;

const row = (marker: string, label: string, cents: readonly number[], children: readonly Filled[] = []): Filled => ({
  marker,
  label,
  cents,
  children,
});
const parent = (marker: string, label: string, children: readonly Filled[]): Filled =>
  row(
    marker,
    label,
    addRows(
      children.map(({ cents }) => cents),
      COLUMNS,
    ),
    children,
  );
const amounts = (random: Random, most: number): number[] => Array.from({ length: COLUMNS }, () => random.int(0, most));

/** J5: costs, revenue and the result. Gives the result too: the balance sheet carries it. */
export function writeJ5(writing: Writing, plan: ResultPlan): ExpectedStatement {
  const { result } = plan;
  const { page } = writing;
  page.breakPage();
  writeHead(writing, 'J5: Staat van opbrengsten en kosten', VERSION);
  page.block([yearsText(writing)]);
  const own = (marker: string): readonly number[] =>
    addRows([find(plan.revenue, marker), negated(find(plan.costs, marker))], COLUMNS);
  const rows = printBranches(
    [
      plan.costs,
      plan.revenue,
      row('III', 'Overschot of tekort van het boekjaar', result, [
        row('A', 'Operationeel overschot of tekort', own('A')),
        row('B', 'Financieel overschot of tekort', own('B')),
      ]),
      row('IV', 'Verwerking van het overschot of tekort van het boekjaar', result, [
        row('C', 'Over te dragen overschot of tekort van het boekjaar', result),
      ]),
    ],
    '',
  );
  printRows(writing, rows);
  writeDossiers(writing, 'final');
  return statement(writing, 'J5', 'Staat van opbrengsten en kosten', rows);
}

export interface ResultPlan {
  readonly costs: Filled;
  readonly revenue: Filled;
  readonly result: readonly number[];
}

export function makeResult(random: Random): ResultPlan {
  const costs = parent('I', 'Kosten', fillBranches(random, COSTS, amounts(random, 9_000_000_000)));
  const revenue = parent('II', 'Opbrengsten', fillBranches(random, REVENUE, amounts(random, 9_000_000_000)));
  return { costs, revenue, result: addRows([revenue.cents, negated(costs.cents)], COLUMNS) };
}

const find = ({ children }: Filled, marker: string): readonly number[] =>
  children.find((child) => child.marker === marker)?.cents ?? [0, 0];

/** J4: assets, and debts with the net assets that balance them; the head is printed again above the second side. */
export function writeJ4(writing: Writing, series: Series, { result }: ResultPlan): ExpectedStatement {
  const { page, random, settings } = writing;
  const assets = [
    parent('I', 'Vlottende activa', fillBranches(random, CURRENT_ASSETS, amounts(random, 900_000_000))),
    parent('II', 'Vaste activa', fillBranches(random, FIXED_ASSETS, amounts(random, 20_000_000_000))),
  ];
  const total = addRows(
    assets.map(({ cents }) => cents),
    COLUMNS,
  );
  const debts = debtBranch(random, settings.fiscalYear, series);
  const subsidies = amounts(random, 900_000_000);
  const cumulatedBefore = random.int(-500_000_000, 500_000_000);
  const cumulated = [cumulatedBefore + (result[0] ?? 0), cumulatedBefore];
  const rest = addRows([total, negated(debts.cents), negated(subsidies), negated(cumulated)], COLUMNS);
  const net = parent('II', 'Nettoactief', [
    row('A', 'Kapitaalssubsidies en schenkingen', subsidies),
    row('B', 'Gecumuleerd overschot of tekort', cumulated),
    row('D', 'Overig nettoactief', rest),
  ]);

  page.breakPage();
  writeHead(writing, 'J4: Balans', VERSION);
  const side = (name: string, branches: readonly Filled[]): readonly PrintedRow[] => {
    page.block([yearsText(writing)]);
    const rows = [totalRow(name, total), ...printBranches(branches, name)];
    printRows(writing, rows);
    return rows;
  };
  const active = side('ACTIVA', assets);
  page.breakPage();
  const passive = side('PASSIVA', [debts, net]);
  writeDossiers(writing, 'final');
  return statement(writing, 'J4', 'Balans', [...active, ...passive]);
}

const totalRow = (name: string, total: readonly number[]): PrintedRow => ({
  text: rowText(name, total),
  row: {
    section: name,
    path: [],
    label: name,
    values: total.map(rounded),
    node: null,
    kind: null,
    direction: null,
  },
});

function debtBranch(random: Random, fiscalYear: number, series: Series): Filled {
  const years = [fiscalYear, fiscalYear - 1];
  const debt = (pick: (row: Series['debt']['rows'][number]) => number): number[] =>
    years.map((year) => series.debt.rows.filter((one) => one.year === year).map(pick)[0] ?? 0);
  return parent('I', 'Schulden', [
    parent('A', 'Schulden op korte termijn', [
      parent('1', 'Schulden uit ruiltransacties', [
        row(
          'b',
          'Financiële schulden',
          debt(({ short }) => short),
        ),
        row('c', 'Niet-financiële schulden uit ruiltransacties', amounts(random, 300_000_000)),
      ]),
      row('2', 'Schulden uit niet-ruiltransacties', amounts(random, 90_000_000)),
      row(
        '4',
        'Schulden op lange termijn die binnen het jaar vervallen',
        debt(({ due }) => due),
      ),
    ]),
    parent('B', 'Schulden op lange termijn', [
      parent('1', 'Schulden uit ruiltransacties', [
        row(
          'b',
          'Financiële schulden',
          debt(({ long }) => long),
        ),
      ]),
    ]),
  ]);
}

const yearsText = ({ settings: { fiscalYear } }: Writing): string => `${fiscalYear} ${fiscalYear - 1}`;

export function printRows({ page, random }: Writing, rows: readonly PrintedRow[]): void {
  for (const { text } of rows) {
    page.block([text]);
    if (random.chance(0.6)) page.blank();
  }
  page.blank();
}

function statement(
  { settings: { fiscalYear } }: Writing,
  schema: 'J4' | 'J5',
  title: string,
  rows: readonly PrintedRow[],
): ExpectedStatement {
  return {
    schema,
    title,
    version: VERSION,
    rows: rows.map(({ row: expected }) => expected),
    columns: [
      { year: fiscalYear, phase: 'actual' },
      { year: fiscalYear - 1, phase: 'actual' },
    ],
  };
}
