import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Everything a run of the tests writes for a while stands in one folder: it is the temporary folder of the tests and of the programs they start, and is
 * removed at the end with whatever still runs for it.
 */
export function makeRunFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'planboek-test-'));
  process.env.PLANBOEK_TEST_FOLDER = folder;
  process.env.TMPDIR = folder;
}

/** Ends what runs for all tests together (shared.ts keeps their process ids), and removes the folder. */
export function removeRunFolder() {
  const folder = process.env.PLANBOEK_TEST_FOLDER;
  if (folder === undefined) return;
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.pid'))) {
    try {
      process.kill(-Number(readFileSync(path.join(folder, file), 'utf8')));
    } catch {
      // it has ended by itself
    }
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
}
