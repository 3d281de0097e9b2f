import type { PlanNode, Statement } from '../plan/document';
import type { Kind } from '../plan/vocabulary';
import { realisationRate } from '../figures/realisation';
import { rowWithId } from '../schema/rows/identify';
import { absoluteAddress, quotedSheet } from './address';
import { euroOrBlank } from './amounts';
import { formulaCell, literal, whole } from './formulas';
import { LISTS, TABLES } from './names';
import { PLAN_COLUMNS } from './planColumns';
import { planPaths } from './planFormulas';
import { pathCode } from './planTable';
import type { Measure, PlanView } from './planView';
import type { CellSpec } from './spec';
import { figurePosition } from './statementLayout';
import type { StatementView } from './statementTable';
import { countRowsUnder } from './subtree';

/** Figures behind one chart: a head, and rows that begin with their category. Formulas, so that the charts follow the workbook. */
export interface ChartData {
  readonly head: readonly string[];
  readonly rows: readonly (readonly CellSpec[])[];
}

const LABEL_LENGTH = 34;

/** Code and the beginning of the title. */
const nodeLabel = (view: PlanView, node: PlanNode): string => {
  const text = `${view.linkOf(node.id) ?? ''} ${node.title}`.trim();
  return text.length > LABEL_LENGTH ? `${text.slice(0, LABEL_LENGTH - 1).trimEnd()}…` : text;
};

const topNodes = (view: PlanView): readonly PlanNode[] =>
  view.nodes.filter((node) => node.level === view.levels[0]?.id);

/** How many nodes of the deepest level have which status, per node of the top level. */
export function statusData(view: PlanView): ChartData | null {
  const [top, deepest] = [view.levels[0], view.levels.at(-1)];
  if (!top || !deepest || top === deepest || !view.nodes.some((node) => node.evaluation !== null)) return null;
  const counts = new Map<string, number>();
  for (const node of view.nodes) {
    if (node.level !== deepest.id || node.evaluation === null) continue;
    const key = `${pathCode(view, node, top.id) ?? ''}|${view.statusLabel(node) ?? ''}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return {
    head: ['Doelstelling', ...view.statuses.map(({ label }) => label)],
    rows: topNodes(view).map((node) => {
      const code = view.linkOf(node.id) ?? '';
      return [
        nodeLabel(view, node),
        ...view.statuses.map(({ label }, index) =>
          formulaCell(
            countRowsUnder(planPaths(view.levels), literal(code), top.pathColumn, [
              [PLAN_COLUMNS.level, literal(deepest.id)],
              [PLAN_COLUMNS.status, `INDEX(${LISTS.statuses},${index + 1})`],
            ]),
            counts.get(`${code}|${label}`) ?? 0,
            'count',
          ),
        ),
      ];
    }),
  };
}

const CHARTED_KINDS: readonly Kind[] = ['operating', 'investment'];

/** Share of the final credit for expenditure that was realised, per node of the top level. */
export function realisationData(view: PlanView): ChartData | null {
  const year = Math.max(...view.groups.filter(({ phase }) => phase === 'actual').map((group) => group.year));
  const measure = (kind: Kind, phase: 'actual' | 'finalBudget'): Measure | undefined =>
    view.groups
      .find((group) => group.year === year && group.phase === phase)
      ?.measures.find(({ cell }) => cell.kind === kind && cell.direction === 'expenditure');
  const pairs = CHARTED_KINDS.flatMap((kind) => {
    const [actual, budget] = [measure(kind, 'actual'), measure(kind, 'finalBudget')];
    return actual && budget ? [{ kind, actual, budget }] : [];
  });
  const nodes = topNodes(view).filter((node) => pairs.some(({ budget }) => view.rollup.rolled(node.id, budget.cell)));
  if (pairs.length === 0 || nodes.length === 0) return null;
  return {
    head: [
      'Doelstelling',
      ...pairs.map(({ kind }) => (kind === 'operating' ? 'Exploitatie-uitgaven' : 'Investeringsuitgaven')),
    ],
    rows: nodes.map((node) => {
      const cell = (name: string): string =>
        `SUMIFS(${whole(TABLES.plan, name)},${whole(TABLES.plan, PLAN_COLUMNS.code)},${literal(view.linkOf(node.id) ?? '')})`;
      return [
        nodeLabel(view, node),
        ...pairs.map(({ actual, budget }) =>
          formulaCell(
            `IF(${cell(budget.computed)}=0,"",${cell(actual.computed)}/${cell(budget.computed)})`,
            realisationRate(view.rollup.rolled(node.id, actual.cell), view.rollup.rolled(node.id, budget.cell)) ?? '',
            'percent',
          ),
        ),
      ];
    }),
  };
}

/** One column per year: the accounts where there are any, else the plan. */
function columnsByYear({ columns }: Statement): readonly number[] {
  const chosen = new Map<number, number>();
  columns.forEach(({ year, phase }, index) => {
    const before = chosen.get(year);
    if (before === undefined || (columns[before]?.phase !== 'actual' && phase === 'actual')) chosen.set(year, index);
  });
  return [...chosen].sort(([left], [right]) => left - right).map(([, column]) => column);
}

interface RowPick {
  readonly name: string;
  /** Ids of the row in the schemas that may show it. */
  readonly ids: readonly string[];
}

/** Rows of a statement over the years. */
function rowsOverYears(view: StatementView, picks: readonly RowPick[]): ChartData | null {
  const found = picks.flatMap(({ name, ids }) => {
    const [index] = ids.flatMap((id) => rowWithId(view.statement, id) ?? []);
    return index === undefined ? [] : [{ name, index }];
  });
  const columns = columnsByYear(view.statement);
  if (found.length === 0 || columns.length < 2) return null;
  return {
    head: ['Jaar', ...found.map(({ name }) => name)],
    rows: columns.map((column) => {
      const { year, phase } = view.statement.columns[column] ?? { year: 0, phase: 'plan' as const };
      return [
        `${year}${phase === 'actual' ? '' : ' MJP'}`,
        ...found.map(({ index }) =>
          formulaCell(
            `${quotedSheet(view.sheet)}!${absoluteAddress(view.rowAt.get(index) ?? 0, figurePosition(column))}`,
            euroOrBlank(view.centsAt(index, column)),
            'euro',
          ),
        ),
      ];
    }),
  };
}

const firstData = (
  statements: readonly StatementView[],
  schemas: readonly string[],
  picks: readonly RowPick[],
): ChartData | null => {
  for (const schema of schemas) {
    const view = statements.find(({ statement }) => statement.schema === schema);
    const data = view ? rowsOverYears(view, picks) : null;
    if (data) return data;
  }
  return null;
};

/** The balances of operation and of investment over the years. */
export const balanceData = (statements: readonly StatementView[]): ChartData | null =>
  firstData(
    statements,
    ['T2', 'M2', 'J2'],
    [
      { name: 'Exploitatiesaldo', ids: ['T2.operating.balance', 'M2.I', 'J2.I'] },
      { name: 'Investeringssaldo', ids: ['T2.investment.balance', 'M2.II', 'J2.II'] },
    ],
  );

/** The financial debt at the end of each year. */
export const debtData = (statements: readonly StatementView[]): ChartData | null =>
  firstData(statements, ['T4', 'T3'], [{ name: 'Financiële schulden op 31 december', ids: ['T4.total', 'T3.D'] }]);
