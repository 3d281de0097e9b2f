import { writeDossiers, writeWideHead, type Writing } from './context';
import type { ExpectedRow, ExpectedStatement } from './expected';
import { rounded, rowText } from './figures';
import type { DebtYear, Series } from './series';

const VERSION = 'JR Budg. 101 Alg. 102';
const SECTION = 'Financiële schulden op 31 december';
/** How many years the first block holds. */
const FIRST_BLOCK = 6;

type Line = readonly [path: readonly string[], label: string, pick: (year: DebtYear) => number];

const LINES: readonly Line[] = [
  [['A'], 'Financiële schulden op lange termijn', ({ long }) => long],
  [['A', '1'], 'Financiële schulden op 1 januari', ({ openingLong }) => openingLong],
  [['A', '2'], 'Nieuwe leningen', ({ loans }) => loans],
  [['A', '4'], 'Overboekingen', ({ moved }) => -moved],
  [['B'], 'Financiële schulden op lange termijn die binnen het jaar vervallen', ({ due }) => due],
  [['B', '1'], 'Financiële schulden op 1 januari', ({ openingDue }) => openingDue],
  [['B', '2'], 'Aflossingen', ({ repaid }) => -repaid],
  [['B', '3'], 'Overboekingen', ({ moved }) => moved],
  [['C'], 'Financiële schulden op korte termijn', ({ short }) => short],
  [[], 'Totaal financiële schulden', ({ total }) => total],
];
const WRAPPED = ' die binnen het jaar vervallen';

/** T4: a column per year; the label of B wraps, and its figures stand alone below it. */
export function writeT4(writing: Writing, series: Series): ExpectedStatement {
  const { page } = writing;
  const all = series.debt.rows;
  const blocks = [all.slice(0, FIRST_BLOCK), all.slice(FIRST_BLOCK)].filter((block) => block.length > 0);
  page.breakPage();
  writeWideHead(writing, 'T4: Evolutie van de financiële schulden', VERSION);
  for (const block of blocks) {
    page.block([`${SECTION} ${block.map(({ year }) => year).join(' ')}`]);
    page.blank();
    for (const [path, label, pick] of LINES) {
      const marker = path.length === 0 ? '' : `${path.at(-1)}. `;
      const cents = block.map(pick);
      page.block(
        label.endsWith(WRAPPED)
          ? [
              `${marker}${label.slice(0, -WRAPPED.length)} die`,
              WRAPPED.slice(' die '.length),
              '',
              rowText('', cents).trim(),
            ]
          : [rowText(`${marker}${label}`, cents)],
      );
      page.blank();
    }
  }
  writeDossiers(writing, 'later');
  const rows = LINES.map(([path, label, pick]): ExpectedRow => ({
    section: SECTION,
    path,
    label,
    values: all.map((year) => rounded(pick(year))),
    node: null,
    kind: null,
    direction: null,
  }));
  return {
    schema: 'T4',
    title: 'Evolutie van de financiële schulden',
    version: VERSION,
    columns: series.years.map(({ year, phase }) => ({ year, phase })),
    rows,
  };
}
