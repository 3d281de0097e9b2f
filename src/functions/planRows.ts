import type { Level, Period, PlanNode } from '../plan/document';
import { success, type Result } from '../plan/result';
import { DEFAULT_STATUSES, UNKNOWN_STATUS } from '../plan/status';
import { REPORT_LEVELS } from '../read/report/heading';
import { planTree } from '../figures/tree';
import { dateOfCell } from '../sheets/dates';
import { PLAN_COLUMNS } from '../sheets/planColumns';
import { NO, YES } from '../sheets/planTable';
import { foldCode, plain, textOf } from './cells';
import type { Refusal } from './failure';
import { givenTable, type GivenTable } from './givenTable';

/** The plan as it stands on its sheet. */
export interface PlanRows {
  /** In the order of the sheet. The id of a row is its code; a code that stands there again is told apart. */
  readonly nodes: readonly PlanNode[];
  /** Ids by folded code: of rows with one code the first, as the sheet's own formulas find it. */
  readonly idOf: (folded: string) => string | undefined;
  /** Levels from the top down, as far as rows stand on them. */
  readonly levels: readonly Level[];
  /** Was the column handed over? What is not there is not empty. */
  readonly has: (column: string) => boolean;
}

interface Draft {
  readonly id: string;
  readonly row: number;
  readonly cells: readonly unknown[];
}

/** A row without a level is none of the plan: the totals, and rows a user has not filled in yet. */
function drafts(table: GivenTable): readonly Draft[] {
  const [code, level] = [table.at(PLAN_COLUMNS.code), table.at(PLAN_COLUMNS.level)];
  const taken = new Set<string>();
  return table.rows.flatMap((cells, index): readonly Draft[] => {
    const text = textOf(cells[code]);
    if (text === '' || textOf(cells[level]) === '') return [];
    let id = text;
    for (let copy = 2; taken.has(foldCode(id)); copy += 1) id = `${text}#${copy}`;
    taken.add(foldCode(id));
    return [{ id, row: table.firstRow + index, cells }];
  });
}

function periodOf(from: unknown, to: unknown): Period | null {
  const date = (cell: unknown): string | null => {
    const value = plain(cell);
    return typeof value === 'number' || typeof value === 'string' ? dateOfCell(value) : null;
  };
  const [start, end] = [date(from), date(to)];
  return start !== null && end !== null ? { from: start, to: end } : null;
}

/** Statuses bear their label: the list of the board stands on another sheet, and whoever asks writes the label. */
function evaluationOf(status: string, text: string): PlanNode['evaluation'] {
  if (status === '' && text === '') return null;
  const term = DEFAULT_STATUSES.find(({ label }) => label.toLowerCase() === status.toLowerCase());
  return { status: term?.code ?? UNKNOWN_STATUS, statusText: status, text };
}

/** Reads the table of the plan: code, level and parent at least; columns it lacks are as if they were empty. */
export function planRows(argument: unknown, alsoNeeded: readonly string[] = []): Result<PlanRows, Refusal> {
  const c = PLAN_COLUMNS;
  const read = givenTable(argument, 'plan', [c.code, c.level, c.parent, ...alsoNeeded]);
  if (!read.ok) return read;
  const table = read.value;
  const columns = new Map(Object.values(c).map((name) => [name, table.at(name)] as const));
  const rows = drafts(table);
  const ids = new Map(rows.map(({ id }) => [foldCode(id), id]));
  const nodes = rows.map(({ id, row, cells }, order): PlanNode => {
    const cell = (name: (typeof c)[keyof typeof c]): unknown => cells[columns.get(name) ?? -1];
    const priority = textOf(cell(c.priority)).toLowerCase();
    const parent = textOf(cell(c.parent));
    return {
      id,
      order,
      code: textOf(cell(c.code)),
      level: textOf(cell(c.level)),
      parent: parent === '' ? null : (ids.get(foldCode(parent)) ?? parent),
      title: textOf(cell(c.title)),
      priority: priority === YES ? true : priority === NO ? false : null,
      period: periodOf(cell(c.from), cell(c.to)),
      evaluation: evaluationOf(textOf(cell(c.status)), textOf(cell(c.evaluation))),
      source: { line: row, page: null },
    };
  });
  return success({
    nodes,
    idOf: (folded) => ids.get(folded),
    levels: levelsOf(nodes),
    has: (column) => table.at(column) >= 0,
  });
}

/** Levels in the order in which they come from the top of the tree. */
function levelsOf(nodes: readonly PlanNode[]): readonly Level[] {
  const { ancestors } = planTree({ nodes });
  const depths = new Map<string, number>();
  for (const { id, level } of nodes) depths.set(level, Math.max(depths.get(level) ?? 0, ancestors(id).length));
  return [...depths]
    .sort((left, right) => left[1] - right[1])
    .map(([id], index) => ({ id, name: REPORT_LEVELS.find((level) => level.id === id)?.name ?? id, rank: index + 1 }));
}
