import { functionsMetadata } from '../scripts/functions/metadata.mjs';
import { exampleCall } from '../scripts/functions/examples';
import { startExcel } from '../standin/client/client';
import type { CustomFunctionResult } from '../standin/host/customFunctions';
import { ROOT } from '../scripts/seed/seedFiles.mjs';
import { assertEqual, median, once, type Bench, type Figure } from './run';

type Call = { readonly id: string; readonly args: readonly unknown[] };

/** The real runtime, with the functions associated in it. */
async function runtime(): Promise<(calls: readonly Call[]) => Promise<readonly CustomFunctionResult[]>> {
  const host = startExcel();
  await import('../src/functions/functions');
  return (calls) => host.functions.callAll(calls);
}

const CALLS = 2_000;

/** A recalculation that calls one function two thousand times, on the small tables of the manual: what a call itself costs. */
const manyCalls: Bench = {
  name: 'functions 2,000 calls each',
  run: async () => {
    const callAll = await runtime();
    const { nl, texts } = functionsMetadata(ROOT);
    const figures: Figure[] = [];
    for (const { id } of nl.functions) {
      const call = { id, args: exampleCall(id).args };
      const { time, value } = await once(() => callAll(Array.from({ length: CALLS }, () => call)));
      assertEqual(`answers of ${id}`, value.filter((answer) => !answer.ok).length, 0);
      for (const answer of value) assertEqual(id, answer, { ok: true, value: texts.functions[id]?.example.answer });
      // The runtime holds answers back for half a second, however many there are.
      figures.push({
        name: `${CALLS.toLocaleString('en')} x PLAN.${id}`,
        value: time,
        unit: 'ms',
        aim: 2_000,
        limit: 10_000,
      });
    }
    return figures;
  },
};

const CODES = 500;
const ROWS = 20_000;
const YEARS = 20;
const KINDS = ['Exploitatie', 'Investeringen'] as const;
const HEADINGS = [
  'Jaar',
  'BD',
  'AP',
  'AC',
  'Code',
  'Soort',
  'Richting',
  'Initieel krediet',
  'Eindkrediet',
  'Jaarrekening',
];

/** Credits of 500 actions in plans of 10, objectives of 50: every action has a line per year and kind. The amount of a line tells where it stands. */
function longCredits(): {
  readonly table: readonly (readonly (string | number)[])[];
  readonly codes: readonly string[];
} {
  const codes = Array.from({ length: CODES }, (_, at) => `AC${String(at).padStart(6, '0')}`);
  const rows = codes.flatMap((code, at) =>
    Array.from({ length: YEARS }, (_, year) =>
      KINDS.map((kind) => [
        2020 + year,
        `BD${Math.floor(at / 50)}`,
        `AP${Math.floor(at / 10)}`,
        code,
        code,
        kind,
        'Uitgaven',
        at + year,
        at + 0.25,
        at + 0.5,
      ]),
    ).flat(),
  );
  return { table: [HEADINGS, ...rows], codes };
}

const SINGLE_CALLS = 20;
/** How many times cheaper a spilled cell must be. */
const RATIO = 50;

/** The runtime holds answers back when it gave some less than half a second ago; after a rest every call is timed alike. */
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1_200));

