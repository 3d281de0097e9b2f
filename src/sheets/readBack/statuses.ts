import { allStatuses, statusesOf, type LevelStatuses } from '../../plan/followUp';
import { STATUS_MEANINGS, type StatusTerm, type StatusVocabulary } from '../../plan/status';
import type { WorkbookContent } from '../content';
import { TABLES } from '../names';
import { BOARD_STATUSES, LEVEL_SEPARATOR, MEANING_LABELS, STATUS_COLUMNS } from '../start';
import type { WorkbookState } from '../state';
import type { TableModel } from '../table';
import { SHEET_KINDS } from './kinds';
import { folded } from './others';
import { readTable, SheetFindings } from './tableReader';

/** The lists the workbook was written with: cells may still hold their labels. */
export const writtenStatuses = ({ settings }: WorkbookState): LevelStatuses => ({ board: settings.statuses, byLevel: settings.checks?.levelStatuses ?? {} });

/** The lists as the sheet Start has them now. A level nobody has is reported; terms that are not whole are left out. */
export function currentStatuses(content: WorkbookContent, state: WorkbookState, findings: SheetFindings): LevelStatuses {
  const written = writtenStatuses(state);
  const model: TableModel = { name: TABLES.statuses, columns: [], rows: [], totals: false };
  const table = readTable(content, model, new SheetFindings(state.settings.language), [STATUS_COLUMNS.label, STATUS_COLUMNS.code, STATUS_COLUMNS.meaning, STATUS_COLUMNS.color]);
  if (!table) return written;
  const levels = new Map([state.document, ...(state.others ?? [])].reverse().flatMap((document) => document.levels.flatMap(({ id, name }) => [[name.toLowerCase(), id], [id.toLowerCase(), id]] as const)));
  const board: StatusTerm[] = [];
  const byLevel: Record<string, StatusTerm[]> = {};
  for (const row of table.rows) {
    const text = (column: string): string => String(row.cell(column).value ?? '').trim();
    const [code, label, color] = [text(STATUS_COLUMNS.code), text(STATUS_COLUMNS.label), text(STATUS_COLUMNS.color).toUpperCase()];
    const meaning = STATUS_MEANINGS.find((each) => MEANING_LABELS[each] === folded(text(STATUS_COLUMNS.meaning)));
    if (code === '' || label === '' || !meaning || !/^[0-9A-F]{6}$/.test(color)) continue;
    const named = text(STATUS_COLUMNS.levels).split(LEVEL_SEPARATOR).map(folded).filter(Boolean);
    const put = (list: StatusTerm[]): void => {
      if (list.every((term) => term.code !== code)) list.push({ code, label, order: list.length + 1, color, meaning });
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
