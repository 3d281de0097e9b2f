import { describe, expect, test } from '@jest/globals';
import { DEFAULT_SETTINGS } from '../../../src/check/settings';
import type { Reply, Request } from '../../../src/taskpane/engine/messages';
import { createWorkerEngine } from '../../../src/taskpane/engine/workerEngine';
import { DOCUMENT } from '../../sheets/fixture';

type Heard = (worker: FakeWorker, request: Request) => void;

/** A worker that does with a question what the test says. */
class FakeWorker {
  onmessage: ((event: { readonly data: Reply }) => void) | null = null;
  onerror: ((event: { readonly message: string }) => void) | null = null;
  onmessageerror: (() => void) | null = null;
  terminated = false;

  constructor(private readonly heard: Heard) {}

  postMessage(request: Request): void {
    this.heard(this, request);
  }

  terminate(): void {
    this.terminated = true;
  }

  say(reply: Reply): void {
    this.onmessage?.({ data: reply });
  }
}

function engineWith(...behaviours: readonly Heard[]) {
  const workers: FakeWorker[] = [];
  const engine = createWorkerEngine(() => {
    const worker = new FakeWorker(behaviours[Math.min(workers.length, behaviours.length - 1)] ?? (() => undefined));
    workers.push(worker);
    return worker as unknown as Worker;
  });
  return { engine, workers };
}

const answers: Heard = (worker, { id }) => {
  queueMicrotask(() => {
    worker.say({ id, kind: 'done', value: [] });
  });
};
const check = (engine: ReturnType<typeof createWorkerEngine>) =>
  engine.check({ document: DOCUMENT, imported: DOCUMENT }, DEFAULT_SETTINGS, 'nl');
const FILE = { name: 'a.txt', bytes: new Uint8Array() };

describe('a worker that fails', () => {
  test.each<readonly [string, (worker: FakeWorker) => void]>([
    ['crashes', (worker) => worker.onerror?.({ message: 'out of memory' })],
    ['cannot be loaded', (worker) => worker.onerror?.({ message: '' })],
    ['sends what cannot be read', (worker) => worker.onmessageerror?.()],
  ])('because it %s, fails its questions, and the next one gets a new worker', async (_, fail) => {
    const { engine, workers } = engineWith((worker) => {
      queueMicrotask(() => {
        fail(worker);
      });
    }, answers);
    await expect(check(engine)).rejects.toThrow();
    expect(workers[0]?.terminated).toBe(true);
    expect(await check(engine)).toEqual([]);
    expect(workers).toHaveLength(2);
  });

  test('in one job, goes on with the others', async () => {
    const { engine, workers } = engineWith((worker, { id, job }) => {
      queueMicrotask(() => {
        worker.say(
          job === 'check'
            ? { id, kind: 'defect', message: 'a defect' }
            : { id, kind: 'done', value: { ok: true, value: null } },
        );
      });
    });
    await expect(check(engine)).rejects.toThrow('a defect');
    expect(await engine.open({ sheets: [] })).toEqual({ ok: true, value: null });
    expect(workers).toHaveLength(1);
  });
});

describe('stopping to read', () => {
  test('ends the worker that reads, and no other', async () => {
    const { engine, workers } = engineWith((worker, request) => {
      if (request.job !== 'read') answers(worker, request);
    });
    const stopper = new AbortController();
    const reading = engine.read(FILE, DEFAULT_SETTINGS, 'nl', () => undefined, stopper.signal);
    const checking = check(engine);
    stopper.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(await checking).toEqual([]);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
  });

  test('before it began does not begin', async () => {
    const { engine, workers } = engineWith(answers);
    await expect(engine.read(FILE, DEFAULT_SETTINGS, 'nl', () => undefined, AbortSignal.abort())).rejects.toMatchObject(
      { name: 'AbortError' },
    );
    expect(workers).toEqual([]);
  });

  test('afterwards a new file is read by a new worker, and phases are told', async () => {
    const phases: string[] = [];
    const { engine, workers } = engineWith(
      () => undefined,
      (worker, { id }) => {
        queueMicrotask(() => {
          worker.say({ id, kind: 'phase', phase: 'checking' });
          worker.say({ id, kind: 'done', value: 'read' });
        });
      },
    );
    const stopper = new AbortController();
    const first = engine.read(FILE, DEFAULT_SETTINGS, 'nl', () => undefined, stopper.signal);
    stopper.abort();
    await expect(first).rejects.toThrow();
    expect(
      await engine.read(
        FILE,
        DEFAULT_SETTINGS,
        'nl',
        (phase) => {
          phases.push(phase);
        },
        new AbortController().signal,
      ),
    ).toBe('read');
    expect([phases, workers.length]).toEqual([['checking'], 2]);
  });
});
