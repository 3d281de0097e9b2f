import type { Engine } from '../../src/taskpane/ports/engine';
import { collectFiles, compareFile, freezeBook, splitParts } from '../../src/taskpane/engine/files';
import { rework, takeIn } from '../../src/taskpane/engine/merging';
import { bookFile, bookSheets, checkBook, fileLines, openBook, readFile } from '../../src/taskpane/engine/jobs';

/** The engine of the pane on the thread of its caller, without a worker. Stops between phases only. */
export const localEngine: Engine = {
  read: async (file, settings, language, report, signal, profiles) => {
    const checked = await readFile(
      file,
      settings,
      language,
      (phase) => {
        signal.throwIfAborted();
        report(phase);
      },
      profiles,
    );
    signal.throwIfAborted();
    return checked;
  },
  lines: fileLines,
  check: (book, settings, language) => Promise.resolve(checkBook(book, settings, language)),
  takeIn: (input) => Promise.resolve(takeIn(input)),
  rework: (book, work, language) => Promise.resolve(rework(book, work, language)),
  compareFile,
  split: splitParts,
  collect: collectFiles,
  freeze: freezeBook,
  sheets: (input) => Promise.resolve(bookSheets(input)),
  file: (input) => bookFile(input),
  open: (content) => Promise.resolve(openBook(content)),
};
