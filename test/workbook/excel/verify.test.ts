import { describe, expect, test } from '@jest/globals';
import type { SheetSpec } from '../../../src/sheets/spec';
import { buildSheets } from '../../../src/sheets/workbook/workbook';
import { ExcelWorkbook } from '../../../src/workbook/excel/excelWorkbook';
import { DISTORTIONS, type Distortion } from '../../../standin/protocol/distortion';
import { cloneBook, type Book } from '../../../standin/model/book';
import { differences } from '../../../standin/model/snapshot';
import { READING } from '../../sheets/fixture';
import { CHANGED } from './changed';
import { newDesk, withOwnSheet, type Desk } from './support';

/** A host that answers well and does something else: an import says it stands only when what stands there was read and is what was wanted. */
const FIRST: readonly SheetSpec[] = buildSheets(READING, []);
const SECOND: readonly SheetSpec[] = buildSheets(CHANGED, []);

/** Each write in turn takes minutes; every eleventh, beginning elsewhere for each kind, meets all sorts of them. All were run when this was made. */
const STRIDE = 11;

/** What the user sees in cells: contents, without looks, results and the memory. */
const contents = (book: Book): string[] =>
  book.sheets
    .filter(({ name }) => name !== '_planboek_terug')
    .flatMap(({ name, visibility, cells }) => [
      `${name} ${visibility}`,
      ...cells.flatMap((row, at) =>
        row.flatMap((cell, column) =>
          cell && (cell.formula ?? cell.value) !== ''
            ? [`${name} ${at},${column} ${cell.formula ?? String(cell.value)}`]
            : [],
        ),
      ),
    ]);

async function everyWrite(desk: Desk, start: Book, sheets: readonly SheetSpec[], kind: Distortion): Promise<void> {
  desk.host.open(cloneBook(start));
  desk.host.forgetRequests();
  const before = contents(desk.host.book);
  expect(await new ExcelWorkbook().apply(sheets)).toMatchObject({ ok: true });
  const wanted = contents(desk.host.book);
  const { cells } = desk.host.writeCounts;
  const outcomes = { mended: 0, takenBack: 0 };
  for (let write = 1 + DISTORTIONS.indexOf(kind); write <= cells; write += STRIDE) {
    desk.host.open(cloneBook(start));
    desk.host.forgetRequests();
    desk.host.distort({ kind, write });
    const result = await new ExcelWorkbook().apply(sheets);
    expect({ write, found: differences(result.ok ? wanted : before, contents(desk.host.book), 4) }).toEqual({
      write,
      found: [],
    });
    outcomes[result.ok ? 'mended' : 'takenBack'] += 1;
  }
  expect(outcomes.mended).toBeGreaterThan(0);
}

describe('a write that comes out otherwise is mended or taken back', () => {
  test.each(DISTORTIONS)('in a first import: %s', async (kind) => {
    const desk = newDesk();
    withOwnSheet(desk);
    await everyWrite(desk, desk.host.copyBook(), FIRST, kind);
  });

  test.each(DISTORTIONS)('in a second import over an edited workbook: %s', async (kind) => {
    const desk = newDesk();
    withOwnSheet(desk);
    await new ExcelWorkbook().apply(FIRST);
    desk.user.type('Plan', 'B7', 'Titel van de gebruiker');
    desk.user.paste('Eigen', 'A5', [['=COUNTA(tblPlan[Code])']]);
    await everyWrite(desk, desk.host.copyBook(), SECOND, kind);
  });

  test('and a host that will not take it gives a sentence with the cell', async () => {
    const desk = newDesk();
    const start = desk.host.copyBook();
    desk.host.forgetRequests();
    await new ExcelWorkbook().apply(FIRST);
    const { cells } = desk.host.writeCounts;
    const before = contents(start);
    const kinds = new Map<string, string>();
    for (let write = 20; write < cells - 10; write += 17) {
      desk.host.open(cloneBook(start));
      desk.host.forgetRequests();
      desk.host.distort({ kind: 'falsify', write });
      // What mends it does not arrive either.
      for (let later = cells - 4; later < 2 * cells; later += 1) desk.host.distort({ kind: 'drop', write: later });
      const result = await new ExcelWorkbook().apply(FIRST);
      if (result.ok) continue;
      kinds.set(result.failure.kind.id, String(result.failure.figures.place ?? ''));
      expect(contents(desk.host.book)).toEqual(before);
    }
    expect(kinds.get('excel.not-written')).toMatch(/^.+![A-Z]+[1-9][0-9]*$/);
  });
});
