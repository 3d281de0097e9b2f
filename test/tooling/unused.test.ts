import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { ROOT } from '../support/requirements';

/** Where the product starts: the command line, the pane with its buttons, its worker, and the custom functions. */
const ENTRIES = [
  'src/cli/start/main.ts',
  'src/taskpane/taskpane.tsx',
  'src/taskpane/engine/worker.ts',
  'src/functions/functions.ts',
];

/** What nothing in src uses, and why it stands there all the same. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  SCHEMA_MATCHES_TYPE: 'fails to compile when schema and type of a document drift apart',
  documentJsonSchema: 'the published JSON Schema is made from it (scripts/docs)',
  isNestedDash: 'rows that a dash opens, until the schema rows have ids',
};

const sourcesIn = (folder: string): readonly string[] =>
  readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourcesIn(file);
    return /\.tsx?$/.test(file) && !file.endsWith('.d.ts') ? [file] : [];
  });

const FILES = sourcesIn('src');
const CODE = new Map(
  FILES.map((file) => [
    file,
    readFileSync(path.join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''),
  ]),
);

const isFile = (file: string): boolean => statSync(path.join(ROOT, file), { throwIfNoEntry: false })?.isFile() ?? false;

function importsOf(file: string): readonly string[] {
  const specifiers = [...(CODE.get(file) ?? '').matchAll(/(?:from|import\(|import|URL\() ?['"](\.[^'"]+)['"]/g)].map(
    (match) => match[1] ?? '',
  );
  return specifiers.flatMap((specifier) => {
    const target = path.posix.join(path.posix.dirname(file), specifier);
    return [target, `${target}.ts`, `${target}.tsx`].filter(isFile).slice(0, 1);
  });
}

function reachable(entries: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...entries];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    open.push(...importsOf(file));
  }
  return seen;
}

test('every module of src is part of the product', () => {
  expect(ENTRIES.filter((file) => !isFile(file))).toEqual([]);
  const found = reachable(ENTRIES);
  const excepted = (file: string): boolean =>
    Object.keys(EXCEPTIONS).some((name) => new RegExp(`export const ${name}\\b`).test(CODE.get(file) ?? ''));
  expect(FILES.filter((file) => !found.has(file) && !excepted(file))).toEqual([]);
});

test('every export of src is used by src', () => {
  const uses = new Map<string, number>();
  for (const code of CODE.values())
    for (const word of code.match(/[A-Za-z_$][\w$]*/g) ?? []) uses.set(word, (uses.get(word) ?? 0) + 1);
  const declared = [...CODE].flatMap(([file, code]) =>
    [...code.matchAll(/^export (?:async )?(?:const|let|function\*?|class|interface|type) ([A-Za-z_$][\w$]*)/gm)].map(
      (match) => [file, match[1] ?? ''] as const,
    ),
  );
  expect(declared.length).toBeGreaterThan(1000);
  const unused = declared.filter(
    ([file, name]) => uses.get(name) === 1 && !ENTRIES.includes(file) && !(name in EXCEPTIONS),
  );
  expect(unused).toEqual([]);
});
