import {
  readXlsx,
  type ColumnDef,
  type ConditionalRule,
  type DataValidation,
  type MergeRange,
  type Sheet,
  type Workbook,
  type WriteSheet,
} from 'hucre/xlsx';
import { cellAddress } from '../../../sheets/address';
import { isOurSheet, SHEETS } from '../../../sheets/names';
import { cellsOf, copied, ownCells, type OwnCell } from './ownCells';
import { movedFormula, type MoveCell } from './references';
import { SheetMapping } from './sheetMapping';

/** What the user of a workbook added to one of our sheets. */
export interface CarriedSheet {
  readonly cells: ReadonlyMap<string, OwnCell>;
  /** Heads of own columns by the name of the table, in lower case. */
  readonly tableColumns: ReadonlyMap<string, readonly string[]>;
  /** Columns whose width or visibility differs, by place. */
  readonly columns: ReadonlyMap<number, ColumnDef>;
  readonly rules: readonly ConditionalRule[];
  readonly validations: readonly DataValidation[];
  readonly merges: readonly MergeRange[];
  readonly images: NonNullable<Sheet['images']>;
}

/** Everything that the user of a workbook added to it beside what its sheets are read for. */
export interface Carried {
  readonly sheets: ReadonlyMap<string, CarriedSheet>;
  /** Sheets of the user, and after which sheet each stands. */
  readonly own: readonly { readonly sheet: WriteSheet; readonly after: string | null }[];
  readonly names: NonNullable<Workbook['namedRanges']>;
  /** What could not be taken along, each as sheet and place with what stood there. */
  readonly lost: readonly string[];
}

/** Widths that differ by less come from how programs count. */
const SAME_WIDTH = 0.6;

function ownColumns(mapping: SheetMapping): ReadonlyMap<number, ColumnDef> {
  const { old, fresh } = mapping;
  const found = new Map<number, ColumnDef>();
  const row = mapping.tables[0]?.old.range.row ?? 0;
  (old.columns ?? []).forEach((column, at) => {
    const to = mapping.place(row, at)?.column;
    if (to === undefined || (column.width === undefined && column.hidden !== true)) return;
    const there = fresh.columns?.[to];
    const isWider = column.width !== undefined && Math.abs((there?.width ?? 0) - column.width) > SAME_WIDTH;
    const isHidden = (column.hidden ?? false) !== (there?.hidden ?? false);
    if (isWider || isHidden)
      found.set(to, {
        ...(column.width === undefined ? {} : { width: column.width }),
        hidden: column.hidden ?? false,
      });
  });
  return found;
}

const plainFormula = (formula: string | readonly string[] | undefined): string =>
  String(formula ?? '')
    .replace(/\s+/g, '')
    .toLowerCase();

/** Rules of the user: those whose formula none of ours has. */
function ownRules({ old, fresh }: SheetMapping, move: MoveCell): readonly ConditionalRule[] {
  const nameOf = ({ type, formula, operator }: ConditionalRule): string =>
    `${type}|${operator ?? ''}|${plainFormula(formula)}`;
  const known = new Set((fresh.conditionalRules ?? []).map(nameOf));
  // Rows of a rule that moved make it another; ours always speak of the cell they stand in.
  const ours = new Set((fresh.conditionalRules ?? []).map((rule) => plainFormula(rule.formula).replace(/\d+/g, '#')));
  return (old.conditionalRules ?? [])
    .filter((rule) => !known.has(nameOf(rule)) && !ours.has(plainFormula(rule.formula).replace(/\d+/g, '#')))
    .map((rule) => {
      const moved = (formula: string): string => movedFormula(formula, old.name, move);
      const { formula } = rule;
      return {
        ...rule,
        range: moved(rule.range),
        ...(formula === undefined
          ? {}
          : { formula: typeof formula === 'string' ? moved(formula) : formula.map((each) => moved(each)) }),
      };
    })
    .filter(({ range }) => !range.includes('#REF!'));
}

function ownValidations({ old, fresh, tables }: SheetMapping, move: MoveCell): readonly DataValidation[] {
  const nameOf = ({ type, formula1, values }: DataValidation): string =>
    `${type}|${plainFormula(formula1)}|${(values ?? []).join()}`;
  const known = new Set((fresh.dataValidations ?? []).map(nameOf));
  return tables.length === 0 && (old.dataValidations ?? []).length === 0
    ? []
    : (old.dataValidations ?? [])
        .filter((validation) => !known.has(nameOf(validation)))
        .map((validation) => ({ ...validation, range: movedFormula(validation.range, old.name, move) }))
        .filter(({ range }) => !range.includes('#REF!'));
}

function ownMerges(mapping: SheetMapping): readonly MergeRange[] {
  const nameOf = ({ startRow, startCol, endRow, endCol }: MergeRange): string =>
    [startRow, startCol, endRow, endCol].join();
  const known = new Set((mapping.fresh.merges ?? []).map(nameOf));
  return (mapping.old.merges ?? []).flatMap((merge): readonly MergeRange[] => {
    const [start, end] = [mapping.place(merge.startRow, merge.startCol), mapping.place(merge.endRow, merge.endCol)];
    if (!start || !end || mapping.tableAt(merge.startRow, merge.startCol)) return [];
    const moved = { startRow: start.row, startCol: start.column, endRow: end.row, endCol: end.column };
    return known.has(nameOf(merge)) || known.has(nameOf(moved)) ? [] : [moved];
  });
}

