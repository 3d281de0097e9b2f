import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { missingOptionals } from '../../scripts/complete-lock.mjs';
import { ROOT } from '../support/requirements';

const read = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
};

describe('the papers of the project', () => {
  const packages = { ...manifest.dependencies, ...manifest.devDependencies };

  test('every dependency has its reason, and no reason is left over', () => {
    const table = read('docs/decisions.md').split('| package | why |')[1]?.split('\n\n')[0] ?? '';
    const named = table
      .split('\n')
      .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name));
    expect(named.sort()).toEqual(Object.keys(packages).sort());
  });

  test('every version is exact', () => {
    expect(Object.entries(packages).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('decisions are numbered without gaps', () => {
    const numbers = [...read('docs/decisions.md').matchAll(/^(\d+)\. \*\*/gm)].map(([, number]) => Number(number));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  test('the lock file names no host', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved": "http/);
  });

  test('the lock file names the binary packages of every platform', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
    };
    expect(missingOptionals(packages)).toEqual([]);
    expect(packages['node_modules/@swc/core-win32-x64-msvc']).toMatchObject({ optional: true, os: ['win32'] });
  });

  test('the README names only commands that exist', () => {
    const commands = [...read('README.md').matchAll(/npm (?:run (?:-s )?)?([a-z][\w:-]*)/g)].map(
      ([, name = '']) => name,
    );
    expect(commands).toContain('test');
    expect(commands.filter((name) => !['ci', 'install', ...Object.keys(manifest.scripts)].includes(name))).toEqual([]);
  });

  test('CI runs the test command of the README', () => {
    expect(read('README.md')).toContain('npm ci && npm test');
    expect(read('.ci/run').trim().split('\n').at(-1)).toBe('npm ci && npm test');
  });

  test('the page on the architecture names every folder of src and standin that is there, and no other', () => {
    const named = [...read('docs/architecture.md').matchAll(/^\| `src\/(\w+)`/gm)].map(([, name]) => name);
    const folders = (folder: string): readonly string[] =>
      readdirSync(path.join(ROOT, folder), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name);
    expect(named.sort()).toEqual([...folders('src')].sort());
    const row = /^\| `standin` .*$/m.exec(read('docs/architecture.md'))?.[0] ?? '';
    for (const name of folders('standin')) expect(row).toContain(`\`${name}\``);
    const picture = read('docs/architecture.svg');
    for (const [, place = ''] of picture.matchAll(/>((?:read|check|sheets|workbook|figures)\/\w+)/g))
      expect([place, existsSync(path.join(ROOT, 'src', place))]).toEqual([place, true]);
  });

  test('every file the README and the docs link to is there', () => {
    for (const file of [
      'README.md',
      'docs/architecture.md',
      'docs/decisions.md',
      'docs/limitations.md',
      'docs/glossary.md',
      'seeds/README.md',
    ]) {
      const links = [...read(file).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target = '']) =>
        path.join(path.dirname(file), target),
      );
      expect([file, links.filter((link) => !existsSync(path.join(ROOT, link)))]).toEqual([file, []]);
    }
  });
});
