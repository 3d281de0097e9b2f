import { DEFAULT_SETTINGS } from '../../check/settings';
import { isReport } from '../../plan/document';
import type { OutlineProfile } from '../../read/outline/profile';
import { EXCEL_KINDS } from '../../workbook/excel/request/failures';
import type { Checked, TakenIn } from '../ports/engine';
import type { Making } from '../ports/host';
import { pickedFiles } from './pickedFiles';
import { readDrafts } from './readDrafts';
import type { Runner } from './runner';
import type { ComparisonState, Draft } from './state';

/** From picked files to a workbook, and back. */
export interface ImportCommands {
  /** Profiles may be among the files; `profiles` are those made or loaded before. */
  readonly readFiles: (files: readonly File[], profiles?: readonly OutlineProfile[]) => Promise<void>;
  /** Starts a profile for a plan that was not recognised. */
  readonly describePlan: (draft: Draft) => Promise<void>;
  readonly cancel: () => void;
  readonly closePreview: () => void;
  /** Looks up what applying would do to the cells of the workbook. */
  readonly compare: () => Promise<void>;
  readonly apply: () => Promise<void>;
  /** Empties what is kept of before the last import; null after a problem. */
  readonly clean: () => Promise<{ readonly sheets: readonly string[]; readonly cells: number } | null>;
  /** Takes the last import back; `lost`: with the edits that were made since. */
  readonly revert: (edits?: 'kept' | 'lost') => Promise<void>;
}

/** Profiles by their id, the first of each. */
const distinct = (profiles: readonly OutlineProfile[]): readonly OutlineProfile[] =>
  profiles.filter((profile, index) => profiles.findIndex(({ id }) => id === profile.id) === index);

type ReadDraft = Draft & { readonly outcome: { readonly ok: true } };

const isRead = (draft: Draft | undefined): draft is ReadDraft => draft?.outcome.ok === true;

/** Plans that go into the workbook beside the chosen document. */
export const companions = (drafts: readonly Draft[], chosen: number, left: readonly number[]): readonly Checked[] =>
  drafts.flatMap(({ outcome }, index) =>
    outcome.ok && index !== chosen && !left.includes(index) && !isReport(outcome.value.reading.document)
      ? [outcome.value]
      : [],
  );

