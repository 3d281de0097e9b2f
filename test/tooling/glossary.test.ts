import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { DEFAULT_STATUSES, UNKNOWN_STATUS } from '../../src/plan/status';
import { EVALUATION } from '../../src/plan/vocabulary';
import { ROOT } from '../support/requirements';

const FOLDER = path.join(ROOT, 'src/plan');
const glossary = readFileSync(path.join(ROOT, 'docs/glossary.md'), 'utf8');
const entries = [...glossary.matchAll(/^\| `([^`]+)` \| ([^|]*) \|/gm)].map(([, name = '', dutch = '']) => ({
  name,
  dutch: dutch.trim(),
}));
const listed = entries.map(({ name }) => name);

/** Interfaces and type aliases a module of src/plan gives out. */
function exportedTypes(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(path.join(FOLDER, file), 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    const named = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
    return named && statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
      ? [statement.name.text]
      : [];
  });
}

describe('the glossary', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ts'));
  const types = files.flatMap(exportedTypes);
  const members: string[] = [];

  beforeAll(async () => {
    // Roles of lines have their labels in their own table; they would only be repeated here.
    for (const file of files.filter((name) => name !== 'lineRole.ts')) {
      const module: Record<string, unknown> = await import(path.join(FOLDER, file));
      for (const value of Object.values(module)) {
        if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
          members.push(...(value as string[]));
      }
    }
    members.push(...DEFAULT_STATUSES.flatMap(({ code, meaning }) => [code, meaning]), UNKNOWN_STATUS, EVALUATION);
  });

  test('has every type of the domain', () => {
    expect(types.length).toBeGreaterThan(30);
    expect(types.filter((name) => !listed.includes(name))).toEqual([]);
  });

  test('has every member of the closed lists and of the default statuses', () => {
    expect(members.length).toBeGreaterThan(30);
    expect(members.filter((name) => !listed.includes(name))).toEqual([]);
  });

  test('has nothing that is gone, and nothing twice', () => {
    const known = new Set([...types, ...members]);
    expect(listed.filter((name) => !known.has(name))).toEqual([]);
    expect(listed.filter((name, index) => listed.indexOf(name) !== index)).toEqual([]);
  });

  test('has a Dutch term for each', () => {
    expect(entries.filter(({ dutch }) => dutch === '')).toEqual([]);
  });
});
