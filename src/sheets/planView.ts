import type { Amount, Level, PlanDocument, PlanNode } from '../plan/document';
import { statusByCode, type StatusVocabulary } from '../plan/status';
import { type AmountSchema, type Direction, type Kind, type Phase, type Unit } from '../plan/vocabulary';
import { creditSchemaOf, rollUp, summingNodes, type Rollup } from '../figures/amounts';
import type { Cell } from '../figures/cell';
import { labelOfDirection, labelOfKind, labelOfPhase } from '../schema/rows/labels';
import { CREDIT_COLUMNS, letters } from './creditColumns';
import { columnName } from './formulas';

/** One figure per node: a kind and direction in a year and phase, with the names of its columns on the plan sheet. */
export interface Measure {
  readonly cell: Cell;
  readonly computed: string;
  readonly printed: string;
  readonly difference: string;
  /** The credits booked on the node itself. */
  readonly own: string;
  /** How many figures the node and everything below it have of their own. */
  readonly count: string;
  /** Where the line of credits of the node itself stands: the same for all phases. */
  readonly place: string;
}

/** Figures of one year and phase, as reports print them in one column. */
export interface MeasureGroup {
  readonly year: number;
  readonly phase: Phase;
  readonly title: string;
  readonly measures: readonly Measure[];
}

/** A line of credits: what one node prints for a year, kind and direction, and at no deeper node. */
export interface CreditLine {
  readonly key: string;
  readonly node: PlanNode;
  readonly year: number;
  readonly kind: Kind;
  readonly direction: Direction;
  readonly byPhase: ReadonlyMap<Phase, Amount>;
}

/** A level with the columns that hold the code of the ancestor at that level. */
export interface PlanLevel extends Level {
  readonly pathColumn: string;
  /** On the lists of credits, where the id itself does for a name. */
  readonly listColumn: string;
}

/** The plan of a document as its sheets see it. */
export interface PlanView {
  readonly document: PlanDocument;
  readonly statuses: StatusVocabulary;
  /** Rows of a chain from a root to a leaf, at most: how many steps the formulas look up. */
  readonly depth: number;
  /** From the top down. */
  readonly levels: readonly PlanLevel[];
  readonly nodes: readonly PlanNode[];
  readonly rollup: Rollup;
  /** What the report printed at a node, whatever was edited since. */
  readonly printed: Rollup['printed'];
  readonly groups: readonly MeasureGroup[];
  readonly credits: readonly CreditLine[];
  /** Nodes under which something has amounts: what they print themselves is a sum. */
  readonly summing: ReadonlySet<string>;
  /** Are amounts printed to the cent anywhere? */
  readonly unit: Unit;
  /** Schema the amounts of the plan come from. */
  readonly schema: AmountSchema;
  /** What links rows of the sheets to a node: its code, made unique and never to be taken for a number. */
  readonly linkOf: (node: string | null) => string | null;
  readonly statusLabel: (node: PlanNode) => string | null;
}

/** Short names of phases for column heads; the full ones stand in the band above them. */
const PHASE_SHORT: Readonly<Record<Phase, string>> = {
  actual: 'JR',
  finalBudget: 'EK',
  initialBudget: 'IK',
  plan: 'MJP',
};

/** `base`: the document as read, of which `document` holds the edits. */
export function planView(document: PlanDocument, statuses: StatusVocabulary, base: PlanDocument = document): PlanView {
  const nodes = [...document.nodes].sort((left, right) => left.order - right.order);
  const schema = creditSchemaOf(document);
  const rollup = rollUp(document, schema);
  const links = linksOf(nodes);
  const summing = summingNodes(rollup);
  return {
    document,
    statuses,
    depth: depthOf(document, rollup),
    levels: levelsOf(document),
    nodes,
    rollup,
    printed: base === document ? rollup.printed : rollUp(base, schema).printed,
    groups: groupsOf(rollup),
    credits: creditLines(document, rollup, schema, summing),
    summing,
    unit: document.amounts.some((amount) => amount.unit === 'cent') ? 'cent' : 'euro',
    schema,
    linkOf: (node) => (node === null ? null : (links.get(node) ?? null)),
    statusLabel: ({ evaluation }) =>
      evaluation === null
        ? null
        : (statusByCode(statuses, evaluation.status)?.label ?? (evaluation.statusText || null)),
  };
}

