import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { CORE, FLOORS } from '../../scripts/lint/floors.mjs';
import { ROOT } from '../support/requirements';

interface Message {
  readonly ruleId: string | null;
  readonly line: number;
  readonly fatal: boolean;
  readonly message: string;
}

const PACKAGES = [
  'react',
  'react-dom/client',
  '@fluentui/react-components',
  '@microsoft/office-js',
  'node:fs',
  'fs',
  'hucre',
  'hucre/xlsx',
  'zod',
  'pdfjs-dist',
  'lodash',
];
const HOST_GLOBALS = [
  'process.exitCode',
  'Buffer.from("")',
  'document.title',
  'window.name',
  'fetch("x")',
  'Office.context',
  'Excel.run',
  'setTimeout(() => 1, 1)',
  'localStorage.length',
];
/** Packages that know no host, so the core may use them at its boundaries. */
const HOSTLESS = ['diff', 'zod', 'pdfjs-dist'];

const BAD_CODE: readonly (readonly [code: string, rule: string])[] = [
  ["export { a } from '../cli/run';", 'house/floors'],
  ["export const a = import('../cli/run');", 'house/floors'],
  ["export type A = import('../cli/run').A;", 'house/floors'],
  ["import type { A } from '../cli/run'; export const a = (value: A) => value;", 'house/floors'],
  ["import data from '../../test/data.json'; export const a = data;", 'house/floors'],
  ["import manifest from '../../package.json'; export const a = manifest.name;", 'house/floors'],
  ['export enum A { b }', 'no-restricted-syntax'],
  ['export const a = (value: any) => value;', '@typescript-eslint/no-explicit-any'],
  ['const a = 1;\nexport default a;', 'no-restricted-syntax'],
  ["export * from './amountText';", 'no-restricted-syntax'],
];

const names = Object.keys(FLOORS);
const others = (floor: string): readonly string[] => names.filter((name) => name !== floor);

/** The first file of a floor: rules that need types want a file the project knows; its text is replaced by the snippet. */
function fileOf(floor: string): string {
  const folder = path.join(ROOT, 'src', floor);
  const file = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find(
    (name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'),
  );
  if (file === undefined) throw new Error(`src/${floor} holds no module`);
  return path.join(folder, file);
}

const upFrom = (file: string): string =>
  path.relative(path.dirname(file), path.join(ROOT, 'src')).split(path.sep).join('/');

const imports = (specifiers: readonly string[]): string =>
  specifiers.map((specifier, index) => `import { a as a${index} } from '${specifier}';\n`).join('');

const linesOf = (messages: readonly Message[], rule: string): readonly number[] => [
  ...new Set(messages.filter(({ ruleId }) => ruleId === rule).map(({ line }) => line)),
];

describe('the dependency rule', () => {
  const results = new Map<string, readonly Message[]>();
  const messagesOf = (name: string): readonly Message[] => results.get(name) ?? [];

  beforeAll(() => {
    const snippets = [
      ...names.map((floor) => {
        const file = fileOf(floor);
        return {
          name: `${floor} edges`,
          file,
          code: imports(others(floor).map((other) => `${upFrom(file)}/${other}/thing`)),
        };
      }),
      ...names.map((floor) => ({ name: `${floor} packages`, file: fileOf(floor), code: imports(PACKAGES) })),
      ...CORE.map((floor) => ({
        name: `${floor} globals`,
        file: fileOf(floor),
        code: HOST_GLOBALS.map((code, index) => `export const a${index} = ${code};\n`).join(''),
      })),
      ...BAD_CODE.map(([code]) => ({ name: code, file: path.join(ROOT, 'src/plan/money.ts'), code: `${code}\n` })),
    ];
    const output = execFileSync(process.execPath, [path.join(ROOT, 'test/support/lintSnippets.mjs')], {
      cwd: ROOT,
      input: JSON.stringify(snippets),
      encoding: 'utf8',
    });
    const messages = JSON.parse(output) as readonly (readonly Message[])[];
    snippets.forEach(({ name }, index) => results.set(name, messages[index] ?? []));
  }, 60_000);

  test('every snippet is read as code', () => {
    expect([...results.values()].flat().filter(({ fatal }) => fatal)).toEqual([]);
  });

  test('every folder of src is a floor, and every floor a folder', () => {
    const folders = readdirSync(path.join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual([...names].sort());
  });

  test.each(names)('in %s an import fires exactly on the floors it may not know', (floor) => {
    const fired = linesOf(messagesOf(`${floor} edges`), 'house/floors').map((line) => others(floor)[line - 1]);
    expect(fired).toEqual(others(floor).filter((other) => !FLOORS[floor]?.floors.includes(other)));
  });

  test.each(names)('in %s an import fires exactly on the packages it may not know', (floor) => {
    const own = FLOORS[floor]?.packages ?? [];
    const allowed = PACKAGES.filter((name) =>
      own.some((known) =>
        known.endsWith(':') ? name.startsWith(known) : name === known || name.startsWith(`${known}/`),
      ),
    );
    const fired = linesOf(messagesOf(`${floor} packages`), 'house/floors').map((line) => PACKAGES[line - 1]);
    expect(fired).toEqual(PACKAGES.filter((name) => !allowed.includes(name)));
  });

  test('imports go one way: no floor is reached from one below it', () => {
    const reached = (floor: string): readonly string[] =>
      (FLOORS[floor]?.floors ?? []).flatMap((below) => [below, ...reached(below)]);
    for (const floor of names) expect(reached(floor)).not.toContain(floor);
  });

  test.each(CORE)('%s knows no host: React, Office, Node and the DOM are errors even as globals', (floor) => {
    expect(FLOORS[floor]?.packages.filter((name) => !HOSTLESS.includes(name))).toEqual([]);
    expect(linesOf(messagesOf(`${floor} globals`), 'no-restricted-globals')).toEqual(
      HOST_GLOBALS.map((_, index) => index + 1),
    );
  });

  test.each(BAD_CODE)('%s is an error', (code, rule) => {
    expect(messagesOf(code).map(({ ruleId }) => ruleId)).toContain(rule);
  });
});
