import type { Engine, ReadPhase } from '../ports/engine';
import type { Job, Reply } from './messages';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly report: (phase: ReadPhase) => void;
}

const nothing = (): void => undefined;

/** Far longer than any job takes: a worker that is silent for so long has died without a word (out of memory). */
const ANSWER_MILLISECONDS = 180_000;

/** One worker with the questions it still owes an answer. A worker that fails as a whole is done with: `alive` tells. */
class JobWorker {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  alive = true;

  constructor(start: () => Worker) {
    this.worker = start();
    this.worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      this.hear(data);
    };
    this.worker.onerror = ({ message }) => {
      this.stop(new Error(message ? message : 'worker could not start'));
    };
    this.worker.onmessageerror = () => {
      this.stop(new Error('answer of the worker could not be read'));
    };
  }

  ask(job: Job, report: (phase: ReadPhase) => void): Promise<unknown> {
    this.lastId += 1;
    const id = this.lastId;
    const timer = setTimeout(() => {
      this.stop(new Error('worker does not answer'));
    }, ANSWER_MILLISECONDS);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject, report });
      this.worker.postMessage({ ...job, id });
    }).finally(() => {
      clearTimeout(timer);
    });
  }

  stop(reason: Error): void {
    this.alive = false;
    this.worker.terminate();
    this.fail(reason);
  }

  private hear(reply: Reply): void {
    const waiting = this.waiting.get(reply.id);
    if (!waiting) return;
    if (reply.kind === 'phase') {
      waiting.report(reply.phase);
      return;
    }
    this.waiting.delete(reply.id);
    if (reply.kind === 'done') waiting.resolve(reply.value);
    else waiting.reject(new Error(reply.message));
  }

  private fail(error: Error): void {
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of waiting) reject(error);
  }
}

/**
 * The engine on threads of its own: one that reads, so that stopping it harms nothing else, and one for checks and workbooks. `start` makes a
 * worker on engine/worker.ts. The values that come back are what jobs.ts gives, copied by the browser.
 */
export function createWorkerEngine(start: () => Worker): Engine {
  let reader: JobWorker | null = null;
  let steady: JobWorker | null = null;
  const ask = <T>(job: Job): Promise<T> => {
    if (!steady?.alive) steady = new JobWorker(start);
    return steady.ask(job, nothing) as Promise<T>;
  };
  return {
    read: async (file, settings, language, report, signal, profiles = []) => {
      signal.throwIfAborted();
      if (!reader?.alive) reader = new JobWorker(start);
      const own = reader;
      const stop = (): void => {
        own.stop(new DOMException('stopped', 'AbortError'));
      };
      signal.addEventListener('abort', stop, { once: true });
      try {
        return (await own.ask({ job: 'read', file, settings, language, profiles }, report)) as Awaited<
          ReturnType<Engine['read']>
        >;
      } finally {
        signal.removeEventListener('abort', stop);
      }
    },
    lines: (file) => ask({ job: 'lines', file }),
    check: (book, settings, language) => ask({ job: 'check', book, settings, language }),
    takeIn: (input) => ask({ job: 'takeIn', input }),
    rework: (book, work, language) => ask({ job: 'rework', book, work, language }),
    compareFile: (book, file, reference, language) => ask({ job: 'compareFile', book, file, reference, language }),
    split: (book, content, by) => ask({ job: 'split', book, content, by }),
    collect: (book, files, language) => ask({ job: 'collect', book, files, language }),
    freeze: (input, moment) => ask({ job: 'freeze', input, moment }),
    sheets: (input) => ask({ job: 'sheets', input }),
    file: (input) => ask({ job: 'file', input }),
    open: (content) => ask({ job: 'open', content }),
  };
}
