import type { Language } from '../../plan/finding';
import type { ReadFailure } from '../../read/source';
import { EXCEL_KINDS } from '../../workbook/excel/request/failures';
import type { Book } from '../ports/book';
import type { HostEvent } from '../ports/host';
import { RIBBON_COMMANDS, type RibbonCommand } from '../ports/commands';
import { createBookCommands, type BookCommands } from './bookCommands';
import { createReworkCommands, type ReworkCommands } from './reworkCommands';
import { createImportCommands, type ImportCommands } from './importCommands';
import { createPartCommands, type PartCommands } from './partCommands';
import type { Action } from './reducer';
import { createRunner, type Ports } from './runner';
import type { Problem, Remedy } from './state';
import type { ScreenName } from '../ports/screens';

/** Everything a component can ask for. Each comes to an end in the state: as what was asked, or as a problem with its remedy. */
export interface Commands extends ImportCommands, BookCommands, ReworkCommands, PartCommands {
  /** Opens what the workbook holds. */
  readonly start: () => Promise<void>;
  readonly go: (screen: ScreenName) => void;
  readonly setLanguage: (language: Language) => void;
  readonly heard: (event: HostEvent) => void;
  readonly dispatch: (action: Action) => void;
}

/** Binds the commands to a host, an engine and the state. */
export function createCommands(ports: Ports): Commands {
  const runner = createRunner(ports);
  const { host, dispatch, state, during, fail } = runner;
  /** Said of the workbook behind our back: taken back when it can be read again. */
  let unreadable: Problem | null = null;

  const check = async (book: Book): Promise<void> => {
    await during(
      'checking',
      async () => {
        const findings = await runner.recheck(book, 'onPurpose');
        if (findings) await runner.mark(findings);
      },
      () => void check(state().book ?? book),
    );
  };

  const opened = (book: Book | null): void => {
    dispatch({ type: 'opened', book, canRevert: host.canRevert() });
    if (book === null) return;
    const { screen, importing } = state();
    if (screen === 'import' && importing.step === 'idle') dispatch({ type: 'screen', screen: 'plan' });
    void check(book);
  };

  /** A workbook that is half written is made whole again, and nothing else is done with it. */
  const restoring = ({ kind }: ReadFailure): Remedy | null =>
    kind.id === EXCEL_KINDS.unfinished.id ? { kind: 'restore', run: () => void importCommands.revert() } : null;

  let started = Promise.resolve();

  const load = async (): Promise<void> => {
    const again = (): void => void start();
    const loaded = await during('loading', host.load, again);
    if (loaded?.ok) {
      opened(loaded.value);
      return;
    }
    if (loaded) fail(loaded.failure, restoring(loaded.failure) ?? { kind: 'again', run: again });
    dispatch({ type: 'unread' });
  };

  const start = (): Promise<void> => {
    started = load();
    return started;
  };

  const importCommands = createImportCommands(runner, start);
  const bookCommands = createBookCommands(runner, check);
  const reworkCommands = createReworkCommands(runner);
  const partCommands = createPartCommands(runner);

  const edited = (book: Book | null): void => {
    if (unreadable !== null && state().problem === unreadable) dispatch({ type: 'problem', problem: null });
    unreadable = null;
    const before = state().book;
    if (before === null || book === null) {
      if (before !== book) opened(book);
      return;
    }
    if (before === book) return;
    dispatch({ type: 'edited', book });
    runner.recheckQuietly(book);
  };

  const follow = (command: RibbonCommand): void => {
    const { screen, request } = RIBBON_COMMANDS[command];
    // The question stands on the screen of the files: a preview, of which nothing was written, makes room for it.
    if (request === 'revert' && state().importing.step === 'preview') importCommands.closePreview();
    dispatch({ type: 'screen', screen });
    if (request !== 'check') dispatch({ type: 'asked', asked: request });
    else if (state().busy === null) void bookCommands.check();
  };

  const heard = (event: HostEvent): void => {
    switch (event.kind) {
      case 'selected':
        if (event.place.node !== null && state().book) dispatch({ type: 'selected', node: event.place.node });
        break;
      case 'edited':
        edited(event.book);
        break;
      case 'unreadable':
        unreadable = { kind: 'failure', failure: event.failure };
        dispatch({ type: 'problem', problem: unreadable, remedy: restoring(event.failure) });
        break;
      case 'defect':
        runner.unexpected(event.error, () => void start());
        break;
      case 'themed':
        dispatch({ type: 'theme', theme: event.theme });
        break;
      case 'commanded':
        // Opening the book ends on a screen of its own; a press that came meanwhile counts.
        void started.then(() => {
          follow(event.command);
        });
        break;
    }
  };

  return {
    ...importCommands,
    ...bookCommands,
    ...reworkCommands,
    ...partCommands,
    start,
    heard,
    dispatch,
    go: (screen) => {
      dispatch({ type: 'screen', screen });
    },
    setLanguage: (language) => {
      dispatch({ type: 'language', language });
      const { book } = state();
      if (book) runner.recheckQuietly(book);
    },
  };
}
