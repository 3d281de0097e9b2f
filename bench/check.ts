import { readFileSync } from 'node:fs';
import { recheck } from '../src/check/run/recheck';
import { runChecks } from '../src/check/run/run';
import type { PlanDocument } from '../src/plan/document';
import { readReport } from '../src/read/report/report';
import { generateReport, SEED_SIZE } from '../standin/report/generateReport';
import { reducedSeedPath } from '../scripts/seed/seedFiles.mjs';
import { assertEqual, median, once, type Bench, type Figure } from './run';

function documentOf(text: string): PlanDocument {
  const reading = readReport(text);
  if (!reading) throw new Error('not a report');
  return reading.document;
}

/** A copy that shares nothing, so that nothing remembered of the first run helps the next. */
const fresh = (document: PlanDocument): PlanDocument => JSON.parse(JSON.stringify(document)) as PlanDocument;

const EDIT_CENTS = 12_345_00;

/** One amount edited; the rest of the document is shared, as it is in an edited workbook. */
const edited = (document: PlanDocument, index: number): PlanDocument => ({
  ...document,
  amounts: document.amounts.map((amount, at) =>
    at === index ? { ...amount, cents: (amount.cents ?? 0) + EDIT_CENTS } : amount,
  ),
});

const EDITS = 25;

/** All checks over the accounts of 2024, and the re-check after one edited amount. */
const checkSeed: Bench = {
  name: 'check 004',
  run: async () => {
    const document = documentOf(readFileSync(reducedSeedPath('004'), 'utf8'));
    const { time: cold, value: before } = await once(() => runChecks(document));
    assertEqual('errors', before.filter(({ severity }) => severity === 'error').length, 0);
    assertEqual('rounding lines', before.filter(({ check }) => check === 'amounts.rounding').length, 1);
    const copies = Array.from({ length: EDITS }, () => fresh(document));
    const warm = await median(() => runChecks(copies.pop() ?? document), 15, 5);
    const edits = Array.from({ length: EDITS }, (_, turn) => edited(document, (turn * 31) % document.amounts.length));
    for (const after of edits)
      assertEqual('re-check', recheck(before, document, after), runChecks({ ...after, amounts: [...after.amounts] }));
    const again = await median(() => recheck(before, document, edits.pop() ?? document), 15, 5);
    return [
      { name: 'first run', value: cold, unit: 'ms' },
      { name: 'warm run, nothing remembered of the document', value: warm, unit: 'ms', aim: 150, limit: 600 },
      { name: 're-check after one edited amount', value: again, unit: 'ms', aim: 20, limit: 100 },
    ];
  },
};

/** How many times longer than the seed the generated reports are. */
const TIMES = [1, 10] as const;
const LINEAR_LIMIT = 3;

/** Texts and sums of a report ten times as long: nothing may be compared all against all. */
const checkLonger: Bench = {
  name: 'check a 10 times longer report',
  run: async () => {
    const figures: Figure[] = [];
    const perNode: number[] = [];
    for (const times of TIMES) {
      const document = documentOf(
        generateReport({ seed: 7, ...SEED_SIZE, objectives: SEED_SIZE.objectives * times }).text,
      );
      assertEqual(
        'sums that do not close',
        runChecks(document).filter(
          ({ severity, check }) => severity === 'error' && /^(?:amounts|schemas)\./.test(check),
        ).length,
        0,
      );
      const time = await median(() => runChecks(fresh(document)), 3, 1);
      figures.push({ name: `${document.nodes.length.toLocaleString('en')} nodes`, value: time, unit: 'ms' });
      perNode.push(time / document.nodes.length);
    }
    figures.push({
      name: 'time per node, longest against shortest',
      value: (perNode[1] ?? 0) / (perNode[0] ?? 1),
      unit: 'x',
      aim: 1.5,
      limit: LINEAR_LIMIT,
    });
    return figures;
  },
};

export const CHECK_BENCHES: readonly Bench[] = [checkSeed, checkLonger];
