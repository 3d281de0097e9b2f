import { failure, success } from '../../src/plan/result';
import type { FileFailure, Host, Standing } from '../../src/cli/host';

/** A machine of our own: files in memory, and everything said kept. */
export interface FakeHost extends Host {
  readonly written: ReadonlyMap<string, Uint8Array>;
  readonly said: {
    readonly out: string;
    readonly error: string;
    readonly progress: readonly string[];
    readonly bytes: Uint8Array | null;
  };
}

export function fakeHost(
  files: Readonly<Record<string, Uint8Array | string | FileFailure>> = {},
  folders: readonly string[] = [],
): FakeHost {
  const written = new Map<string, Uint8Array>();
  const said = { out: '', error: '', progress: [] as string[], bytes: null as Uint8Array | null };
  const load = (name: string) => {
    const file = Object.hasOwn(files, name) ? files[name] : undefined;
    if (file === undefined) return failure<FileFailure>({ problem: 'notFound', detail: 'ENOENT' });
    if (typeof file === 'string') return success(new TextEncoder().encode(file));
    return file instanceof Uint8Array ? success(file) : failure(file);
  };
  return {
    written,
    said,
    readFile: async (file) => load(file),
    readInput: async () => load('-'),
    writeFile: async (file, bytes) => {
      if (file.startsWith('/readonly/')) return failure<FileFailure>({ problem: 'forbidden', detail: 'EACCES' });
      written.set(file, bytes);
      return success(`/work/${file}`);
    },
    inspect: async (file): Promise<Standing> => {
      if (folders.includes(file)) return { at: 'folder' };
      const found = load(file);
      if (found.ok) return { at: 'file', bytes: found.value.byteLength, identity: file };
      const { problem } = found.failure;
      if (problem === 'notFound') return { at: 'nothing' };
      return problem === 'directory' ? { at: 'folder' } : { at: 'unknown', failure: found.failure };
    },
    backUp: async (file) => {
      const found = load(file);
      if (found.ok) written.set(`${file}.bak`, found.value);
      return found.ok ? success(`/work/${file}.bak`) : found;
    },
    writeOutput: async (bytes) => {
      said.bytes = bytes;
      return success(null);
    },
    print: (text) => void (said.out += `${text}\n`),
    complain: (text) => void (said.error += `${text}\n`),
    showProgress: (text) => void said.progress.push(text),
  };
}
