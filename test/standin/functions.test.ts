import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { functionsMetadata } from '../../scripts/functions/metadata.mjs';
import { exampleCall } from '../../scripts/functions/examples';
import { ROOT } from '../support/requirements';
import { FUNCTION_FLAGS } from '../../standin/host/customFunctions';
import type { Host } from '../../standin/host/host';
import { startExcel } from '../../standin/client/client';

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
  runtime.associate('DUBBEL', (values, factor) =>
    (values as number[][]).map((row) => row.map((value) => value * (factor === null ? 2 : Number(factor)))),
  );
  expect(
    await host.functions.call('DUBBEL', [
      [
        [1, 2],
        [3, 4],
      ],
      null,
    ]),
  ).toEqual({
    ok: true,
    value: [
      [2, 4],
      [6, 8],
    ],
  });
  expect(await host.functions.call('dubbel', [[[1]], 10])).toEqual({ ok: true, value: [[10]] });
});

test('errors of custom functions keep their kind', async () => {
  runtime.associate('NIET', () => {
    throw new runtime.Error(runtime.ErrorCode.notAvailable, 'Deze code staat niet op het blad Plan.');
  });
  runtime.associate('FOUT', () => {
    throw new runtime.Error(runtime.ErrorCode.invalidValue, 'Geen tabel.');
  });
  runtime.associate('DEELS', () => [['ok'], [new runtime.Error(runtime.ErrorCode.notAvailable, 'Onbekend.')]]);
  runtime.associate('STUK', () => {
    throw new Error('bug');
  });
  expect(await host.functions.call('NIET', [])).toEqual({
    ok: false,
    code: 1,
    message: 'Deze code staat niet op het blad Plan.',
  });
  expect(await host.functions.call('FOUT', [])).toEqual({ ok: false, code: 7, message: 'Geen tabel.' });
  expect(await host.functions.call('STUK', [])).toMatchObject({ ok: false, code: 2 });
  const partly = await host.functions.call('DEELS', []);
  expect(partly).toMatchObject({ ok: true, value: [['ok'], [{ type: 'Error', basicValue: '#N/A' }]] });
});

test('a function that was not associated fails', async () => {
  const missing = await host.functions.call('BESTAATNIET', [], 'Blad1!A1', FUNCTION_FLAGS.cancelable);
  expect(missing.ok).toBe(false);
});

