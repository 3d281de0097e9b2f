import { describe, expect, test } from '@jest/globals';
import { COMMAND_NAMES } from '../../src/taskpane/ribbon/commands';
import { createRibbon } from '../../src/taskpane/ribbon/ribbon';

function office(showPane: () => Promise<void> = () => Promise.resolve()) {
  const actions = new Map<string, (event: { readonly completed: () => void }) => void>();
  const log: string[] = [];
  const ribbon = createRibbon({
    associate: (name, action) => { actions.set(name, action); },
    showPane: () => {
      log.push('show');
      return showPane();
    },
  });
  const press = async (name: string): Promise<void> => {
    await new Promise<void>((resolve) => actions.get(name)?.({ completed: () => { log.push('completed'); resolve(); } }));
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
    ribbon.listen((command) => { log.push(command); });
    await press('runChecks');
    expect(log).toEqual(['show', 'completed', 'runChecks']);
  });

  test('keeps presses until somebody listens, in order, and gives each once', async () => {
    const { press, ribbon } = office();
    const heard: string[] = [];
    await press('showHelp');
    await press('showImport');
    const stop = ribbon.listen((command) => { heard.push(command); });
    expect(heard).toEqual(['showHelp', 'showImport']);
    stop();
    await press('showAccounts');
    expect(heard).toEqual(['showHelp', 'showImport']);
    ribbon.listen((command) => { heard.push(`again ${command}`); });
    expect(heard).toEqual(['showHelp', 'showImport', 'again showAccounts']);
  });

  test('is not stuck when the pane cannot be opened', async () => {
    const { log, press, ribbon } = office(() => Promise.reject(new Error('no pane')));
    ribbon.listen((command) => { log.push(command); });
    await press('revertImport');
    expect(log).toEqual(['show', 'completed', 'revertImport']);
  });
});
