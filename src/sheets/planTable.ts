import type { PlanNode } from '../plan/document';
import { CENTS_PER_EURO, type Cents } from '../plan/money';
import { differenceCents } from '../figures/sums';
import { countMeanings, countStatuses, derivedMeaning, type StatusMeaning } from '../figures/statusCount';
import { euro, euroOrBlank } from './amounts';
import { alignedRight, calculated, column, hidden, keyColumn, tableOf, type Column } from './columns';
import { dayOfDate } from './dates';
import type { SourceIndex } from './formulas';
import { TABLES } from './names';
import { ancestorColumn, PLAN_COLUMNS } from './planColumns';
import {
  ancestorFormula,
  countFormula,
  derivedStatusFormula,
  differenceFormula,
  linesBelowFormula,
  linesFormula,
  ownFormula,
  partsFormula,
  pathFormula,
  placeFormula,
  planPaths,
  rankFormula,
  rollUpFormula,
  totalFormula,
} from './planFormulas';
import { creditKey, type Measure, type MeasureGroup, type PlanView } from './planView';
import type { CellValue } from './spec';
import { rowPlaceFormula, lastRowFormula, rowsFormula, subtreePlaces, type SubtreePlace } from './subtree';
import type { TableModel } from './table';

export const YES = 'ja';
export const NO = 'nee';

type PlanColumn = Column<PlanNode>;

/** The plan as a table: one row per node in printed order. */
export function planTable(view: PlanView, source: SourceIndex): TableModel {
  const [first, ...others] = view.groups;
  const hasPrintedCodes = view.nodes.some((node) => node.code !== null && node.code !== view.linkOf(node.id));
  return tableOf<PlanNode>(
    TABLES.plan,
    [
      ...identityColumns(view),
      ...(first ? groupColumns(view, first) : []),
      column(PLAN_COLUMNS.evaluation, 70, 'textWrapped', ({ evaluation }) => evaluation?.text || null),
      derivedStatusColumn(view),
      ...others.flatMap((group) => groupColumns(view, group)),
      ...pathColumns(view),
      ...(hasPrintedCodes ? [printedCodeColumn] : []),
      column(PLAN_COLUMNS.source, 13, 'textCentered', (node) => source.link(node.source)),
      ...helperColumns(view),
      keyColumn(14, ({ id }) => id),
    ],
    view.nodes,
    view.groups.length > 0,
  );
}

const printedCodeColumn: PlanColumn = column(PLAN_COLUMNS.printedCode, 14, 'text', ({ code }) => code);

const identityColumns = (view: PlanView): readonly PlanColumn[] => [
  {
    ...column<PlanNode>(PLAN_COLUMNS.code, 12, 'text', ({ id }) => view.linkOf(id)),
    total: { label: 'Totaal', value: 'Totaal', style: 'totalText' },
  },
  column(PLAN_COLUMNS.title, 52, 'textWrapped', ({ title }) => title || null),
  column(PLAN_COLUMNS.level, 8, 'textCentered', ({ level }) => level),
  column(PLAN_COLUMNS.parent, 12, 'text', ({ parent }) => view.linkOf(parent) ?? parent),
  column(PLAN_COLUMNS.priority, 10, 'textCentered', ({ priority }) => (priority === null ? null : priority ? YES : NO)),
  column(PLAN_COLUMNS.from, 11, 'date', ({ period }) => (period === null ? null : dayOfDate(period.from))),
  column(PLAN_COLUMNS.to, 11, 'date', ({ period }) => (period === null ? null : dayOfDate(period.to))),
  column(PLAN_COLUMNS.status, 31, 'textWrapped', (node) => view.statusLabel(node)),
];

/** Rolled-up figures of one year and phase; the printed ones and the differences in a closed group beside them. */
const groupColumns = (view: PlanView, { measures }: MeasureGroup): readonly PlanColumn[] => [
  ...measures.map((measure) => rolledColumn(view, measure)),
  ...measures.map((measure) => printedColumn(view, measure)),
  ...measures.map((measure) => differenceColumn(view, measure)),
];

const MONEY_WIDTH = 12;

const printedCents = (view: PlanView, node: string | null, { cell }: Measure): Cents | null =>
  view.printed(node, cell)?.cents ?? null;

