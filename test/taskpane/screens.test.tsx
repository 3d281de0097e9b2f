/** @jest-environment jsdom */
import { afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { FORMATS } from '../../src/i18n/formats';
import { PANE_TEXTS } from '../../src/i18n/pane/paneTexts';
import { SHEETS, TABLES } from '../../src/sheets/names';
import { localEngine } from './localEngine';
import { area, formatArea } from '../../standin/model/area';
import { cellAt, newBook, type Book } from '../../standin/model/book';
import { READING } from '../sheets/fixture';
import { generateReport } from '../../standin/report/generateReport';
import type { Desk } from '../workbook/excel/support';
import { addressOf, deskWithReport, engineAt, tableCell } from './desk';
import { atRest, button, goTo, openPane, pickFiles, press, problem, T, type } from './support';

let desk: Desk;
let filled: Book;

beforeAll(async () => {
  desk = await deskWithReport();
  filled = desk.host.copyBook();
});
afterEach(cleanup);

const open = () => openPane({ desk, book: filled });
/** The same Excel with an empty workbook: there is one client in a page. */
const openEmpty = () => openPane({ desk, book: newBook() });
const cell = (key: string, column: string): unknown => tableCell(desk.host.book, TABLES.plan, key, column).value;
const edit = (key: string, column: string, value: string): void => {
  desk.user.type(...addressOf(desk.host.book, TABLES.plan, key, column), value);
};
const heading = (): string => screen.getByRole('heading', { level: 1 }).textContent ?? '';
const report = (seed: number): File =>
  new File(
    [generateReport({ seed, objectives: 1, plansPerObjective: 1, actionsPerPlan: 3 }).text],
    `rapport-${seed}.txt`,
    { type: 'text/plain' },
  );
const SCREENS = ['import', 'plan', 'check', 'credits', 'accounts', 'settings'] as const;

async function card(title: string): Promise<void> {
  await goTo('plan');
  type(screen.getByRole('searchbox'), title);
  await atRest();
  press(screen.getAllByRole('treeitem').at(-1) as HTMLElement);
  await atRest();
}

describe('an empty workbook', () => {
  test('says on every screen what to do first, and leads there', async () => {
    await openEmpty();
    for (const name of SCREENS.filter((one) => one !== 'import' && one !== 'settings')) {
      await goTo(name);
      screen.getByText(new RegExp(T.common.empty.title));
      press(button(T.common.empty.action));
      await atRest();
      expect(heading()).toBe(T.import.title);
    }
    expect(problem()).toBe('');
  });
});

describe('a workbook that cannot be read', () => {
  test('is not called empty, nothing is imported over it, and it opens when it can be read', async () => {
    cleanup();
    desk.host.open(filled);
    desk.host.forgetRequests();
    desk.host.fail(...Array.from({ length: 6 }, (_, index) => ({ kind: 'error' as const, request: index + 1 })));
    await openPane({ desk, book: filled });
    await goTo('check');
    screen.getByText(new RegExp(T.common.unread.title));
    expect(screen.queryByText(new RegExp(T.common.empty.title))).toBeNull();
    desk.host.forgetRequests();
    press(button(T.common.retry));
    await waitFor(() => {
      screen.getByRole('list', { name: T.check.list });
    });
  });
});

describe('every screen', () => {
  test('shows what the workbook holds, in the language that is chosen', async () => {
    await open();
    for (const name of SCREENS) {
      await goTo(name);
      expect(problem()).toBe('');
    }
    type(screen.getByLabelText(T.settings.language), 'en');
    await atRest();
    expect(heading()).toBe(PANE_TEXTS.en.settings.title);
    press(screen.getByRole('tab', { name: new RegExp(`^${PANE_TEXTS.en.common.screens.check}`) }));
    await atRest();
    expect(heading()).toBe(PANE_TEXTS.en.check.title);
    expect(screen.getByRole('list', { name: PANE_TEXTS.en.check.list }).textContent).toMatch(/not|is|the/);
    expect(document.querySelector('[lang="en"]')).not.toBeNull();
  });

  test('that breaks leaves the others and what was typed, and can be shown again', async () => {
    await open();
    await goTo('check');
    press(button(T.check.explain));
    type(screen.getByLabelText(new RegExp(T.check.reason)), 'Half geschreven');
    const format = jest.spyOn(FORMATS.nl, 'euro').mockImplementation(() => {
      throw new Error('broken format');
    });
    const silent = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    await goTo('credits');
    expect(heading()).toBe(T.common.broken.title);
    format.mockRestore();
    press(button(T.common.retry));
    await atRest();
    expect(heading()).toBe(T.credits.title);
    silent.mockRestore();
    await goTo('check');
    screen.getByDisplayValue('Half geschreven');
  });
});

describe('importing', () => {
  test('several files: all are read, one is chosen, a bad one says why', async () => {
    await openEmpty();
    await pickFiles(report(1), new File(['geen rapport'], 'brief.txt'), report(2));
    expect(screen.getAllByRole('radio').length).toBeGreaterThanOrEqual(2);
    expect(problem()).not.toBe('');
    screen.getByText(T.import.nothingWritten);
  });

  test('over an edited workbook says that the edit stays, writes nothing before it is told to, and keeps it', async () => {
    await openEmpty();
    await pickFiles(report(1));
    press(button(T.import.applyExcel));
    await waitFor(() => {
      screen.getByText(T.import.applied('rapport-1.txt'));
    });
    const plan = desk.host.book.tables.find(({ name }) => name === TABLES.plan);
    const sheet = desk.host.book.sheets.find(({ id }) => id === plan?.sheet);
    const title = plan?.columns.findIndex(({ name }) => name === 'Titel') ?? -1;
    if (!plan || !sheet) throw new Error('no plan');
    desk.user.paste(sheet.name, formatArea(area(plan.area.row + 1, plan.area.column + title)), [['Door ons hernoemd']]);
    await atRest(200);
    await goTo('import');
    await pickFiles(report(1));
    const held = (): unknown => cellAt(sheet, plan.area.row + 1, plan.area.column + title).value;
    await screen.findByText(`${T.changes.kept(1)}.`);
    await waitFor(() => {
      if (screen.queryByText(T.import.comparing)) throw new Error('comparing');
    });
    expect(screen.queryByText(new RegExp(T.import.lostEdits('1')))).toBeNull();
    expect(held()).toBe('Door ons hernoemd');
    press(button(T.import.applyExcel));
    await waitFor(() => {
      screen.getByText(T.import.applied('rapport-1.txt'));
    });
    expect(held()).toBe('Door ons hernoemd');
  });

  test('fails at any request without losing the draft, and succeeds when it is tried again', async () => {
    const start = newBook();
    const begin = async (): Promise<void> => {
      cleanup();
      await openPane({ desk, book: start });
      await goTo('import');
      await pickFiles(report(1));
      desk.host.forgetRequests();
    };
    const settled = () =>
      waitFor(
        () => {
          if (document.querySelector('[aria-busy="true"]')) throw new Error('busy');
          if (problem() === '') screen.getByText(T.import.applied('rapport-1.txt'));
        },
        { interval: 10 },
      );
    await begin();
    press(button(T.import.applyExcel));
    await settled();
    const requests = desk.host.syncs;
    const kinds = ['error', 'lost', 'partial', 'throw'] as const;
    let refusals = 0;
    for (let request = 1; request <= requests; request += 1) {
      await begin();
      desk.host.fail({ kind: kinds[request % kinds.length] ?? 'error', request });
      press(button(T.import.applyExcel));
      await settled();
      if (problem() === '') continue;
      refusals += 1;
      screen.getByRole('heading', { name: T.import.preview });
      expect(desk.host.book.sheets.map(({ name }) => name)).toEqual(start.sheets.map(({ name }) => name));
      press(button(T.common.retry));
      await settled();
      expect({ request, problem: problem() }).toEqual({ request, problem: '' });
      expect(desk.host.book.sheets.map(({ name }) => name)).toContain(SHEETS.plan);
    }
    expect(refusals).toBeGreaterThan(requests / 2);
  });

  test('that takes back what was edited since asks once more', async () => {
    await open();
    edit('AC1', 'Titel', 'Anders');
    await atRest(150);
    await goTo('import');
    press(button(T.import.revert));
    press(button(T.import.revertNow));
    await waitFor(() => {
      expect(problem()).toContain('Plan');
    });
    expect(cell('AC1', 'Titel')).toBe('Anders');
    press(button(T.common.loseEdits));
    await waitFor(() => {
      screen.getByText(T.import.reverted);
    });
    expect(desk.host.book.sheets.some(({ name }) => name === SHEETS.plan)).toBe(false);
  });
});

describe('the engine', () => {
  test('that fails keeps the explanation that is being written, and the next try works', async () => {
    cleanup();
    let broken = false;
    const engine = {
      ...engineAt(desk),
      check: (...args: Parameters<typeof localEngine.check>) =>
        broken ? Promise.reject(new Error('worker gone')) : localEngine.check(...args),
    };
    await openPane({ desk, book: filled, engine });
    await goTo('check');
    press(button(T.check.explain));
    type(screen.getByLabelText(new RegExp(T.check.reason)), 'Bijna klaar');
    broken = true;
    press(button(T.check.rerun));
    await waitFor(() => {
      expect(problem()).toContain('worker gone');
    });
    screen.getByDisplayValue('Bijna klaar');
    broken = false;
    press(button(T.common.retry));
    await atRest();
    expect(problem()).toBe('');
    screen.getByDisplayValue('Bijna klaar');
  });
});

describe('while somebody else edits', () => {
  test('the card follows the sheet, and a text being written is kept with a warning', async () => {
    await open();
    await card('Tweede actie');
    press(screen.getByRole('button', { name: new RegExp(T.plan.editEvaluation) }));
    const area = screen.getByLabelText(new RegExp(T.plan.editEvaluation));
    type(area, 'Mijn versie');
    area.blur();
    edit('AC2', 'Evaluatie', 'Versie van een collega');
    edit('AC2', 'Status', 'Niet opgestart');
    await atRest(200);
    screen.getByDisplayValue('Mijn versie');
    screen.getByText(T.plan.changedBelow);
    expect(document.activeElement).toBe(document.body);
    press(button(T.plan.takeSheetText));
    screen.getByText('Versie van een collega');
    expect((screen.getByLabelText(T.plan.status) as HTMLSelectElement).value).toBe('notStarted');
  });

  test('undo does not take away what was changed after the edit', async () => {
    await open();
    await card('Tweede actie');
    type(screen.getByLabelText(T.plan.status), 'achieved');
    await waitFor(() => {
      screen.getByText(T.plan.statusSaved('AC2'));
    });
    edit('AC2', 'Status', 'Niet opgestart');
    await atRest(200);
    press(button(T.common.undo));
    await waitFor(() => {
      expect(problem()).toContain(T.common.changedSince);
    });
    expect(cell('AC2', 'Status')).toBe('Niet opgestart');
  });

  test('undo of an edit brings back the cell and says so', async () => {
    await open();
    await card('Tweede actie');
    type(screen.getByLabelText(T.plan.status), 'achieved');
    await waitFor(() => {
      screen.getByText(T.plan.statusSaved('AC2'));
    });
    press(button(T.common.undo));
    await waitFor(() => {
      screen.getByText(T.plan.undone);
    });
    expect(cell('AC2', 'Status')).toBe('Voortgang loopt niet zoals gepland');
  });

  test('a finding an edit brings is new, and what it solves is listed', async () => {
    await open();
    await goTo('check');
    edit('AC3', 'Status', 'Niet opgestart');
    await waitFor(() => {
      screen.getByRole('button', { name: T.check.showGone('1') });
    });
    press(button(T.check.showGone('1')));
    expect(screen.getByText(/Even gestopt/)).toBeTruthy();
  });
});

describe('a quick fix', () => {
  test('is shown before it is done, lands in the sheet, and is undone', async () => {
    await open();
    edit('AC3', 'Status', 'Niet opgestrat');
    await atRest(200);
    await goTo('check');
    type(screen.getByRole('searchbox'), 'opgestrat');
    await atRest();
    press(button(T.check.fix));
    const preview = screen.getByRole('group', { name: T.check.fixPreview });
    expect(preview.textContent).toMatch(/Niet opgestrat.*Niet opgestart/);
    expect(cell('AC3', 'Status')).toBe('Niet opgestrat');
    press(within(preview).getByRole('button', { name: T.check.fixApply }));
    await waitFor(() => {
      screen.getByText(T.check.fixed);
    });
    expect(cell('AC3', 'Status')).toBe('Niet opgestart');
    press(button(T.common.undo));
    await waitFor(() => {
      screen.getByText(T.plan.undone);
    });
    expect(cell('AC3', 'Status')).not.toBe('Niet opgestart');
  });
});

describe('the keyboard', () => {
  test('walks the tree, opens a card and comes back', async () => {
    await open();
    await goTo('plan');
    const tree = screen.getByRole('tree');
    const item = (): HTMLElement => tree.querySelector('[tabindex="0"]') as HTMLElement;
    const key = async (name: string): Promise<void> => {
      fireEvent.keyDown(item(), { key: name });
      await atRest();
    };
    item().focus();
    expect(item().getAttribute('aria-expanded')).toBe('false');
    await key('ArrowRight');
    expect(item().getAttribute('aria-expanded')).toBe('true');
    await key('ArrowRight');
    expect(item().textContent).toContain('Eerste plan');
    await key('ArrowRight');
    await key('End');
    expect(item().textContent).toContain('Tweede plan');
    await key('Home');
    await key('t');
    expect(item().textContent).toContain('Tweede actie');
    await key('ArrowLeft');
    expect(item().textContent).toContain('Eerste plan');
    await key('Home');
    expect(document.activeElement).toBe(item());
    await key('Enter');
    expect(heading()).toBe('Een doelstelling');
    press(button(T.plan.backToTree));
    await atRest();
    expect(screen.getByRole('tree')).toBeTruthy();
  });

  test('moves over the tabs, one of which is a stop', async () => {
    await open();
    const tabs = screen.getAllByRole('tab');
    expect(tabs.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    const plan = screen.getByRole('tab', { name: T.common.screens.plan });
    act(() => {
      plan.focus();
    });
    fireEvent.keyDown(plan, { key: 'End' });
    await atRest();
    expect(document.activeElement?.textContent).toBe(T.common.screens.settings);
    expect(heading()).toBe(T.settings.title);
  });

  test('order of the regions: what was done is said politely, what failed at once', async () => {
    await open();
    const regions = [...document.querySelectorAll('[role="alert"],[role="status"]')];
    expect(regions.length).toBeGreaterThan(1);
    await goTo('check');
    expect(screen.getAllByRole('status').some(({ textContent }) => /\d+ van \d+/.test(textContent ?? ''))).toBe(true);
  });
});

describe('support', () => {
  test('copies the host, its build and requirement sets, and nothing of the report', async () => {
    await open();
    await goTo('settings');
    const text = (screen.getByLabelText(T.settings.supportText) as HTMLTextAreaElement).value;
    expect(text).toContain('ExcelApi 1.14');
    expect(text).toContain('OfficeOnline');
    expect(text).toContain('16.0.1');
    for (const secret of [
      READING.document.document.title,
      READING.document.document.entity?.name ?? '',
      'Tweede actie',
      'rapport.txt',
    ])
      expect(text).not.toContain(secret);
  });
});