/** One spilled call beside a call per cell: the table is handed over and read once, not once per code. */
const spilled: Bench = {
  name: 'functions spilled',
  run: async () => {
    const callAll = await runtime();
    const { table, codes } = longCredits();
    assertEqual('credit rows', table.length - 1, ROWS);
    const ask = (asked: unknown): Call => ({
      id: 'BEDRAG',
      args: [table, asked, 'Exploitatie', 'Uitgaven', 'Eindkrediet', null],
    });
    const expected = codes.map((_, at) => [YEARS * (at + 0.25)]);
    const [first, last] = await callAll([ask(codes.map((code) => [code])), ask([['BD3', 'AP7']])]);
    assertEqual('spilled', first, { ok: true, value: expected });
    const sum = (from: number, to: number): number =>
      expected.slice(from, to).reduce((total, [value = 0]) => total + value, 0);
    assertEqual('rolled up', last, { ok: true, value: [[sum(150, 200), sum(70, 80)]] });

    const timed = async (
      calls: readonly Call[],
    ): Promise<{ readonly time: number; readonly value: readonly CustomFunctionResult[] }> => {
      await rest();
      return once(() => callAll(calls));
    };
    const single = await timed([ask([[codes[0]]])]);
    assertEqual('single call', single.value[0], { ok: true, value: [expected[0]] });
    const singles = await timed(codes.slice(0, SINGLE_CALLS).map((code) => ask([[code]])));
    singles.value.forEach((answer, at) => assertEqual('single call', answer, { ok: true, value: [expected[at]] }));
    const together = await timed([ask(codes.map((code) => [code]))]);
    assertEqual('spilled call', together.value[0], { ok: true, value: expected });
    const perCell = { single: singles.time / SINGLE_CALLS, spilled: together.time / CODES };
    const ratio = perCell.single / perCell.spilled;
    assertEqual(`spilled at least ${RATIO} times cheaper per cell (${ratio.toFixed(0)})`, ratio >= RATIO, true);

    // Without the runtime's way of holding answers back: what reading the message and answering cost.
    const { bedrag } = await import('../src/functions/functions');
    const work = (asked: unknown): (() => unknown) => {
      const text = JSON.stringify(ask(asked).args);
      return () => (bedrag as (...args: unknown[]) => unknown)(...(JSON.parse(text) as unknown[]));
    };
    assertEqual('single', work([['AC000123']])(), [expected[123]]);
    const [one, all] = [
      await median(work([['AC000123']]), 7, 2),
      await median(work(codes.map((code) => [code])), 7, 2),
    ];
    return [
      {
        name: `arguments of one call over ${ROWS.toLocaleString('en')} rows`,
        value: JSON.stringify(ask(codes).args).length / 1024 / 1024,
        unit: 'MB',
        limit: 5,
      },
      { name: 'one call for one code', value: single.time, unit: 'ms', limit: 2_000 },
      { name: `${SINGLE_CALLS} calls for one code each, per cell`, value: perCell.single, unit: 'ms' },
      { name: `one spilled call for ${CODES} codes`, value: together.time, unit: 'ms', limit: 2_000 },
      { name: 'per cell', value: perCell.spilled, unit: 'ms' },
      { name: `single against spilled, per cell (at least ${RATIO})`, value: ratio, unit: 'x' },
      { name: 'the same without the runtime', value: one / (all / CODES), unit: 'x' },
    ];
  },
};

/** The plan those credits are of, and a transfer per action. */
function longPlan(codes: readonly string[]): {
  readonly plan: readonly (readonly string[])[];
  readonly transfers: readonly (readonly (string | number)[])[];
} {
  const above = (count: number, level: string, parent: (at: number) => string): readonly (readonly string[])[] =>
    Array.from({ length: count }, (_, at) => [`${level}${at}`, `${level} ${at}`, level, parent(at), '']);
  return {
    plan: [
      ['Code', 'Titel', 'Niveau', 'Boven', 'Status'],
      ...above(CODES / 50, 'BD', () => ''),
      ...above(CODES / 10, 'AP', (at) => `BD${Math.floor(at / 5)}`),
      ...codes.map((code, at) => [code, `Actie ${at}`, 'AC', `AP${Math.floor(at / 10)}`, '']),
    ],
    transfers: [
      ['Actie', 'Soort', 'Richting', 'Van jaar', 'Bedrag'],
      ...codes.map((code) => [code, 'Exploitatie', 'Uitgaven', 2024, 1]),
    ],
  };
}

