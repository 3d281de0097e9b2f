import { explanationOf, isAnswered, type Explanations } from '../../../plan/explanation';
import type { Finding } from '../../../plan/finding';
import { cellAt, type WorkbookContent } from '../../../sheets/content';
import { FINDING_COLUMNS, SEVERITY_LABELS } from '../../../sheets/findings';
import { SOLVED_LABEL, STATE_LABELS } from '../../../sheets/findingStates';
import { KEY_COLUMN, SHEETS } from '../../../sheets/names';
import type { CellSpec, CellValue, SheetSpec } from '../../../sheets/spec';
import type { LiveTable } from './places';
import type { CellWrite } from '../../../workbook/excel/write/cellAccess';

/** What must change on the sheet of the findings: cells of rows that are there, and rows that are not. */
export interface FindingChanges {
  readonly writes: readonly CellWrite[];
  readonly added: readonly AddedRows[];
}

/** Rows of findings of one severity, at their place among those that are there. */
export interface AddedRows {
  /** Body row before which they come. */
  readonly at: number;
  readonly rows: readonly (readonly CellValue[])[];
}

const RANKS: readonly string[] = [SEVERITY_LABELS.error, SEVERITY_LABELS.attention, SEVERITY_LABELS.info];

/** The gravest stay on top: behind the last row that is as grave, as the list stands now. */
function placesOf(
  severities: readonly string[],
  added: readonly { rank: number; row: readonly CellValue[] }[],
): AddedRows[] {
  const ranks = [...new Set(added.map(({ rank }) => rank))].sort((left, right) => left - right);
  return ranks.map((rank) => ({
    at: severities.reduce((last, label, index) => (RANKS.indexOf(label) <= rank && label !== '' ? index + 1 : last), 0),
    rows: added.filter((one) => one.rank === rank).map(({ row }) => row),
  }));
}

const inputOf = (cell: CellSpec | undefined): CellValue => {
  if (cell === undefined || cell === null) return null;
  if (typeof cell !== 'object') return cell;
  return 'formula' in cell ? `=${cell.formula}` : cell.value;
};

/** Rows of new findings as the sheet would have been made with them, by key. */
function rowsOfSpec(spec: SheetSpec): ReadonlyMap<string, ReadonlyMap<string, CellValue>> {
  const rows = new Map<string, ReadonlyMap<string, CellValue>>();
  const [table] = spec.tables;
  const block = spec.blocks.find(
    ({ row, cells }) => table && row <= table.range.row && row + cells.length > table.range.row + 1,
  );
  if (!table || !block) return rows;
  const names = table.columns.map(({ name }) => name);
  for (const cells of block.cells.slice(table.range.row - block.row + 1)) {
    const row = new Map(names.map((name, at) => [name, inputOf(cells[table.range.column - block.column + at])]));
    rows.set(String(row.get(KEY_COLUMN) ?? ''), row);
  }
  return rows;
}

/**
 * Brings the sheet of the findings in line with a run and with what was answered: rows stay where they are, what is gone is marked as solved, what is
 * new comes below. Words of the user are only replaced by words of the user.
 */
export function findingChanges(
  content: WorkbookContent,
  table: LiveTable,
  findings: readonly Finding[],
  explanations: Explanations,
  specs: readonly SheetSpec[],
): FindingChanges {
  const sheet = content.sheets.find(({ name }) => name === table.sheet);
  const [stateColumn, textColumn, initialsColumn] = [
    FINDING_COLUMNS.state,
    FINDING_COLUMNS.explanation,
    FINDING_COLUMNS.initials,
  ].map((name) => table.columns.get(name));
  if (!sheet || stateColumn === undefined || textColumn === undefined) return { writes: [], added: [] };
  const current = new Map(findings.map((finding) => [finding.key, finding]));
  const writes: CellWrite[] = [];
  const set = (row: number, column: number, value: string): void => {
    if (String(cellAt(sheet, row, column) ?? '') !== value) writes.push({ row, column, value });
  };
  for (const [key, row] of table.rows) {
    const state = String(cellAt(sheet, row, stateColumn) ?? '');
    if (!current.has(key)) {
      if (state === STATE_LABELS.open || state === '') set(row, stateColumn, SOLVED_LABEL);
      continue;
    }
    if (isAnswered(explanations, key)) {
      const answer = explanationOf(explanations, key);
      set(row, stateColumn, STATE_LABELS[answer.state]);
      set(row, textColumn, answer.text);
      if (initialsColumn !== undefined) set(row, initialsColumn, answer.initials);
    } else if (state === SOLVED_LABEL) set(row, stateColumn, STATE_LABELS.open);
  }
  const spec = specs.find(({ name }) => name === SHEETS.findings);
  const made = spec ? rowsOfSpec(spec) : new Map<string, ReadonlyMap<string, CellValue>>();
  const heads = [...table.columns].sort(([, one], [, other]) => one - other).map(([name]) => name);
  const added = findings
    .filter(({ key }) => !table.rows.has(key))
    .flatMap(({ key, severity }) => {
      const row = made.get(key);
      return row
        ? [{ rank: RANKS.indexOf(SEVERITY_LABELS[severity]), row: heads.map((name) => row.get(name) ?? null) }]
        : [];
    });
  const severityColumn = table.columns.get(FINDING_COLUMNS.severity) ?? 0;
  const rowsInOrder = [...table.rows.values()].sort((left, right) => left - right);
  const severities = rowsInOrder.map((row) => String(cellAt(sheet, row, severityColumn) ?? ''));
  return { writes, added: placesOf(severities, added) };
}
