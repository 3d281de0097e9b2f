import { existsSync, readFileSync } from 'node:fs';
import { readReport } from '../src/read/report/report';
import { Random } from '../standin/report/random';
import { reducedSeedPath } from '../scripts/seed/seedFiles.mjs';
import { figureMutations } from './mutate/figures';
import { Judge, type Judgement, type Verdict } from './mutate/judge';
import { ruleMutations } from './mutate/rules';

/** `npm run bench:mutate [-- SEED]`: changes one printed thing of the seed report at a time and counts what the checks notice. */
const DEFAULT_SEED = 20_240;
const FIGURES = 2_400;
const RULES = { misspelt: 120, otherStatus: 120, period: 160, transfer: 200, heading: 120 } as const;

const path = reducedSeedPath('004');
if (!existsSync(path)) throw new Error('no seed report');
const report = readFileSync(path, 'utf8');
const reading = readReport(report);
if (!reading) throw new Error('the seed report does not read');

const random = new Random(Number(process.argv[2] ?? DEFAULT_SEED));
const judge = new Judge(reading.document, report);
const write = (line: string): void => void process.stdout.write(`${line}\n`);

const gained = judge.gainedWithoutChange();
const mutations = [
  ...figureMutations(reading.document, FIGURES, random),
  ...ruleMutations(reading.document, report, RULES, random),
];
const start = performance.now();
const judgements = mutations.map((mutation) => judge.judge(mutation));
const seconds = (performance.now() - start) / 1000;

const VERDICTS: readonly Verdict[] = ['named', 'suspected', 'rounding', 'uncovered', 'missed'];
const HEADS: Readonly<Record<Verdict, string>> = {
  named: 'aangewezen',
  suspected: 'bij de verdachten',
  rounding: 'afronding',
  uncovered: 'niet gedekt',
  missed: 'GEMIST',
};

const count = (list: readonly Judgement[], verdict: Verdict): number =>
  list.filter((one) => one.verdict === verdict).length;
const caughtShare = (list: readonly Judgement[]): string => {
  const caught = count(list, 'named') + count(list, 'suspected');
  const covered = caught + count(list, 'missed');
  return covered === 0 ? '-' : `${((100 * caught) / covered).toFixed(1)} %`;
};
const row = (name: string, list: readonly Judgement[]): string =>
  name.padEnd(36) +
  String(list.length).padStart(7) +
  VERDICTS.map((verdict) => String(count(list, verdict)).padStart(19)).join('') +
  caughtShare(list).padStart(10);

write(
  `${mutations.length} veranderingen in ${path.split('/').at(-1) ?? ''}, ${seconds.toFixed(1)} s; het onveranderde document wint ${gained.length} bevindingen`,
);
write(
  'deel'.padEnd(36) +
    'aantal'.padStart(7) +
    VERDICTS.map((verdict) => HEADS[verdict].padStart(19)).join('') +
    'score'.padStart(10),
);
for (const section of new Set(mutations.map((mutation) => mutation.section)))
  write(
    row(
      section,
      judgements.filter(({ mutation }) => mutation.section === section),
    ),
  );
write(row('samen', judgements));

/** Survivors that tell the same are told once, with their number. */
const SHOWN = 400;
for (const verdict of ['missed', 'rounding', 'uncovered'] as const) {
  const survivors = judgements.filter((one) => one.verdict === verdict);
  write(`\n${HEADS[verdict]}: ${survivors.length}`);
  for (const { mutation, reason } of survivors.slice(0, SHOWN))
    write(`  [${mutation.section}] ${mutation.told} -- ${reason}`);
  if (survivors.length > SHOWN) write(`  ... en ${survivors.length - SHOWN} andere`);
}

if (gained.length > 0 || judgements.some(({ verdict }) => verdict === 'missed')) process.exitCode = 1;
