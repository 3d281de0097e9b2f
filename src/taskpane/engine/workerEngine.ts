import type { Engine, ReadPhase } from '../engine';
import type { Job, Reply } from './messages';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly report: (phase: ReadPhase) => void;
}

const nothing = (): void => undefined;

/** One worker with the questions it still owes an answer. */
class JobWorker {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;

  constructor(start: () => Worker) {
    this.worker = start();
    this.worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      this.hear(data);
    };
    this.worker.onerror = (event) => {
      this.fail(new Error(event.message === '' ? 'worker could not start' : event.message));
    };
  }

  ask(job: Job, report: (phase: ReadPhase) => void): Promise<unknown> {
    this.lastId += 1;
    const id = this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject, report });
      this.worker.postMessage({ ...job, id });
    });
  }

  stop(reason: Error): void {
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
    steady ??= new JobWorker(start);
    return steady.ask(job, nothing) as Promise<T>;
  };
  return {
    read: async (file, settings, language, report, signal) => {
      signal.throwIfAborted();
      reader ??= new JobWorker(start);
      const own = reader;
      const stop = (): void => {
        reader = null;
        own.stop(new DOMException('stopped', 'AbortError'));
      };
      signal.addEventListener('abort', stop, { once: true });
      try {
        return (await own.ask({ job: 'read', file, settings, language }, report)) as Awaited<ReturnType<Engine['read']>>;
      } finally {
        signal.removeEventListener('abort', stop);
      }
    },
    check: (document, settings, language) => ask({ job: 'check', document, settings, language }),
    sheets: (input) => ask({ job: 'sheets', input }),
    file: (input) => ask({ job: 'file', input }),
    open: (content) => ask({ job: 'open', content }),
  };
}
