import type { CheckSettings } from '../../check/settings';
import type { Language } from '../../plan/finding';
import { MAX_FILE_BYTES } from '../../read/file/decode';
import type { OutlineProfile } from '../../read/outline/profile';
import type { Engine, ReadPhase } from '../ports/engine';
import type { Draft, Problem } from './state';

/** More reports at once are a mistake in the file dialog rather than a wish. */
export const MAX_FILES = 20;

export interface ReadDraftsOptions {
  readonly engine: Engine;
  readonly settings: CheckSettings;
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly profiles?: readonly OutlineProfile[];
}

export interface DraftProgress {
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly phase: ReadPhase | 'loading';
}

export type DraftsOutcome =
  | { readonly kind: 'drafts'; readonly drafts: readonly Draft[] }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'problem'; readonly problem: Problem };

const fileProblem = (file: Extract<Problem, { kind: 'file' }>['file']): DraftsOutcome => ({
  kind: 'problem',
  problem: { kind: 'file', file },
});

async function bytesOf(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

/** Reads picked files one by one. A file that cannot be read is a draft with its reason; only a defect rejects. */
export async function readDrafts(
  files: readonly File[],
  options: ReadDraftsOptions,
  report: (progress: DraftProgress) => void,
): Promise<DraftsOutcome> {
  if (files.length > MAX_FILES) return fileProblem({ kind: 'tooMany', most: MAX_FILES });
  // Asked before the file is loaded, so that a video does not fill the memory first.
  const large = files.find(({ size }) => size > MAX_FILE_BYTES);
  if (large) return fileProblem({ kind: 'tooLarge', name: large.name, bytes: large.size, most: MAX_FILE_BYTES });
  const { engine, settings, language, signal, profiles = [] } = options;
  const drafts: Draft[] = [];
  for (const [index, file] of files.entries()) {
    const progress = { name: file.name, index: index + 1, count: files.length };
    report({ ...progress, phase: 'loading' });
    const bytes = await bytesOf(file);
    if (bytes === null) return fileProblem({ kind: 'unreadable', name: file.name });
    try {
      const outcome = await engine.read(
        { name: file.name, bytes },
        settings,
        language,
        (phase) => {
          report({ ...progress, phase });
        },
        signal,
        profiles,
      );
      drafts.push({ name: file.name, file, outcome });
    } catch (error) {
      if (isAbort(error)) return { kind: 'cancelled' };
      throw error;
    }
  }
  return { kind: 'drafts', drafts };
}
