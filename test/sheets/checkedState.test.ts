import { expect, test } from '@jest/globals';
import { SUM_ROWS } from '../../src/sheets/checkedState';
import type { CellValue } from '../../src/sheets/spec';
import { SUM_COLUMN } from '../../src/sheets/findings';
import { SHEETS, TABLES } from '../../src/sheets/names';
import type { CellSpec, SheetSpec } from '../../src/sheets/spec';
import { buildSheets } from '../../src/sheets/workbook/workbook';
import { recalculate } from '../../scripts/recalculate';
import { describeWithTool } from '../support/requirements';
import { READING } from './fixture';

/** The sheets with one cell of a table typed over, as a user would. */
const edited = (
  sheets: readonly SheetSpec[],
  table: string,
  column: string,
  row: number,
  value: CellSpec,
): SheetSpec[] =>
  sheets.map((sheet) => {
    const spec = sheet.tables.find(({ name }) => name === table);
    const index = spec?.columns.findIndex(({ name }) => name === column) ?? -1;
    if (!spec) return sheet;
    if (index < 0) throw new Error(`${table} has no column ${column}`);
    return {
      ...sheet,
      blocks: sheet.blocks.map((block) => ({
        ...block,
        cells: block.cells.map((cells, down) =>
          block.row + down === spec.range.row + 1 + row && block.column <= spec.range.column
            ? cells.map((cell, at) => (block.column + at === spec.range.column + index ? value : cell))
            : cells,
        ),
      })),
    };
  });

describeWithTool('soffice', 'the sheets say by themselves when the checks are behind:', (soffice) => {
  const sheets = buildSheets(READING, []);
  const said = async (of: readonly SheetSpec[]): Promise<readonly CellValue[]> => {
    const content = await recalculate(soffice, of);
    const at = (name: string, row: number, column: number): CellValue =>
      content.sheets.find((sheet) => sheet.name === name)?.cells[row]?.[column] ?? null;
    expect(typeof at(SHEETS.findings, SUM_ROWS.now, SUM_COLUMN)).toBe('number');
    return [at(SHEETS.findings, 2, 0), at(SHEETS.dashboard, 2, 0)];
  };

  test('not as they were made', async () => {
    expect((await said(sheets)).map((text) => text ?? '')).toEqual(['', '']);
  });

  test.each<[string, string, number, CellSpec]>([
    [TABLES.plan, 'Titel', 3, { value: 'Tweede actei', style: 'text' }],
    [TABLES.plan, 'Titel', 3, { value: 'Tweede actif', style: 'text' }],
    [TABLES.plan, 'Status', 2, { value: 'Niet opgestart', style: 'text' }],
    [TABLES.transfers, 'Bedrag', 0, { value: 123.46, style: 'euro' }],
  ])('after an edit of %s, %s', async (table, column, row, value) => {
    const texts = await said(edited(sheets, table, column, row, value));
    // Two letters of a word that change places leave every count as it was: that one edit is not seen.
    const unseen = typeof value === 'object' && value !== null && value.value === 'Tweede actei';
    for (const text of texts) expect(String(text ?? '')).toMatch(unseen ? /^$/ : /^Sinds de laatste controle/);
  });
});
