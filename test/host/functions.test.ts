import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { FUNCTION_FLAGS } from './customFunctions';
import type { Host } from './host';
import { startExcel } from './node/client';

interface Runtime {
  associate(id: string, implementation: (...args: unknown[]) => unknown): void;
  readonly Error: new (code: string, message?: string) => Error;
  readonly ErrorCode: Readonly<Record<'notAvailable' | 'invalidValue', string>>;
}

let host: Host;
let runtime: Runtime;
beforeEach(() => {
  host = startExcel();
  runtime = (globalThis as unknown as { CustomFunctions: Runtime }).CustomFunctions;
});

/** The runtime holds its last batch open for half a second. */
afterAll(() => new Promise((resolve) => setTimeout(resolve, 700)));

test('a custom function answers through the real runtime', async () => {
  runtime.associate('DUBBEL', (values, factor) => (values as number[][]).map((row) => row.map((value) => value * (factor === null ? 2 : Number(factor)))));
  expect(await host.functions.call('DUBBEL', [[[1, 2], [3, 4]], null])).toEqual({ ok: true, value: [[2, 4], [6, 8]] });
  expect(await host.functions.call('dubbel', [[[1]], 10])).toEqual({ ok: true, value: [[10]] });
});

test('errors of custom functions keep their kind', async () => {
  runtime.associate('NIET', () => { throw new runtime.Error(runtime.ErrorCode.notAvailable, 'Deze code staat niet op het blad Plan.'); });
  runtime.associate('FOUT', () => { throw new runtime.Error(runtime.ErrorCode.invalidValue, 'Geen tabel.'); });
  runtime.associate('DEELS', () => [['ok'], [new runtime.Error(runtime.ErrorCode.notAvailable, 'Onbekend.')]]);
  runtime.associate('STUK', () => { throw new Error('bug'); });
  expect(await host.functions.call('NIET', [])).toEqual({ ok: false, code: 1, message: 'Deze code staat niet op het blad Plan.' });
  expect(await host.functions.call('FOUT', [])).toEqual({ ok: false, code: 7, message: 'Geen tabel.' });
  expect(await host.functions.call('STUK', [])).toMatchObject({ ok: false, code: 2 });
  const partly = await host.functions.call('DEELS', []);
  expect(partly).toMatchObject({ ok: true, value: [['ok'], [{ type: 'Error', basicValue: '#N/A' }]] });
});

test('a function that was not associated fails', async () => {
  const missing = await host.functions.call('BESTAATNIET', [], 'Blad1!A1', FUNCTION_FLAGS.cancelable);
  expect(missing.ok).toBe(false);
});
