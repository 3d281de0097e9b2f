import { beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { lookUp } from '../../src/functions/lookup';
import { ROOT } from '../support/requirements';

const TABLE = [['Niveau', 'Code', 'Status'], ['AC', 'AC-1', 'Niet opgestart'], ['AC', 'AC-2', ''], ['AC', 'AC-1', 'dubbel']];

describe('looking codes up in a table', () => {
  test('answers in the shape of the codes, empty for empty, null for unknown', () => {
    expect(lookUp(TABLE, 'Code', 'Status', [['AC-1', ' AC-2 '], ['', 'AC-9'], [null, 'AC-1']])).toEqual({
      ok: true,
      value: [['Niet opgestart', ''], ['', null], ['', 'Niet opgestart']],
    });
  });

  test('names the heading that the table lacks', () => {
    expect(lookUp([['Code']], 'Code', 'Status', [['AC-1']])).toEqual({ ok: false, failure: { heading: 'Status' } });
    expect(lookUp([], 'Code', 'Status', [['AC-1']])).toEqual({ ok: false, failure: { heading: 'Code' } });
  });

  test('finds codes that are numbers', () => {
    expect(lookUp([['Code', 'Status'], [101, 'ok']], 'Code', 'Status', [['101', 101]])).toMatchObject({ value: [['ok', 'ok']] });
  });
});

describe('PLAN.STATUS', () => {
  class FunctionError {
    constructor(readonly code: string, readonly message?: string) {}
  }
  const associated = new Map<string, (...args: unknown[][][]) => unknown>();

  beforeAll(async () => {
    Object.assign(globalThis, {
      CustomFunctions: {
        associate: (id: string, implementation: (...args: unknown[][][]) => unknown) => associated.set(id, implementation),
        Error: FunctionError,
        ErrorCode: { invalidValue: '#VALUE!', notAvailable: '#N/A' },
      },
    });
    await import('../../src/functions/functions');
  });

  test('every function that is described is there under its id', async () => {
    const { metadataJson, errors } = await generateCustomFunctionsMetadata(path.join(ROOT, 'src/functions/functions.ts'));
    expect(errors).toEqual([]);
    const { functions } = JSON.parse(metadataJson) as { functions: readonly { id: string; description: string }[] };
    expect(functions.map(({ id }) => id)).toEqual([...associated.keys()]);
    for (const { description } of functions) expect(description).toMatch(/\.$/);
  });

  test('is #N/A with a sentence for a code that is not in the plan', () => {
    expect(associated.get('STATUS')?.(TABLE, [['AC-1'], ['AC-9']])).toEqual([['Niet opgestart'], [new FunctionError('#N/A', 'Deze code staat niet op het blad Plan.')]]);
  });

  test('is #VALUE! with a sentence for a table without its headings', () => {
    expect(() => associated.get('STATUS')?.([['x']], [['AC-1']])).toThrow(expect.objectContaining({ code: '#VALUE!' }));
  });

  test('the namespace of the manifest is the one the functions are known by', () => {
    expect(readFileSync(path.join(ROOT, 'manifest.xml'), 'utf8')).toMatch(/id="Functions\.Namespace" DefaultValue="PLAN"/);
  });
});
