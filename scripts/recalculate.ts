import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { WorkbookContent } from '../src/sheets/content';
import { cellAddress } from '../src/sheets/address';
import type { CellSpec, SheetSpec } from '../src/sheets/spec';
import { valueOf } from '../src/sheets/table';
import { readXlsxFile } from '../src/workbook/file/read/readXlsx';
import { writeXlsxFile } from '../src/workbook/file/write';

export const isFormula = (cell: CellSpec): cell is Extract<CellSpec, { formula: string }> =>
  cell !== null && typeof cell === 'object' && 'formula' in cell;

/** The sheets without the results we wrote down: whatever comes back was calculated by someone else. */
const withoutResults = (sheets: readonly SheetSpec[]): readonly SheetSpec[] =>
  sheets.map((sheet) => ({
    ...sheet,
    blocks: sheet.blocks.map((block) => ({
      ...block,
      cells: block.cells.map((row) => row.map((cell) => (isFormula(cell) ? { ...cell, value: null } : cell))),
    })),
  }));

/** Lets LibreOffice calculate every formula and gives back what it found. */
export async function recalculate(program: string, sheets: readonly SheetSpec[]): Promise<WorkbookContent> {
  const folder = await mkdtemp(path.join(tmpdir(), 'planboek-'));
  try {
    await writeFile(path.join(folder, 'book.xlsx'), await writeXlsxFile(withoutResults(sheets)));
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
    await promisify(execFile)(program, [
      profile,
      '--headless',
      '--convert-to',
      'xlsx',
      '--outdir',
      path.join(folder, 'out'),
      path.join(folder, 'book.xlsx'),
    ]);
    const content = await readXlsxFile(new Uint8Array(await readFile(path.join(folder, 'out', 'book.xlsx'))));
    if (!content.ok) throw new Error(JSON.stringify(content.failure));
    return content.value;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export interface Disagreement {
  readonly cell: string;
  readonly formula: string;
  readonly written: unknown;
  readonly calculated: unknown;
}

/** Formulas whose calculated result is not the one the sheet was written with, and how many there are in all. */
export function compare(
  sheets: readonly SheetSpec[],
  calculated: WorkbookContent,
): { readonly formulas: number; readonly disagreements: readonly Disagreement[] } {
  let formulas = 0;
  const disagreements: Disagreement[] = [];
  for (const sheet of sheets) {
    const found = calculated.sheets.find(({ name }) => name === sheet.name);
    for (const block of sheet.blocks) {
      block.cells.forEach((row, rowOffset) =>
        row.forEach((cell, columnOffset) => {
          if (!isFormula(cell)) return;
          formulas += 1;
          const [at, column] = [block.row + rowOffset, block.column + columnOffset];
          const written = valueOf(cell) === '' ? null : valueOf(cell);
          const result = found?.cells[at]?.[column] ?? null;
          const same =
            typeof written === 'number' && typeof result === 'number'
              ? Math.abs(written - result) <= 1e-9 * Math.max(1, Math.abs(written))
              : written === result;
          if (!same)
            disagreements.push({
              cell: `${sheet.name}!${cellAddress(at, column)}`,
              formula: cell.formula,
              written,
              calculated: result,
            });
        }),
      );
    }
  }
  return { formulas, disagreements };
}

/** Cells that hold an error. */
export const errorsIn = (content: WorkbookContent): readonly string[] =>
  content.sheets.flatMap((sheet) =>
    sheet.name.startsWith('_')
      ? []
      : sheet.cells.flatMap((row, at) =>
          row.flatMap((value, column) =>
            typeof value === 'string' && /^#(?:REF|NAME|VALUE|DIV|N\/A|NUM|NULL)|^Err:/.test(value)
              ? [`${sheet.name}!${cellAddress(at, column)} ${value}`]
              : [],
          ),
        ),
  );
