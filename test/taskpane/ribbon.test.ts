import { describe, expect, test } from '@jest/globals';
import { DEFAULT_SETTINGS } from '../../src/check/settings';
import type { Book } from '../../src/taskpane/ports/book';
import type { Engine } from '../../src/taskpane/ports/engine';
import type { PaneHost } from '../../src/taskpane/ports/host';
import { COMMAND_NAMES, type RibbonCommand } from '../../src/taskpane/ports/commands';
import { createRibbon } from '../../src/taskpane/ribbon/ribbon';
import { createCommands } from '../../src/taskpane/state/commands';
import { reduce } from '../../src/taskpane/state/reducer';
import { initialState, type ImportState } from '../../src/taskpane/state/state';
import { READING } from '../sheets/fixture';

function office(showPane: () => Promise<void> = () => Promise.resolve()) {
  const actions = new Map<string, (event: { readonly completed: () => void }) => void>();
  const log: string[] = [];
  const ribbon = createRibbon({
    associate: (name, action) => {
      actions.set(name, action);
    },
    showPane: () => {
      log.push('show');
      return showPane();
    },
  });
  const press = async (name: string): Promise<void> => {
    await new Promise<void>((resolve) =>
      actions.get(name)?.({
        completed: () => {
          log.push('completed');
          resolve();
        },
      }),
    );
    await Promise.resolve();
  };
  return { actions, log, press, ribbon };
}

describe('the ribbon', () => {
  test('answers to every command, and to nothing else', () => {
    expect([...office().actions.keys()].sort()).toEqual([...COMMAND_NAMES].sort());
  });

  test('opens the pane, tells Office that it is done, and passes the command on', async () => {
    const { log, press, ribbon } = office();
    ribbon.listen((command) => {
      log.push(command);
    });
    await press('runChecks');
    expect(log).toEqual(['show', 'completed', 'runChecks']);
  });

  test('keeps presses until somebody listens, in order, and gives each once', async () => {
    const { press, ribbon } = office();
    const heard: string[] = [];
    await press('showHelp');
    await press('showImport');
    const stop = ribbon.listen((command) => {
      heard.push(command);
    });
    expect(heard).toEqual(['showHelp', 'showImport']);
    stop();
    await press('showAccounts');
    expect(heard).toEqual(['showHelp', 'showImport']);
    ribbon.listen((command) => {
      heard.push(`again ${command}`);
    });
    expect(heard).toEqual(['showHelp', 'showImport', 'again showAccounts']);
  });

  test('is not stuck when the pane cannot be opened', async () => {
    const { log, press, ribbon } = office(() => Promise.reject(new Error('no pane')));
    ribbon.listen((command) => {
      log.push(command);
    });
    await press('revertImport');
    expect(log).toEqual(['show', 'completed', 'revertImport']);
  });
});

describe('what the pane does with a command', () => {
  const THEME = { background: null, foreground: null, control: null, controlForeground: null };
  const FACTS = { application: 'Excel', platform: null, version: null, locale: 'nl-BE', requirementSets: [] };
  const BOOK: Book = {
    name: 'rapport.txt',
    importedAt: 1,
    document: READING.document,
    imported: READING.document,
    lines: [],
    explanations: {},
    settings: DEFAULT_SETTINGS,
  };

  function pane(book: Book | null) {
    let state = initialState('nl', THEME, FACTS);
    let checks = 0;
    let opened: (loaded: { readonly ok: true; readonly value: Book | null }) => void = () => undefined;
    const loading = new Promise<{ readonly ok: true; readonly value: Book | null }>((resolve) => {
      opened = resolve;
    });
    const host = {
      kind: 'excel',
      load: () => loading,
      canRevert: () => true,
      mark: null,
      show: null,
    } as unknown as PaneHost;
    const engine = {
      check: () => {
        checks += 1;
        return Promise.resolve([]);
      },
    } as unknown as Engine;
    const commands = createCommands({
      host,
      engine,
      now: () => 1,
      state: () => state,
      dispatch: (action) => {
        state = reduce(state, action);
      },
    });
    const settled = () =>
      new Promise((resolve) => {
        setTimeout(resolve, 5);
      });
    return {
      commands,
      state: () => state,
      checks: () => checks,
      press: async (command: RibbonCommand) => {
        commands.heard({ kind: 'commanded', command });
        await settled();
      },
      open: async () => {
        opened({ ok: true, value: book });
        await settled();
      },
    };
  }

  test('a press that comes while the book is opened decides where the pane ends', async () => {
    const { commands, open, press, state } = pane(BOOK);
    void commands.start();
    await press('showHelp');
    expect(state().screen).toBe('import');
    await open();
    expect([state().screen, state().asked]).toEqual(['settings', 'help']);
  });

  test('Controleer runs the checks, and not twice at once', async () => {
    const { checks, commands, open, press, state } = pane(BOOK);
    void commands.start();
    await open();
    const before = checks();
    await press('runChecks');
    expect([state().screen, checks()]).toEqual(['check', before + 1]);
    commands.dispatch({ type: 'busy', busy: 'saving' });
    await press('runChecks');
    expect(checks()).toBe(before + 1);
  });

  test('Herstel asks first, also when a preview is open; another screen takes the question away', async () => {
    const { commands, open, press, state } = pane(BOOK);
    void commands.start();
    await open();
    commands.dispatch({
      type: 'importing',
      importing: { step: 'preview', drafts: [], chosen: null } as unknown as ImportState,
    });
    await press('revertImport');
    expect([state().screen, state().asked, state().importing.step]).toEqual(['import', 'revert', 'idle']);
    commands.go('plan');
    expect(state().asked).toBeNull();
  });

  test('a preview that is open stays for Importeer and Vergelijk', async () => {
    const { commands, open, press, state } = pane(BOOK);
    void commands.start();
    await open();
    commands.dispatch({
      type: 'importing',
      importing: { step: 'preview', drafts: [], chosen: null } as unknown as ImportState,
    });
    for (const command of ['showImport', 'compareReports'] as const) {
      await press(command);
      expect([command, state().screen, state().importing.step]).toEqual([command, 'import', 'preview']);
    }
  });
});