const rolledColumn = (view: PlanView, measure: Measure): PlanColumn => ({
  ...alignedRight(
    calculated(measure.computed, MONEY_WIDTH, view.unit, rollUpFormula(measure, view.levels), ({ id }) =>
      euroOrBlank(view.rollup.rolled(id, measure.cell)),
    ),
  ),
  total: {
    formula: totalFormula(measure),
    value: euroOrBlank(creditTotal(view, measure)),
    style: `${view.unit}Total`,
  },
});

/** In the group that is closed until someone opens it. */
const inClosedGroup = (of: PlanColumn): PlanColumn => ({ ...hidden(alignedRight(of)), outline: 1 });

function printedColumn(view: PlanView, measure: Measure): PlanColumn {
  const total = printedCents(view, null, measure);
  return {
    ...inClosedGroup(
      column(measure.printed, MONEY_WIDTH, `${view.unit}Muted`, ({ id }) => euro(printedCents(view, id, measure))),
    ),
    ...(total !== null && {
      total: { formula: String(euro(total)), value: euro(total), style: `${view.unit}Total` },
    }),
  };
}

function differenceColumn(view: PlanView, measure: Measure): PlanColumn {
  const total = printedCents(view, null, measure);
  const style = view.unit === 'cent' ? 'difference' : 'euroDifference';
  const value = ({ id }: PlanNode): number =>
    (difference(view.rollup.rolled(id, measure.cell), printedCents(view, id, measure)) ?? 0) / CENTS_PER_EURO;
  return {
    ...inClosedGroup(calculated(measure.difference, MONEY_WIDTH, style, differenceFormula(measure), value)),
    ...(total !== null && {
      total: {
        formula: `N(${totalFormula(measure)})-(${String(euro(total))})`,
        value: euroOrBlank(difference(creditTotal(view, measure), total)),
        style: `${view.unit}Total`,
      },
    }),
  };
}

const creditTotal = (view: PlanView, { cell }: Measure): Cents | null => view.rollup.below(null, cell)?.cents ?? null;

const difference = (left: Cents | null, right: Cents | null): Cents | null =>
  left === null && right === null ? null : differenceCents(left, right);

function derivedStatusColumn(view: PlanView): PlanColumn {
  const meanings = partMeanings(view);
  const label = (meaning: StatusMeaning | null): string =>
    view.statuses.find((term) => term.meaning === meaning)?.label ?? '';
  const formula = derivedStatusFormula(view.statuses, TABLES.plan);
  return calculated(PLAN_COLUMNS.derivedStatus, 31, 'textMuted', formula, ({ id }) =>
    label(derivedMeaning(meanings(id))),
  );
}

function partMeanings(view: PlanView): (node: string) => Readonly<Record<StatusMeaning, number>> {
  const counts = countStatuses(view.document);
  return (node) => countMeanings(counts.children(node), view.statuses);
}

const pathColumns = (view: PlanView): readonly PlanColumn[] =>
  view.levels.map(({ id, pathColumn }) =>
    calculated(pathColumn, 12, 'textMuted', pathFormula(id, view.depth), (node) => pathCode(view, node, id) ?? ''),
  );

/** Link of the node itself, or of its ancestor, at a level. */
export function pathCode(view: PlanView, node: PlanNode, level: string): string | null {
  const found = [node, ...view.rollup.tree.ancestors(node.id)]
    .slice(0, view.depth)
    .find((each) => each.level === level);
  return found ? view.linkOf(found.id) : null;
}

/** What the formulas need and nobody reads: hidden at the far end. */
function helperColumns(view: PlanView): readonly PlanColumn[] {
  const meanings = partMeanings(view);
  const counts = creditCounts(view);
  const measures = view.groups.flatMap((group) => group.measures);
  const paths = planPaths(view.levels);
  const parts = (name: string, meaning: StatusMeaning): PlanColumn =>
    helper(name, partsFormula(view.statuses, meaning, paths, PLAN_COLUMNS.parent), ({ id }) => meanings(id)[meaning]);
  return [
    ...placeColumns(view),
    helper(PLAN_COLUMNS.lines, linesFormula(), ({ id }) => counts.own(id)),
    helper(PLAN_COLUMNS.linesBelow, linesBelowFormula(view.levels), ({ id }) => counts.together(id)),
    parts(PLAN_COLUMNS.partsDone, 'done'),
    parts(PLAN_COLUMNS.partsOnTrack, 'onTrack'),
    parts(PLAN_COLUMNS.partsOffTrack, 'offTrack'),
    parts(PLAN_COLUMNS.partsNotStarted, 'notStarted'),
    ...linePlaceColumns(view, measures),
    ...measures.map((measure) =>
      hidden<PlanNode>(
        calculated(measure.own, MONEY_WIDTH, 'euroMuted', ownFormula(measure), ({ id }) =>
          euroOrBlank(ownCents(view, id, measure)),
        ),
      ),
    ),
    ...measures.map((measure) =>
      helper(measure.count, countFormula(measure, view.levels), ({ id }) => figuresBelow(view, id, measure)),
    ),
  ];
}

