import { success } from '../../plan/result';
import type { Making } from '../ports/host';
import type { InputFile, ReferenceSide } from '../ports/engine';
import { showReworked, undoReworked } from './reworkCommands';
import type { Runner } from './runner';

/** Work with other files: a version to compare with, parts of colleagues, a fixed copy. */
export interface PartCommands {
  readonly compareFile: (file: File) => Promise<void>;
  /** Compares once more with the other side as the reference. */
  readonly turnComparison: () => Promise<void>;
  readonly saveComparison: () => void;
  readonly split: (by: string | null) => Promise<void>;
  /** Looks into parts that came back; nothing is written. */
  readonly readParts: (files: readonly File[]) => Promise<void>;
  /** Puts what the parts that were read hold into the workbook. */
  readonly takeParts: () => Promise<void>;
  readonly freeze: () => Promise<void>;
}

const inputOf = async (file: File): Promise<InputFile> => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
});

/** Date and time of day where the user is. */
function localMoment(time: number): { readonly date: string; readonly time: string } {
  const moment = new Date(time);
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    date: `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`,
    time: `${two(moment.getHours())}:${two(moment.getMinutes())}`,
  };
}

const withoutExtension = (name: string): string => name.replace(/\.[^.]+$/, '');

export function createPartCommands(runner: Runner): PartCommands {
  const { host, engine, state, dispatch, notify, perform, now } = runner;

  const compare = async (file: InputFile, reference: ReferenceSide): Promise<void> => {
    const { book, language } = state();
    if (book === null) return;
    const compared = await perform('checking', () => engine.compareFile(book, file, reference, language));
    if (compared) dispatch({ type: 'work', work: { kind: 'compared', file, found: compared.value } });
  };

  const readParts = async (files: readonly File[]): Promise<void> => {
    const { book, language } = state();
    if (book === null || files.length === 0) return;
    const collected = await perform('checking', async () => {
      const inputs = await Promise.all(files.map(inputOf));
      return success({ files: inputs, found: await engine.collect(book, inputs, language) });
    });
    if (collected) dispatch({ type: 'work', work: { kind: 'collected', ...collected.value } });
  };

  const takeParts = async (): Promise<void> => {
    const { book, work, language } = state();
    if (book === null || work?.kind !== 'collected') return;
    const { files, found } = work;
    // On what stands there then: the last words of the user included.
    const make: Making = (held) => engine.collect(held ?? book, files, language);
    const run = { report: () => undefined, signal: new AbortController().signal };
    const written = await perform('saving', () => host.apply(make, run));
    if (!written) return;
    dispatch({ type: 'work', work: null });
    showReworked(runner, written.value.made.book);
    notify({ kind: 'collected', count: found.taken }, () => {
      undoReworked(runner);
    });
  };

  return {
    readParts,
    takeParts,
    compareFile: async (file) => {
      const input = await perform('loading', async () => success(await inputOf(file)));
      if (input) await compare(input.value, 'file');
    },
    turnComparison: async () => {
      const { work } = state();
      if (work?.kind === 'compared') await compare(work.file, work.found.reference === 'file' ? 'book' : 'file');
    },
    saveComparison: () => {
      const { work } = state();
      if (work?.kind !== 'compared') return;
      const name = `${withoutExtension(work.found.name)}-vergelijking.xlsx`;
      host.saveFile(name, work.found.bytes);
      notify({ kind: 'downloaded', name });
    },
    split: async (by) => {
      const { book } = state();
      if (book === null) return;
      const made = await perform('downloading', async () => {
        const content = host.content ? await host.content() : success({ sheets: [] });
        return content.ok ? engine.split(book, content.value, by) : content;
      });
      if (!made) return;
      if (made.value === null) {
        dispatch({ type: 'work', work: { kind: 'split', made: null } });
        return;
      }
      const { bytes, ...told } = made.value;
      host.saveFile(told.file, bytes);
      dispatch({ type: 'work', work: { kind: 'split', made: told } });
    },
    freeze: async () => {
      const { book } = state();
      if (book === null) return;
      const name = `${withoutExtension(book.name)}-vast.xlsx`;
      const frozen = await perform('downloading', async () => {
        const findings = await engine.check(book, book.settings, 'nl');
        return engine.freeze({ book, findings, language: 'nl' }, localMoment(now()));
      });
      if (!frozen) return;
      host.saveFile(name, frozen.value);
      notify({ kind: 'downloaded', name });
    },
  };
}
