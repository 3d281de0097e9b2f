import { success } from '../../plan/result';
import { otherDocuments, withEdit, withFigure, withLinkEdit, withSettings, type Book } from '../ports/book';
import type { Engine, Made } from '../ports/engine';
import type { HostTheme, PaneHost } from '../ports/host';

/** What the browser offers the pane outside its own page, so that tests can stand in for it. */
export interface BrowserPort {
  readonly locale: string;
  readonly agent: string;
  readonly theme: () => HostTheme;
  readonly onTheme: (listener: () => void) => () => void;
  readonly saveFile: (name: string, bytes: Uint8Array) => void;
}

/** Name of the workbook for a report: the same, with the extension of a workbook. */
export const workbookName = (report: string): string => `${report.replace(/\.[^.]+$/, '')}.xlsx`;

const contentOf = (book: Book): string =>
  JSON.stringify([book.imported, book.document, ...otherDocuments(book), book.conflicts ?? []]);

const isSameBook = (one: Book, other: Book): boolean => contentOf(one) === contentOf(other);

/** The pane without Excel: the book lives in the page, and leaves it as an .xlsx file. */
export function createBrowserHost(engine: Engine, port: BrowserPort): PaneHost {
  let held: Made | null = null;
  /** What was there before the last import; `undefined` when there is nothing to go back to. */
  let before: Made | null | undefined;
  const changeBook = (change: (book: Book) => Book) => {
    if (held) held = { ...held, book: change(held.book) };
    return Promise.resolve(success({ changed: true }));
  };
  return {
    kind: 'browser',
    facts: () => ({ application: null, platform: port.agent, version: null, locale: port.locale, requirementSets: [] }),
    theme: port.theme,
    load: () => Promise.resolve(success(held?.book ?? null)),
    compare: async (make) => success({ held: held?.book ?? null, made: await make(held?.book ?? null), cells: null }),
    clean: null,
    apply: async (make) => {
      const made = await make(held?.book ?? null);
      if (held && isSameBook(held.book, made.book)) return success({ changed: false, made });
      before = held;
      held = made;
      return success({ changed: true, made });
    },
    canRevert: () => before !== undefined,
    revert: () => {
      held = before ?? null;
      before = undefined;
      return Promise.resolve(success(held?.book ?? null));
    },
    editNode: (id, edit) =>
      changeBook((book) => ({ ...book, document: withEdit(book.document, id, edit, book.settings.statuses) })),
    editLink: (home, id, edit) => changeBook((book) => withLinkEdit(book, home, id, edit)),
    editFigure: (edit) => changeBook((book) => ({ ...book, document: withFigure(book.document, edit) })),
    saveFindings: (findings, explanations) => {
      if (held) held = { book: { ...held.book, explanations }, findings };
      return Promise.resolve(success({ changed: true }));
    },
    saveSettings: (settings) => changeBook((book) => withSettings(book, settings)),
    content: null,
    saveFile: port.saveFile,
    show: null,
    mark: null,
    download: async () => {
      if (!held) throw new Error('no workbook to download');
      const { book } = held;
      const findings = await engine.check(book, book.settings, 'nl');
      const bytes = await engine.file({ book, findings, language: 'nl' });
      const name = workbookName(book.name);
      port.saveFile(name, bytes);
      return success(name);
    },
    watch: (listener) =>
      port.onTheme(() => {
        listener({ kind: 'themed', theme: port.theme() });
      }),
  };
}
