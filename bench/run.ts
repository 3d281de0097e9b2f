import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { inspect, isDeepStrictEqual } from 'node:util';

/** One measured figure. A figure beyond its limit fails the run; the aim is what we want. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'MB' | 'x' | 'lines/s';
  readonly aim?: number;
  readonly limit?: number;
}

/** A benchmark runs in a process of its own, so that its peak memory is its own. It throws when the result it times is wrong. */
export interface Bench {
  readonly name: string;
  readonly run: () => Promise<readonly Figure[]>;
}

const BYTES_PER_MB = 1024 * 1024;
const KB_PER_MB = 1024;

/** Peak memory of this process so far, in MB, the runtime itself included. */
export const peakMemory = (): number => process.resourceUsage().maxRSS / KB_PER_MB;

/** Says the peak of a program when it ends, as the last line of what it complains. */
const SAY_PEAK = "process.on('exit', () => process.stderr.write(`\\npeak ${process.resourceUsage().maxRSS}`))";

/**
 * Peak memory of the command line itself, in MB, its runtime included: this process holds the benchmarks and all they need as
 * well. It is started from the checkout once before, which builds it when it is missing or stale.
 */
export function peakOfCommand(args: readonly string[]): number {
  peakOf('scripts/planboek.mjs', ['--version']);
  return peakOf('dist/cli/planboek.mjs', args);
}

function peakOf(script: string, args: readonly string[]): number {
  const preload = `data:text/javascript,${encodeURIComponent(SAY_PEAK)}`;
  const { status, stderr } = spawnSync(process.execPath, ['--import', preload, script, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`planboek ${args.join(' ')}: ${stderr}`);
  return Number(/peak (\d+)$/.exec(stderr)?.[1]) / KB_PER_MB;
}

/** Live memory after a collection, in MB. Needs --expose-gc. */
export function liveMemory(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / BYTES_PER_MB;
}

/** Median of `rounds` timed rounds after `warmup` untimed ones, in ms. */
export async function median(action: () => unknown, rounds = 15, warmup = 5): Promise<number> {
  for (let round = 0; round < warmup; round += 1) await action();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await action();
    times.push(performance.now() - start);
  }
  return times.sort((left, right) => left - right)[Math.floor(rounds / 2)] ?? Number.NaN;
}

/** Median of how many times longer the action takes than the reference, timed in turn so that a busy machine slows both alike. */
export async function medianRatio(
  action: () => unknown,
  reference: () => unknown,
  rounds = 25,
  warmup = 5,
): Promise<number> {
  const ratios: number[] = [];
  for (let round = 0; round < warmup + rounds; round += 1) {
    const [first, second] = [await once(action), await once(reference)];
    if (round >= warmup) ratios.push(first.time / second.time);
  }
  return ratios.sort((left, right) => left - right)[Math.floor(rounds / 2)] ?? Number.NaN;
}

/** One round, cold, in ms. */
export async function once<T>(action: () => T | Promise<T>): Promise<{ readonly time: number; readonly value: T }> {
  const start = performance.now();
  const value = await action();
  return { time: performance.now() - start, value };
}

const LONGEST_VALUE = 300;

/** A wrong result is not worth timing. */
export function assertEqual(what: string, found: unknown, wanted: unknown): void {
  if (isDeepStrictEqual(found, wanted)) return;
  const [left, right] = [found, wanted].map((value) =>
    inspect(value, { breakLength: Infinity }).slice(0, LONGEST_VALUE),
  );
  throw new Error(`${what}: ${left} instead of ${right}`);
}

const show = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2));

export const exceeds = ({ value, limit }: Figure): boolean => limit !== undefined && !(value <= limit);

function line(figure: Figure): string {
  const { name, value, unit, aim, limit } = figure;
  const verdict = exceeds(figure)
    ? `BEYOND THE LIMIT of ${limit} ${unit}`
    : aim === undefined
      ? ''
      : value <= aim
        ? `aim ${aim}`
        : `above the aim of ${aim}`;
  return `  ${name.padEnd(58)} ${show(value).padStart(9)} ${unit.padEnd(8)} ${verdict}`.trimEnd();
}

const CHILD_FLAG = '--child';

/** Runs one benchmark in a child process; null when it failed. */
function runInChild(script: string, { name }: Bench): readonly Figure[] | null {
  const child = spawnSync(
    process.execPath,
    ['--expose-gc', '--enable-source-maps', '--max-old-space-size=8192', script, CHILD_FLAG, name],
    { encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  if (child.status === 0) return JSON.parse(child.stdout) as readonly Figure[];
  process.stderr.write(child.stderr);
  return null;
}

/** Runs the benchmarks whose name starts with one of `argv` (all without), prints their figures, and tells whether all were right and within limits. */
export async function runBenches(benches: readonly Bench[], script: string, argv: readonly string[]): Promise<boolean> {
  if (argv[0] === CHILD_FLAG) {
    const bench = benches.find(({ name }) => name === argv[1]);
    process.stdout.write(JSON.stringify((await bench?.run()) ?? []));
    return true;
  }
  const path = fileURLToPath(script);
  let right = true;
  for (const bench of benches.filter(({ name }) => argv.length === 0 || argv.some((start) => name.startsWith(start)))) {
    const figures = runInChild(path, bench);
    process.stdout.write(
      `${bench.name}${figures === null ? ': FAILED' : ''}\n${(figures ?? []).map((figure) => `${line(figure)}\n`).join('')}`,
    );
    right &&= figures !== null && !figures.some(exceeds);
  }
  return right;
}
