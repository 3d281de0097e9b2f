import type { CheckSettings } from '../../check/settings';
import { explanationOf, type Explanation, type Explanations } from '../../plan/explanation';
import type { PlanNode } from '../../plan/document';
import { placeAt, type Finding, type Place } from '../../plan/finding';
import {
  figureAt,
  inverseEdit,
  withEdit,
  withFigure,
  withLinkEdit,
  withSettings,
  type Book,
  type FigureEdit,
  type LinkEdit,
  type NodeEdit,
} from '../ports/book';
import type { Cents } from '../../plan/money';
import { planIndex } from '../model/planIndex';
import type { QuickFix } from '../model/quickFix';
import type { Retry, Runner } from './runner';

/** Work on the book the workbook holds. Edits resolve to whether they were kept: a form stays open with the user's words when not. */
export interface BookCommands {
  readonly check: () => Promise<void>;
  readonly editNode: (id: string, edit: NodeEdit) => Promise<boolean>;
  /** Answers a proposal of a link, or gives it a weight; the change can be taken back. */
  readonly editLink: (home: number, id: string, edit: LinkEdit) => Promise<boolean>;
  readonly applyFix: (fix: QuickFix) => Promise<boolean>;
  readonly explain: (finding: Finding, explanation: Explanation) => Promise<boolean>;
  readonly saveSettings: (settings: CheckSettings) => Promise<boolean>;
  readonly show: (place: Place, check?: string) => Promise<void>;
  /** Shows the card of a node and selects its row; null goes back to the tree. */
  readonly openCard: (node: string | null) => void;
  readonly download: () => Promise<void>;
}

const nodeOf = (book: Book | null, id: string) =>
  book ? planIndex(book.document).rollup.tree.byId.get(id) : undefined;

const NOTICE_OF_STATE = { open: 'reopened', explained: 'explained', accepted: 'accepted' } as const;

/** Does the node still hold what an edit made of it? */
function stillHolds(node: PlanNode, edit: NodeEdit): boolean {
  const now = inverseEdit(node);
  return (['status', 'text', 'parent'] as const).every(
    (field) => edit[field] === undefined || edit[field] === now[field],
  );
}

