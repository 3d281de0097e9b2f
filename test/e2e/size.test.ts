import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from '@jest/globals';
import { ROOT } from '../support/requirements';
import { sharedSite } from '../support/run/shared';

/** What the pane may weigh before it shows its first screen, gzipped: the limit of the issue. */
const MOST_BYTES = 250_000;

// The pane is built before it is served.
beforeAll(sharedSite);

const scriptsOf = (page: string): readonly string[] => {
  const html = readFileSync(path.join(ROOT, 'dist/web', page), 'utf8');
  return [...html.matchAll(/<script[^>]*src="?([^" >]+\.js)"?/g)].flatMap(([, file]) =>
    file === undefined || file.startsWith('https:') ? [] : [file],
  );
};

test.each(['index.html', 'taskpane.html'])('%s loads at most 250 kB of scripts before its first screen', (page) => {
  const files = scriptsOf(page);
  const bytes = files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(path.join(ROOT, 'dist/web', file)), { level: 9 }).length,
    0,
  );
  expect(files.length).toBeGreaterThan(0);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
});
