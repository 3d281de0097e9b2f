import type { StatusVocabulary } from '../plan/status';
import { LAGGING_SHARE } from '../figures/statusCount';
import { CREDIT_COLUMNS, lineSuffix, togetherColumn } from './creditColumns';
import { here, literal, whole } from './formulas';
import { LISTS, TABLES } from './names';
import { PLAN_COLUMNS, ancestorColumn } from './planColumns';
import type { Measure, PlanLevel } from './planView';
import { countBelow, countRows, countRowsBelow, sumBelow, type PathTable } from './subtree';

const plan = (column: string): string => whole(TABLES.plan, column);
const own = (column: string): string => here(TABLES.plan, column);
const credit = (column: string): string => whole(TABLES.credits, column);

/** The plan as a table of paths. */
export const planPaths = (levels: readonly PlanLevel[]): PathTable => {
  const [first, last] = [levels[0], levels.at(-1)];
  return {
    name: TABLES.plan,
    key: PLAN_COLUMNS.code,
    paths: first && last ? [first.pathColumn, last.pathColumn] : null,
    parent: PLAN_COLUMNS.parent,
  };
};

/** Lines of credits on the row's own code. */
export const linesFormula = (): string => `COUNTIFS(${credit(CREDIT_COLUMNS.code)},${own(PLAN_COLUMNS.code)})`;

/** A level that is not in the list counts as the deepest, under which nothing stands. */
export const rankFormula = (levels: readonly PlanLevel[]): string =>
  levels.length === 0 ? '1' : `IFERROR(MATCH(${own(PLAN_COLUMNS.level)},${LISTS.levels},0),${levels.length})`;

/** Lines of credits on the row and on all rows below. */
export const linesBelowFormula = (levels: readonly PlanLevel[]): string =>
  `IF(${own(PLAN_COLUMNS.rows)}=0,0,${sumBelow(planPaths(levels), PLAN_COLUMNS.lines)})`;

const lineOf = ({ cell }: Measure): string => `${own(PLAN_COLUMNS.code)}&${literal(lineSuffix(cell))}`;

/** Where the row's own line of credits stands in its table, from 1; an empty text without one. Looked up once for all phases. */
export const placeFormula = (measure: Measure): string =>
  `IF(${own(PLAN_COLUMNS.lines)}=0,"",IFERROR(MATCH(${lineOf(measure)},${credit(CREDIT_COLUMNS.line)},0),""))`;

/** What is booked on the row's own code; an empty text when nothing is printed. */
export const ownFormula = ({ place, cell }: Measure): string =>
  `IF(${own(place)}="","",INDEX(${credit(togetherColumn(cell.phase))},${own(place)}))`;

/** How many figures the row and everything below it have of their own: what rounding is judged by. */
export const countFormula = (measure: Measure, levels: readonly PlanLevel[]): string =>
  `IF(${own(PLAN_COLUMNS.linesBelow)}=0,0,${countBelow(planPaths(levels), measure.own)})`;

/** The row's own credits and those of all rows below it; an empty text when nothing is printed. */
export const rollUpFormula = (measure: Measure, levels: readonly PlanLevel[]): string =>
  `IF(${own(measure.count)}=0,"",${sumBelow(planPaths(levels), measure.own)})`;

export const differenceFormula = ({ computed, printed }: Measure): string => `N(${own(computed)})-N(${own(printed)})`;

export const totalFormula = (measure: Measure): string =>
  `IF(COUNT(${plan(measure.own)})=0,"",SUM(${plan(measure.own)}))`;

/** Place of the ancestor `distance` steps up. */
export function ancestorFormula(distance: number): string {
  if (distance === 1) return `IFERROR(MATCH(${own(PLAN_COLUMNS.parent)},${plan(PLAN_COLUMNS.code)},0),0)`;
  const before = own(ancestorColumn(distance - 1));
  return `IF(${before}=0,0,INDEX(${plan(ancestorColumn(1))},${before}))`;
}

/** The code of the row itself or of its ancestor at a level; empty when it has none there. */
export function pathFormula(level: string, depth: number): string {
  const wanted = literal(level);
  const steps = Array.from({ length: depth - 1 }, (_, index) => {
    const place = own(ancestorColumn(index + 1));
    return `IF(${place}=0,"",IF(INDEX(${plan(PLAN_COLUMNS.level)},${place})=${wanted},INDEX(${plan(PLAN_COLUMNS.code)},${place})`;
  });
  const ends = `,""${'))'.repeat(depth - 1)})`;
  return `${[`IF(${own(PLAN_COLUMNS.level)}=${wanted},${own(PLAN_COLUMNS.code)}`, ...steps].join(',')}${ends}`;
}

type Meaning = StatusVocabulary[number]['meaning'];

/** Direct parts whose status has this meaning; statuses outside the list of the board are left out. `parent`: column of the key of the row above. */
export function partsFormula(statuses: StatusVocabulary, meaning: Meaning, table: PathTable, parent: string): string {
  const { name, key } = table;
  // Paths that do not follow the column of the row above say nothing of its parts.
  const follows = table.parent === parent;
  const counted = (wanted: readonly (readonly [string, string])[]): string =>
    follows ? countRowsBelow(table, wanted) : countRows(table, wanted);
  const counts = statuses.flatMap((term, index) =>
    term.meaning === meaning
      ? [
          counted([
            [parent, here(name, key)],
            [PLAN_COLUMNS.status, `INDEX(${LISTS.statuses},${index + 1})`],
          ]),
        ]
      : [],
  );
  const childless = follows
    ? `${here(name, PLAN_COLUMNS.rows)}<2`
    : `COUNTIFS(${whole(name, parent)},${here(name, key)})=0`;
  return counts.length === 0 ? '0' : `IF(${childless},0,${counts.join('+')})`;
}

/** The status that follows from those of the direct parts, by the rule of figures/statusCount (derivedMeaning). */
export function derivedStatusFormula(statuses: StatusVocabulary, name: string): string {
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
