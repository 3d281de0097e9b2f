import type { ChangeKey } from '../../changes/change';
import type { Answers } from '../../changes/merge/decide';
import type { FindingKind } from '../../plan/finding';
import type { Book } from '../ports/book';
import type { Made, Rework } from '../ports/engine';
import type { Compared, EditLost, Making } from '../ports/host';
import type { Runner } from './runner';
import type { NoticeKind } from './state';

/** Work on the whole book, written as one and taken back as one. They resolve to whether it was done. */
export interface ReworkCommands {
  /** What these changes are about gets back what was read. */
  readonly takeBack: (changes: readonly ChangeKey[]) => Promise<boolean>;
  readonly decide: (answers: Answers) => Promise<boolean>;
}

/** Cells shown of those that stand in the way. */
const SHOWN_CELLS = 6;

/** What would be overwritten beside what was asked for. */
export const WOULD_OVERWRITE: FindingKind = {
  id: 'pane.would-overwrite',
  family: 'workbook',
  severity: 'error',
  text: {
    nl: 'Er is niets geschreven: in {subject} staat iets dat Planboek niet kan lezen en dat mee overschreven zou worden.',
    en: 'Nothing was written: {subject} hold something that Planboek cannot read, and that would be overwritten as well.',
  },
  remedy: {
    nl: 'Zet die cellen eerst goed, of laat ze overschrijven.',
    en: 'Put those cells right first, or have them overwritten.',
  },
};

/** Cells that would be overwritten although the work is not about them. */
function strangeCells({ held, cells }: Compared, work: Rework): readonly EditLost[] {
  const keys = new Set(work.do === 'takeBack' ? work.changes : []);
  const own = new Set(
    [...(held?.cells ?? [])].flatMap(([key, { sheet, address }]) =>
      work.do === 'answer' || keys.has(key) ? [`${sheet}!${address}`] : [],
    ),
  );
  // The cells of a row that goes are those of the row that was added.
  const goes = work.do === 'answer' || work.changes.some((key) => key.endsWith('|code'));
  return (cells?.edits ?? []).filter(
    ({ sheet, address, becomes }) => !own.has(`${sheet}!${address}`) && !(goes && becomes === null),
  );
}

/** Shows what the book became by work on the whole of it. */
export function showReworked({ host, dispatch, recheckQuietly }: Runner, book: Book | null): void {
  if (book === null) return;
  dispatch({ type: 'edited', book, canRevert: host.canRevert() });
  recheckQuietly(book);
}

/** Takes back, as one, what was written last. */
export function undoReworked(runner: Runner): void {
  const { host, notify, perform } = runner;
  void perform('reverting', () => host.revert('kept')).then((reverted) => {
    if (!reverted) return;
    showReworked(runner, reverted.value);
    notify({ kind: 'undone' });
  });
}

export function createReworkCommands(runner: Runner): ReworkCommands {
  const { host, engine, state, notify, perform, fail } = runner;

  async function write(work: Rework, about: NoticeKind, isForced = false): Promise<boolean> {
    const { book, language } = state();
    if (book === null) return false;
    // On what stands there then: the last words of the user included.
    const make: Making = (held): Promise<Made> => engine.rework(held ?? book, work, language);
    if (!isForced) {
      const compared = await perform('saving', () => host.compare(make));
      if (!compared) return false;
      const strange = strangeCells(compared.value, work);
      if (strange.length > 0) {
        const places = strange.slice(0, SHOWN_CELLS).map(({ sheet, address }) => `${sheet} ${address}`);
        const more = strange.length > SHOWN_CELLS ? ' …' : '';
        fail(
          { kind: WOULD_OVERWRITE, figures: { subject: `${places.join(', ')}${more}` } },
          { kind: 'overwrite', run: () => void write(work, about, true) },
        );
        return false;
      }
    }
    const run = { report: () => undefined, signal: new AbortController().signal };
    const written = await perform('saving', () => host.apply(make, run));
    if (!written) return false;
    showReworked(runner, written.value.made.book);
    notify(
      about,
      written.value.changed
        ? () => {
            undoReworked(runner);
          }
        : null,
    );
    return true;
  }

  return {
    takeBack: (changes) => write({ do: 'takeBack', changes }, { kind: 'takenBack', count: changes.length }),
    decide: (answers) => write({ do: 'answer', answers }, { kind: 'decided', count: Object.keys(answers).length }),
  };
}
