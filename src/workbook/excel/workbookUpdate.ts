import { type WantedSheet, wantedSheet } from './write/wanted';
import type { ReadFailure } from '../../read/source';
import { failure, success, type Result } from '../../plan/result';
import { SHEETS } from '../../sheets/names';
import type { DefinedNameSpec, SheetSpec } from '../../sheets/spec';
import { MAX_SHEET_ROWS } from './request/limits';
import { EXCEL_KINDS, excelFailure, refuse } from './request/failures';
import { Fingerprint } from './read/fingerprint';
import { liveFingerprint, readLiveSheets, type LiveSheet } from './read/liveSheet';
import { type After, type Before, type Memory } from './undo/memory';
import type { Layout } from './diff/layout';
import { chartsDiffer, formatsDiffer, groupsDiffer } from './diff/parts';
import type { ExcelSession } from './request/session';
import { isEmpty } from './request/steps';
import { MovedTable } from './diff/restructuring';
import { foundSheet, foundTable, sameName, type FoundSheet, type Survey, MEMORY_SHEET } from './read/survey';
import { sheetUpdate, type SheetUpdate } from './diff/sheetUpdate';
import { nameFormula } from './write/print';

/** What an import will do to the workbook, decided before anything is written. */
export interface WorkbookUpdate {
  readonly fresh: readonly WantedSheet[];
  readonly updates: readonly SheetChange[];
  /** Sheets that are as they must be. */
  readonly unchanged: readonly WantedSheet[];
  /** Sheets of an earlier import that this one does not have. */
  readonly retired: readonly FoundSheet[];
  readonly names: Before['names'];
  readonly newNames: readonly DefinedNameSpec[];
}

export interface SheetChange {
  readonly laidOut: WantedSheet;
  readonly live: LiveSheet;
  readonly layout: Layout | null;
  readonly update: SheetUpdate;
}

export const specSum = (spec: SheetSpec): string => {
  const sum = new Fingerprint();
  sum.add(JSON.stringify(spec));
  return sum.text;
};

/** True when nothing would be written. */
export const isNothing = ({ fresh, updates, retired, names }: WorkbookUpdate): boolean =>
  fresh.length + updates.length + retired.length + names.length === 0;

const memoryOf = (after: After | null, name: string): After['sheets'][number] | undefined =>
  after?.sheets.find((sheet) => sameName(sheet.name, name));

/** A sheet is ours when we remember it, or when the book has the hidden sheet of Planboek (it may have been made as a file). */
const isOurs = (survey: Survey, after: After | null, name: string): boolean =>
  memoryOf(after, name) !== undefined || foundSheet(survey, SHEETS.state) !== undefined;

/** Why this import cannot begin; null when it can. */
function obstacle(survey: Survey, after: After | null, specs: readonly SheetSpec[]): ReadFailure | null {
  if (survey.isReadOnly) return excelFailure(EXCEL_KINDS.readOnly);
  if (survey.isProtected) return excelFailure(EXCEL_KINDS.protectedBook);
  for (const spec of specs) {
    const rows = Math.max(0, ...spec.blocks.map((block) => block.row + block.cells.length));
    if (rows > MAX_SHEET_ROWS)
      return excelFailure(EXCEL_KINDS.tooLarge, { sheet: spec.name, rows, limit: MAX_SHEET_ROWS });
    const found = foundSheet(survey, spec.name);
    if (found && !isOurs(survey, after, spec.name)) return excelFailure(EXCEL_KINDS.nameTaken, { sheet: found.name });
    if (found?.isProtected) return excelFailure(EXCEL_KINDS.protectedSheet, { sheet: found.name });
    const taken = spec.tables
      .map(({ name }) => foundTable(survey, name))
      .find((table) => table && !sameName(table.sheet, spec.name));
    if (taken) return excelFailure(EXCEL_KINDS.tableTaken, { table: taken.name, sheet: taken.sheet });
    const name = takenName(survey, spec, found !== undefined || isOurs(survey, after, spec.name));
    if (name) return excelFailure(EXCEL_KINDS.tableTaken, name);
  }
  return null;
}

