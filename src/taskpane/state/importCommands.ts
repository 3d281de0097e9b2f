import { DEFAULT_SETTINGS } from '../../check/settings';
import { EXCEL_KINDS } from '../../workbook/excel/failures';
import type { Book } from '../book';
import type { Checked } from '../engine';
import { readDrafts } from './readDrafts';
import type { Runner } from './runner';

/** From picked files to a workbook, and back. */
export interface ImportCommands {
  readonly readFiles: (files: readonly File[]) => Promise<void>;
  readonly cancel: () => void;
  readonly closePreview: () => void;
  readonly apply: () => Promise<void>;
  /** Takes the last import back; `lost`: with the edits that were made since. */
  readonly revert: (edits?: 'kept' | 'lost') => Promise<void>;
}

/** The book a report becomes: answers and settings of the one before stay with it. */
const bookOf = (name: string, { reading }: Checked, before: Book | null, now: number): Book => ({
  name,
  importedAt: now,
  document: reading.document,
  imported: reading.document,
  lines: reading.lines,
  explanations: before?.explanations ?? {},
  settings: before?.settings ?? DEFAULT_SETTINGS,
});

export function createImportCommands(runner: Runner, open: () => Promise<void>): ImportCommands {
  const { host, engine, state, dispatch, now, notify, during, perform, fail, unexpected } = runner;
  let stopper = new AbortController();

  const readFiles = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    stopper = new AbortController();
    dispatch({ type: 'problem', problem: null });
    const { book, language } = state();
    const options = { engine, settings: book?.settings ?? DEFAULT_SETTINGS, language, signal: stopper.signal };
    try {
      const outcome = await readDrafts(files, options, (progress) => {
        dispatch({ type: 'importing', importing: { step: 'reading', ...progress } });
      });
      if (outcome.kind === 'drafts') {
        const chosen = outcome.drafts.findIndex((draft) => draft.outcome.ok);
        dispatch({ type: 'importing', importing: { step: 'preview', drafts: outcome.drafts, chosen: chosen < 0 ? null : chosen } });
        return;
      }
      dispatch({ type: 'importing', importing: { step: 'idle' } });
      if (outcome.kind === 'cancelled') notify({ kind: 'cancelled' });
      else dispatch({ type: 'problem', problem: outcome.problem });
    } catch (error) {
      dispatch({ type: 'importing', importing: { step: 'idle' } });
      unexpected(error, () => void readFiles(files));
    }
  };

  const apply = async (): Promise<void> => {
    // What users wrote in the workbook goes on in the next: it must be known first.
    if (state().opened !== 'open') {
      await open();
      // The user sees the difference with it before anything is replaced.
      if (state().opened !== 'open' || state().book !== null) return;
    }
    const { importing, book } = state();
    if (importing.step !== 'preview' || importing.chosen === null) return;
    const { drafts, chosen } = importing;
    const draft = drafts[chosen];
    if (!draft?.outcome.ok) return;
    stopper = new AbortController();
    const { signal } = stopper;
    const next = bookOf(draft.name, draft.outcome.value, book, now());
    const { findings } = draft.outcome.value;
    const report = (done: number, total: number): void => {
      dispatch({ type: 'importing', importing: { step: 'applying', drafts, chosen, done, total } });
    };
    report(0, 1);
    const written = await perform('saving', () => host.apply(next, findings, { report, signal }), () => void apply());
    if (!written) {
      dispatch({ type: 'importing', importing });
      return;
    }
    dispatch({ type: 'importing', importing: { step: 'idle' } });
    dispatch({ type: 'opened', book: next, canRevert: host.canRevert() });
    dispatch({ type: 'checked', findings, at: now(), language: state().language });
    notify({ kind: written.value.changed ? 'applied' : 'unchanged', name: draft.name });
  };

  const revert = async (edits: 'kept' | 'lost' = 'kept'): Promise<void> => {
    const again = (): void => void revert(edits);
    const reverted = await during('reverting', () => host.revert(edits), again);
    if (reverted === null) return;
    if (!reverted.ok) {
      const { failure } = reverted;
      const standing = failure.kind.id === EXCEL_KINDS.editedSince.id;
      fail(failure, standing ? { kind: 'loseEdits', run: () => void revert('lost') } : { kind: 'again', run: again });
      return;
    }
    dispatch({ type: 'opened', book: reverted.value, canRevert: host.canRevert() });
    notify({ kind: 'reverted' });
    if (reverted.value) runner.recheckQuietly(reverted.value);
  };

  return {
    readFiles,
    apply,
    revert,
    cancel: () => {
      stopper.abort();
    },
    closePreview: () => {
      dispatch({ type: 'importing', importing: { step: 'idle' } });
    },
  };
}