describe('the functions of Planboek in the real runtime', () => {
  const { nl, texts } = functionsMetadata(ROOT);
  const ids = nl.functions.map(({ id }) => id);
  const CREDITS = [
    ['BD', 'Code', 'Soort', 'Richting', 'Eindkrediet', 'Jaarrekening'],
    ['BD1', 'AC1', 'Exploitatie', 'Uitgaven', 10, 9],
    ['BD1', 'AC2', 'Exploitatie', 'Uitgaven', 20, ''],
  ];
  const PLAN = [
    ['Code', 'Titel', 'Niveau', 'Boven', 'Status'],
    ['BD1', 'Doel', 'BD', '', ''],
    ['AC1', 'Een', 'AC', 'BD1', 'Niet opgestart'],
  ];

  beforeAll(async () => {
    startExcel();
    await import('../../src/functions/functions');
  });

  test('every function answers its example, whole or with the last arguments left out as Excel leaves them out', async () => {
    const calls = ids.flatMap((id) => {
      const { args } = exampleCall(id);
      const { parameters } = nl.functions.find((each) => each.id === id)!;
      return [
        { id, args },
        { id, args: parameters.map((_, at) => args[at] ?? null) },
      ];
    });
    const answers = await host.functions.callAll(calls);
    expect(calls.map(({ id }, at) => [id, answers[at]])).toEqual(
      calls.map(({ id }) => [id, { ok: true, value: texts.functions[id]!.example.answer }]),
    );
  });

  test('every function refuses what is no table with #VALUE! and a sentence', async () => {
    const calls = nl.functions.map(({ id, parameters }) => ({
      id,
      args: parameters.map(({ name, dimensionality }) =>
        dimensionality === 'matrix' ? [['x']] : name === 'naam' ? 'J2' : '',
      ),
    }));
    const answers = await host.functions.callAll(calls);
    const refusal = { ok: false, code: 7, message: expect.stringMatching(/^[A-Z"].+\.$/) };
    expect(calls.map(({ id }, at) => [id, answers[at]])).toEqual(calls.map(({ id }) => [id, refusal]));
  });

  test('codes spill; a code that does not exist is an error in its own cell, an empty one empty', async () => {
    const message = 'De code AC9 staat niet op het blad Plan.';
    expect(
      await host.functions.callAll([
        {
          id: 'STATUS',
          args: [
            PLAN,
            [
              ['AC1', ''],
              ['AC9', 'BD1'],
            ],
          ],
        },
        { id: 'BOOM', args: [PLAN, 'AC9', null] },
      ]),
    ).toEqual([
      {
        ok: true,
        value: [
          ['Niet opgestart', ''],
          [expect.objectContaining({ type: 'Error', basicValue: '#N/A', message }), ''],
        ],
      },
      { ok: false, code: 1, message },
    ]);
  });

  test('a scalar for a range, numbers as text, a year that is an empty cell', async () => {
    const amount = (codes: unknown, year: unknown, table: unknown = CREDITS): Promise<unknown> =>
      host.functions.call('BEDRAG', [table, codes, 'Exploitatie', 'Uitgaven', 'Eindkrediet', year]);
    expect(
      await Promise.all([
        amount('BD1', null),
        amount('bd1', ''),
        amount(
          [['AC2']],
          0,
          CREDITS.map((row) => row.map(String)),
        ),
      ]),
    ).toEqual([
      { ok: true, value: [[30]] },
      { ok: true, value: [[30]] },
      { ok: true, value: [[20]] },
    ]);
  });

  test('error values in cells come as the runtime makes them: only what needs the cell is an error', async () => {
    const broken = CREDITS.map((row, at) =>
      row.map((cell, across) => (at === 2 && across === 4 ? { type: 'CustomFunctionError', code: '#REF!' } : cell)),
    );
    const answer = await host.functions.call(
      'BEDRAG',
      [broken, [['AC1'], ['AC2'], ['BD1']], 'Exploitatie', 'Uitgaven', 'Eindkrediet', null],
      'Blad1!A1',
      FUNCTION_FLAGS.errorArguments,
    );
    const refused = expect.objectContaining({
      type: 'Error',
      basicValue: '#VALUE!',
      message: 'In rij 3 van de kredieten staat in Eindkrediet een fout (#REF!).',
    });
    expect(answer).toEqual({ ok: true, value: [[10], [refused], [refused]] });
  });

  test('numbers with a format come as data types, and count for their number', async () => {
    const rich = CREDITS.map((row) =>
      row.map((cell) =>
        typeof cell === 'number'
          ? { value: JSON.stringify({ type: 'FormattedNumber', primitive: cell, numberFormat: '0,00' }) }
          : cell,
      ),
    );
    expect(
      await host.functions.call(
        'BEDRAG',
        [rich, 'BD1', 'Exploitatie', 'Uitgaven', 'Eindkrediet', null],
        'Blad1!A1',
        FUNCTION_FLAGS.richData,
      ),
    ).toEqual({ ok: true, value: [[30]] });
  });

  test('tables beyond what Excel passes are refused with the way out', async () => {
    const huge = Array.from({ length: 5200 }, () => ['x'.repeat(1024)]);
    expect(await host.functions.call('STATUS', [huge, 'AC1'])).toMatchObject({
      ok: false,
      code: 7,
      message: expect.stringMatching(/hoogstens 5 door\. Geef alleen de kolommen/),
    });
  });

  test('a recalculation of the same call gives the same answer: nothing is remembered, nothing is changed', async () => {
    const { args } = exampleCall('CONTROLE');
    const before = JSON.stringify(args);
    const answers = await host.functions.callAll(Array.from({ length: 5 }, () => ({ id: 'CONTROLE', args })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(JSON.stringify(args)).toBe(before);
  });
});