/** Tables and names share their names: one of the user's that we want to give, and the sheet it belongs to. Names on a sheet of ours are ours. */
function takenName(
  survey: Survey,
  spec: SheetSpec,
  ours: boolean,
): { readonly table: string; readonly sheet: string } | null {
  for (const { name } of spec.names) {
    const table = foundTable(survey, name);
    if (table) return { table: table.name, sheet: table.sheet };
  }
  const wanted = [...spec.tables.map(({ name }) => name), ...(ours ? [] : spec.names.map(({ name }) => name))];
  const name = survey.names.find((one) => wanted.some((other) => sameName(one.name, other)));
  return name ? { table: name.name, sheet: sheetOfFormula(name.formula) } : null;
}

/** The sheet a name stands for cells of; the formula itself when it stands for something else. */
const sheetOfFormula = (formula: string): string =>
  /^='?((?:[^'!]|'')+)'?!/.exec(formula)?.[1]?.replaceAll("''", "'") ?? formula;

function plannedUpdate(laidOut: WantedSheet, live: LiveSheet, layout: Layout | null): SheetChange | null {
  const update = sheetUpdate(laidOut, live, layout);
  const { spec } = laidOut;
  const more =
    formatsDiffer(spec, layout, update.restructures) ||
    groupsDiffer(spec, layout, update.restructures) ||
    chartsDiffer(spec, layout);
  return isEmpty(update.phases) && !more ? null : { laidOut, live, layout, update };
}

/** Compares what the workbook holds with what it must hold. Reads only. */
export async function workbookUpdate(
  session: ExcelSession,
  survey: Survey,
  memory: Memory | null,
  specs: readonly SheetSpec[],
): Promise<Result<WorkbookUpdate, ReadFailure>> {
  const after = memory?.after ?? null;
  const problem = obstacle(survey, after, specs);
  if (problem) return failure(problem);
  const there = specs.filter(({ name }) => foundSheet(survey, name) !== undefined);
  const live = await readLiveSheets(
    session,
    survey,
    there.map(({ name }) => name),
  );
  const unchanged: WantedSheet[] = [];
  const updates: SheetChange[] = [];
  for (const [index, spec] of there.entries()) {
    const sheet = live[index];
    if (sheet === undefined) continue;
    const laidOut = wantedSheet(spec);
    const known = memoryOf(after, spec.name);
    if (known?.spec === specSum(spec) && known.content === liveFingerprint(sheet)) {
      unchanged.push(laidOut);
      continue;
    }
    try {
      const planned = plannedUpdate(laidOut, sheet, after?.layouts[spec.name] ?? null);
      if (planned) updates.push(planned);
      else unchanged.push(laidOut);
    } catch (error) {
      if (error instanceof MovedTable)
        return refuse(EXCEL_KINDS.restructured, { sheet: spec.name, table: error.table });
      throw error;
    }
  }
  const wanted = specs.flatMap(({ names }) => names);
  const changedNames = wanted.filter(
    (spec) =>
      survey.names.find((found) => sameName(found.name, spec.name))?.formula.replace(/'/g, '') !==
      nameFormula(spec).replace(/'/g, ''),
  );
  return success({
    fresh: specs.filter(({ name }) => foundSheet(survey, name) === undefined).map(wantedSheet),
    updates,
    unchanged,
    retired: survey.sheets.filter(
      ({ name, visibility }) =>
        visibility === 'Visible' &&
        name !== MEMORY_SHEET &&
        memoryOf(after, name) !== undefined &&
        !specs.some((spec) => sameName(spec.name, name)),
    ),
    newNames: changedNames,
    names: changedNames.map(({ name }) => ({
      name,
      formula: survey.names.find((found) => sameName(found.name, name))?.formula ?? null,
    })),
  });
}
