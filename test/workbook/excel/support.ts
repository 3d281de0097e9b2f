import { KEY_COLUMN } from '../../../src/sheets/names';
import type { CellValue, SheetSpec } from '../../../src/sheets/spec';
import { valueOf } from '../../../src/sheets/table';
import type { Calculator } from '../../../standin/model/calculator';
import { startExcel } from '../../../standin/client/client';
import type { Host } from '../../../standin/host/host';
import { cellAt, putCell, type Book } from '../../../standin/model/book';
import { User } from '../../../standin/host/user';

/**
 * Gives formula cells the results their sheets were written with (which LibreOffice proves elsewhere): a cell of a table by its key and column,
 * wherever the row went, another cell by its place.
 */
export class SpecCalculator implements Calculator {
  private byKey = new Map<string, CellValue>();
  private byPlace = new Map<string, CellValue>();

  learn(sheets: readonly SheetSpec[]): void {
    this.byKey = new Map();
    this.byPlace = new Map();
    for (const sheet of sheets) {
      for (const block of sheet.blocks) {
        const table = sheet.tables.find(({ range }) => range.row === block.row && range.column === block.column);
        const key = table?.columns.findIndex(({ name }) => name === KEY_COLUMN) ?? -1;
        block.cells.forEach((row, down) =>
          row.forEach((cell, right) => {
            if (table && key >= 0 && down > 0)
              this.byKey.set(
                `${table.name}|${String(valueOf(row[key]) ?? '')}|${table.columns[right]?.name ?? ''}`,
                valueOf(cell),
              );
            else this.byPlace.set(`${sheet.name}|${block.row + down}|${block.column + right}`, valueOf(cell));
          }),
        );
      }
    }
  }

  recalculate(book: Book): void {
    for (const sheet of book.sheets) {
      sheet.cells.forEach((row, at) =>
        row.forEach((cell, column) => {
          if (cell?.formula == null) return;
          const table = book.tables.find(
            ({ sheet: home, area }) =>
              home === sheet.id &&
              at > area.row &&
              at < area.row + area.rows &&
              column >= area.column &&
              column < area.column + area.columns,
          );
          const key = table?.columns.findIndex(({ name }) => name === KEY_COLUMN) ?? -1;
          const value =
            table && key >= 0
              ? this.byKey.get(
                  `${table.name}|${String(cellAt(sheet, at, table.area.column + key).value)}|${table.columns[column - table.area.column]?.name ?? ''}`,
                )
              : this.byPlace.get(`${sheet.name}|${at}|${column}`);
          if (value !== undefined && (value ?? '') !== cell.value)
            putCell(sheet, at, column, { ...cell, value: value ?? '' });
        }),
      );
    }
  }
}

export interface Desk {
  readonly host: Host;
  readonly user: User;
  readonly calculator: SpecCalculator;
}

/** A new Excel with an empty workbook, and a user at it. */
export function newDesk(): Desk {
  const calculator = new SpecCalculator();
  const host = startExcel({ calculator });
  return { host, user: new User(host), calculator };
}

/** A workbook with a sheet of the user's own: figures, a formula and a list. */
export function withOwnSheet({ user }: Desk): void {
  user.addSheet('Eigen');
  user.paste('Eigen', 'A1', [
    ['Post', 'Bedrag'],
    ['huur', 12],
    ['=1+1', '=SUM(B2:B2)'],
  ]);
  user.fill('Eigen', 'A1:B1', '#DDEEFF');
}