export function createBookCommands(runner: Runner, check: (book: Book) => Promise<void>): BookCommands {
  const { host, state, dispatch, notify, perform } = runner;

  const edited = (book: Book): void => {
    dispatch({ type: 'edited', book });
    runner.recheckQuietly(book);
  };

  /** Gives the edit that undoes this one; null when it was not kept. */
  async function writeEdit(id: string, edit: NodeEdit, retry: Retry = null): Promise<NodeEdit | null> {
    const { book } = state();
    const node = nodeOf(book, id);
    if (!book || !node) return null;
    const written = await perform('saving', () => host.editNode(id, edit), retry);
    if (!written) return null;
    const current = state().book ?? book;
    const next: Book = { ...current, document: withEdit(current.document, id, edit, current.settings.statuses) };
    edited(next);
    return inverseEdit(node);
  }

  const undoEdit = (id: string, made: NodeEdit, inverse: NodeEdit): (() => void) => {
    // Only what the edit touched goes back: the rest may have been changed since.
    const back: NodeEdit = Object.fromEntries(Object.entries(inverse).filter(([field]) => field in made));
    const undo = (): void => {
      const node = nodeOf(state().book, id);
      if (!node || !stillHolds(node, made)) {
        dispatch({ type: 'problem', problem: { kind: 'changedSince' } });
        return;
      }
      void writeEdit(id, back, undo).then((done) => {
        if (done) notify({ kind: 'undone' });
      });
    };
    return undo;
  };

  /** Puts a figure in its place; gives what stood there, undefined when it was not kept. */
  async function writeFigure(edit: FigureEdit, retry: Retry = null): Promise<Cents | null | undefined> {
    const { book } = state();
    const before = book ? figureAt(book.document, edit) : undefined;
    if (!book || before === undefined) return undefined;
    if (!(await perform('saving', () => host.editFigure(edit), retry))) return undefined;
    const current = state().book ?? book;
    edited({ ...current, document: withFigure(current.document, edit) });
    return before;
  }

  async function fixFigure(edit: FigureEdit): Promise<boolean> {
    const before = await writeFigure(edit);
    if (before === undefined) return false;
    const undo = (): void => {
      const { book } = state();
      if (!book || figureAt(book.document, edit) !== edit.cents) {
        dispatch({ type: 'problem', problem: { kind: 'changedSince' } });
        return;
      }
      void writeFigure({ ...edit, cents: before }, undo).then((done) => {
        if (done !== undefined) notify({ kind: 'undone' });
      });
    };
    notify({ kind: 'fixed' }, undo);
    return true;
  }

  async function saveAnswer(finding: Finding, explanation: Explanation, retry: Retry = null): Promise<boolean> {
    const { book, run } = state();
    if (!book || !run) return false;
    const explanations: Explanations = { ...book.explanations, [finding.key]: explanation };
    const written = await perform('saving', () => host.saveFindings(run.findings, explanations), retry);
    if (written) dispatch({ type: 'explained', explanations });
    return written !== null;
  }

  const show = async (place: Place, about?: string): Promise<void> => {
    const { show: showPlace } = host;
    if (showPlace)
      await perform(
        'showing',
        () => showPlace(place, about ?? null),
        () => void show(place, about),
      );
  };

  /** Brings the sheet of the findings in line with what the checks say. */
  const saveRun = async (): Promise<void> => {
    const { book, run } = state();
    if (book && run)
      await perform(
        'saving',
        () => host.saveFindings(run.findings, book.explanations),
        () => void saveRun(),
      );
  };

  return {
    show,
    check: async () => {
      const { book } = state();
      if (!book) return;
      await check(book);
      if (state().problem === null) await saveRun();
    },
    editNode: async (id, edit) => {
      const inverse = await writeEdit(id, edit);
      if (!inverse) return false;
      const code = nodeOf(state().book, id)?.code ?? id;
      notify({ kind: edit.text === undefined ? 'statusSaved' : 'evaluationSaved', code }, undoEdit(id, edit, inverse));
      return true;
    },
    editLink: async (home, id, edit) => {
      const { book } = state();
      const link = (home === 0 ? book?.document : book?.others?.[home - 1]?.document)?.links.find(
        (each) => each.id === id,
      );
      if (!book || !link) return false;
      const write = async (change: LinkEdit): Promise<boolean> => {
        const written = await perform('saving', () => host.editLink(home, id, change));
        if (!written) return false;
        const next = withLinkEdit(state().book ?? book, home, id, change);
        dispatch({ type: 'edited', book: next });
        runner.recheckQuietly(next);
        return true;
      };
      if (!(await write(edit))) return false;
      const back: LinkEdit = {
        ...(edit.state === undefined ? {} : { state: link.state }),
        ...(edit.weight === undefined ? {} : { weight: link.weight }),
      };
      notify({ kind: 'linkSaved' }, () => {
        void write(back).then((done) => {
          if (done) notify({ kind: 'undone' });
        });
      });
      return true;
    },
    applyFix: async ({ change }) => {
      if (change.kind === 'figure') return fixFigure(change.edit);
      const { id, edit } = change;
      const inverse = await writeEdit(id, edit);
      if (inverse) notify({ kind: 'fixed' }, undoEdit(id, edit, inverse));
      return inverse !== null;
    },
    explain: async (finding, explanation) => {
      const before = explanationOf(state().book?.explanations ?? {}, finding.key);
      if (!(await saveAnswer(finding, explanation))) return false;
      const undo = (): void => {
        void saveAnswer(finding, before, undo).then((done) => {
          if (done) notify({ kind: 'undone' });
        });
      };
      notify({ kind: NOTICE_OF_STATE[explanation.state] }, undo);
      return true;
    },
    saveSettings: async (settings) => {
      const { book } = state();
      if (!book) return false;
      const written = await perform('saving', () => host.saveSettings(settings));
      if (!written) return false;
      const next = withSettings(state().book ?? book, settings);
      edited(next);
      notify({ kind: 'settingsSaved' });
      return true;
    },
    openCard: (node) => {
      dispatch({ type: 'card', node });
      if (node !== null) void show(placeAt({ node }));
    },
    download: async () => {
      const { download } = host;
      const file = download && (await perform('downloading', download));
      if (file) notify({ kind: 'downloaded', name: file.value });
    },
  };
}
