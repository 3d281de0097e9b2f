import type { Engine } from '../engine';
import { bookFile, bookSheets, checkBook, fileLines, openBook, readFile } from './jobs';

/** The engine on the thread of its caller: for tests, and where no worker can be had. Stops between phases only. */
export const localEngine: Engine = {
  read: async (file, settings, language, report, signal, profiles) => {
    const checked = await readFile(file, settings, language, (phase) => {
      signal.throwIfAborted();
      report(phase);
    }, profiles);
    signal.throwIfAborted();
    return checked;
  },
  lines: fileLines,
  check: (book, settings, language) => Promise.resolve(checkBook(book, settings, language)),
  sheets: (input) => Promise.resolve(bookSheets(input)),
  file: (input) => bookFile(input),
  open: (content) => Promise.resolve(openBook(content)),
};
