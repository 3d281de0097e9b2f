import { DEFAULT_SETTINGS } from '../../check/settings';
import { carryOver, type EditedDocument } from '../../plan/carryOver';
import { isReport } from '../../plan/document';
import { documentKey } from '../../plan/link';
import type { OutlineProfile } from '../../read/outline/profile';
import { assemble } from '../../figures/links/assemble';
import { EXCEL_KINDS } from '../../workbook/excel/request/failures';
import { type Book } from '../ports/book';
import type { Checked } from '../ports/engine';
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

/** Documents a book was made of, by key: what users said of them goes on in the next. */
const formerDocuments = (book: Book | null): ReadonlyMap<string, EditedDocument> =>
  new Map(
    (book === null
      ? []
      : [
          { imported: book.imported, edited: book.document },
          ...(book.others ?? []).map(({ document, imported }) => ({
            imported: imported ?? document,
            edited: document,
          })),
        ]
    ).map((each) => [documentKey(each.imported.document), each]),
  );

/** Profiles by their id, the first of each. */
const distinct = (profiles: readonly OutlineProfile[]): readonly OutlineProfile[] =>
  profiles.filter((profile, index) => profiles.findIndex(({ id }) => id === profile.id) === index);

/** The book that files become: answers and settings of the one before stay with it, and what users said of the same documents. */
function bookOf(
  draft: Draft & { readonly outcome: { readonly ok: true } },
  others: readonly Checked[],
  profiles: readonly OutlineProfile[],
  before: Book | null,
  now: number,
): Book {
  const { reading } = draft.outcome.value;
  const formerVersions = formerDocuments(before);
  const [main, ...rest] = assemble([reading.document, ...others.map((other) => other.reading.document)], (document) => {
    const former = formerVersions.get(documentKey(document.document));
    return former ? carryOver(document, former) : document;
  });
  const kept = distinct([...profiles, ...(before?.profiles ?? [])]);
  return {
    name: draft.name,
    importedAt: now,
    document: main.document,
    imported: main.imported,
    lines: reading.lines,
    explanations: before?.explanations ?? {},
    settings: before?.settings ?? DEFAULT_SETTINGS,
    ...(rest.length === 0
      ? {}
      : { others: rest.map((other, index) => ({ ...other, lines: others[index]?.reading.lines ?? [] })) }),
    ...(kept.length === 0 ? {} : { profiles: kept }),
  };
}

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
    const { drafts, left, profiles } = importing;
    const lines = await perform(
      'loading',
      async () => engine.lines({ name, bytes: new Uint8Array(await file.arrayBuffer()) }),
      null,
    );
    if (lines)
      dispatch({ type: 'importing', importing: { step: 'profile', name, lines: lines.value, drafts, left, profiles } });
  };

  /** The book that the chosen files become, with what the checks say of it; null when nothing readable was chosen. */
  const chosenBook = async (): Promise<{ draft: ReadDraft; next: Book; checked: Checked['findings'] } | null> => {
    const { importing, book, language } = state();
    if (importing.step !== 'preview' && importing.step !== 'applying') return null;
    const { drafts, chosen, left, profiles } = importing;
    const draft = chosen === null ? undefined : drafts[chosen];
    if (chosen === null || !isRead(draft)) return null;
    const others = companions(drafts, chosen, left);
    const next = bookOf(draft, others, profiles, book, now());
    const checked =
      others.length === 0 ? draft.outcome.value.findings : await engine.check(next, next.settings, language);
    return { draft, next, checked };
  };

  const compare = async (): Promise<void> => {
    const asked = state().importing;
    if (host.compare === null || asked.step !== 'preview' || asked.comparison) return;
    dispatch({ type: 'compared', comparison: { kind: 'comparing' } });
    const comparing = state().importing;
    const told = (comparison: ComparisonState): void => {
      if (state().importing === comparing) dispatch({ type: 'compared', comparison });
    };
    try {
      const chosen = await chosenBook();
      if (chosen === null) return;
      const compared = await host.compare(chosen.next, chosen.checked);
      told(
        compared.ok ? { kind: 'compared', comparison: compared.value } : { kind: 'failed', failure: compared.failure },
      );
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
    if (importing.step !== 'preview' || importing.chosen === null) return;
    const { drafts, chosen, left, profiles } = importing;
    stopper = new AbortController();
    const { signal } = stopper;
    const report = (done: number, total: number): void => {
      dispatch({ type: 'importing', importing: { step: 'applying', drafts, chosen, left, profiles, done, total } });
    };
    if (!isRead(drafts[chosen])) return;
    report(0, 1);
    const made = await chosenBook();
    if (made === null) return;
    const { draft, next, checked } = made;
    const written = await perform(
      'saving',
      () => host.apply(next, checked, { report, signal }),
      () => void apply(),
    );
    if (!written) {
      const { comparison: _comparison, ...again } = importing;
      dispatch({ type: 'importing', importing: again });
      return;
    }
    dispatch({ type: 'importing', importing: { step: 'idle' } });
    dispatch({ type: 'opened', book: next, canRevert: host.canRevert() });
    dispatch({ type: 'checked', findings: checked, at: now(), language: state().language });
    notify({ kind: written.value.changed ? 'applied' : 'unchanged', name: draft.name });
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
