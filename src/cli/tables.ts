import type { PlanDocument } from '../plan/document';
import { failure, success, type Result } from '../plan/result';
import { SCHEMA_SETS, type SchemaSet } from '../plan/vocabulary';
import { ledgerDocument } from '../figures/accounts/document';
import { decodeText } from '../read/file/decode';
import { firstRowOf, gridOfCsv, opensTable } from '../read/lines/csv';
import { FAILED_TABLE } from '../read/lines/findingKinds';
import type { Grid } from '../read/lines/grid';
import { isTable, readTables } from '../read/lines/tables';
import type { Reading, ReadFailure } from '../read/source';
import { isPlanboekWorkbook } from '../sheets/readBack/readBack';
import { readXlsxFile } from '../workbook/file/read/readXlsx';
import type { Invocation, OptionSpecs } from './command';
import type { Input } from './input';

/** Option of every command that takes budget lines. */
export const SET_OPTION: OptionSpecs = { set: { type: 'string', choices: SCHEMA_SETS } };

const setOf = ({ values: { set } }: Invocation): SchemaSet | undefined => SCHEMA_SETS.find((name) => name === set);

const CSV_NAMES = /\.(?:csv|tsv|tab)$/i;

/** Headings named in the message about a csv that is no table. */
const SHOWN_HEADINGS = 12;

function gridsOfText({ bytes, name }: Input): Result<readonly Grid[] | null, ReadFailure> {
  const decoded = decodeText(bytes, name);
  if (!decoded.ok) return success(null);
  const { text } = decoded.value;
  if (opensTable(text)) return success([gridOfCsv(text, name)]);
  if (!CSV_NAMES.test(name)) return success(null);
  const headings = firstRowOf(text)
    .slice(0, SHOWN_HEADINGS)
    .map((heading) => (heading === '' ? '-' : heading))
    .join(', ');
  return failure({ kind: FAILED_TABLE, figures: { name, headings } });
}

/** A workbook of the board's own, one table per sheet; a book of Planboek is none. */
async function gridsOfWorkbook({ bytes, name }: Input): Promise<readonly Grid[] | null> {
  const content = await readXlsxFile(bytes);
  if (!content.ok || isPlanboekWorkbook(content.value)) return null;
  const { sheets } = content.value;
  const grids = sheets.map((sheet): Grid => ({ name: `${name}, ${sheet.name}`, rows: sheet.cells })).filter(isTable);
  if (grids.length === 0) return null;
  return grids.length === 1 ? grids.map((grid) => ({ ...grid, name })) : grids;
}

const ZIP = [0x50, 0x4b];

/** The tables of budget lines, balance and the like in a file; null when it holds none of them and may be something else. */
export async function tablesIn(input: Input): Promise<Result<readonly Grid[] | null, ReadFailure>> {
  const isZip = ZIP.every((byte, at) => input.bytes[at] === byte);
  return isZip ? success(await gridsOfWorkbook(input)) : gridsOfText(input);
}

/** One document of all tables together; a report among the files gives the plan where no table of actions does, and the board. */
export function documentOfTables(
  grids: readonly Grid[],
  report: PlanDocument | undefined,
  invocation: Invocation,
): Reading {
  const tables = readTables(grids, invocation.language);
  const set = setOf(invocation);
  const hasPlan = tables.nodes.length > 0;
  const document = ledgerDocument({
    ...tables,
    nodes: hasPlan ? tables.nodes : (report?.nodes ?? []),
    levels: hasPlan ? tables.levels : (report?.levels ?? []),
    ...(set ? { set } : {}),
    ...(report ? { info: report.document } : {}),
  });
  return { document, lines: [] };
}
