import type { StatusVocabulary } from '../plan/status';
import { LAGGING_SHARE } from '../rollup/statusCount';
import { labelOfDirection, labelOfKind } from '../schema/labels';
import { CREDIT_COLUMNS, creditColumn } from './creditColumns';
import { here, literal, whole } from './formulas';
import { LISTS, TABLES } from './names';
import { PLAN_COLUMNS, ancestorColumn } from './planColumns';
import type { Measure } from './planView';

const plan = (column: string): string => whole(TABLES.plan, column);
const own = (column: string): string => here(TABLES.plan, column);
const credit = (column: string): string => whole(TABLES.credits, column);

/** Any number: criteria such as "<>" would count the empty texts of formulas as well. */
export const IS_NUMBER = '">-1E+99"';

/** Lines of credits on the row's own code. */
export const linesFormula = (): string => `COUNTIFS(${credit(CREDIT_COLUMNS.code)},${own(PLAN_COLUMNS.code)})`;

const ancestorsOf = (depth: number): readonly string[] =>
  Array.from({ length: depth - 1 }, (_, index) => `${plan(ancestorColumn(index + 1))},${own(PLAN_COLUMNS.code)}`);

/** Lines of credits on all rows below. */
export const linesBelowFormula = (depth: number): string =>
  ancestorsOf(depth).map((below) => `SUMIFS(${plan(PLAN_COLUMNS.lines)},${below})`).join('+') || '0';

/** What is booked on the row's own code; an empty text when nothing is printed. */
export function ownFormula({ cell }: Measure): string {
  const criteria = [
    [credit(CREDIT_COLUMNS.code), own(PLAN_COLUMNS.code)],
    [credit(CREDIT_COLUMNS.kind), literal(labelOfKind(cell.kind))],
    [credit(CREDIT_COLUMNS.direction), literal(labelOfDirection(cell.direction))],
    [credit(CREDIT_COLUMNS.year), String(cell.year)],
  ]
    .map((pair) => pair.join(','))
    .join(',');
  const amounts = credit(creditColumn(cell.phase));
  return `IF(${own(PLAN_COLUMNS.lines)}=0,"",IF(COUNTIFS(${criteria},${amounts},${IS_NUMBER})=0,"",SUMIFS(${amounts},${criteria})))`;
}

/**
 * The row's own credits and those of all rows below it, found through the ancestor columns of the (short) plan table: never every level
 * over the (long) table of credits.
 */
export function rollUpFormula(measure: Measure, depth: number): string {
  const mine = own(measure.own);
  const below = ancestorsOf(depth);
  if (below.length === 0) return mine;
  const counts = below.map((pair) => `COUNTIFS(${pair},${plan(measure.own)},${IS_NUMBER})`).join('+');
  const sums = below.map((pair) => `SUMIFS(${plan(measure.own)},${pair})`).join('+');
  return `IF(${own(PLAN_COLUMNS.linesBelow)}=0,${mine},IF(${counts}=0,${mine},N(${mine})+${sums}))`;
}

export const differenceFormula = ({ computed, printed }: Measure): string =>
  `IF(COUNT(${own(computed)},${own(printed)})=0,"",N(${own(computed)})-N(${own(printed)}))`;

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

/** Direct parts whose status means one of these; statuses outside the list of the board are left out. */
export function partsFormula(statuses: StatusVocabulary, meanings: readonly Meaning[]): string {
  const places = statuses.flatMap((term, index) => (meanings.includes(term.meaning) ? [index + 1] : []));
  const counts = places.map(
    (place) => `COUNTIFS(${plan(PLAN_COLUMNS.parent)},${own(PLAN_COLUMNS.code)},${plan(PLAN_COLUMNS.status)},INDEX(${LISTS.statuses},${place}))`,
  );
  return counts.join('+') || '0';
}

/** The status that follows from those of the direct parts, by the rule of rollup/statusCount (derivedMeaning). */
export function derivedStatusFormula(statuses: StatusVocabulary): string {
  const label = (meaning: Meaning): string => {
    const index = statuses.findIndex((term) => term.meaning === meaning);
    return index < 0 ? '""' : `INDEX(${LISTS.statuses},${index + 1})`;
  };
  const parts = own(PLAN_COLUMNS.parts);
  return (
    `IF(${parts}=0,"",IF(${own(PLAN_COLUMNS.partsDone)}=${parts},${label('done')},IF(${own(PLAN_COLUMNS.partsNotStarted)}=${parts},${label('notStarted')},` +
    `IF(${own(PLAN_COLUMNS.partsLagging)}/${parts}>=${LAGGING_SHARE},${label('offTrack')},${label('onTrack')}))))`
  );
}
