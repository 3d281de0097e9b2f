import type { StatusVocabulary } from '../plan/status';
import { LAGGING_SHARE } from '../figures/statusCount';
import { CREDIT_COLUMNS, creditColumn, lineSuffix } from './creditColumns';
import { here, literal, whole } from './formulas';
import { LISTS, TABLES } from './names';
import { PLAN_COLUMNS, ancestorColumn } from './planColumns';
import type { Measure, PlanLevel } from './planView';

const plan = (column: string): string => whole(TABLES.plan, column);
const own = (column: string): string => here(TABLES.plan, column);
const credit = (column: string): string => whole(TABLES.credits, column);

/** Any number: criteria such as "<>" would count the empty texts of formulas as well. */
export const IS_NUMBER = '">-1E+99"';

/** Lines of credits on the row's own code. */
export const linesFormula = (): string => `COUNTIFS(${credit(CREDIT_COLUMNS.code)},${own(PLAN_COLUMNS.code)})`;

/**
 * The row and everything below it: the rows that bear its code in the column of the path for its level. Plain equality, so that every engine
 * is quick; levels of one plan never nest within themselves.
 */
const below = (levels: readonly PlanLevel[]): string => {
  const [first, last] = [levels[0], levels.at(-1)];
  if (!first || !last) return `${plan(PLAN_COLUMNS.code)},${own(PLAN_COLUMNS.code)}`;
  return `INDEX(${TABLES.plan}[[${first.pathColumn}]:[${last.pathColumn}]],0,${own(PLAN_COLUMNS.rank)}),${own(PLAN_COLUMNS.code)}`;
};

/** A level that is not in the list counts as the deepest, under which nothing stands. */
export const rankFormula = (levels: readonly PlanLevel[]): string => levels.length === 0 ? '1' : `IFERROR(MATCH(${own(PLAN_COLUMNS.level)},${LISTS.levels},0),${levels.length})`;

/** Lines of credits on the row and on all rows below. */
export const linesBelowFormula = (levels: readonly PlanLevel[]): string => `SUMIFS(${plan(PLAN_COLUMNS.lines)},${below(levels)})`;

/** What is booked on the row's own code; an empty text when nothing is printed. */
export function ownFormula({ cell }: Measure): string {
  const amounts = credit(creditColumn(cell.phase));
  const criterion = `${credit(CREDIT_COLUMNS.line)},${own(PLAN_COLUMNS.code)}&${literal(lineSuffix(cell))}`;
  return `IF(${own(PLAN_COLUMNS.lines)}=0,"",IF(COUNTIFS(${criterion},${amounts},${IS_NUMBER})=0,"",SUMIFS(${amounts},${criterion})))`;
}

/**
 * The row's own credits and those of all rows below it, found by the path in the (short) plan table: never every level over the (long)
 * table of credits.
 */
export function rollUpFormula(measure: Measure, levels: readonly PlanLevel[]): string {
  const amounts = plan(measure.own);
  const rows = below(levels);
  return `IF(${own(PLAN_COLUMNS.linesBelow)}=0,"",IF(COUNTIFS(${rows},${amounts},${IS_NUMBER})=0,"",SUMIFS(${amounts},${rows})))`;
}

export const differenceFormula = ({ computed, printed }: Measure): string => `N(${own(computed)})-N(${own(printed)})`;

export const totalFormula = (measure: Measure): string => `IF(COUNT(${plan(measure.own)})=0,"",SUM(${plan(measure.own)}))`;

/** The ancestor `distance` steps up; 1 is the parent, which the user enters. */
export const ancestorFormula = (distance: number): string =>
  `IFERROR(INDEX(${plan(PLAN_COLUMNS.parent)},MATCH(${own(ancestorColumn(distance - 1))},${plan(PLAN_COLUMNS.code)},0))&"","")`;

const levelOf = (code: string): string => `IFERROR(INDEX(${plan(PLAN_COLUMNS.level)},MATCH(${code},${plan(PLAN_COLUMNS.code)},0)),"")`;

/** The code of the row itself or of its ancestor at a level; empty when it has none there. */
export function pathFormula(level: string, depth: number): string {
  const steps = Array.from({ length: depth - 1 }, (_, index) => own(ancestorColumn(index + 1)));
  return [`IF(${own(PLAN_COLUMNS.level)}=${literal(level)},${own(PLAN_COLUMNS.code)}`, ...steps.map((code) => `IF(${levelOf(code)}=${literal(level)},${code}`)].join(',') +
    `,""${')'.repeat(depth)}`;
}

type Meaning = StatusVocabulary[number]['meaning'];

/** A table of nodes: what its rows name what they stand under by, and what they are named by themselves. */
export interface NodeTable {
  readonly name: string;
  readonly parent: string;
  readonly key: string;
}

const PLAN_TABLE: NodeTable = { name: TABLES.plan, parent: PLAN_COLUMNS.parent, key: PLAN_COLUMNS.code };

/** Direct parts whose status has this meaning; statuses outside the list of the board are left out. */
export function partsFormula(statuses: StatusVocabulary, meaning: Meaning, { name, parent, key }: NodeTable = PLAN_TABLE): string {
  const counts = statuses.flatMap((term, index) =>
    term.meaning === meaning
      ? [`COUNTIFS(${whole(name, parent)},${here(name, key)},${whole(name, PLAN_COLUMNS.status)},INDEX(${LISTS.statuses},${index + 1}))`]
      : [],
  );
  return counts.join('+') || '0';
}

/** The status that follows from those of the direct parts, by the rule of figures/statusCount (derivedMeaning). */
export function derivedStatusFormula(statuses: StatusVocabulary, { name }: Pick<NodeTable, 'name'> = PLAN_TABLE): string {
  const label = (meaning: Meaning): string => {
    const index = statuses.findIndex((term) => term.meaning === meaning);
    return index < 0 ? '""' : `INDEX(${LISTS.statuses},${index + 1})`;
  };
  const span = (first: string, last: string): string => `SUM(${name}[[#This Row],[${first}]:[${last}]])`;
  const parts = span(PLAN_COLUMNS.partsDone, PLAN_COLUMNS.partsNotStarted);
  const lagging = span(PLAN_COLUMNS.partsOffTrack, PLAN_COLUMNS.partsNotStarted);
  return (
    `IF(${parts}=0,"",IF(${here(name, PLAN_COLUMNS.partsDone)}=${parts},${label('done')},IF(${here(name, PLAN_COLUMNS.partsNotStarted)}=${parts},${label('notStarted')},` +
    `IF(${lagging}/${parts}>=${LAGGING_SHARE},${label('offTrack')},${label('onTrack')}))))`
  );
}
