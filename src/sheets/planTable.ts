import type { PlanNode } from '../plan/document';
import { CENTS_PER_EURO, type Cents } from '../plan/money';
import { differenceCents } from '../figures/sums';
import { countMeanings, countStatuses, derivedMeaning, type StatusMeaning } from '../figures/statusCount';
import { euro, euroOrBlank } from './amounts';
import { dayOfDate } from './dates';
import { formulaCell, type SourceIndex } from './formulas';
import { KEY_COLUMN, TABLES } from './names';
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
import type { CellSpec, CellValue } from './spec';
import { rowPlaceFormula, lastRowFormula, rowsFormula, subtreePlaces, type SubtreePlace } from './subtree';
import type { ColumnModel, TableModel } from './table';

/** A column with what it shows for a node. */
interface PlanColumn extends ColumnModel {
  readonly cell: (node: PlanNode) => CellSpec;
}

export const YES = 'ja';
export const NO = 'nee';

const computed = (
  column: Omit<PlanColumn, 'cell' | 'formula'> & { readonly formula: string },
  value: (node: PlanNode) => CellValue,
): PlanColumn => ({
  ...column,
  cell: (node) => formulaCell(column.formula, value(node)),
});

/** The plan as a table: one row per node in printed order. */
export function planTable(view: PlanView, source: SourceIndex): TableModel {
  const [first, ...others] = view.groups;
  const columns: readonly PlanColumn[] = [
    ...identityColumns(view),
    ...(first ? groupColumns(view, first) : []),
    {
      name: PLAN_COLUMNS.evaluation,
      width: 70,
      style: 'textWrapped',
      cell: ({ evaluation }) => evaluation?.text || null,
    },
    derivedStatusColumn(view),
    ...others.flatMap((group) => groupColumns(view, group)),
    ...pathColumns(view),
    ...(view.nodes.some((node) => node.code !== null && node.code !== view.linkOf(node.id)) ? [printedCodeColumn] : []),
    { name: PLAN_COLUMNS.source, width: 13, style: 'textCentered', cell: (node) => source.link(node.source) },
    ...helperColumns(view),
    { name: KEY_COLUMN, width: 14, style: 'text', hidden: true, cell: ({ id }) => id },
  ];
  return {
    name: TABLES.plan,
    columns: columns.map(({ cell: _, ...column }, index) =>
      index === 0 ? { ...column, total: { label: 'Totaal', value: 'Totaal', style: 'totalText' } } : column,
    ),
    rows: view.nodes.map((node) => columns.map(({ cell }) => cell(node))),
    totals: view.groups.length > 0,
  };
}

const printedCodeColumn: PlanColumn = {
  name: PLAN_COLUMNS.printedCode,
  width: 14,
  style: 'text',
  cell: ({ code }) => code,
};

const identityColumns = (view: PlanView): readonly PlanColumn[] => [
  { name: PLAN_COLUMNS.code, width: 12, style: 'text', cell: ({ id }) => view.linkOf(id) },
  { name: PLAN_COLUMNS.title, width: 52, style: 'textWrapped', cell: ({ title }) => title || null },
  { name: PLAN_COLUMNS.level, width: 8, style: 'textCentered', cell: ({ level }) => level },
  { name: PLAN_COLUMNS.parent, width: 12, style: 'text', cell: ({ parent }) => view.linkOf(parent) ?? parent },
  {
    name: PLAN_COLUMNS.priority,
    width: 10,
    style: 'textCentered',
    cell: ({ priority }) => (priority === null ? null : priority ? YES : NO),
  },
  {
    name: PLAN_COLUMNS.from,
    width: 11,
    style: 'date',
    cell: ({ period }) => (period === null ? null : dayOfDate(period.from)),
  },
  {
    name: PLAN_COLUMNS.to,
    width: 11,
    style: 'date',
    cell: ({ period }) => (period === null ? null : dayOfDate(period.to)),
  },
  { name: PLAN_COLUMNS.status, width: 31, style: 'textWrapped', cell: (node) => view.statusLabel(node) },
];

/** Rolled-up figures of one year and phase; the printed ones and the differences in a closed group beside them. */
function groupColumns(view: PlanView, { measures }: MeasureGroup): readonly PlanColumn[] {
  const { rollup } = view;
  const printed = (node: string | null, { cell }: Measure): Cents | null => view.printed(node, cell)?.cents ?? null;
  const rolled = (node: string | null, { cell }: Measure): Cents | null => rollup.rolled(node, cell);
  return [
    ...measures.map((measure) =>
      computed(
        {
          name: measure.computed,
          width: 12,
          style: view.unit,
          alignRight: true,
          formula: rollUpFormula(measure, view.levels),
          total: {
            formula: totalFormula(measure),
            value: euroOrBlank(creditTotal(view, measure)),
            style: `${view.unit}Total`,
          },
        },
        (node) => euroOrBlank(rolled(node.id, measure)),
      ),
    ),
    ...measures.map((measure): PlanColumn => {
      const total = printed(null, measure);
      return {
        name: measure.printed,
        width: 12,
        style: `${view.unit}Muted`,
        alignRight: true,
        hidden: true,
        outline: 1,
        ...(total === null
          ? {}
          : { total: { formula: String(euro(total)), value: euro(total), style: `${view.unit}Total` as const } }),
        cell: (node) => euro(printed(node.id, measure)),
      };
    }),
    ...measures.map((measure) => {
      const total = printed(null, measure);
      return computed(
        {
          name: measure.difference,
          width: 12,
          style: view.unit === 'cent' ? 'difference' : 'euroDifference',
          alignRight: true,
          hidden: true,
          outline: 1,
          formula: differenceFormula(measure),
          ...(total === null
            ? {}
            : {
                total: {
                  formula: `N(${totalFormula(measure)})-(${String(euro(total))})`,
                  value: euroOrBlank(difference(creditTotal(view, measure), total)),
                  style: `${view.unit}Total` as const,
                },
              }),
        },
        (node) => (difference(rolled(node.id, measure), printed(node.id, measure)) ?? 0) / CENTS_PER_EURO,
      );
    }),
  ];
}