export function createImportCommands(runner: Runner, open: () => Promise<void>): ImportCommands {
  const { host, engine, state, dispatch, now, notify, during, perform, fail, unexpected } = runner;
  let stopper = new AbortController();

  const readFiles = async (files: readonly File[], profiles: readonly OutlineProfile[] = []): Promise<void> => {
    if (files.length === 0) return;
    stopper = new AbortController();
    dispatch({ type: 'problem', problem: null });
    const { book, language } = state();
    const picked = await pickedFiles(files, language);
    if (!picked.ok) {
      dispatch({ type: 'problem', problem: { kind: 'file', file: picked.failure } });
      return;
    }
    const { documents } = picked.value;
    const given = distinct([...picked.value.profiles, ...profiles]);
    const known = distinct([...given, ...(book?.profiles ?? [])]);
    const options = {
      engine,
      settings: book?.settings ?? DEFAULT_SETTINGS,
      language,
      signal: stopper.signal,
      profiles: known,
    };
    try {
      const outcome = await readDrafts(documents, options, (progress) => {
        dispatch({ type: 'importing', importing: { step: 'reading', ...progress } });
      });
      if (outcome.kind === 'drafts') {
        const report = outcome.drafts.findIndex(
          (draft) => draft.outcome.ok && isReport(draft.outcome.value.reading.document),
        );
        const chosen = report < 0 ? outcome.drafts.findIndex((draft) => draft.outcome.ok) : report;
        dispatch({
          type: 'importing',
          importing: {
            step: 'preview',
            drafts: outcome.drafts,
            chosen: chosen < 0 ? null : chosen,
            left: [],
            profiles: given,
            answers: {},
          },
        });
        return;
      }
      dispatch({ type: 'importing', importing: { step: 'idle' } });
      if (outcome.kind === 'cancelled') notify({ kind: 'cancelled' });
      else dispatch({ type: 'problem', problem: outcome.problem });
    } catch (error) {
      dispatch({ type: 'importing', importing: { step: 'idle' } });
      unexpected(error, () => void readFiles(files, profiles));
    }
  };

  const describePlan = async ({ name, file }: Draft): Promise<void> => {
    const { importing } = state();
    if (importing.step !== 'preview') return;
    const { drafts, left, profiles, answers } = importing;
    const lines = await perform(
      'loading',
      async () => engine.lines({ name, bytes: new Uint8Array(await file.arrayBuffer()) }),
      null,
    );
    if (lines)
      dispatch({
        type: 'importing',
        importing: { step: 'profile', name, lines: lines.value, drafts, left, profiles, answers },
      });
  };

  /** How the chosen files become a book, on what the workbook holds then; null when nothing readable was chosen. */
  const chosenFiles = (): { readonly draft: ReadDraft; readonly make: Making<TakenIn> } | null => {
    const { importing, language } = state();
    if (importing.step !== 'preview') return null;
    const { drafts, chosen, left, profiles, answers } = importing;
    const draft = chosen === null ? undefined : drafts[chosen];
    if (chosen === null || !isRead(draft)) return null;
    const others = companions(drafts, chosen, left).map(({ reading }) => reading);
    const readings = [draft.outcome.value.reading, ...others] as const;
    const importedAt = now();
    return {
      draft,
      make: (held) => engine.takeIn({ name: draft.name, importedAt, readings, profiles, held, answers, language }),
    };
  };

  const compare = async (): Promise<void> => {
    const asked = state().importing;
    if (asked.step !== 'preview' || asked.comparison?.kind === 'comparing') return;
    const chosen = chosenFiles();
    if (chosen === null) return;
    const { answers, comparison } = asked;
    const comparing: ComparisonState = {
      kind: 'comparing',
      before: comparison?.kind === 'compared' ? comparison.merge : null,
    };
    dispatch({ type: 'compared', comparison: comparing });
    try {
      const compared = await host.compare(chosen.make);
      const { importing } = state();
      // Of another choice, made meanwhile, this tells nothing.
      if (importing.step !== 'preview' || importing.comparison !== comparing) return;
      dispatch({
        type: 'compared',
        comparison: compared.ok
          ? { kind: 'compared', merge: compared.value, answers }
          : { kind: 'failed', failure: compared.failure },
      });
    } catch (error) {
      unexpected(error);
    }
  };

  const apply = async (): Promise<void> => {
    // What users wrote in the workbook goes on in the next: it must be known first.
    if (state().opened !== 'open') {
      await open();
      // The user sees the difference with it before anything is replaced.
      if (state().opened !== 'open' || state().book !== null) return;
    }
    const { importing } = state();
    const made = chosenFiles();
    if (importing.step !== 'preview' || importing.chosen === null || made === null) return;
    const { chosen } = importing;
    stopper = new AbortController();
    const { signal } = stopper;
    const report = (done: number, total: number): void => {
      const { drafts, left, profiles, answers } = importing;
      dispatch({
        type: 'importing',
        importing: { step: 'applying', drafts, chosen, left, profiles, answers, done, total },
      });
    };
    report(0, 1);
    const written = await perform(
      'saving',
      () => host.apply(made.make, { report, signal }),
      () => void apply(),
    );
    if (!written) {
      const { comparison: _comparison, ...again } = importing;
      dispatch({ type: 'importing', importing: again });
      return;
    }
    const { book, findings } = written.value.made;
    dispatch({ type: 'importing', importing: { step: 'idle' } });
    dispatch({ type: 'opened', book, canRevert: host.canRevert() });
    dispatch({ type: 'checked', findings, at: now(), language: state().language });
    notify({ kind: written.value.changed ? 'applied' : 'unchanged', name: made.draft.name });
  };

  const clean: ImportCommands['clean'] = async () => {
    const { clean: empty } = host;
    if (empty === null) return null;
    const cleaned = await perform('saving', empty);
    if (cleaned) dispatch({ type: 'cleaned' });
    return cleaned?.value ?? null;
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
    describePlan,
    compare,
    apply,
    revert,
    clean,
    cancel: () => {
      stopper.abort();
    },
    closePreview: () => {
      dispatch({ type: 'importing', importing: { step: 'idle' } });
    },
  };
}
