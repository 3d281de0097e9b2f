import { readFileSync } from 'node:fs';
import type { PlanDocument } from '../src/plan/document';
import { readSource } from '../src/read/file/read';
import { reducedSeedPath } from '../scripts/seed/seedFiles.mjs';
import { generateReport, SEED_SIZE } from '../standin/report/generateReport';
import type { ExpectedReport } from '../standin/report/expected';
import {
  assertEqual,
  liveMemory,
  median,
  medianRatio,
  once,
  peakMemory,
  peakOfCommand,
  type Bench,
  type Figure,
} from './run';

async function read(bytes: Uint8Array): Promise<PlanDocument> {
  const reading = await readSource(bytes, { name: 'bench' });
  if (!reading.ok) throw new Error(reading.failure.kind.id);
  return reading.value.document;
}

/** The least any reader must do: cut the text into lines and trim them. */
const splitAndTrim = (text: string): readonly string[] => text.split('\n').map((line) => line.trim());

/** Reads the accounts of 2024 with its prose as dots: same lines, same lengths. */
const readSeed: Bench = {
  name: 'read 004',
  run: async () => {
    const bytes = new Uint8Array(readFileSync(reducedSeedPath('004')));
    const text = new TextDecoder().decode(bytes);
    const { time: cold, value: document } = await once(() => read(bytes));
    assertEqual('nodes', document.nodes.length, 482);
    assertEqual('lines', [document.lines.total, document.lines.unrecognised.length], [9396, 0]);
    assertEqual('transfers', document.transfers.length, 58);
    const warm = await median(() => read(bytes));
    const floor = await median(() => splitAndTrim(text));
    const ratio = await medianRatio(
      () => read(bytes),
      () => splitAndTrim(text),
    );
    return [
      { name: 'first read', value: cold, unit: 'ms' },
      { name: 'warm read', value: warm, unit: 'ms', aim: 100, limit: 400 },
      { name: 'splitting and trimming its lines', value: floor, unit: 'ms' },
      { name: 'ratio of the two, timed in turn', value: ratio, unit: 'x', aim: 20, limit: 100 },
      {
        name: 'peak memory of the command, runtime included',
        value: peakOfCommand(['read', reducedSeedPath('004')]),
        unit: 'MB',
        aim: 150,
        limit: 250,
      },
    ];
  },
};

function assertRead(document: PlanDocument, expected: ExpectedReport): void {
  assertEqual('unrecognised lines', document.lines.unrecognised.length, 0);
  assertEqual(
    'nodes',
    document.nodes.map(({ id }) => id),
    expected.nodes.map(({ id }) => id),
  );
  assertEqual(
    'amounts',
    document.amounts.map(({ cents }) => cents),
    expected.amounts.map(({ cents }) => cents),
  );
  assertEqual(
    'transfers',
    document.transfers.map(({ amountCents }) => amountCents),
    expected.transfers.map(({ amountCents }) => amountCents),
  );
}

/** How many times longer than the seed the longest generated report is. */
const TIMES = [1, 5, 50] as const;
/** A report n times as long may take this much longer per line before it no longer counts as linear. */
const LINEAR_LIMIT = 3;

/** Generated reports of growing length: time and memory per line must not grow. */
const readLonger: Bench = {
  name: 'read a 50 times longer report',
  run: async () => {
    const measured: { readonly lines: number; readonly time: number; readonly memory: number }[] = [];
    const figures: Figure[] = [];
    await read(new TextEncoder().encode(generateReport({ seed: 7, ...SEED_SIZE }).text));
    for (const times of TIMES) {
      const { text, expected } = generateReport({ seed: 7, ...SEED_SIZE, objectives: SEED_SIZE.objectives * times });
      const bytes = new TextEncoder().encode(text);
      const before = liveMemory();
      let document: PlanDocument | null = null;
      const time = await median(
        async () => {
          document = null;
          document = await read(bytes);
        },
        times > 10 ? 1 : 5,
        1,
      );
      const memory = liveMemory() - before;
      if (document !== null) assertRead(document, expected);
      const lines = text.split('\n').length;
      measured.push({ lines, time, memory });
      figures.push({
        name: `${lines.toLocaleString('en')} lines, ${(bytes.length / 1e6).toFixed(1)} MB`,
        value: time,
        unit: 'ms',
      });
      figures.push({ name: '  memory the reading holds', value: memory, unit: 'MB' });
    }
    // A report of seed length holds too little to be told from the noise of the runtime: the middle one is the measure.
    const [, first, last] = measured;
    if (first && last) {
      figures.push({
        name: 'time per line, longest against the middle',
        value: last.time / last.lines / (first.time / first.lines),
        unit: 'x',
        aim: 1.2,
        limit: LINEAR_LIMIT,
      });
      figures.push({
        name: 'memory per line, longest against the middle',
        value: last.memory / last.lines / (first.memory / first.lines),
        unit: 'x',
        aim: 1.2,
        limit: LINEAR_LIMIT,
      });
    }
    figures.push({ name: 'peak memory, runtime and generator included', value: peakMemory(), unit: 'MB' });
    return figures;
  },
};

const PARAGRAPH_LINES = 2_000;
const PARAGRAPH_TIMES = 32;

/** Evaluations of one paragraph: a longer one must not cost more per line than a short one. */
const readParagraph: Bench = {
  name: 'read a paragraph 32 times as long',
  run: async () => {
    const report = (lines: number): Uint8Array =>
      new TextEncoder().encode(
        [
          'Beleidsevaluatie',
          '',
          'Prioritaire beleidsdoelstelling: BD1',
          'Een doel',
          'Toelichting evaluatie: Resultaat is behaald. :',
        ]
          .concat(
            Array.from(
              { length: lines },
              (_, index) => `een regel van een lange toelichting die nog een hele tijd duurt ${index}-`,
            ),
          )
          .join('\n'),
      );
    const perLine = async (lines: number): Promise<number> => {
      const bytes = report(lines);
      const document = await read(bytes);
      assertEqual('lines of narrative', document.lines.roles['narrative'], lines);
      assertEqual('length of the text', (document.nodes[0]?.evaluation?.text.length ?? 0) > lines * 60, true);
      return (await median(() => read(bytes), 5, 2)) / lines;
    };
    const [short, long] = [await perLine(PARAGRAPH_LINES), await perLine(PARAGRAPH_LINES * PARAGRAPH_TIMES)];
    return [
      { name: 'time per line, long against short', value: long / short, unit: 'x', aim: 1.5, limit: LINEAR_LIMIT },
    ];
  },
};

export const READ_BENCHES: readonly Bench[] = [readSeed, readLonger, readParagraph];
