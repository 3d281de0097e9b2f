import type { Engine } from '../engine';
import { buildBook, checkDocument, readFile } from './jobs';

/** The engine on the thread of its caller: for tests, and where no worker can be had. Stops between phases only. */
export const localEngine: Engine = {
  read: async (file, settings, language, report, signal) => {
    const checked = await readFile(file, settings, language, (phase) => {
      signal.throwIfAborted();
      report(phase);
    });
    signal.throwIfAborted();
    return checked;
  },
  check: (document, settings, language) => Promise.resolve(checkDocument(document, settings, language)),
  book: (input) => buildBook(input),
};
