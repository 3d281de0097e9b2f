import { FLOWS } from '../../plan/vocabulary';
import { CREDIT_FIGURES, type CreditFigure } from '../../figures/reconciliation/creditFigures';
import { verdictLabel } from '../../figures/reconciliation/creditLabels';
import { nodeCode, transferCode, type CreditLine } from '../../figures/reconciliation/creditLines';
import type { VerdictThresholds } from '../../figures/reconciliation/verdict';
import { labelOfDirection, labelOfKind } from '../../schema/rows/labels';
import { euroOrBlank } from '../amounts';
import { alignedRight, calculated, column, hidden, tableOf, type Column } from '../columns';
import { lineSuffix } from '../creditColumns';
import { TABLES } from '../names';
import { pathCode } from '../planTable';
import type { PlanLevel, PlanView } from '../planView';
import type { TableModel } from '../table';
import { figureColumn, RECONCILIATION_COLUMNS } from './columns';
import {
  carriedFormula,
  creditRowFormula,
  DERIVED_FORMULAS,
  pathFormula,
  planRowFormula,
  printedFormula,
  titleFormula,
  transferRowFormula,
  verdictFormula,
} from './formulas';

const FORMULAS: Readonly<Record<CreditFigure, string>> = {
  initial: printedFormula('initialBudget'),
  final: printedFormula('finalBudget'),
  actual: printedFormula('actual'),
  carriedOver: carriedFormula(),
  ...DERIVED_FORMULAS,
};

/** Figures with cents: what is carried over is listed to the cent. */
const WITH_CENTS: ReadonlySet<CreditFigure> = new Set(['carriedOver', 'carriedTooMuch', 'lapsed']);
const PRINTED: Readonly<Partial<Record<CreditFigure, 'initialBudget' | 'finalBudget' | 'actual'>>> = {
  initial: 'initialBudget',
  final: 'finalBudget',
  actual: 'actual',
};

/** Does the list of credits have a column for the figure? What is computed from others needs none. */
export const isListed = (view: PlanView, name: CreditFigure): boolean => {
  const phase = PRINTED[name];
  return phase === undefined || view.groups.some((group) => group.phase === phase);
};

/** A report without initial credits has no column for them; what the other figures follow from always has one. */
export const shownFigures = (view: PlanView): readonly CreditFigure[] =>
  CREDIT_FIGURES.filter((name) => name !== 'initial' || isListed(view, name));

export const figureStyle = (view: PlanView, name: CreditFigure): 'euro' | 'cent' =>
  WITH_CENTS.has(name) ? 'cent' : view.unit;

/** Expenditure first, then receipts, each in the order of the plan: they are never added. */
export const byDirection = (lines: readonly CreditLine[]): readonly CreditLine[] =>
  FLOWS.flatMap((flow) => lines.filter(({ direction }) => direction === flow));

/** How the sheets know the line. */
export const sheetCode = (view: PlanView, { node, code }: Pick<CreditLine, 'node' | 'code'>): string =>
  node ? (view.linkOf(node.id) ?? code) : code;

/** Where each line stands in the lists that the formulas look it up in, from 1. */
class Rows {
  private readonly credits: ReadonlyMap<string, number>;
  private readonly transfers = new Map<string, number>();
  private readonly plan: ReadonlyMap<string, number>;
  private readonly uses = new Map<string, number>();

  constructor(view: PlanView) {
    this.credits = new Map(view.credits.map((line, index) => [`${line.node.id}${lineSuffix(line)}`, index + 1]));
    this.plan = new Map(view.nodes.map(({ id }, index) => [id, index + 1]));
    view.document.transfers.forEach(({ kind, direction, fromYear, ...transfer }, index) => {
      const text = `${transferCode(transfer)}${lineSuffix({ kind, direction, year: fromYear })}`;
      if (!this.transfers.has(text)) this.transfers.set(text, index + 1);
    });
    for (const node of view.nodes) this.uses.set(nodeCode(node), (this.uses.get(nodeCode(node)) ?? 0) + 1);
  }

