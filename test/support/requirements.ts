import { readFileSync } from 'node:fs';
import { describe, test } from '@jest/globals';
import { reducedSeedPath } from '../../scripts/seed/seedFiles.mjs';
import { findProgram } from '../../scripts/tools.mjs';
import { FULL_TEXT_NOTE, fullSeedPath } from './seedFiles.mjs';

export { ROOT, reducedSeedPath } from '../../scripts/seed/seedFiles.mjs';
export { FULL_TEXT_NOTE } from './seedFiles.mjs';

/** The seed document as text: the full one where it is there, else the reduced one. Same lines, same figures; only prose differs. */
export const seedText = (prefix: string): string =>
  readFileSync(fullSeedPath(prefix) ?? reducedSeedPath(prefix), 'utf8');

/** A group of tests about prose, which the reduced seeds do not hold; skipped, and reported so, without the full texts. */
export function describeFullText(prefix: string, name: string, body: (text: string) => void): void {
  const file = fullSeedPath(prefix);
  if (file === null) describe.skip(`${name} (${FULL_TEXT_NOTE})`, () => test('full text', () => undefined));
  else describe(name, () => body(readFileSync(file, 'utf8')));
}

/** A group of tests that runs an outside program; skipped, and reported so, where it is missing. In CI a skip fails the run. */
export function describeWithTool(
  command: 'soffice' | 'pdftoppm' | 'chromium',
  name: string,
  body: (program: string) => void,
): void {
  const program = findProgram(command);
  if (program === null) describe.skip(`${name} (needs ${command})`, () => test(command, () => undefined));
  else describe(name, () => body(program));
}
