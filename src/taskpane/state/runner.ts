import type { Finding } from '../../plan/finding';
import type { Result } from '../../plan/result';
import type { ReadFailure } from '../../read/source';
import { type Book } from '../ports/book';
import type { Engine } from '../ports/engine';
import type { PaneHost } from '../ports/host';
import type { Action } from './reducer';
import type { Busy, NoticeKind, PaneState, Remedy } from './state';

/** What the commands work with. */
export interface Ports {
  readonly host: PaneHost;
  readonly engine: Engine;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly state: () => PaneState;
  readonly dispatch: (action: Action) => void;
}

/** Does an action once more; null where the user has a button for it. */
export type Retry = (() => void) | null;

/** The ports with what every command does with them: one place where failures and defects become problems the user sees. */
export interface Runner extends Ports {
  readonly notify: (about: NoticeKind, undo?: (() => void) | null) => void;
  readonly fail: (failure: ReadFailure, remedy?: Remedy | null) => void;
  /** A defect: said with its own words. */
  readonly unexpected: (error: unknown, retry?: Retry) => void;
  /** Marks the pane as busy meanwhile; null after a defect. */
  readonly during: <T>(busy: Busy, action: () => Promise<T>, retry?: Retry) => Promise<T | null>;
  /** The same for what the host does: its value, wrapped so that null can be a value; a failure is shown and gives null. */
  readonly perform: <T>(
    busy: Busy,
    action: () => Promise<Result<T, ReadFailure>>,
    retry?: Retry,
  ) => Promise<{ readonly value: T } | null>;
  /** Checks a book; null when a newer question was asked meanwhile, whose answer counts. */
  readonly recheck: (book: Book, how: 'onPurpose' | 'live') => Promise<readonly Finding[] | null>;
  /** The same after an edit, without holding anyone up: what it brings is marked in the sheet. */
  readonly recheckQuietly: (book: Book) => void;
  /** Brings the marks in the sheet in line with what the checks say. */
  readonly mark: (findings: readonly Finding[]) => Promise<void>;
}

/** From here on the user is told that the host has not answered yet. */
const SLOW_MILLISECONDS = 4_000;

const again = (run: Retry): Remedy | null => run && { kind: 'again', run };

export function createRunner(ports: Ports): Runner {
  const { dispatch, engine, host, state } = ports;
  let lastNotice = 0;
  let lastCheck = 0;
  const fail: Runner['fail'] = (failure, remedy = null) => {
    dispatch({ type: 'problem', problem: { kind: 'failure', failure }, remedy });
  };
  const unexpected = (error: unknown, retry: Retry = null): void => {
    dispatch({
      type: 'problem',
      problem: { kind: 'unexpected', reason: error instanceof Error ? error.message : String(error) },
      remedy: again(retry),
    });
  };
  const during: Runner['during'] = async (busy, action, retry = null) => {
    dispatch({ type: 'busy', busy });
    dispatch({ type: 'problem', problem: null });
    const timer = setTimeout(() => {
      dispatch({ type: 'slow', slow: true });
    }, SLOW_MILLISECONDS);
    try {
      return await action();
    } catch (error) {
      unexpected(error, retry);
      return null;
    } finally {
      clearTimeout(timer);
      dispatch({ type: 'slow', slow: false });
      dispatch({ type: 'busy', busy: null });
    }
  };
  const recheck: Runner['recheck'] = async (book, how) => {
    lastCheck += 1;
    const question = lastCheck;
    const { language } = state();
    const findings = await engine.check(book, book.settings, language);
    if (question !== lastCheck) return null;
    dispatch({ type: 'checked', findings, at: ports.now(), language, live: how === 'live' });
    return findings;
  };
  const mark: Runner['mark'] = async (findings) => {
    if (!host.mark) return;
    const fresh = state().run?.fresh ?? new Set();
    // A frame that could not be drawn (a protected sheet) comes with the next check: the list says the same, and nothing of the user's is at stake.
    await host.mark(
      findings.filter(({ key }) => fresh.has(key)),
      findings,
    );
  };
  const recheckQuietly = (book: Book): void => {
    recheck(book, 'live')
      .then((findings) => (findings ? mark(findings) : undefined))
      .catch((error: unknown) => {
        unexpected(error, () => {
          recheckQuietly(state().book ?? book);
        });
      });
  };
  return {
    ...ports,
    fail,
    unexpected,
    during,
    recheck,
    mark,
    notify: (about, undo = null) => {
      lastNotice += 1;
      dispatch({ type: 'notice', notice: { id: lastNotice, about, undo } });
    },
    perform: (busy, action, retry = null) =>
      during(
        busy,
        async () => {
          const settled = await action();
          if (settled.ok) return { value: settled.value };
          fail(settled.failure, again(retry));
          return null;
        },
        retry,
      ),
    recheckQuietly,
  };
}
