import type { Finding } from '../../plan/finding';
import type { Result } from '../../plan/result';
import type { ReadFailure } from '../../read/source';
import type { Book } from '../book';
import type { Engine } from '../engine';
import type { PaneHost } from '../host';
import type { Action } from './reducer';
import type { Busy, NoticeKind, PaneState } from './state';

/** What the commands work with. */
export interface Ports {
  readonly host: PaneHost;
  readonly engine: Engine;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly state: () => PaneState;
  readonly dispatch: (action: Action) => void;
}

/** The ports with what every command does with them: one place where failures and defects become problems the user sees. */
export interface Runner extends Ports {
  readonly notify: (about: NoticeKind, undo?: (() => void) | null) => void;
  readonly fail: (failure: ReadFailure) => void;
  /** A defect: said with its own words. */
  readonly unexpected: (error: unknown) => void;
  /** Marks the pane as busy meanwhile; null after a defect. */
  readonly during: <T>(busy: Busy, action: () => Promise<T>) => Promise<T | null>;
  /** The value of a result, wrapped so that null can be a value; a failure is shown and gives null. */
  readonly valueOf: <T>(result: Promise<Result<T, ReadFailure>>) => Promise<{ readonly value: T } | null>;
  /** Checks a book; null when a newer question was asked meanwhile, whose answer counts. */
  readonly recheck: (book: Book) => Promise<readonly Finding[] | null>;
  /** The same after an edit, without holding anyone up: what it brings is marked in the sheet. */
  readonly recheckQuietly: (book: Book) => void;
}

export function createRunner(ports: Ports): Runner {
  const { dispatch, engine, state } = ports;
  let lastNotice = 0;
  let lastCheck = 0;
  const fail = (failure: ReadFailure): void => {
    dispatch({ type: 'problem', problem: { kind: 'failure', failure } });
  };
  const unexpected = (error: unknown): void => {
    dispatch({ type: 'problem', problem: { kind: 'unexpected', reason: error instanceof Error ? error.message : String(error) } });
  };
  const recheck = async (book: Book): Promise<readonly Finding[] | null> => {
    lastCheck += 1;
    const question = lastCheck;
    const { language } = state();
    const findings = await engine.check(book.document, book.settings, language);
    if (question !== lastCheck) return null;
    dispatch({ type: 'checked', findings, at: ports.now(), language });
    return findings;
  };
  return {
    ...ports,
    fail,
    unexpected,
    recheck,
    notify: (about, undo = null) => {
      lastNotice += 1;
      dispatch({ type: 'notice', notice: { id: lastNotice, about, undo } });
    },
    during: async (busy, action) => {
      dispatch({ type: 'busy', busy });
      dispatch({ type: 'problem', problem: null });
      try {
        return await action();
      } catch (error) {
        unexpected(error);
        return null;
      } finally {
        dispatch({ type: 'busy', busy: null });
      }
    },
    valueOf: async (result) => {
      const settled = await result;
      if (settled.ok) return { value: settled.value };
      fail(settled.failure);
      return null;
    },
    recheckQuietly: (book) => {
      recheck(book).then(async (findings) => {
        const fresh = state().run?.fresh;
        if (!findings || !ports.host.mark || !fresh) return;
        const marked = await ports.host.mark(findings.filter(({ key }) => fresh.has(key)), findings);
        if (!marked.ok) fail(marked.failure);
      }).catch(unexpected);
    },
  };
}