function carriedSheet(mapping: SheetMapping, move: MoveCell, lost: string[]): CarriedSheet {
  const { old, fresh } = mapping;
  const { cells, lost: gone } = ownCells(
    {
      old,
      fresh,
      place: (row, column) => mapping.place(row, column),
      tableAt: (row, column) => mapping.tableAt(row, column),
    },
    move,
  );
  for (const { row, column, value, cell } of gone) {
    const note = cell?.comment ? ` (${cell.comment.text})` : '';
    lost.push(`${old.name}!${cellAddress(row, column)}: ${String(value ?? '')}${note}`);
  }
  const titles = new Set((fresh.charts ?? []).map(({ title }) => title));
  for (const { title } of old.charts ?? [])
    if (!titles.has(title)) lost.push(`${old.name}: grafiek ${title ?? ''}`.trim());
  for (const { name } of old.pivotTables ?? []) lost.push(`${old.name}: draaitabel ${name}`);
  if (old.name !== fresh.name) lost.push(`${old.name}: dit blad heet weer ${fresh.name}`);
  return {
    cells,
    tableColumns: new Map(mapping.tables.flatMap(({ name, own }) => (own.length > 0 ? [[name, own]] : []))),
    columns: ownColumns(mapping),
    rules: ownRules(mapping, move),
    validations: ownValidations(mapping, move),
    merges: ownMerges(mapping),
    images: old.images ?? [],
  };
}

/** A sheet of the user as it is written again, its formulas with the cells they point to where they are now. */
function ownSheet(sheet: Sheet, move: MoveCell, lost: string[]): WriteSheet {
  const { rows: _rows, cells: _cells, charts, pivotTables, slicers, timelines, threadedComments, ...rest } = sheet;
  for (const { title } of charts ?? []) lost.push(`${sheet.name}: grafiek ${title ?? ''}`.trim());
  for (const { name } of pivotTables ?? []) lost.push(`${sheet.name}: draaitabel ${name}`);
  for (const { name } of [...(slicers ?? []), ...(timelines ?? [])]) lost.push(`${sheet.name}: slicer ${name}`);
  for (const { text } of threadedComments ?? []) lost.push(`${sheet.name}: opmerking ${text}`);
  return {
    ...rest,
    cells: new Map([...cellsOf(sheet)].map((of) => [`${of.row},${of.column}`, copied(of, sheet.name, move)])),
  };
}

/** Our sheets in the former file by the tables that stand on them, else by their name. */
function mappingsOf(old: Workbook, fresh: Workbook): ReadonlyMap<Sheet, SheetMapping> {
  const tableNames = ({ tables = [] }: Sheet): readonly string[] =>
    tables.map(({ name, displayName }) => (displayName ?? name).toLowerCase());
  const byTable = new Map(fresh.sheets.flatMap((sheet) => tableNames(sheet).map((name) => [name, sheet] as const)));
  const byName = new Map(fresh.sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  const found = new Map<Sheet, SheetMapping>();
  for (const sheet of old.sheets) {
    const now =
      tableNames(sheet)
        .map((name) => byTable.get(name))
        .find((each) => each !== undefined) ?? byName.get(sheet.name.toLowerCase());
    if (now && ![...found.values()].some(({ fresh: taken }) => taken === now))
      found.set(sheet, new SheetMapping(sheet, now));
  }
  return found;
}

/**
 * What the user of a workbook added to it: own sheets, columns, cells and formulas, notes, colours, widths, names, rules. `fresh`: the file that
 * is to take its place, as it would be without all that. What is found no place for is told.
 */
export async function carriedFrom(former: Uint8Array, fresh: Uint8Array): Promise<Carried> {
  const [old, now] = await Promise.all([readXlsx(former, { readStyles: true }), readXlsx(fresh, { readStyles: true })]);
  const mappings = mappingsOf(old, now);
  const byName = new Map([...mappings].map(([sheet, mapping]) => [sheet.name.toLowerCase(), mapping]));
  const others = old.sheets.filter((sheet) => !mappings.has(sheet));
  const isGone = new Set(others.filter(({ name }) => isOurSheet(name, [])).map(({ name }) => name.toLowerCase()));
  const move: MoveCell = (sheet, row, column) => {
    const mapping = byName.get(sheet.toLowerCase());
    if (mapping) return mapping.place(row, column);
    return isGone.has(sheet.toLowerCase()) ? null : { row, column };
  };
  const lost: string[] = [];
  const sheets = new Map<string, CarriedSheet>();
  for (const mapping of mappings.values())
    if (mapping.fresh.veryHidden !== true) sheets.set(mapping.fresh.name, carriedSheet(mapping, move, lost));
  const own = old.sheets.flatMap((sheet, index): Carried['own'] => {
    if (mappings.has(sheet) || isGone.has(sheet.name.toLowerCase())) return [];
    return [{ sheet: ownSheet(sheet, move, lost), after: old.sheets[index - 1]?.name ?? null }];
  });
  const known = new Set((now.namedRanges ?? []).map(({ name }) => name.toLowerCase()));
  const names = (old.namedRanges ?? [])
    .filter(
      ({ name, range }) => !known.has(name.toLowerCase()) && !name.startsWith('_xlnm') && !range.includes(SHEETS.state),
    )
    .map((each) => ({ ...each, range: movedFormula(each.range, '', move) }));
  return { sheets, own, names, lost };
}
