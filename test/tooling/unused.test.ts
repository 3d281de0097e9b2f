import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { ENTRIES } from '../../scripts/lint/layers.mjs';
import { ROOT } from '../support/requirements';

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
