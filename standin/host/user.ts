import type { Actor, HostContext } from '../protocol/context';
import * as edits from '../objects/edits';
import type { Host } from './host';
import { area, parseArea, type Area } from '../model/area';
import { findSheet, formatAt, type Sheet, type Table } from '../model/book';
import { bodyArea, columnOf, findTable, renameColumnOf } from '../model/tables';
import type { Inputs } from '../model/write';
import { addTableRows } from '../objects/tables';
import { isNever, validationAt } from '../objects/dataValidation';

/** The hand of a user (or a co-author) in the workbook: what happens outside the add-in. Values are typed as in an en-US Excel. */
export class User {
  constructor(
    private readonly host: Host,
    private readonly actor: Actor = 'user',
  ) {}

  private sheet(name: string): Sheet {
    const sheet = findSheet(this.host.book, name);
    if (sheet === undefined) throw new Error(`the workbook has no sheet ${name}`);
    return sheet;
  }

  private table(name: string): { table: Table; sheet: Sheet } {
    const table = findTable(this.host.book, name);
    const sheet = this.host.book.sheets.find((one) => one.id === table?.sheet);
    if (table === undefined || sheet === undefined) throw new Error(`the workbook has no table ${name}`);
    return { table, sheet };
  }

  private do(work: (context: HostContext) => void): void {
    this.host.as(this.actor, work);
  }

  /** Types into one cell. A rule with reaction Stop refuses what it does not allow: false then, and nothing changed. */
  type(sheetName: string, address: string, value: string | number | boolean, allowed?: readonly string[]): boolean {
    const sheet = this.sheet(sheetName);
    const at = areaOf(address);
    const rule = validationAt(sheet, at);
    const stops = rule?.errorAlert.showAlert === true && rule.errorAlert.style === 'Stop';
    if (stops && rule.type === 'Custom' && isNever(rule.rule.custom)) return false;
    if (stops && rule.type === 'List' && allowed !== undefined && value !== '' && !allowed.includes(String(value)))
      return false;
    this.paste(sheetName, address, [[value]]);
    return true;
  }

  /** Pastes over the cells, past any validation, as Excel does. */
  paste(sheetName: string, address: string, inputs: Inputs): void {
    const sheet = this.sheet(sheetName);
    const start = areaOf(address);
    const at = area(start.row, start.column, inputs.length, inputs[0]?.length ?? 0);
    this.do((context) => edits.editCells(context, sheet, at, inputs));
  }

  erase(sheetName: string, address: string): void {
    const sheet = this.sheet(sheetName);
    this.do((context) => edits.eraseContents(context, sheet, areaOf(address)));
  }

  select(sheetName: string, address: string): void {
    const sheet = this.sheet(sheetName);
    this.do((context) => edits.select(context, sheet, areaOf(address)));
  }

  insertRows(sheetName: string, row: number, rows = 1): void {
    const sheet = this.sheet(sheetName);
    this.do((context) =>
      edits.shiftCells(context, sheet, { at: area(row, 0, rows, 16_384), kind: 'insert', axis: 'rows' }),
    );
  }

  deleteRows(sheetName: string, row: number, rows = 1): void {
    const sheet = this.sheet(sheetName);
    this.do((context) =>
      edits.shiftCells(context, sheet, { at: area(row, 0, rows, 16_384), kind: 'delete', axis: 'rows' }),
    );
  }

  insertColumns(sheetName: string, column: number, columns = 1): void {
    const sheet = this.sheet(sheetName);
    this.do((context) =>
      edits.shiftCells(context, sheet, { at: area(0, column, 1_048_576, columns), kind: 'insert', axis: 'columns' }),
    );
  }

  deleteColumns(sheetName: string, column: number, columns = 1): void {
    const sheet = this.sheet(sheetName);
    this.do((context) =>
      edits.shiftCells(context, sheet, { at: area(0, column, 1_048_576, columns), kind: 'delete', axis: 'columns' }),
    );
  }

  /** Types a new row under a table, which grows over it. */
  addRow(tableName: string, values: readonly unknown[]): void {
    const { table } = this.table(tableName);
    this.do((context) => addTableRows(table, null, [values], context));
  }

  /** Deletes a body row of a table; rows count from 0. */
  deleteRow(tableName: string, index: number): void {
    const { table, sheet } = this.table(tableName);
    const body = bodyArea(table);
    this.do((context) =>
      edits.shiftCells(context, sheet, {
        at: { ...body, row: body.row + index, rows: 1 },
        kind: 'delete',
        axis: 'rows',
      }),
    );
  }

  sort(tableName: string, column: string, ascending = true): void {
    const { table, sheet } = this.table(tableName);
    const found = columnOf(table, column);
    if (found === undefined) throw new Error(`table ${tableName} has no column ${column}`);
    this.do((context) => edits.sortTable(context, sheet, bodyArea(table), table.columns.indexOf(found), ascending));
  }

  renameColumn(tableName: string, column: string, name: string): void {
    const { table } = this.table(tableName);
    const found = columnOf(table, column);
    if (found === undefined) throw new Error(`table ${tableName} has no column ${column}`);
    this.do((context) => renameColumnOf(context.book, table, found, name));
  }

  /** Drags a column of a table to another place, with its cells, their looks and their rules. */
  moveColumn(tableName: string, from: number, to: number): void {
    const { table, sheet } = this.table(tableName);
    this.do((context) => {
      const [moved] = table.columns.splice(from, 1);
      if (moved !== undefined) table.columns.splice(to, 0, moved);
      for (let row = table.area.row; row < table.area.row + table.area.rows; row += 1) {
        const cells = (sheet.cells[row] ??= []);
        while (cells.length < table.area.column + table.area.columns) cells.push(undefined);
        const [cell] = cells.splice(table.area.column + from, 1);
        cells.splice(table.area.column + to, 0, cell);
      }
      const placeOf = (column: number): number => {
        const index = column - table.area.column;
        if (index === from) return table.area.column + to;
        return column - (index > from && index <= to ? 1 : 0) + (index < from && index >= to ? 1 : 0);
      };
      const movedArea = (one: Area): Area[] =>
        one.row < table.area.row || one.row >= table.area.row + table.area.rows
          ? [one]
          : Array.from({ length: one.columns }, (_, index) => ({
              ...one,
              column: placeOf(one.column + index),
              columns: 1,
            }));
      for (const rule of sheet.validations) rule.areas = rule.areas.flatMap(movedArea);
      for (const format of sheet.conditionalFormats) format.areas = format.areas.flatMap(movedArea);
      context.dirty = true;
    });
  }

  addSheet(name: string): void {
    this.do((context) => edits.createSheet(context, name));
  }

  deleteSheet(name: string): void {
    const sheet = this.sheet(name);
    this.do((context) => edits.removeSheet(context, sheet));
  }

  renameSheet(name: string, to: string): void {
    const sheet = this.sheet(name);
    this.do((context) => edits.renameSheet(context, sheet, to));
  }

  protect(name: string, password = ''): void {
    this.sheet(name).protection = { on: true, password, options: {} };
  }

  fill(sheetName: string, address: string, color: string): void {
    const sheet = this.sheet(sheetName);
    this.do((context) => edits.dress(context, sheet, areaOf(address), (format) => ({ ...format, fill: color })));
  }

  numberFormatAt(sheetName: string, address: string): string {
    const at = areaOf(address);
    return formatAt(this.sheet(sheetName), at.row, at.column).numberFormat;
  }
}

function areaOf(address: string): Area {
  const found = parseArea(address);
  if (found === null) throw new Error(`address ${address}`);
  return found;
}