/** Ids are a board's own, so their columns get names that formulas can hold, told apart from each other and from every other column. */
function levelsOf({ levels }: PlanDocument): readonly PlanLevel[] {
  const taken = new Set(Object.values(CREDIT_COLUMNS).map((name) => name.toLowerCase()));
  return [...levels]
    .sort((left, right) => left.rank - right.rank)
    .map((level, index) => {
      const plain = columnName(level.id) || 'Niveau';
      const listColumn =
        taken.has(plain.toLowerCase()) || RESERVED.test(plain) ? `${plain} niveau ${index + 1}` : plain;
      taken.add(listColumn.toLowerCase());
      return { ...level, listColumn, pathColumn: `Pad ${listColumn}` };
    });
}

/** Names of other columns of the lists. */
const RESERVED =
  /^(?:initieel krediet|eindkrediet|jaarrekening|meerjarenplan|over|overgedragen|vervallen|oordeel|sleutel|niveau)$/i;

/** Formulas grow with every step up; Excel takes 8,192 characters. No plan of BBC.md or the seeds goes beyond seven. */
const MAX_DEPTH = 12;

const depthOf = (document: PlanDocument, { tree }: Rollup): number =>
  Math.min(
    MAX_DEPTH,
    Math.max(1, document.levels.length, ...document.nodes.map(({ id }) => tree.ancestors(id).length + 1)),
  );

/** A code without letters ("1.10") would be compared as a number by SUMIFS, so its level goes before it. */
function linksOf(nodes: readonly PlanNode[]): ReadonlyMap<string, string> {
  const named = nodes.map((node) => ({
    node,
    name: node.code === null ? node.id : /\p{L}/u.test(node.code) ? node.code : `${node.level} ${node.code}`,
  }));
  const counts = new Map<string, number>();
  for (const { name } of named) counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
  return new Map(named.map(({ node, name }) => [node.id, (counts.get(name.toLowerCase()) ?? 0) > 1 ? node.id : name]));
}

function groupsOf(rollup: Rollup): readonly MeasureGroup[] {
  const cells = [...rollup.cells.values()].filter((cell) => cell.direction !== 'balance');
  const oneYear = new Set(cells.map((cell) => cell.year)).size === 1;
  const groups = new Map<string, { readonly year: number; readonly phase: Phase; readonly cells: Cell[] }>();
  for (const cell of cells) {
    const key = `${cell.year}|${cell.phase}`;
    const group = groups.get(key) ?? { year: cell.year, phase: cell.phase, cells: [] };
    group.cells.push(cell);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ year, phase, cells: inGroup }) => ({
    year,
    phase,
    title: `${labelOfPhase(phase)} ${year}`,
    measures: inGroup.map((cell) => measureOf(cell, `${PHASE_SHORT[phase]}${oneYear ? '' : ` ${year}`}`)),
  }));
}

function measureOf(cell: Cell, moment: string): Measure {
  const name = columnName(`${labelOfKind(cell.kind)} ${labelOfDirection(cell.direction).toLowerCase()} ${moment}`);
  const short = letters(cell.kind, cell.direction);
  return {
    cell,
    computed: name,
    printed: `Gedrukt ${name}`,
    difference: `Verschil ${name}`,
    own: columnName(`Eigen ${short} ${moment}`),
    count: columnName(`Aantal ${short} ${moment}`),
    place: `Plaats ${short} ${cell.year}`,
  };
}

function creditLines(
  document: PlanDocument,
  rollup: Rollup,
  schema: AmountSchema,
  summing: ReadonlySet<string>,
): readonly CreditLine[] {
  const lines = new Map<string, CreditLine & { readonly byPhase: Map<Phase, Amount> }>();
  for (const amount of document.amounts) {
    const node = amount.node === null ? undefined : rollup.tree.byId.get(amount.node);
    if (
      !node ||
      amount.schema !== schema ||
      amount.direction === 'balance' ||
      (summing.has(node.id) && amount.line === undefined)
    )
      continue;
    const key = creditKey(node.id, amount);
    const line = lines.get(key) ?? {
      key,
      node,
      year: amount.year,
      kind: amount.kind,
      direction: amount.direction,
      byPhase: new Map<Phase, Amount>(),
    };
    if (!line.byPhase.has(amount.phase)) line.byPhase.set(amount.phase, amount);
    lines.set(key, line);
  }
  return [...lines.values()];
}

/** Key of a line of credits; lines beside the printed one bear their number. */
export const creditKey = (
  node: string,
  { year, kind, direction, line }: Pick<Amount, 'year' | 'kind' | 'direction' | 'line'>,
): string => [node, year, kind, direction, ...(line === undefined ? [] : [line])].join('|');