/** The functions that answer a whole table, once each over the long tables. */
const longTables: Bench = {
  name: 'functions long tables',
  run: async () => {
    const callAll = await runtime();
    const { table, codes } = longCredits();
    const { plan, transfers } = longPlan(codes);
    const column = codes.map((code) => [code]);
    const calls: readonly (Call & { readonly rows: number })[] = [
      { id: 'REALISATIE', args: [table, column, 'Exploitatie', 'Uitgaven'], rows: CODES },
      { id: 'STATUS', args: [plan, column], rows: CODES },
      { id: 'AANTAL', args: [plan, column, null, null], rows: CODES },
      { id: 'BOOM', args: [plan, null, null], rows: plan.length },
      { id: 'CONTROLE', args: [plan, table, null], rows: 1 },
      { id: 'AFSTEMMING', args: [table, transfers, null], rows: ROWS + 1 },
      { id: 'SCHEMA', args: ['J2', table, null], rows: 13 },
      { id: 'SCHEMA', args: ['J1', table, plan], rows: 154 },
    ];
    const figures: Figure[] = [];
    for (const { id, args, rows } of calls) {
      await rest();
      const {
        time,
        value: [answer],
      } = await once(() => callAll([{ id, args }]));
      assertEqual(
        `rows of ${id}`,
        answer?.ok === true && Array.isArray(answer.value) ? answer.value.length : answer,
        rows,
      );
      figures.push({
        name: `PLAN.${id}${id === 'SCHEMA' ? ` ${String(args[0])}` : ''}, ${rows.toLocaleString('en')} rows`,
        value: time,
        unit: 'ms',
        aim: 1_500,
        limit: 10_000,
      });
    }
    return figures;
  },
};

const PLAN_ROWS = 484;
const PLAN_COLUMN_COUNT = 95;
const POINTED_AT = 8;
/** All calls of a calculation go in one message: two thousand with the whole table are more than a text can hold. */
const CELLS_WITH_FORMULA = 200;

/** A formula per cell over the plan: Excel hands over all that it points at, once per cell. */
const perCell: Bench = {
  name: 'functions a formula per cell',
  run: async () => {
    const callAll = await runtime();
    const heading = ['Code', 'Titel', 'Niveau', 'Boven', 'Prioritair', 'Van', 'Tot', 'Status'];
    const whole = [
      [...heading, ...Array.from({ length: PLAN_COLUMN_COUNT - POINTED_AT }, (_, at) => `Kolom ${at}`)],
      ...Array.from({ length: PLAN_ROWS }, (_, at) => [
        `AC${String(at).padStart(6, '0')}`,
        `Actie ${at} van het plan`,
        'AC',
        `AP${Math.floor(at / 10)}`,
        'nee',
        46023,
        47848,
        'Voortgang loopt zoals gepland',
        ...Array.from({ length: PLAN_COLUMN_COUNT - POINTED_AT }, (__, column) =>
          column % 3 === 0 ? at * column : '',
        ),
      ]),
    ];
    const few = whole.map((row) => row.slice(0, POINTED_AT));
    const figures: Figure[] = [];
    for (const [name, table] of [
      ['the whole table', whole],
      ['Code to Status', few],
    ] as const) {
      const call = { id: 'STATUS', args: [table, 'AC000123'] };
      await rest();
      const { time, value } = await once(() => callAll(Array.from({ length: CELLS_WITH_FORMULA }, () => call)));
      for (const answer of value)
        assertEqual('STATUS', answer, { ok: true, value: [['Voortgang loopt zoals gepland']] });
      figures.push(
        { name: `${name}: arguments of a call`, value: JSON.stringify(call.args).length / 1024 / 1024, unit: 'MB' },
        { name: `${name}: ${CELLS_WITH_FORMULA} x PLAN.STATUS`, value: time, unit: 'ms', limit: 60_000 },
      );
    }
    return figures;
  },
};

export const FUNCTION_BENCHES: readonly Bench[] = [manyCalls, perCell, spilled, longTables];
