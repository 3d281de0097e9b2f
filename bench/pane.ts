import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { launchBrowser } from '../scripts/workbench/browser.mjs';
import { readReport } from '../src/read/report/report';
import { startSite } from '../scripts/workbench/site';
import { generateReport, SEED_SIZE } from '../standin/report/generateReport';
import { findProgram } from '../scripts/tools.mjs';
import { assertEqual, type Bench, type Figure } from './run';

/** A board six times as large as that of the seed: more nodes than any plan that was published. */
const LARGE = { seed: 11, ...SEED_SIZE, objectives: SEED_SIZE.objectives * 6 };
const LEAST_NODES = 3_000;

/** Width and height of the pane in Excel. */
const PANE = { width: 350, height: 760 };

/** A task longer than this is felt (W3C, Long Tasks). */
const LONG_TASK = 50;

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly name?: string };
}

/** Chromium's own trace of what is done meanwhile. */
async function traced(session: CDPSession, work: () => Promise<void>): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }): void => {
    events.push(...(value as TraceEvent[]));
  };
  session.on('Tracing.dataCollected', collect);
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', '__metadata'] },
  });
  await work();
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  return events;
}

/** Lengths in ms of the tasks of the thread that draws the pane. */
function tasksOf(events: readonly TraceEvent[]): readonly number[] {
  const threads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return events
    .filter(({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && threads.has(`${pid} ${tid}`))
    .map(({ dur = 0 }) => dur / 1000);
}

/** Times in ms between the frames that are drawn while `work` goes on, as the page sees them. */
async function framesOf(page: Page, work: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    const tick = (time: number): void => {
      times.push(time);
      if (!('framesDone' in window)) requestAnimationFrame(tick);
    };
    Object.assign(window, { frameTimes: times });
    requestAnimationFrame(tick);
  });
  await work();
  return page.evaluate(() => {
    const { frameTimes } = window as unknown as { frameTimes: number[] };
    Object.assign(window, { framesDone: true });
    return frameTimes.slice(1).map((time, at) => time - (frameTimes[at] ?? time));
  });
}

const longest = (values: readonly number[]): number => values.reduce((most, value) => Math.max(most, value), 0);

const share = (values: readonly number[], part: number): number =>
  [...values].sort((one, other) => one - other)[Math.floor((values.length - 1) * part)] ?? Number.NaN;

async function scroll(page: Page): Promise<void> {
  await page.mouse.move(PANE.width / 2, PANE.height / 2);
  for (let turn = 0; turn < 60; turn += 1) {
    await page.mouse.wheel(0, turn < 40 ? 900 : -1200);
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          requestAnimationFrame(resolve);
        }),
    );
  }
}

const paneBench: Bench = {
  name: 'pane: a tree of 3,000 nodes',
  run: async () => {
    const program = findProgram('chromium');
    if (program === null) throw new Error('chromium is not on this machine');
    const { text } = generateReport(LARGE);
    const nodes = readReport(text)?.document.nodes ?? [];
    if (nodes.length < LEAST_NODES) throw new Error(`the report has ${nodes.length} nodes`);
    const [wanted] = nodes.filter(({ code }) => code !== null).slice(-1);
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'planboek-bench-')), 'rapport.txt');
    writeFileSync(file, text);
    const site = await startSite();
    const browser = await launchBrowser(program);
    try {
      const context = await browser.newContext({ viewport: PANE, ignoreHTTPSErrors: true, locale: 'en-GB' });
      context.setDefaultTimeout(120_000);
      const page = await context.newPage();
      await page.goto(`${site.url}/index.html`);
      await page.setInputFiles('[data-testid=files]', file);
      await page.getByRole('button', { name: 'Open in Planboek' }).click();
      await page.getByRole('button', { name: 'Download workbook' }).waitFor();
      await page.getByRole('tab', { name: 'Plan' }).click();
      await page.getByRole('tree').waitFor();
      await page
        .getByText(`${nodes.length.toLocaleString('en-GB')} of ${nodes.length.toLocaleString('en-GB')}`)
        .waitFor();
      const session = await context.newCDPSession(page);

      const busy = tasksOf(
        await traced(session, () =>
          page.evaluate((length) => {
            const until = performance.now() + length;
            while (performance.now() < until);
          }, LONG_TASK * 2),
        ),
      );
      assertEqual('a long task is seen in the trace', longest(busy) >= LONG_TASK * 2, true);
      const opening = tasksOf(
        await traced(session, async () => {
          await page.getByRole('button', { name: 'Expand all' }).click();
          await page.getByRole('treeitem', { level: 3 }).first().waitFor();
        }),
      );
      let frames: readonly number[] = [];
      const scrolling = tasksOf(
        await traced(session, async () => {
          frames = await framesOf(page, () => scroll(page));
        }),
      );
      const search = page.getByLabel('Search the plan');
      const filtering = tasksOf(
        await traced(session, async () => {
          await search.pressSequentially(wanted?.code ?? '', { delay: 60 });
          await page
            .getByRole('treeitem', { name: wanted?.code ?? '' })
            .first()
            .waitFor();
          await search.fill('');
          await page
            .getByText(`${nodes.length.toLocaleString('en-GB')} of ${nodes.length.toLocaleString('en-GB')}`)
            .waitFor();
        }),
      );
      const drawn = await page.getByRole('treeitem').count();
      assertEqual('rows in the page are few', drawn < 100 && drawn > 5, true);
      const figure = (name: string, tasks: readonly number[]): Figure => ({
        name,
        value: longest(tasks),
        unit: 'ms',
        aim: LONG_TASK,
        limit: LONG_TASK * 4,
      });
      return [
        figure(`longest task when ${nodes.length.toLocaleString('en')} nodes are opened`, opening),
        figure('longest task while scrolling through them', scrolling),
        figure('longest task while a code is typed and taken away', filtering),
        { name: 'time between frames while scrolling, median', value: share(frames, 0.5), unit: 'ms' },
        { name: '  19 out of 20 within', value: share(frames, 0.95), unit: 'ms' },
      ];
    } finally {
      await browser.close();
      await site.stop();
    }
  },
};

export const PANE_BENCHES: readonly Bench[] = [paneBench];
