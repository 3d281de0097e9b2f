import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Tests, scripts and benchmarks are all started in the folder of the project. */
export const ROOT = process.cwd();

/** What tests that want the full texts carry in their name; the skip report looks for it. */
export const FULL_TEXT_NOTE = 'needs the full text in ../shared/seeds';

const fileStarting = (folder, prefix) => {
  const name = existsSync(folder)
    ? readdirSync(folder).find((file) => file.startsWith(prefix) && file.endsWith('.txt'))
    : undefined;
  return name === undefined ? null : path.join(folder, name);
};

/** Path of the full text of a seed document ('004'), or null on a machine that does not have it. */
export const fullSeedPath = (prefix) => fileStarting(path.join(ROOT, '../shared/seeds'), prefix);

/** Path of the seed in this repository: every code, title and figure, the prose replaced by markers. */
export function reducedSeedPath(prefix) {
  const found = fileStarting(path.join(ROOT, 'seeds'), prefix);
  if (found === null) throw new Error(`seeds/ holds no document that starts with ${prefix}`);
  return found;
}
