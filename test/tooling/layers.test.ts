import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CORE, ENTRIES, LAYERS } from '../../scripts/lint/layers.mjs';
import { ROOT } from '../support/requirements';

const NAMES = Object.keys(LAYERS);

interface Problem {
  readonly rule: string;
  readonly modules: readonly string[];
}

/** The dependency rule over a project of these files, in a process of its own: dependency-cruiser is an ES module. */
function problemsIn(folder: string): readonly Problem[] {
  const { stdout, stderr } = spawnSync(process.execPath, [path.join(ROOT, 'scripts/lint/dependencies.mjs'), '--json'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as readonly Problem[];
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

const importing = (specifiers: readonly string[]): string =>
  specifiers.map((specifier, index) => `export { a as a${index} } from '${specifier}';\n`).join('');

/** A small project that breaks every rule, each in a file of its own. */
const BAD_PROJECT: Readonly<Record<string, string>> = {
  'tsconfig.json': '{ "compilerOptions": { "moduleResolution": "bundler" } }',
  'package.json': '{ "name": "bad" }',
  ...Object.fromEntries(
    NAMES.flatMap((layer) => [
      [`src/${layer}/a.ts`, 'export const a = 1;'],
      [`src/${layer}/packages.ts`, importing(PACKAGES)],
      ...NAMES.filter((other) => other !== layer).map((other) => [
        `src/${layer}/to-${other}.ts`,
        `import type { a } from '../${other}/a'; export type B = typeof a;`,
      ]),
      [`src/${layer}/own.ts`, "import manifest from '../../package.json'; export const a = manifest;"],
    ]),
  ),
  ...Object.fromEntries(ENTRIES.map((file) => [file, 'export const a = 1;'])),
  'src/attic/a.ts': "export { a } from '../plan/a';",
  'src/plan/dynamic.ts': "export const a = import('../cli/a');",
  'src/plan/inline.ts': "export type A = typeof import('../cli/a').a;",
  'src/plan/tested.ts': "export { a } from '../../test/a';",
  'src/plan/one.ts': "import { two } from './two'; export const one = () => two;",
  'src/plan/two.ts': "import { one } from './one'; export const two = () => one;",
  'src/plan/whole.ts': "export { a } from './whole/part';",
  'src/plan/whole/part.ts': "export { a } from '../a';",
  'src/taskpane/components/a.ts': "export { a } from '../state/a';",
  'src/taskpane/state/a.ts': 'export const a = 1;',
  'standin/a.ts': "export { a } from '../scripts/a';",
  'scripts/a.ts': "export { a } from '../test/a';",
  'test/a.ts': 'export const a = 1;',
};

describe('the dependency rule, on a project that breaks it', () => {
  let problems: readonly Problem[] = [];
  let folder = '';
  const broken = (rule: string): readonly string[] =>
    problems.filter((problem) => problem.rule === rule).map(({ modules }) => modules.join(' -> '));

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'planboek-layers-'));
    for (const [file, text] of Object.entries(BAD_PROJECT)) {
      mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
    problems = problemsIn(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(NAMES)('src/%s may import exactly the layers it names', (layer) => {
    const fired = problems
      .filter(({ rule, modules: [from = ''] }) => rule === `layer-${layer}` && from.includes('/to-'))
      .map(({ modules: [, to = ''] }) => to.split('/')[1]);
    const forbidden = NAMES.filter((other) => other !== layer && !LAYERS[layer]?.layers.includes(other));
    expect(fired.sort()).toEqual(forbidden.sort());
  });

  test.each(NAMES)('src/%s may import exactly the packages it names', (layer) => {
    const { packages = [], node = false } = LAYERS[layer] ?? {};
    const allowed = PACKAGES.filter(
      (name) =>
        packages.some((known) => name === known || name.startsWith(`${known}/`)) ||
        (node && ['node:fs', 'fs'].includes(name)),
    );
    const fired = problems.filter(({ rule }) => rule === `packages-${layer}`).map(({ modules: [, to = ''] }) => to);
    const names = fired.map((to) => PACKAGES.findLast((name) => to.includes(name.split('/').slice(0, 2).join('/'))));
    expect(new Set(fired).size).toBe(
      new Set(PACKAGES.map((name) => name.replace('node:', ''))).size -
        new Set(allowed.map((name) => name.replace('node:', ''))).size,
    );
    for (const name of allowed) expect(names).not.toContain(name);
  });

  test('only layers that know a host may read package.json', () => {
    const fired = problems.filter(({ modules: [, to] }) => to === 'package.json').map(({ rule }) => rule);
    expect(fired.sort()).toEqual(CORE.map((layer) => `layer-${layer}`).sort());
  });

  test('imports of types and at run time count as any other', () => {
    expect(broken('layer-plan')).toContain('src/plan/dynamic.ts -> src/cli/a.ts');
    expect(broken('layer-plan')).toContain('src/plan/inline.ts -> src/cli/a.ts');
    expect(broken('layer-plan')).toContain('src/plan/tested.ts -> test/a.ts');
  });

  test('modules and folders may not go round in a circle', () => {
    expect(broken('no-cycle')).toEqual([expect.stringContaining('src/plan/two.ts')]);
    expect(broken('no-folder-cycle').some((cycle) => cycle.includes('src/plan -> src/plan/whole'))).toBe(true);
  });

  test('each other rule fires where it should', () => {
    expect(broken('unknown-layer')).toEqual(['src/attic/a.ts -> src/plan/a.ts']);
    expect([...broken('test-is-for-tests')].sort()).toEqual([
      'scripts/a.ts -> test/a.ts',
      'src/plan/tested.ts -> test/a.ts',
    ]);
    expect(broken('stand-in-on-its-own')).toEqual(['standin/a.ts -> scripts/a.ts']);
    expect(broken('components-without-state')).toEqual(['src/taskpane/components/a.ts -> src/taskpane/state/a.ts']);
    expect(broken('part-of-the-product').join()).toContain('src/attic/a.ts');
  });
});

test('every folder of src is a layer, and every layer a folder', () => {
  const folders = readdirSync(path.join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual([...NAMES].sort());
});

test('imports go one way: no layer is reached from one below it', () => {
  const reached = (layer: string): readonly string[] =>
    (LAYERS[layer]?.layers ?? []).flatMap((below) => [below, ...reached(below)]);
  for (const layer of NAMES) expect(reached(layer)).not.toContain(layer);
});

interface Message {
  readonly ruleId: string | null;
  readonly line: number;
  readonly fatal: boolean;
}

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
const HOSTLESS = ['zod', 'diff', 'pdfjs-dist', 're2js', 'hucre'];

const BAD_CODE: readonly (readonly [code: string, rule: string])[] = [
  ['export enum A { b }', 'no-restricted-syntax'],
  ['export const a = (value: any) => value;', '@typescript-eslint/no-explicit-any'],
  ['const a = 1;\nexport default a;', 'no-restricted-syntax'],
  ["export * from './amountText';", 'no-restricted-syntax'],
];

/** The first file of a layer: rules that need types want a file the project knows; its text is replaced by the snippet. */
function fileOf(layer: string): string {
  const folder = path.join(ROOT, 'src', layer);
  const file = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find(
    (name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'),
  );
  if (file === undefined) throw new Error(`src/${layer} holds no module`);
  return path.join(folder, file);
}

describe('what ESLint forbids', () => {
  const results = new Map<string, readonly Message[]>();
  const messagesOf = (name: string): readonly Message[] => results.get(name) ?? [];

  beforeAll(() => {
    const snippets = [
      ...CORE.map((layer) => ({
        name: layer,
        file: fileOf(layer),
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
  });

  test('every snippet is read as code', () => {
    expect([...results.values()].flat().filter(({ fatal }) => fatal)).toEqual([]);
  });

  test.each(CORE)('%s knows no host: React, Office, Node and the DOM are errors even as globals', (layer) => {
    expect(LAYERS[layer]?.packages.filter((name) => !HOSTLESS.includes(name))).toEqual([]);
    const fired = messagesOf(layer).filter(({ ruleId }) => ruleId === 'no-restricted-globals');
    expect([...new Set(fired.map(({ line }) => line))]).toEqual(HOST_GLOBALS.map((_, index) => index + 1));
  });

  test.each(BAD_CODE)('%s is an error', (code, rule) => {
    expect(messagesOf(code).map(({ ruleId }) => ruleId)).toContain(rule);
  });
});