const helper = (name: string, formula: string, value: (node: PlanNode) => CellValue): PlanColumn =>
  hidden(calculated(name, 10, 'whole', formula, value));

/** Where the ancestors of a row stand in the table, and the rows below it. */
function placeColumns(view: PlanView): readonly PlanColumn[] {
  const {
    nodes,
    levels,
    depth,
    linkOf,
    rollup: { tree },
  } = view;
  const table = planPaths(levels);
  const places = new Map(nodes.map(({ id }, index) => [id, index + 1]));
  const subtrees = subtreePlaces(
    nodes.map((node) => ({
      key: linkOf(node.id) ?? '',
      path: levels.map(({ id }) => pathCode(view, node, id)),
      rank: rankOf(view, node.level),
      hasParts: tree.children(node.id).length > 0,
    })),
  );
  const subtree = (node: PlanNode): SubtreePlace | undefined => subtrees[(places.get(node.id) ?? 0) - 1];
  return [
    ...Array.from({ length: depth - 1 }, (_, index) =>
      helper(
        ancestorColumn(index + 1),
        ancestorFormula(index + 1),
        ({ id }) => places.get(tree.ancestors(id)[index]?.id ?? '') ?? 0,
      ),
    ),
    helper(PLAN_COLUMNS.rank, rankFormula(levels), ({ level }) => rankOf(view, level)),
    helper(PLAN_COLUMNS.row, rowPlaceFormula(table), (node) => subtree(node)?.row ?? 0),
    helper(PLAN_COLUMNS.rows, rowsFormula(table), (node) => subtree(node)?.rows ?? 0),
    helper(PLAN_COLUMNS.lastRow, lastRowFormula(table), (node) => subtree(node)?.last ?? 0),
  ];
}

/** Where the lines of credits of a row stand: one place per kind, direction and year, for all phases. */
function linePlaceColumns(view: PlanView, measures: readonly Measure[]): readonly PlanColumn[] {
  const places = new Map(view.credits.map(({ key }, index) => [key, index + 1]));
  return [...new Map(measures.map((measure) => [measure.place, measure])).values()].map((measure) =>
    helper(measure.place, placeFormula(measure), ({ id }) => places.get(creditKey(id, measure.cell)) ?? ''),
  );
}

/** How many figures the roll-up of a node is made of. */
function figuresBelow(view: PlanView, node: string, measure: Measure): number {
  if (view.summing.has(node)) return view.rollup.below(node, measure.cell)?.parts ?? 0;
  return ownCents(view, node, measure) === null ? 0 : 1;
}

/** What is booked on the node itself: only where nothing deeper has amounts. */
const ownCents = ({ rollup, summing }: PlanView, node: string, { cell }: Measure): Cents | null =>
  summing.has(node) ? null : rollup.rolled(node, cell);

function rankOf({ levels }: PlanView, level: string): number {
  const index = levels.findIndex(({ id }) => id === level);
  return index < 0 ? Math.max(1, levels.length) : index + 1;
}

function creditCounts(view: PlanView): {
  readonly own: (node: string) => number;
  readonly together: (node: string) => number;
} {
  const own = new Map<string, number>();
  const together = new Map<string, number>();
  for (const { node } of view.credits) {
    own.set(node.id, (own.get(node.id) ?? 0) + 1);
    for (const each of [node, ...view.rollup.tree.ancestors(node.id).slice(0, view.depth - 1)])
      together.set(each.id, (together.get(each.id) ?? 0) + 1);
  }
  return { own: (node) => own.get(node) ?? 0, together: (node) => together.get(node) ?? 0 };
}
