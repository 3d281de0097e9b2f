import type { HostContext } from '../protocol/context';
import type { Book, Protection, Sheet } from '../model/book';
import { HostError } from '../model/errors';
import { hostClass } from '../protocol/hostClass';
import { given, recordOf, textOf } from './arguments';

/** Protection of a sheet, and of the structure of the workbook. */
function protect(state: Protection, options: unknown, password: unknown): void {
  if (state.on) throw new HostError('InvalidOperation', 'already protected');
  state.on = true;
  state.options = given(options) ? { ...recordOf(options, 'options') } : {};
  state.password = given(password) ? textOf(password, 'password') : '';
}

function unprotect(state: Protection, password: unknown): void {
  if (state.password !== '' && state.password !== password) throw new HostError('AccessDenied', 'wrong password');
  state.on = false;
  state.options = {};
  state.password = '';
}

const told = (sheet: Sheet, context: HostContext): void =>
  context.events.raise('worksheetProtectionChanged', [sheet.id], {
    isProtected: sheet.protection.on,
    source: 'Local',
    worksheetId: sheet.id,
  });

export const worksheetProtection = hostClass<Sheet>({
  name: 'WorksheetProtection',
  scalars: {
    Protected: { get: (sheet) => sheet.protection.on },
    Options: { get: (sheet) => ({ ...sheet.protection.options }) },
  },
  methods: {
    Protect: (sheet, [options, password], context) => {
      protect(sheet.protection, options, password);
      told(sheet, context);
    },
    Unprotect: (sheet, [password], context) => {
      unprotect(sheet.protection, password);
      told(sheet, context);
    },
  },
});

export const workbookProtection = hostClass<Book>({
  name: 'WorkbookProtection',
  scalars: { Protected: { get: (book) => book.protection.on } },
  methods: {
    Protect: (book, [password]) => protect(book.protection, undefined, password),
    Unprotect: (book, [password]) => unprotect(book.protection, password),
  },
});
