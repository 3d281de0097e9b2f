import { success, type Result, failure } from '../../../plan/result';
import type { ReadFailure } from '../../../read/source';
import { parseRange } from '../../../sheets/address';
import type { SheetContent, TableContent } from '../../../sheets/content';
import { refuse, WORKBOOK_KINDS } from '../../zip/failures';
import { readCells } from './cells';
import { WorkbookPackage } from './package';
import { ReadingStopped } from './stopped';
import { relationsOf, workbookIndex, type Relation } from './parts';
import { notesOf, sharedStrings } from './texts';

/** A sheet of a file, with what only a file tells of it. */
export interface FileSheet extends SheetContent {
  readonly formulas: ReadonlySet<string>;
  /** Formulas by address, without `=`; '' where the file leaves the text to another cell. */
  readonly formulaTexts: ReadonlyMap<string, string>;
  /** Comments by address. */
  readonly notes: ReadonlyMap<string, string>;
}

export interface FileContent {
  readonly sheets: readonly FileSheet[];
}

/** Is a sheet with this name and these tables wanted? What is not is named without its cells, and costs nothing. */
export type SheetFilter = (name: string, tables: readonly TableContent[]) => boolean;

const everySheet: SheetFilter = () => true;

/** Reads values, formulas, comments and tables of an .xlsx file. Refuses what is no workbook, damaged, or unpacks beyond our limits; never throws. */
export async function readXlsxFile(
  bytes: Uint8Array,
  wanted: SheetFilter = everySheet,
): Promise<Result<FileContent, ReadFailure>> {
  const sheets: FileSheet[] = [];
  const read = await readXlsxSheets(bytes, (sheet) => void sheets.push(sheet), wanted);
  return read.ok ? success({ sheets }) : read;
}

/** The same, giving each sheet to `take` as it is read: the whole of a large workbook need not be held at once. */
export async function readXlsxSheets(
  bytes: Uint8Array,
  take: (sheet: FileSheet) => void,
  wanted: SheetFilter = everySheet,
): Promise<Result<null, ReadFailure>> {
  const source = WorkbookPackage.open(bytes);
  if (!source.ok) return source;
  try {
    for await (const sheet of sheetsOf(source.value, wanted)) take(sheet);
    return success(null);
  } catch (error) {
    if (error instanceof ReadingStopped) return failure(error.reason);
    return refuse(WORKBOOK_KINDS.broken, { reason: error instanceof Error ? error.message : String(error) });
  }
}

async function* sheetsOf(source: WorkbookPackage, wanted: SheetFilter): AsyncGenerator<FileSheet> {
  const index = await workbookIndex(source);
  if (index.sheets.length === 0)
    throw new ReadingStopped({ kind: WORKBOOK_KINDS.broken, figures: { reason: 'workbook.xml' } });
  const texts = await sharedStrings(source, index.sharedStrings);
  for (const { name, part } of index.sheets) {
    if (!source.has(part)) throw new ReadingStopped({ kind: WORKBOOK_KINDS.broken, figures: { reason: part } });
    const relations = await relationsOf(source, part);
    const tables = await tablesOf(source, relations);
    if (!wanted(name, tables)) {
      yield { name, tables, cells: [], formulas: new Set(), formulaTexts: new Map(), notes: new Map() };
      continue;
    }
    const { cells, formulas } = await readCells(source, part, texts);
    const comments = relations.find(({ type }) => type === 'comments');
    yield {
      name,
      cells,
      tables,
      formulas: new Set(formulas.keys()),
      formulaTexts: formulas,
      notes: comments ? await notesOf(source, comments.target) : new Map(),
    };
  }
}

async function tablesOf(source: WorkbookPackage, relations: readonly Relation[]): Promise<readonly TableContent[]> {
  const tables: TableContent[] = [];
  for (const { target } of relations.filter(({ type }) => type === 'table')) {
    await source.read(target, {
      open: (tag, { name = '', displayName = name, ref = '', totalsRowCount = '0' }) => {
        const range = tag === 'table' ? parseRange(ref) : null;
        if (range) tables.push({ name: displayName, range, totals: totalsRowCount !== '0' });
      },
    });
  }
  return tables;
}
