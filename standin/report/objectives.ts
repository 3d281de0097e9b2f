import { KINDS } from '../../src/plan/vocabulary';
import { KIND_LABELS, writeDossiers, writeHead, type Writing } from './context';
import { headingOf } from './evaluation';
import type { ExpectedRow, ExpectedStatement } from './expected';
import { addRows, isPrinted, negated, rounded, rowText } from './figures';
import type { Money } from './plan';
import { wrap } from './words';

const VERSION = 'JR Budg. 101 Alg. 102 / EK 103';
const GROUPS = ['Niet prioritaire beleidsdoelstellingen', 'Verrichtingen zonder beleidsdoelstelling', 'Totaal'];

/** The columns of J1 and J2: the accounts beside the final credits, which these schemas call the plan. */
export const accountsAndPlan = ({ settings: { phases } }: Writing): readonly [number, number] => [
  phases.indexOf('actual'),
  phases.indexOf('finalBudget'),
];

/** J1: each objective with its amounts, then the totals. Labels stand in the singular. Only rows with figures are expected. */
export function writeJ1(writing: Writing): ExpectedStatement {
  const { page, settings, tree, total } = writing;
  page.breakPage();
  writeHead(writing, 'J1: Doelstellingenrekening', VERSION);
  const rows: ExpectedRow[] = [];
  for (const node of tree) {
    const heading = headingOf(node, settings.priority);
    page.block([heading, ...wrap(node.title, 110)]);
    page.blank();
    rows.push(...writeBlock(writing, node.money, heading, node.code));
  }
  page.block(GROUPS);
  page.blank();
  rows.push(...writeBlock(writing, total, 'Totaal', null));
  writeDossiers(writing, 'final');
  return {
    schema: 'J1',
    title: 'Doelstellingenrekening',
    version: VERSION,
    rows,
    columns: [
      { year: settings.fiscalYear, phase: 'actual' },
      { year: settings.fiscalYear, phase: 'plan' },
    ],
  };
}

function writeBlock(writing: Writing, money: Money, section: string, node: string | null): readonly ExpectedRow[] {
  const { page, random } = writing;
  const columns = accountsAndPlan(writing);
  const pick = (cents: readonly number[]): number[] => columns.map((column) => cents[column] ?? 0);
  const picked = KINDS.map((kind) => ({
    kind,
    expenditure: pick(money[kind].expenditure),
    receipts: pick(money[kind].receipts),
  }));
  if (picked.every(({ expenditure, receipts }) => !isPrinted(expenditure) && !isPrinted(receipts))) return [];
  page.block(['Jaarrekening Meerjarenplan']);
  const rows: ExpectedRow[] = [];
  for (const { kind, expenditure, receipts } of picked) {
    page.block([KIND_LABELS[kind].singular]);
    if (random.chance(0.5)) page.blank();
    const lines = [
      ['expenditure', 'Uitgave', expenditure],
      ['receipts', 'Ontvangst', receipts],
      ['balance', 'Saldo', addRows([receipts, negated(expenditure)], columns.length)],
    ] as const;
    for (const [direction, label, cents] of lines) {
      if (!isPrinted(cents)) continue;
      page.block([rowText(label, cents)]);
      page.blank();
      rows.push({ section, path: [], label, values: cents.map(rounded), node, kind, direction });
    }
  }
  page.blank();
  return rows;
}
