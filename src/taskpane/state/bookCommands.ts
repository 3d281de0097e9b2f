import type { CheckSettings } from '../../check/settings';
import { explanationOf, type Explanation, type Explanations } from '../../plan/explanation';
import { placeAt, type Finding, type Place } from '../../plan/finding';
import { inverseEdit, withEdit, type Book, type NodeEdit } from '../book';
import { planIndex } from '../model/planIndex';
import type { Runner } from './runner';

/** Work on the book the workbook holds. Edits resolve to whether they were kept: a form stays open with the user's words when not. */
export interface BookCommands {
  readonly check: () => Promise<void>;
  readonly editNode: (id: string, edit: NodeEdit) => Promise<boolean>;
  readonly applyFix: (id: string, edit: NodeEdit) => Promise<boolean>;
  readonly explain: (finding: Finding, explanation: Explanation) => Promise<boolean>;
  readonly saveSettings: (settings: CheckSettings) => Promise<boolean>;
  readonly show: (place: Place, check?: string) => Promise<void>;
  /** Shows the card of a node and selects its row; null goes back to the tree. */
  readonly openCard: (node: string | null) => void;
  readonly download: () => Promise<void>;
}

const nodeOf = (book: Book | null, id: string) => (book ? planIndex(book.document).rollup.tree.byId.get(id) : undefined);

const NOTICE_OF_STATE = { open: 'reopened', explained: 'explained', accepted: 'accepted' } as const;

export function createBookCommands(runner: Runner): BookCommands {
  const { host, state, dispatch, notify, during, valueOf, unexpected } = runner;

  /** Gives the edit that undoes this one; null when it was not kept. */
  async function writeEdit(id: string, edit: NodeEdit): Promise<NodeEdit | null> {
    const { book } = state();
    const node = nodeOf(book, id);
    if (!book || !node) return null;
    const written = await during('saving', () => valueOf(host.editNode(id, edit)));
    if (!written) return null;
    const current = state().book ?? book;
    const next: Book = { ...current, document: withEdit(current.document, id, edit, current.settings.statuses) };
    dispatch({ type: 'edited', book: next });
    runner.recheckQuietly(next);
    return inverseEdit(node);
  }

  const undoEdit = (id: string, inverse: NodeEdit) => (): void => {
    void writeEdit(id, inverse).then((done) => {
      if (done) notify({ kind: 'undone' });
    });
  };

  async function saveAnswer(finding: Finding, explanation: Explanation): Promise<boolean> {
    const { book, run } = state();
    if (!book || !run) return false;
    const explanations: Explanations = { ...book.explanations, [finding.key]: explanation };
    const written = await during('saving', () => valueOf(host.saveFindings(run.findings, explanations)));
    if (written) dispatch({ type: 'explained', explanations });
    return written !== null;
  }

  const show = async (place: Place, check?: string): Promise<void> => {
    if (!host.show) return;
    await valueOf(host.show(place, check ?? null)).catch(unexpected);
  };

  return {
    show,
    check: async () => {
      await during('checking', async () => {
        const { book } = state();
        const findings = book && (await runner.recheck(book));
        if (book && findings) await valueOf(host.saveFindings(findings, book.explanations));
      });
    },
    editNode: async (id, edit) => {
      const inverse = await writeEdit(id, edit);
      if (!inverse) return false;
      const code = nodeOf(state().book, id)?.code ?? id;
      notify({ kind: edit.text === undefined ? 'statusSaved' : 'evaluationSaved', code }, undoEdit(id, inverse));
      return true;
    },
    applyFix: async (id, edit) => {
      const inverse = await writeEdit(id, edit);
      if (inverse) notify({ kind: 'fixed' }, undoEdit(id, inverse));
      return inverse !== null;
    },
    explain: async (finding, explanation) => {
      const before = explanationOf(state().book?.explanations ?? {}, finding.key);
      if (!(await saveAnswer(finding, explanation))) return false;
      notify({ kind: NOTICE_OF_STATE[explanation.state] }, () => {
        void saveAnswer(finding, before).then((done) => {
          if (done) notify({ kind: 'undone' });
        });
      });
      return true;
    },
    saveSettings: async (settings) => {
      const { book } = state();
      if (!book) return false;
      const written = await during('saving', () => valueOf(host.saveSettings(settings)));
      if (!written) return false;
      const next: Book = { ...(state().book ?? book), settings };
      dispatch({ type: 'edited', book: next });
      notify({ kind: 'settingsSaved' });
      runner.recheckQuietly(next);
      return true;
    },
    openCard: (node) => {
      dispatch({ type: 'card', node });
      if (node !== null) void show(placeAt({ node }));
    },
    download: async () => {
      const { download } = host;
      const file = download && (await during('downloading', () => valueOf(download())));
      if (file) notify({ kind: 'downloaded', name: file.value });
    },
  };
}
