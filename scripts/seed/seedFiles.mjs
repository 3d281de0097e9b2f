import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Tests, scripts and benchmarks are all started in the folder of the project. */
export const ROOT = process.cwd();

/** Path of the text in a folder whose name starts with `prefix`, or null. */
export function textStarting(folder, prefix) {
  const name = existsSync(folder)
    ? readdirSync(folder).find((file) => file.startsWith(prefix) && file.endsWith('.txt'))
    : undefined;
  return name === undefined ? null : path.join(folder, name);
}

/** Path of the seed in this repository ('004'): every code, title and figure, the prose replaced by markers. */
export function reducedSeedPath(prefix) {
  const found = textStarting(path.join(ROOT, 'seeds'), prefix);
  if (found === null) throw new Error(`seeds/ holds no document that starts with ${prefix}`);
  return found;
}
