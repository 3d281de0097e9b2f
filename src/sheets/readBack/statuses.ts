import { allStatuses, saysTheSame, statusesOf, type LevelStatuses } from '../../plan/followUp';
import { STATUS_MEANINGS, type StatusTerm, type StatusVocabulary } from '../../plan/status';
import type { WorkbookContent } from '../content';
import { TABLES } from '../names';
import { BOARD_STATUSES, LEVEL_SEPARATOR, MEANING_LABELS, STATUS_COLUMNS } from '../start';
import type { WorkbookState } from '../state';
import type { TableModel } from '../table';
import { SHEET_KINDS } from './kinds';
import { folded } from './others';
import { readTable, SheetFindings, type ReadRow, type ReadTable } from './tableReader';

/** The lists the workbook was written with: cells may still hold their labels. */
export const writtenStatuses = ({ settings }: WorkbookState): LevelStatuses => ({
  board: settings.statuses,
  byLevel: settings.checks?.levelStatuses ?? {},
});

/** A row of the list with a whole status. */
interface StatusRow {
  readonly row: ReadRow;
  readonly term: StatusTerm;
  /** Names of the levels it is for; [] for the whole board. */
  readonly levels: readonly string[];
}

/** The rows that hold a whole status, in the order of the sheet. */
function statusRows(table: ReadTable): readonly StatusRow[] {
  return table.rows.flatMap((row) => {
    const text = (column: string): string => String(row.cell(column).value ?? '').trim();
    const [code, label, color] = [
      text(STATUS_COLUMNS.code),
      text(STATUS_COLUMNS.label),
      text(STATUS_COLUMNS.color).toUpperCase(),
    ];
    const meaning = STATUS_MEANINGS.find((each) => MEANING_LABELS[each] === folded(text(STATUS_COLUMNS.meaning)));
    if (code === '' || label === '' || !meaning || !/^[0-9A-F]{6}$/.test(color)) return [];
    const levels = text(STATUS_COLUMNS.levels).split(LEVEL_SEPARATOR).map(folded).filter(Boolean);
    return [{ row, term: { code, label, order: 0, color, meaning }, levels }];
  });
}

/**
 * The rows with one status per code. A code that already stands for other words is reported, and the row keeps the code its words
 * had when the workbook was written; words that are new have none and are left out.
 */
function withOwnCodes(
  rows: readonly StatusRow[],
  written: StatusVocabulary,
  findings: SheetFindings,
): readonly StatusRow[] {
  const asWritten = ({ term }: StatusRow): boolean =>
    written.some((each) => each.code === term.code && saysTheSame(each, term));
  const byCode = new Map(rows.filter(asWritten).map(({ term }) => [term.code, term]));
  return rows.flatMap((each) => {
    const { row, term } = each;
    const taken = byCode.get(term.code);
    if (taken !== undefined && !saysTheSame(taken, term)) {
      findings.badCell(SHEET_KINDS.takenCode, row.cell(STATUS_COLUMNS.code));
      const former = written.find(({ code, label }) => label === term.label && !byCode.has(code));
      if (!former) return [];
      byCode.set(former.code, term);
      return [{ ...each, term: { ...term, code: former.code } }];
    }
    byCode.set(term.code, term);
    return [each];
  });
}

/**
 * The lists as the sheet Start has them now. A level nobody has is reported, and so is a code that two rows give to different
 * words; statuses that are not whole are left out.
 */
export function currentStatuses(
  content: WorkbookContent,
  state: WorkbookState,
  findings: SheetFindings,
): LevelStatuses {
  const written = writtenStatuses(state);
  const model: TableModel = { name: TABLES.statuses, columns: [], rows: [], totals: false };
  const needed = [STATUS_COLUMNS.label, STATUS_COLUMNS.code, STATUS_COLUMNS.meaning, STATUS_COLUMNS.color];
  const table = readTable(content, model, new SheetFindings(state.settings.language), needed);
  if (!table) return written;
  const levels = new Map(
    [state.document, ...(state.others ?? [])].reverse().flatMap((document) =>
      document.levels.flatMap(
        ({ id, name }) =>
          [
            [name.toLowerCase(), id],
            [id.toLowerCase(), id],
          ] as const,
      ),
    ),
  );
  const board: StatusTerm[] = [];
  const byLevel: Record<string, StatusTerm[]> = {};
  for (const { row, term, levels: named } of withOwnCodes(statusRows(table), allStatuses(written), findings)) {
    const put = (list: StatusTerm[]): void => {
      if (list.every(({ code }) => code !== term.code)) list.push({ ...term, order: list.length + 1 });
    };
    if (named.length === 0 || named.includes(BOARD_STATUSES)) put(board);
    for (const name of named.filter((each) => each !== BOARD_STATUSES)) {
      const level = levels.get(name);
      if (level === undefined) findings.badCell(SHEET_KINDS.badChoice, row.cell(STATUS_COLUMNS.levels));
      else put((byLevel[level] ??= []));
    }
  }
  return { board: board.length > 0 ? board : written.board, byLevel };
}

/** The words a cell of a level may hold: those of its own list first, then any other of now or of when the workbook was written. */
export const statusesByLevel = (now: LevelStatuses, written: LevelStatuses): ((level: string) => StatusVocabulary) => {
  const rest = [...allStatuses(now), ...allStatuses(written)];
  return (level) => [...statusesOf(now, level), ...rest];
};
