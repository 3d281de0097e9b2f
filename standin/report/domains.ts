import { KINDS, type Kind } from '../../src/plan/vocabulary';
import { KIND_LABELS, PHASE_LABELS, writeDossiers, writeWideHead, type Writing } from './context';
import type { ExpectedRow, ExpectedStatement } from './expected';
import { addRows, isPrinted, negated, rounded, rowText } from './figures';
import { FLOWS, type Flow } from './plan';
import type { Series, YearColumn } from './series';

const VERSION = 'JR Budg. 101 Alg. 102 / EK 105';
/** The first takes all financing. */
export const DOMAINS = ['Algemene Financiering', 'Beleid en organisatie', 'Zorg en welzijn'] as const;

/** Credits carried over to the next year per kind and flow: the plan column of the closed year is the final credit without them. */
export type CarriedOver = (kind: Kind, flow: Flow) => number;

/** The columns of T1 and of the first block of T2: accounts up to the closed year, its plan, and the plan of the next year. */
export function wideColumns(series: Series, fiscalYear: number): readonly YearColumn[] {
  const actual = series.years.filter(({ year }) => year <= fiscalYear);
  return [...actual, { year: fiscalYear, phase: 'plan' }, { year: fiscalYear + 1, phase: 'plan' }];
}

/** Two lines of heads: the closed year is printed once above its two columns. */
export function columnHeads(columns: readonly YearColumn[]): readonly [years: string, phases: string] {
  return [
    [...new Set(columns.map(({ year }) => year))].join(' '),
    columns.map(({ phase }) => PHASE_LABELS[phase]).join(' '),
  ];
}

/** T1: per policy domain the kinds that hold anything. Only rows with figures are expected. */
export function writeT1(writing: Writing, series: Series, carriedOver: CarriedOver): ExpectedStatement {
  const { page, random, settings, total } = writing;
  const columns = wideColumns(series, settings.fiscalYear);
  const planned = settings.phases.indexOf('finalBudget');
  const centsOf = (kind: Kind, flow: Flow): number[] =>
    columns.map(({ year, phase }) =>
      year === settings.fiscalYear && phase === 'plan'
        ? (total[kind][flow][planned] ?? 0) - carriedOver(kind, flow)
        : series.cents(kind, flow, year),
    );
  const shares = new Map(
    KINDS.flatMap((kind) =>
      FLOWS.map((flow) => {
        const split = centsOf(kind, flow).map((cents) =>
          kind === 'financing' ? [cents, 0, 0] : random.split(cents, DOMAINS.length),
        );
        return [`${kind}|${flow}`, DOMAINS.map((_, domain) => split.map((parts) => parts[domain] ?? 0))] as const;
      }),
    ),
  );

  page.breakPage();
  writeWideHead(writing, 'T1: Ontvangsten en uitgaven naar functionele aard', VERSION);
  const [years, phases] = columnHeads(columns);
  page.block([years, '', phases]);
  const rows: ExpectedRow[] = [];
  DOMAINS.forEach((section, domain) => {
    page.block([section]);
    if (random.chance(0.5)) page.blank();
    for (const kind of KINDS) {
      const expenditure = shares.get(`${kind}|expenditure`)?.[domain] ?? [];
      const receipts = shares.get(`${kind}|receipts`)?.[domain] ?? [];
      if (!isPrinted(expenditure) && !isPrinted(receipts)) continue;
      page.block([KIND_LABELS[kind].plural]);
      if (random.chance(0.3)) page.blank();
      const lines = [
        ['expenditure', 'Uitgaven', expenditure],
        ['receipts', 'Ontvangsten', receipts],
        ['balance', 'Saldo', addRows([receipts, negated(expenditure)], columns.length)],
      ] as const;
      for (const [direction, label, cents] of lines) {
        if (!isPrinted(cents)) continue;
        page.block([rowText(label, cents)]);
        page.blank();
        rows.push({ section, path: [], label, values: cents.map(rounded), node: null, kind, direction });
      }
    }
  });
  writeDossiers(writing, 'carriedOver');
  return { schema: 'T1', title: 'Ontvangsten en uitgaven naar functionele aard', version: VERSION, columns, rows };
}
