import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** Programs outside npm that some tests need, and the Debian package that brings each. */
export const TOOLS = [
  { name: 'soffice', command: 'soffice', package: 'libreoffice-calc', purpose: 'recalculates the built workbooks' },
  { name: 'pdftoppm', command: 'pdftoppm', package: 'poppler-utils', purpose: 'renders printed sheets' },
  { name: 'chromium', command: 'chromium', package: 'chromium', purpose: 'shows the task pane' },
];

/** Absolute path of a program on the PATH, or null. */
export function findProgram(command) {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const candidate = path.join(folder, command);
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      // not in this folder
    }
  }
  return null;
}

export const missingTools = () => TOOLS.filter((tool) => findProgram(tool.command) === null);
