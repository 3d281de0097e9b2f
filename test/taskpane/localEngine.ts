import type { Engine } from '../../src/taskpane/engine';
import { bookFile, bookSheets, checkDocument, fileLines, openBook, readFile } from '../../src/taskpane/engine/jobs';

/** The engine of the pane on the thread of its caller, without a worker. Stops between phases only. */
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
  check: (document, settings, language, others) => Promise.resolve(checkDocument(document, settings, language, others)),
  sheets: (input) => Promise.resolve(bookSheets(input)),
  file: (input) => bookFile(input),
  open: (content) => Promise.resolve(openBook(content)),
};
