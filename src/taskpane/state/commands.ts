import type { Language } from '../../plan/finding';
import type { HostEvent } from '../host';
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

  const start = async (): Promise<void> => {
    const loaded = await during('loading', () => valueOf(host.load()));
    const book = loaded?.value;
    if (!book) return;
    dispatch({ type: 'opened', book, canRevert: host.canRevert() });
    dispatch({ type: 'screen', screen: 'plan' });
    await during('checking', () => runner.recheck(book));
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
    }
  };

  return {
    ...createImportCommands(runner),
    ...createBookCommands(runner),
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
