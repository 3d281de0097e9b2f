import { parseArea } from './area';
import type { Book } from './book';
import { findSheet } from './book';
import { HostError, invalidArgument } from './errors';

/** What Excel lets things be called. */
export const MAX_SHEET_NAME = 31;
export const MAX_NAME = 255;

const FORBIDDEN_IN_SHEET = /[\\/?*[\]:]/;

/** Throws InvalidArgument, or ItemAlreadyExists when another sheet has the name in any case. `own` is the sheet that gets the name. */
export function checkSheetName(book: Book, name: string, own?: string): void {
  if (name.trim() === '' || name.length > MAX_SHEET_NAME)
    throw invalidArgument(`sheet name of ${name.length} characters`);
  if (FORBIDDEN_IN_SHEET.test(name)) throw invalidArgument(`sheet name '${name}' has a forbidden character`);
  if (name.startsWith("'") || name.endsWith("'"))
    throw invalidArgument(`sheet name '${name}' begins or ends with an apostrophe`);
  if (name.toLowerCase() === 'history') throw invalidArgument('Excel keeps the sheet name History for itself');
  const taken = findSheet(book, name);
  if (taken !== undefined && taken.id !== own) throw new HostError('ItemAlreadyExists', `sheet ${name}`);
}

const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;

/** Rules that tables and defined names share. Throws InvalidArgument. */
export function checkName(name: string): void {
  if (name === '' || name.length > MAX_NAME || !NAME.test(name)) throw invalidArgument(`name '${name}'`);
  if (parseArea(name) !== null || /^[rc]\d*$/i.test(name) || /^r\d*c\d*$/i.test(name))
    throw invalidArgument(`name '${name}' reads as a cell`);
}

/** Tables and names of the workbook share one list, whatever their case. */
export const nameTaken = (book: Book, name: string): boolean =>
  book.tables.some((table) => table.name.toLowerCase() === name.toLowerCase()) ||
  book.names.some((defined) => defined.scope === null && defined.name.toLowerCase() === name.toLowerCase());

/** The first of Table1, Table2, ... that is free. */
export function freeName(book: Book, stem: string): string {
  for (let number = 1; ; number += 1) if (!nameTaken(book, `${stem}${number}`)) return `${stem}${number}`;
}

/** The first of Sheet1, Sheet2, ... that is free. */
export function freeSheetName(book: Book, stem: string): string {
  for (let number = 1; ; number += 1) if (findSheet(book, `${stem}${number}`) === undefined) return `${stem}${number}`;
}

/** A column of a table is called by the first name that is free: Kolom, Kolom2, Kolom3. */
export function freeColumnName(taken: readonly string[], wanted: string): string {
  const has = (name: string): boolean => taken.some((other) => other.toLowerCase() === name.toLowerCase());
  if (!has(wanted)) return wanted;
  for (let number = 2; ; number += 1) if (!has(`${wanted}${number}`)) return `${wanted}${number}`;
}