const creditTotal = (view: PlanView, { cell }: Measure): Cents | null => view.rollup.below(null, cell)?.cents ?? null;

const difference = (left: Cents | null, right: Cents | null): Cents | null =>
  left === null && right === null ? null : differenceCents(left, right);

function derivedStatusColumn(view: PlanView): PlanColumn {
  const meanings = partMeanings(view);
  const label = (meaning: StatusMeaning | null): string =>
    view.statuses.find((term) => term.meaning === meaning)?.label ?? '';
  return computed(
    {
      name: PLAN_COLUMNS.derivedStatus,
      width: 31,
      style: 'textMuted',
      formula: derivedStatusFormula(view.statuses, TABLES.plan),
    },
    ({ id }) => label(derivedMeaning(meanings(id))),
  );
}

function partMeanings(view: PlanView): (node: string) => Readonly<Record<StatusMeaning, number>> {
  const counts = countStatuses(view.document);
  return (node) => countMeanings(counts.children(node), view.statuses);
}

function pathColumns(view: PlanView): readonly PlanColumn[] {
  return view.levels.map(({ id, pathColumn }) =>
    computed(
      { name: pathColumn, width: 12, style: 'textMuted', formula: pathFormula(id, view.depth) },
      (node) => pathCode(view, node, id) ?? '',
    ),
  );
}

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
  const parts = (name: string, meaning: StatusMeaning): PlanColumn =>
    computed(
      { ...number, name, formula: partsFormula(view.statuses, meaning, planPaths(view.levels), PLAN_COLUMNS.parent) },
      ({ id }) => meanings(id)[meaning],
    );
  return [
    ...placeColumns(view),
    computed({ ...number, name: PLAN_COLUMNS.lines, formula: linesFormula() }, ({ id }) => counts.own(id)),
    computed({ ...number, name: PLAN_COLUMNS.linesBelow, formula: linesBelowFormula(view.levels) }, ({ id }) =>
      counts.together(id),
    ),
    parts(PLAN_COLUMNS.partsDone, 'done'),
    parts(PLAN_COLUMNS.partsOnTrack, 'onTrack'),
    parts(PLAN_COLUMNS.partsOffTrack, 'offTrack'),
    parts(PLAN_COLUMNS.partsNotStarted, 'notStarted'),
    ...linePlaceColumns(view, measures),
    ...measures.map((measure) =>
      computed(
        { name: measure.own, width: 12, style: 'euroMuted', hidden: true, formula: ownFormula(measure) },
        ({ id }) => euroOrBlank(ownCents(view, id, measure)),
      ),
    ),
    ...measures.map((measure) =>
      computed({ ...number, name: measure.count, formula: countFormula(measure, view.levels) }, ({ id }) =>
        figuresBelow(view, id, measure),
      ),
    ),
  ];
}

const number = { width: 10, style: 'whole', hidden: true } as const;

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
      computed(
        { ...number, name: ancestorColumn(index + 1), formula: ancestorFormula(index + 1) },
        ({ id }) => places.get(tree.ancestors(id)[index]?.id ?? '') ?? 0,
      ),
    ),
    computed({ ...number, name: PLAN_COLUMNS.rank, formula: rankFormula(levels) }, ({ level }) => rankOf(view, level)),
    computed({ ...number, name: PLAN_COLUMNS.row, formula: rowPlaceFormula(table) }, (node) => subtree(node)?.row ?? 0),
    computed({ ...number, name: PLAN_COLUMNS.rows, formula: rowsFormula(table) }, (node) => subtree(node)?.rows ?? 0),
    computed(
      { ...number, name: PLAN_COLUMNS.lastRow, formula: lastRowFormula(table) },
      (node) => subtree(node)?.last ?? 0,
    ),
  ];
}

/** Where the lines of credits of a row stand: one place per kind, direction and year, for all phases. */
function linePlaceColumns(view: PlanView, measures: readonly Measure[]): readonly PlanColumn[] {
  const places = new Map(view.credits.map(({ key }, index) => [key, index + 1]));
  return [...new Map(measures.map((measure) => [measure.place, measure])).values()].map((measure) =>
    computed(
      { ...number, name: measure.place, formula: placeFormula(measure) },
      ({ id }) => places.get(creditKey(id, measure.cell)) ?? '',
    ),
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
