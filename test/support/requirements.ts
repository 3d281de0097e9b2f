import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from '@jest/globals';
import { findProgram } from './tools.mjs';

export const ROOT = path.resolve(__dirname, '../..');

/** The name skipped tests carry; the skip report of Jest looks for it (skipReport.mjs). */
export const FULL_TEXT_NOTE = 'needs the full text in ../shared/seeds';

const FULL_TEXTS = path.join(ROOT, '../shared/seeds');
const REDUCED = path.join(ROOT, 'seeds');

const fileStarting = (folder: string, prefix: string): string | null => {
  const name = existsSync(folder) ? readdirSync(folder).find((file) => file.startsWith(prefix) && file.endsWith('.txt')) : undefined;
  return name === undefined ? null : path.join(folder, name);
};

/** Path of the full text of a seed document ('004'), or null on a machine that does not have it. */
export const fullSeedPath = (prefix: string): string | null => fileStarting(FULL_TEXTS, prefix);

/** Path of the seed in this repository: every code, title and figure, the prose replaced by markers. */
export function reducedSeedPath(prefix: string): string {
  const found = fileStarting(REDUCED, prefix);
  if (found === null) throw new Error(`seeds/ holds no document that starts with ${prefix}`);
  return found;
}

/** The seed document as text: the full one where it is there, else the reduced one. Same lines, same figures; only prose differs. */
export const seedText = (prefix: string): string => readFileSync(fullSeedPath(prefix) ?? reducedSeedPath(prefix), 'utf8');

/** A group of tests about prose, which the reduced seeds do not hold; skipped, and reported so, without the full texts. */
export function describeFullText(prefix: string, name: string, body: (text: string) => void): void {
  const file = fullSeedPath(prefix);
  if (file === null) describe.skip(`${name} (${FULL_TEXT_NOTE})`, () => test('full text', () => undefined));
  else describe(name, () => body(readFileSync(file, 'utf8')));
}

/** A group of tests that runs an outside program; skipped, and reported so, where it is missing. In CI a skip fails the run. */
export function describeWithTool(command: 'soffice' | 'pdftoppm' | 'chromium', name: string, body: (program: string) => void): void {
  const program = findProgram(command);
  if (program === null) describe.skip(`${name} (needs ${command})`, () => test(command, () => undefined));
  else describe(name, () => body(program));
}
