import type { Language } from '../../plan/finding';
import type { HostEvent } from '../host';
import { RIBBON_COMMANDS, type RibbonCommand } from '../ribbon/commands';
import { createBookCommands, type BookCommands } from './bookCommands';
import { createImportCommands, type ImportCommands } from './importCommands';
import type { Action } from './reducer';
import { createRunner, type Ports } from './runner';
import type { ScreenName } from './state';

/** Everything a component can ask for. Each comes to an end in the state: as what was asked, or as a problem with its remedy. */
export interface Commands extends ImportCommands, BookCommands {
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
  const { host, dispatch, state, during, valueOf } = runner;
  const importCommands = createImportCommands(runner);
  const bookCommands = createBookCommands(runner);
  let started = Promise.resolve();

  const open = async (): Promise<void> => {
    const loaded = await during('loading', () => valueOf(host.load()));
    const book = loaded?.value;
    if (!book) return;
    dispatch({ type: 'opened', book, canRevert: host.canRevert() });
    dispatch({ type: 'screen', screen: 'plan' });
    await during('checking', () => runner.recheck(book));
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
        dispatch({ type: 'edited', book: event.book });
        runner.recheckQuietly(event.book);
        break;
      case 'unreadable':
        runner.fail(event.failure);
        break;
      case 'themed':
        dispatch({ type: 'theme', theme: event.theme });
        break;
      case 'commanded':
        // Opening the book ends on a screen of its own; a press that came meanwhile counts.
        void started.then(() => { follow(event.command); });
        break;
    }
  };

  return {
    ...importCommands,
    ...bookCommands,
    start: () => {
      started = open();
      return started;
    },
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
