import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { runChecks } from '../../../src/check/run/run';
import { DEFAULT_SETTINGS } from '../../../src/check/settings';
import type { Finding } from '../../../src/plan/finding';
import type { Book } from '../../../src/taskpane/ports/book';
import { reduce, type Action } from '../../../src/taskpane/state/reducer';
import { initialState, type PaneState } from '../../../src/taskpane/state/state';
import { DOCUMENT } from '../../sheets/fixture';

const FINDINGS = runChecks(DOCUMENT);
const BOOK: Book = {
  name: 'a.txt',
  importedAt: null,
  document: DOCUMENT,
  imported: DOCUMENT,
  lines: [],
  explanations: {},
  settings: DEFAULT_SETTINGS,
};
const START = initialState(
  'nl',
  { background: null, foreground: null, control: null, controlForeground: null },
  { application: null, platform: null, version: null, locale: 'nl-BE', requirementSets: [] },
);
const after = (...actions: readonly Action[]): PaneState => actions.reduce(reduce, START);
const run = (findings: readonly Finding[], live: boolean, language: 'nl' | 'en' = 'nl'): Action => ({
  type: 'checked',
  findings,
  at: 1,
  language,
  live,
});
const keys = (findings: readonly Finding[]) => findings.map(({ key }) => key);
const OPENED: Action = { type: 'opened', book: BOOK, canRevert: true };

describe('what changed since the last run', () => {
  const [one, two, ...rest] = FINDINGS;
  if (!one || !two) throw new Error('no findings');

  test('is not told on the first run of a book', () => {
    expect(after(OPENED, run(FINDINGS, false)).run).toMatchObject({ fresh: null, gone: [], before: null });
  });

  test('gathers over the edits until the user asks again', () => {
    const state = after(OPENED, run([two, ...rest], false), run([one, two, ...rest], true), run([one, ...rest], true));
    expect(state.run?.fresh).toEqual(new Set([one.key]));
    expect(keys(state.run?.gone ?? [])).toEqual([two.key]);
    const asked = reduce(state, run([one, ...rest], false));
    expect(asked.run?.fresh).toEqual(new Set([one.key]));
    expect(reduce(asked, run([one, ...rest], true)).run).toMatchObject({ fresh: new Set(), gone: [] });
  });

  test('does not change with the language', () => {
    const state = after(OPENED, run(rest, false), run(FINDINGS, true));
    const english = reduce(state, run(FINDINGS, false, 'en'));
    expect(english.run?.fresh).toEqual(state.run?.fresh);
    expect(reduce(english, run(FINDINGS, true, 'en')).run?.fresh).toEqual(state.run?.fresh);
  });

  test('is always the difference with what it is compared with', () => {
    const runs = fc.array(fc.tuple(fc.subarray([...FINDINGS]), fc.boolean()), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(runs, (all) => {
        const { run: last } = after(OPENED, ...all.map(([findings, live]) => run(findings, live)));
        const before = new Set(keys(last?.before?.findings ?? []));
        const now = new Set(keys(last?.findings ?? []));
        expect(last?.fresh).toEqual(new Set([...now].filter((key) => !before.has(key))));
        expect(new Set(keys(last?.gone ?? []))).toEqual(new Set([...before].filter((key) => !now.has(key))));
      }),
    );
  });
});

test('another book forgets what was shown of the one before, and nothing of what the user set for himself', () => {
  const state = after(
    OPENED,
    run(FINDINGS, false),
    { type: 'card', node: 'AC1' },
    { type: 'initials', initials: 'jv' },
    { type: 'language', language: 'en' },
    { type: 'opened', book: null, canRevert: false },
  );
  expect(state).toMatchObject({
    book: null,
    run: null,
    plan: { card: null },
    initials: 'jv',
    language: 'en',
    opened: 'open',
  });
});

test('choosing a row shows its card on the screen of the plan, and leaves every other screen as it is', () => {
  const selected: Action = { type: 'selected', node: 'AC1' };
  expect(after(OPENED, { type: 'screen', screen: 'plan' }, selected).plan.card).toBe('AC1');
  expect(after(OPENED, { type: 'screen', screen: 'check' }, selected)).toMatchObject({
    screen: 'check',
    plan: { card: null, focused: 'AC1' },
  });
});

test('a problem goes with its remedy, and both with the next screen', () => {
  const problem: Action = {
    type: 'problem',
    problem: { kind: 'changedSince' },
    remedy: { kind: 'again', run: () => undefined },
  };
  expect(after(problem).remedy?.kind).toBe('again');
  expect(after(problem, { type: 'problem', problem: null })).toMatchObject({ problem: null, remedy: null });
  expect(after(problem, { type: 'screen', screen: 'plan' })).toMatchObject({ problem: null, remedy: null });
});
