import { act, cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { PANE_TEXTS } from '../../src/i18n/pane/paneTexts';
import { App } from '../../src/taskpane/App';
import type { Engine } from '../../src/taskpane/ports/engine';
import type { PaneHost } from '../../src/taskpane/ports/host';
import type { SessionOptions } from '../../src/workbook/excel/request/session';
import { cloneBook, type Book } from '../../standin/model/book';
import type { Desk } from '../workbook/excel/support';
import { engineAt, excelHostAt } from './desk';

// The whole page in every message hides what is missing.
// And what is awaited comes, or the test runs into the one limit of jest.config.js.
configure({
  getElementError: (message) => new Error(message?.split('\n')[0] ?? 'not found'),
  asyncUtilTimeout: 600_000,
});

export const T = PANE_TEXTS.nl;

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
  await waitFor(
    () => {
      if (document.querySelector('[aria-busy="true"]')) throw new Error('busy');
    },
    { interval: 5 },
  );
}

export const button = (name: string | RegExp, within_: HTMLElement = document.body): HTMLElement =>
  within(within_).getAllByRole('button', { name })[0] as HTMLElement;

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
export const problem = (): string =>
  screen
    .queryAllByRole('alert')
    .map(({ textContent }) => textContent ?? '')
    .join(' ')
    .trim();

/** Gives files to the pane as the file dialog does. */
export async function pickFiles(...files: readonly File[]): Promise<void> {
  fireEvent.change(screen.getByTestId('files'), { target: { files } });
  await waitFor(() => {
    screen.getByRole('heading', { name: T.import.preview });
  });
}
