import type { Statement, StatementColumn, StatementRow } from '../../plan/document';
import type { Cents } from '../../plan/money';
import { FLOWS, type Flow } from '../../plan/vocabulary';
import { labelOfDirection } from '../../schema/rows/labels';
import { economicLayout } from '../../schema/layout/economic';
import { UNPLACED_LABEL } from '../../schema/unplaced';
import { UNASSIGNED_ROW, type Books } from './books';
import { OTHER_PROJECTS } from './objectives';
import { rowOf, statementOf, total } from './statement';

/** T3 of the 2020 set has four columns (schema-rows.csv, unconfirmed). */
const COLUMNS = ['Totaal', 'Reeds gerealiseerd', 'Boekjaar', 'Nog te realiseren'] as const;

const OTHER_HEADING = 'Andere investeringen';

/** What a row comes to: before the year, in it, and in the years of the plan after it. */
function valuesOf({ byProject, report }: Books, name: string, flow: Flow): readonly Cents[] {
  const isAccounts = report.kind === 'annualAccounts';
  const of = (years: readonly number[], measure: 'actual' | 'future'): Cents =>
    total(years.map((year) => byProject.at(name, year, 'investment', flow, measure)));
  const past = of(
    report.closed.filter((year) => year < report.year),
    'actual',
  );
  const now = of([report.year], isAccounts ? 'actual' : 'future');
  const later = of(
    report.planned.filter((year) => year > report.year),
    'future',
  );
  return [total([past, now, later]), past, now, later];
}

/** Rubrics of T2 that stand at the top of investment expenditure or receipts, and their rows. */
function rubricRows(books: Books, project: string, heading: string, flow: Flow): readonly StatementRow[] {
  const part = `T2.investment.${flow}.`;
  const layout = economicLayout('2020').filter(({ id }) => id.startsWith(part));
  const under = (id: string): readonly Cents[] =>
    layout
      .filter((row) => row.id === id || row.id.startsWith(`${id}.`))
      .map((row) => valuesOf(books, `${project}|${row.id}`, flow))
      .reduce<readonly Cents[]>(
        (sum, values) => sum.map((cents, at) => total([cents, values[at] ?? 0])),
        COLUMNS.map(() => 0),
      );
  const rubrics = layout
    .filter(({ path }) => path.length === 1)
    .map(({ id, path, label }) => ({ path, label, values: under(id) }));
  const unplaced = valuesOf(books, `${project}|${UNASSIGNED_ROW}`, flow);
  const all = [...rubrics, { path: ['?'], label: UNPLACED_LABEL, values: unplaced }];
  const sum = COLUMNS.map((_, at) => total(all.map(({ values }) => values[at] ?? 0)));
  const id = `T3.project.${flow}`;
  return [
    rowOf({ section: heading, label: labelOfDirection(flow), values: sum, kind: 'investment', direction: flow, id }),
    ...all
      .filter(({ values, label }) => label !== UNPLACED_LABEL || values.some((cents) => cents !== 0))
      .map(({ path, label, values }) =>
        rowOf({ section: heading, path, label, depth: 1, values, kind: 'investment', direction: flow }),
      ),
  ];
}

/** T3 of the 2020 set: a block per priority plan with investments, then the others together. */
export function projectStatement(books: Books): Statement {
  const { report, objectives, byProject } = books;
  const used = new Set([...byProject.names].map((name) => name.split('|')[0] ?? ''));
  const blocks = [
    ...objectives.projects
      .filter(({ id }) => used.has(id))
      .map(({ id, code, title }) => ({ id, heading: `Investeringsproject: ${code ?? title}`, title, node: id })),
    { id: OTHER_PROJECTS, heading: OTHER_HEADING, title: OTHER_HEADING, node: null },
  ];
  const phase = report.kind === 'annualAccounts' ? 'actual' : 'plan';
  const columns = COLUMNS.map((label): StatementColumn => ({ year: report.year, phase, label }));
  const rows = blocks.flatMap(({ id, heading, title, node }) => [
    rowOf({ section: heading, label: title, node }),
    ...FLOWS.flatMap((flow) => rubricRows(books, id, heading, flow)),
  ]);
  return statementOf('T3', '2020', columns, rows);
}
