import { act, cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { runChecks } from '../../src/check/run';
import type { Explanations } from '../../src/plan/explanation';
import type { Finding } from '../../src/plan/finding';
import { PANE_TEXTS } from '../../src/i18n/paneTexts';
import type { Reading } from '../../src/read/source';
import { buildSheets } from '../../src/sheets/workbook';
import { App } from '../../src/taskpane/App';
import type { Engine } from '../../src/taskpane/engine';
import { localEngine } from '../../src/taskpane/engine/localEngine';
import { createExcelHost } from '../../src/taskpane/host/excel/excelHost';
import type { HostTheme, PaneHost } from '../../src/taskpane/host';
import type { SessionOptions } from '../../src/workbook/excel/session';
import { ExcelWorkbook } from '../../src/workbook/excel/excelWorkbook';
import { cloneBook, type Book } from '../host/model/book';
import { READING } from '../sheets/fixture';
import { newDesk, withOwnSheet, type Desk } from '../workbook/excel/support';

// The whole page in every message hides what is missing.
configure({ getElementError: (message) => new Error(message?.split('\n')[0] ?? 'not found') });

export const T = PANE_TEXTS.nl;

const THEME: HostTheme = { background: '#ffffff', foreground: '#242424', control: null, controlForeground: null };

/** What Office tells of itself, as far as the pane asks. */
export const officeContext = (requirementSets: readonly string[] = ['ExcelApi 1.14', 'SharedRuntime 1.1']): Office.Context =>
  ({
    diagnostics: { platform: 'OfficeOnline', version: '16.0.1', host: 'Excel' },
    displayLanguage: 'nl-BE',
    requirements: { isSetSupported: (name: string, version: string) => requirementSets.includes(`${name} ${version}`) },
  }) as unknown as Office.Context;

/** The engine of the pane; the stand-in learns what the formulas of its sheets give. */
export function engineAt({ calculator }: Desk): Engine {
  return {
    ...localEngine,
    sheets: async (input) => {
      const sheets = await localEngine.sheets(input);
      calculator.learn(sheets);
      return sheets;
    },
  };
}

/** The checks say this of the report the workbook holds. */
export const FINDINGS: readonly Finding[] = runChecks(READING.document);

/** A desk at which a workbook with a report stands open, as the add-in wrote it. */
export async function deskWithReport({ reading = READING, explanations = {} }: { readonly reading?: Reading; readonly explanations?: Explanations } = {}): Promise<Desk> {
  const desk = newDesk();
  withOwnSheet(desk);
  const sheets = buildSheets(reading, runChecks(reading.document), { name: 'rapport.txt', explanations });
  desk.calculator.learn(sheets);
  const applied = await new ExcelWorkbook().apply(sheets);
  if (!applied.ok) throw new Error(applied.failure.kind.id);
  return desk;
}

export interface PaneOptions {
  readonly desk: Desk;
  readonly book?: Book;
  readonly engine?: Engine;
  readonly session?: SessionOptions;
}

export interface OpenPane {
  readonly desk: Desk;
  readonly host: PaneHost;
}

export function excelHostAt(desk: Desk, { engine = engineAt(desk), session = {} }: Partial<PaneOptions> = {}): PaneHost {
  return createExcelHost({ engine, context: officeContext(), ribbon: { listen: () => () => undefined }, fallbackTheme: () => THEME, onTheme: () => () => undefined, session });
}

/** Opens the pane on the workbook of a desk, with the real host and client library, and waits until it is at rest. */
export async function openPane({ desk, book, engine = engineAt(desk), session = {} }: PaneOptions): Promise<OpenPane> {
  cleanup();
  if (book) desk.host.open(cloneBook(book));
  const host = excelHostAt(desk, { engine, session });
  await act(async () => {
    render(<App host={host} engine={engine} language="nl" />);
  });
  await atRest();
  return { desk, host };
}

/** Lets everything that is under way come to its end: requests, events, checks. */
export async function atRest(milliseconds = 0): Promise<void> {
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
  });
  await waitFor(() => {
    if (document.querySelector('[aria-busy="true"]')) throw new Error('busy');
  }, { timeout: 10_000, interval: 5 });
}

export const button = (name: string | RegExp, within_: HTMLElement = document.body): HTMLElement => within(within_).getAllByRole('button', { name })[0] as HTMLElement;

export const press = (element: HTMLElement): void => {
  fireEvent.click(element);
};

export async function goTo(name: keyof typeof T.common.screens): Promise<void> {
  press(screen.getByRole('tab', { name: new RegExp(`^${T.common.screens[name]}`) }));
  await atRest();
}

export const type = (element: HTMLElement, value: string): void => {
  fireEvent.change(element, { target: { value } });
};

/** Words of the problem that is shown; '' when there is none. */
export const problem = (): string => screen.queryAllByRole('alert').map(({ textContent }) => textContent ?? '').join(' ').trim();

/** Gives files to the pane as the file dialog does. */
export async function pickFiles(...files: readonly File[]): Promise<void> {
  fireEvent.change(screen.getByTestId('files'), { target: { files } });
  await waitFor(() => { screen.getByRole('heading', { name: T.import.preview }); }, { timeout: 10_000 });
}
