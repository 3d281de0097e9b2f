import type { Direction, Kind, Phase } from '../../src/plan/vocabulary';
import { addRows } from './figures';
import type { Random } from './random';
import { paragraph, phrase, sentence } from './words';

export type Flow = Exclude<Direction, 'balance'>;
export const FLOWS: readonly Flow[] = ['expenditure', 'receipts'];

/** Exact cents per kind and flow, one per column of the report (PHASES). */
export type Money = Readonly<Record<Kind, Readonly<Record<Flow, readonly number[]>>>>;

export type LevelName = 'BD' | 'AP' | 'AC';

export interface PlannedNode {
  readonly code: string;
  readonly level: LevelName;
  readonly parent: string | null;
  readonly title: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly evaluation: {
    readonly status: string;
    readonly phrase: string;
    readonly paragraphs: readonly string[];
  } | null;
  readonly children: readonly PlannedNode[];
  readonly money: Money;
}

export interface ReportOptions {
  readonly seed: number;
  readonly entityName?: string;
  readonly enterpriseNumber?: string;
  readonly address?: string;
  readonly entityKind?: string;
  readonly fiscalYear?: number;
  readonly planYears?: readonly [first: number, last: number];
  /** Columns of the evaluation, in printed order. */
  readonly phases?: readonly Phase[];
  readonly codes?: CodeForm;
  readonly priority?: boolean;
  readonly objectives?: number;
  /** At most; at least one. */
  readonly plansPerObjective?: number;
  readonly actionsPerPlan?: number;
  /** Sentences of a narrative, at most. */
  readonly narrative?: number;
}

export type Settings = Required<ReportOptions>;

/** Codes a board may give: level and number, or the place in the tree. */
export type CodeForm = 'padded' | 'dash' | 'short' | 'dotted';

const CODES: Readonly<Record<CodeForm, (level: LevelName, place: readonly number[], serial: number) => string>> = {
  padded: (level, _place, serial) => `${level}${String(serial).padStart(6, '0')}`,
  dash: (level, _place, serial) => `${level}-${serial}`,
  short: (level, _place, serial) => `${level}${String(serial).padStart(2, '0')}`,
  dotted: (_level, place) =>
    place
      .map((_, depth) => ['R', ...place.slice(0, depth + 1).map((part) => String(part).padStart(2, '0'))].join('.'))
      .join('_'),
};

const STATUSES: readonly (readonly [status: string, phrase: string])[] = [
  ['achieved', 'Resultaat is behaald.'],
  ['onTrack', 'Voortgang loopt zoals gepland'],
  ['notOnTrack', 'Voortgang loopt niet zoals gepland'],
  ['notStarted', 'Niet opgestart'],
];

/** Shares of actions that have money of a kind, of plan parts that have none at all, and of actions that ended before the year. */
const MONEY_SHARE = 0.35;
const KIND_SHARE: Readonly<Record<Kind, number>> = { operating: 0.8, investment: 0.4, financing: 0.15 };
const ENDED_SHARE = 0.04;
const WITHOUT_TEXT_SHARE = 0.1;

export function nothing(columns: number): Money {
  const none = (): number[] => new Array<number>(columns).fill(0);
  const flows = (): Record<Flow, number[]> => ({ expenditure: none(), receipts: none() });
  return { operating: flows(), investment: flows(), financing: flows() };
}

export function addMoney(parts: readonly Money[], columns: number): Money {
  const flows = (kind: Kind): Record<Flow, number[]> => ({
    expenditure: addRows(
      parts.map((part) => part[kind].expenditure),
      columns,
    ),
    receipts: addRows(
      parts.map((part) => part[kind].receipts),
      columns,
    ),
  });
  return { operating: flows('operating'), investment: flows('investment'), financing: flows('financing') };
}

/** Builds the plan: objectives, plans and actions with their texts, and exact amounts that add up from the actions. */
export function plannedTree(random: Random, settings: Settings): readonly PlannedNode[] {
  const serials: Record<LevelName, number> = { BD: 0, AP: 0, AC: 0 };
  const columns = settings.phases.length;

  const make = (
    level: LevelName,
    place: readonly number[],
    parent: string | null,
    children: (code: string) => readonly PlannedNode[],
    own: () => Money,
  ): PlannedNode => {
    serials[level] += 1;
    const code = CODES[settings.codes](level, place, serials[level]);
    const below = children(code);
    const [first, last] = settings.planYears;
    const ended = level === 'AC' && random.chance(ENDED_SHARE) && first < settings.fiscalYear;
    const texts = level === 'BD' ? phrase(random) : `${phrase(random)} ${phrase(random).toLowerCase()}`;
    return {
      code,
      level,
      parent,
      title: `${texts}.`,
      period: { from: `${first}-01-01`, to: ended ? `${settings.fiscalYear - 1}-12-31` : `${last}-12-31` },
      evaluation: ended ? null : evaluate(random, settings),
      children: below,
      money:
        level === 'AC'
          ? ended
            ? nothing(columns)
            : own()
          : addMoney(
              below.map(({ money }) => money),
              columns,
            ),
    };
  };

  return Array.from({ length: settings.objectives }, (_o, objective) =>
    make(
      'BD',
      [objective + 1],
      null,
      (parent) =>
        Array.from({ length: random.int(1, settings.plansPerObjective) }, (_p, plan) =>
          make(
            'AP',
            [objective + 1, plan + 1],
            parent,
            (owner) =>
              Array.from({ length: random.int(1, settings.actionsPerPlan) }, (_a, action) =>
                make(
                  'AC',
                  [objective + 1, plan + 1, action + 1],
                  owner,
                  () => [],
                  () => moneyOf(random, settings.phases),
                ),
              ),
            () => nothing(columns),
          ),
        ),
      () => nothing(columns),
    ),
  );
}

function moneyOf(random: Random, phases: readonly Phase[]): Money {
  const columns = phases.length;
  if (!random.chance(MONEY_SHARE)) return nothing(columns);
  const flow = (kind: Kind): number[] =>
    random.chance(KIND_SHARE[kind])
      ? Array.from({ length: columns }, () => (random.chance(0.15) ? 0 : random.int(1, 250_000_000)))
      : new Array<number>(columns).fill(0);
  const flows = (kind: Kind): Record<Flow, number[]> => ({
    expenditure: withinCredit(flow(kind), phases),
    receipts: flow(kind),
  });
  return { operating: flows('operating'), investment: flows('investment'), financing: flows('financing') };
}

/** Nothing is spent beyond the final credit: a sound report, on which no check may find an error. */
function withinCredit(cents: readonly number[], phases: readonly Phase[]): number[] {
  const credit = cents[phases.indexOf('finalBudget')] ?? 0;
  return cents.map((value, column) => (phases[column] === 'actual' ? Math.min(value, credit) : value));
}

function evaluate(random: Random, { narrative }: Settings): PlannedNode['evaluation'] {
  const [status, printed] = random.pick(STATUSES);
  const paragraphs = random.chance(WITHOUT_TEXT_SHARE)
    ? []
    : Array.from({ length: random.int(1, 3) }, () => paragraph(random, random.int(1, narrative)));
  const quoted = paragraphs.map((text) =>
    random.chance(0.2) ? `${text} Zo heet het "${sentence(random).replace(/\.$/, '')}" voortaan.` : text,
  );
  return { status, phrase: printed, paragraphs: quoted };
}

/** Every node, in printed order. */
export const flatten = (nodes: readonly PlannedNode[]): readonly PlannedNode[] =>
  nodes.flatMap((node) => [node, ...flatten(node.children)]);
