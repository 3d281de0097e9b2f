import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { holdsMoney } from '../../src/read/figures';
import { readReport } from '../../src/read/report/report';

/**
 * Right, or said: whatever happens to the text of a table, each figure that is stored is a figure that was printed under that
 * column, and each line whose figures are not stored is named as not understood.
 */

const LABELS = [
  'I. Exploitatiesaldo',
  'a. Ontvangsten',
  'b. Uitgaven',
  'II. Investeringssaldo',
  'III. Saldo exploitatie en investeringen',
];
const PHASES = ['Jaarrekening', 'Meerjarenplan'] as const;

interface Table {
  readonly years: readonly number[];
  readonly rows: readonly (readonly number[])[];
}

/** Every cell has a figure of its own, so that a figure in a wrong place shows. */
const tables: fc.Arbitrary<Table> = fc
  .record({
    first: fc.integer({ min: 2020, max: 2030 }),
    years: fc.integer({ min: 1, max: 3 }),
    seed: fc.integer({ min: 1, max: 400 }),
    // Last groups such as 199 and 202 make years of cells that run together.
    rest: fc.integer({ min: 101, max: 940 }),
    small: fc.boolean(),
  })
  .map(({ first, years, seed, rest, small }) => ({
    years: Array.from({ length: years }, (_, at) => first + at),
    rows: LABELS.map((_, row) =>
      Array.from(
        { length: years * 2 },
        (__, column) => (small ? 0 : 1_000_000) + seed * 1000 + row * 10 + column + rest,
      ),
    ),
  }));

const dots = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, '.');
const blanks = (value: number): string => dots(value).replaceAll('.', ' ');
const FORMATS = { dots, blanks, unmarked: String };

interface Printed {
  readonly years: readonly string[];
  readonly phases: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

type Damage = (printed: Printed) => Printed;

const everyRow =
  (change: (row: readonly string[]) => readonly string[]): Damage =>
  (printed) => ({ ...printed, rows: printed.rows.map(change) });
const someRow =
  (at: number, change: (row: readonly string[]) => readonly string[]): Damage =>
  (printed) => ({
    ...printed,
    rows: printed.rows.map((row, index) => (index === at % printed.rows.length ? change(row) : row)),
  });

const without = <T>(list: readonly T[], at: number): readonly T[] =>
  list.filter((_, index) => index !== at % list.length);
const doubled = <T>(list: readonly T[], at: number): readonly T[] =>
  list.flatMap((item, index) => (index === at % list.length ? [item, item] : [item]));
const merged = (list: readonly string[], at: number): readonly string[] => {
  const from = at % Math.max(list.length - 1, 1);
  return [...list.slice(0, from), list.slice(from, from + 2).join(''), ...list.slice(from + 2)];
};

/** Two cells printed as one: in a table that sets no thousands off, nobody can tell that from one large figure. */
const merges: fc.Arbitrary<Damage> = fc.nat({ max: 7 }).chain((at) =>
  fc.constantFrom(
    everyRow((row) => merged(row, at)),
    someRow(at, (row) => merged(row, at)),
  ),
);

const damages: fc.Arbitrary<Damage> = fc.nat({ max: 7 }).chain((at) =>
  fc.constantFrom<Damage>(
    (printed) => printed,
    everyRow((row) => [...row, '7.654.321']),
    everyRow((row) => ['7.654.321', ...row]),
    everyRow((row) => [...row, '0']),
    everyRow((row) => without(row, at)),
    everyRow((row) => doubled(row, at)),
    someRow(at, (row) => without(row, at)),
    someRow(at, (row) => doubled(row, at)),
    someRow(at, (row) => ['12', ...row]),
    (printed) => ({ ...printed, phases: without(printed.phases, at) }),
    (printed) => ({ ...printed, phases: doubled(printed.phases, at) }),
    (printed) => ({ ...printed, years: without(printed.years, at) }),
    (printed) => ({ ...printed, years: doubled(printed.years, at) }),
    (printed) => ({ ...printed, phases: [...printed.phases, 'Verschil'] }),
    (printed) => ({ ...printed, phases: [...printed.phases, 'Onbekend'] }),
    (printed) => ({ ...printed, years: [], phases: printed.phases }),
    (printed) => ({
      ...printed,
      phases: printed.phases.map((phase) => (phase === 'Meerjarenplan' ? 'Initiële' : phase)),
    }),
  ),
);

const printText = ({ years, phases, rows }: Printed): string =>
  [
    'J2: Staat van het financieel evenwicht',
    '',
    'Journaalvolgnummers: 12',
    'Leieland (0765.432.198)',
    '',
    ...(years.length > 0 ? [`Budgettair resultaat ${years.join(' ')}`] : ['Budgettair resultaat']),
    ...(phases.length > 0 ? [phases.join(' ')] : []),
    ...rows.map((row, at) => [LABELS[at], ...row].join(' ')),
  ].join('\n');

describe('right, or said', () => {
  test('no damage to a table puts a figure under another column, or takes one away in silence', () => {
    fc.assert(
      fc.property(
        tables,
        fc.constantFrom('dots', 'blanks', 'unmarked').chain((marks) =>
          fc.tuple(
            fc.constant(FORMATS[marks]),
            fc.array(marks === 'unmarked' ? damages : fc.oneof({ weight: 8, arbitrary: damages }, merges), {
              maxLength: 2,
            }),
          ),
        ),
        (table, [figure, changes]) => {
          // Unmarked figures such as 2020 and 2021 behind a label are a head of years as well.
          fc.pre(figure !== String || !table.rows.flat().some((value) => value >= 1900 && value <= 2100));
          const whole: Printed = {
            years: table.years.map(String),
            phases: table.years.flatMap(() => PHASES),
            rows: table.rows.map((row) => row.map(figure)),
          };
          const damaged = changes.reduce((printed, change) => change(printed), whole);
          const text = printText(damaged);
          const document = readReport(text)?.document;
          const said = new Set(document?.lines.unrecognised);
          const isHeadWhole =
            damaged.years.join() === whole.years.join() && damaged.phases.join() === whole.phases.join();
          const [statement] = document?.statements ?? [];
          const lines = text.split('\n');
          // What is stored stands on its line, and under a head that was not changed it stands under its column.
          for (const row of statement?.rows ?? []) {
            const at = row.source.line - 1 - (lines.length - damaged.rows.length);
            row.values.forEach((cents, column) => {
              if (cents === null) return;
              expect(lines[row.source.line - 1]).toContain(figure(cents / 100));
              const intact = isHeadWhole && at >= 0 && damaged.rows[at]?.join() === whole.rows[at]?.join();
              if (intact) expect(cents / 100).toBe(table.rows[at]?.[column]);
            });
          }
          // Every line of figures is stored whole, or said.
          damaged.rows.forEach((cells, at) => {
            const number = lines.length - damaged.rows.length + at + 1;
            if (said.has(number)) return;
            const row = statement?.rows.find(({ source, values }) => source.line === number && values.length > 0);
            const stored = row?.values.filter((cents) => cents !== null).length ?? 0;
            const passed = document?.findings.some(
              ({ check }) => check === 'reading.passed-column' || check === 'reading.number-in-label',
            );
            expect(stored + (passed ? 1 : 0)).toBeGreaterThanOrEqual(cells.filter((cell) => cell !== '12').length);
            expect(holdsMoney(row?.label ?? '')).toBe(false);
          });
          // Nothing is called good when something is not.
          if (said.size > 0) expect(document?.findings.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 400 },
    );
  });
});
