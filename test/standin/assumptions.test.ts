import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { ROOT } from '../support/requirements';
import { ASSUMPTIONS, FAMILIES } from '../../standin/host/assumptions';

/** Where the stand-in is held to what is said of it: its own tests, and those of the product that use it. */
const FOLDERS = ['test/standin', 'test/workbook/excel', 'test/e2e', 'test/functions'].map((name) =>
  path.join(ROOT, name),
);
const tests = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.join(folder, name)),
);
const names = new Set(
  tests.flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(
        /\btest(?:\.each(?:<[^;]*?>)?\([^;]*?\](?: as const)?\))?\(\s*'((?:[^'\\]|\\.)+)'/g,
      ),
    ].map((match) => match[1]),
  ),
);

test.each(ASSUMPTIONS.map(({ id, test: name }) => [id, name] as const))(
  'assumption %s is held by a test',
  (_id, name) => {
    expect([...names]).toContain(name);
  },
);

test('assumptions have ids of their own and a family', () => {
  expect(new Set(ASSUMPTIONS.map(({ id }) => id)).size).toBe(ASSUMPTIONS.length);
  expect(new Set(ASSUMPTIONS.map(({ family }) => family))).toEqual(new Set(FAMILIES));
});

test('the stand-in runs in a browser: no module of Node outside its client', () => {
  const files = ['model', 'protocol', 'objects', 'host', 'calculator', 'grid', 'page'].flatMap((folder) =>
    readdirSync(path.join(ROOT, 'standin', folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `standin/${folder}/${name}`),
  );
  expect(files.length).toBeGreaterThan(50);
  const guilty = files.filter((name) => /from 'node:|require\(/.test(readFileSync(path.join(ROOT, name), 'utf8')));
  expect(guilty).toEqual([]);
});
