import { allStatuses, statusesOf, type LevelStatuses } from '../plan/followUp';
import { PLAN_COLUMNS } from './planColumns';
import { levelStatusList, LISTS } from './names';
import type { CellSpec, RangeSpec, ValidationSpec } from './spec';
import { formulaCell } from './formulas';

/** Levels that have a list of statuses of their own, in a settled order: their place in it names the list. */
const ownLevels = ({ byLevel }: LevelStatuses): readonly string[] => Object.keys(byLevel);

/** The name of the list a cell of a level takes its status from. */
function listOf(level: string, statuses: LevelStatuses): string {
  const own = ownLevels(statuses);
  if (own.length === 0) return LISTS.statuses;
  return own.includes(level) ? levelStatusList(own.indexOf(level) + 1) : levelStatusList(0);
}

/** The list of each level, by name, as formulas that follow the table of statuses on Start; none as long as no level has its own. */
export function levelStatusLists(
  statuses: LevelStatuses,
): readonly (readonly [name: string, choices: readonly CellSpec[]])[] {
  const own = ownLevels(statuses);
  if (own.length === 0) return [];
  const all = allStatuses(statuses);
  const choices = (level: string): readonly CellSpec[] =>
    statusesOf(statuses, level).map(({ code, label }) =>
      formulaCell(`INDEX(${LISTS.statuses},${all.findIndex((term) => term.code === code) + 1})`, label),
    );
  return [
    [levelStatusList(0), choices('')],
    ...own.map((level, index) => [levelStatusList(index + 1), choices(level)] as const),
  ];
}

const choose = (source: string, ranges: readonly RangeSpec[]): ValidationSpec => ({
  kind: 'list',
  ranges,
  source,
  reaction: 'stop',
  title: PLAN_COLUMNS.status,
  message: 'Kies een status uit de lijst. De lijst zelf staat op het blad Start.',
});

/** Dropdowns for a column of statuses: each row takes from the list of its level. */
export function statusValidations(
  column: RangeSpec,
  levels: readonly string[],
  statuses: LevelStatuses,
): readonly ValidationSpec[] {
  if (ownLevels(statuses).length === 0) return [choose(LISTS.statuses, [column])];
  const ranges = new Map<string, RangeSpec[]>();
  levels.forEach((level, index) => {
    const list = listOf(level, statuses);
    const own = ranges.get(list) ?? [];
    ranges.set(list, own);
    const last = own.at(-1);
    if (last && last.row + last.rows === column.row + index) own[own.length - 1] = { ...last, rows: last.rows + 1 };
    else own.push({ ...column, row: column.row + index, rows: 1 });
  });
  return [...ranges].map(([source, own]) => choose(source, own));
}