  /** The node whose row in the plan tells where the line stands. */
  planNode = ({ node, above }: CreditLine): string | null => node?.id ?? above[0] ?? null;
  planRow = (line: CreditLine): number | '' => this.plan.get(this.planNode(line) ?? '') ?? '';
  creditRow = (line: CreditLine): number | '' =>
    (line.node && this.credits.get(`${line.node.id}${lineSuffix(line)}`)) ?? '';
  /**
   * '' for one of several nodes of one code that no transfer goes to: a transfer that is added later cannot tell them
   * apart.
   */
  transferCode = ({ transfers: [first], code }: CreditLine): string =>
    first ? transferCode(first) : (this.uses.get(code) ?? 0) > 1 ? '' : code;
  transferRow = (line: CreditLine): number | '' => {
    const code = this.transferCode(line);
    return code === '' ? '' : (this.transfers.get(`${code}${lineSuffix(line)}`) ?? '');
  };
}

/** Levels that have a column on the list: those above the deepest. */
export const listedLevels = ({ levels }: PlanView): readonly PlanLevel[] => levels.slice(0, -1);

/** Code on a level as the list shows it; '' when the line stands under none there. */
export function codeOnLevel(view: PlanView, { node, above }: CreditLine, level: PlanLevel): string {
  const found = node ?? view.rollup.tree.byId.get(above[0] ?? '');
  return found ? (pathCode(view, found, level.id) ?? '') : '';
}

/** From initial credit to what lapsed, one row per line; null when no year is closed. */
export function reconciliationTable(
  view: PlanView,
  all: readonly CreditLine[],
  thresholds: VerdictThresholds,
): TableModel | null {
  if (all.length === 0) return null;
  const c = RECONCILIATION_COLUMNS;
  const rows = new Rows(view);
  return tableOf<CreditLine>(
    TABLES.reconciliation,
    [
      text(c.code, CODE_WIDTH, (line) => sheetCode(view, line)),
      calculated(c.title, TITLE_WIDTH, 'textWrapped', titleFormula(), ({ node }) => node?.title ?? ''),
      text(c.direction, 12, ({ direction }) => labelOfDirection(direction)),
      text(c.kind, 13, ({ kind }) => labelOfKind(kind)),
      column(c.year, 7, 'year', ({ year }) => year),
      ...shownFigures(view).map((name) => figureColumnOf(view, name)),
      calculated(c.verdict, 34, 'textIndented', verdictFormula(thresholds), ({ verdict, direction }) =>
        verdictLabel(verdict, direction),
      ),
      ...listedLevels(view).map((level) =>
        calculated<CreditLine>(level.listColumn, 12, 'textMuted', pathFormula(level.pathColumn), (line) =>
          codeOnLevel(view, line, level),
        ),
      ),
      hidden(text(c.planCode, 12, (line) => view.linkOf(rows.planNode(line)) ?? '')),
      hidden(text(c.transferCode, 12, rows.transferCode)),
      hidden(calculated(c.planRow, 10, 'whole', planRowFormula(), rows.planRow)),
      hidden(calculated(c.creditRow, 10, 'whole', creditRowFormula(), rows.creditRow)),
      hidden(calculated(c.transferRow, 10, 'whole', transferRowFormula(), rows.transferRow)),
    ],
    byDirection(all),
  );
}

const text = (name: string, width: number, value: (line: CreditLine) => string): Column<CreditLine> =>
  column(name, width, 'text', (line) => value(line) || null);

function figureColumnOf(view: PlanView, name: CreditFigure): Column<CreditLine> {
  const [head, style] = [figureColumn(name), figureStyle(view, name)];
  return alignedRight(
    isListed(view, name)
      ? calculated(head, FIGURE_WIDTH, style, FORMULAS[name], (line) => euroOrBlank(line[name]))
      : column(head, FIGURE_WIDTH, style, () => null),
  );
}

const CODE_WIDTH = 13;
export const TITLE_WIDTH = 46;
const FIGURE_WIDTH = 15;

/** Columns before the first figure. */
export const HEAD_COLUMNS = 5;
