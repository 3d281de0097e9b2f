import { readFileSync } from 'node:fs';
import { generateReport } from '../standin/report/generateReport';
import { Random } from '../standin/report/random';
import { reducedSeedPath } from '../scripts/seed/seedFiles.mjs';
import { garbled } from './fuzz/garble';
import { judged } from './fuzz/judge';

/** `npm run bench:fuzz [-- COUNT [SEED]]`: documents made worse, each read, checked, built, written and read back. Says which are not kept. */
const DEFAULT_COUNT = 5_000;
const DEFAULT_SEED = 20_271;

/** One in so many is the whole seed report; the others are small reports and pieces of the seed, which are quick and meet as many turns. */
const WHOLE_ONE_IN = 1000;
const PIECE_LINES = 50;
const SHOWN = 40;

const count = Number(process.argv[2] ?? DEFAULT_COUNT);
const seed = Number(process.argv[3] ?? DEFAULT_SEED);
const write = (line: string): void => void process.stdout.write(`${line}\n`);

const small = [1, 2, 3, 4].map(
  (each) => generateReport({ seed: each, objectives: 1, plansPerObjective: 1, actionsPerPlan: 2, narrative: 1 }).text,
);
const large = readFileSync(reducedSeedPath('004'), 'utf8');

/** A document to begin with: a small report, or a piece of the seed under its own first lines. */
function original(random: Random): string {
  if (random.chance(0.15)) return random.pick(small);
  const lines = large.split('\n');
  const from = random.int(0, lines.length - PIECE_LINES);
  const head = lines.slice(0, 40);
  return [...head, ...lines.slice(from, from + PIECE_LINES)].join('\n');
}

const verdicts = new Map<string, number>();
const survivors: string[] = [];
const start = performance.now();
for (let index = 0; index < count; index += 1) {
  const random = new Random(seed + index);
  const { text, how } = garbled(index % WHOLE_ONE_IN === 0 ? large : original(random), random);
  const judgement = await judged(text);
  verdicts.set(judgement.verdict, (verdicts.get(judgement.verdict) ?? 0) + 1);
  if (judgement.verdict === 'wrong') survivors.push(`  ${seed + index} (${how.join(', ')}): ${judgement.reason}`);
}
const seconds = ((performance.now() - start) / 1000).toFixed(0);
const memory = Math.round(process.resourceUsage().maxRSS / 1024);
write(
  `${count} documenten vanaf ${seed}, ${seconds} s, ${memory} MB: ${[...verdicts].map(([verdict, number]) => `${verdict} ${number}`).join(', ')}`,
);
for (const line of survivors.slice(0, SHOWN)) write(line);
if (survivors.length > 0) process.exitCode = 1;
