import type { Answers } from '../../changes/merge/decide';
import type { Explanations } from '../../plan/explanation';
import type { PlanDocument } from '../../plan/document';
import type { Finding, Language } from '../../plan/finding';
import type { Book } from '../ports/book';
import type { HostTheme } from '../ports/host';
import { ALL_CHANGES, type ChangesFilter } from '../model/changesFilter';
import type { CreditFilter } from '../model/creditLines';
import { compareRuns, OPEN_FINDINGS, type FindingsFilter } from '../model/findingList';
import { EVERYTHING, type PlanFilter } from '../model/planRows';
import type { Request } from '../ports/commands';
import type {
  Busy,
  ChangesView,
  CheckRun,
  Compared,
  ComparisonState,
  Draft,
  ImportState,
  Notice,
  PaneState,
  Problem,
  Remedy,
  Work,
} from './state';
import type { ScreenName } from '../ports/screens';

export type Action =
  | { readonly type: 'screen'; readonly screen: ScreenName }
  | { readonly type: 'asked'; readonly asked: Request | null }
  | { readonly type: 'language'; readonly language: Language }
  | { readonly type: 'theme'; readonly theme: HostTheme }
  | { readonly type: 'busy'; readonly busy: Busy | null }
  | { readonly type: 'slow'; readonly slow: boolean }
  | { readonly type: 'problem'; readonly problem: Problem | null; readonly remedy?: Remedy | null }
  | { readonly type: 'notice'; readonly notice: Notice | null }
  | { readonly type: 'importing'; readonly importing: ImportState }
  | { readonly type: 'chosen'; readonly chosen: number }
  | { readonly type: 'left'; readonly left: readonly number[] }
  | { readonly type: 'answered'; readonly answers: Answers }
  | { readonly type: 'compared'; readonly comparison: ComparisonState }
  /** A person put right what was read of one of the files. */
  | { readonly type: 'reviewed'; readonly draft: number; readonly document: PlanDocument }
  /** Another book in the workbook: what was shown of the one before is forgotten. */
  | { readonly type: 'opened'; readonly book: Book | null; readonly canRevert: boolean }
  | { readonly type: 'unread' }
  /** The way back was emptied. */
  | { readonly type: 'cleaned' }
  /** The same book after an edit. */
  | { readonly type: 'edited'; readonly book: Book; readonly canRevert?: boolean }
  | { readonly type: 'explained'; readonly explanations: Explanations }
  /** `live`: after an edit, not on purpose. */
  | {
      readonly type: 'checked';
      readonly findings: readonly Finding[];
      readonly at: number;
      readonly language: Language;
      readonly live?: boolean;
    }
  | { readonly type: 'planFilter'; readonly filter: PlanFilter }
  | { readonly type: 'planOpened'; readonly opened: ReadonlySet<string> }
  | { readonly type: 'planFocused'; readonly node: string | null }
  | { readonly type: 'card'; readonly node: string | null }
  /** The user chose a row in the sheet: the card follows, unless another screen is in use. */
  | { readonly type: 'selected'; readonly node: string }
  | { readonly type: 'findingsFilter'; readonly filter: FindingsFilter }
  | { readonly type: 'findingOpened'; readonly open: PaneState['check']['open'] }
  | { readonly type: 'changesFilter'; readonly filter: ChangesFilter }
  | { readonly type: 'changesView'; readonly view: ChangesView }
  | { readonly type: 'work'; readonly work: Work | null }
  | { readonly type: 'creditFilter'; readonly filter: CreditFilter }
  | { readonly type: 'initials'; readonly initials: string };

const EMPTY_PLAN: PaneState['plan'] = { filter: EVERYTHING, opened: new Set(), focused: null, card: null };

/** A run after an edit is compared with the last one on purpose, so that what is new stays new until the user asks again. */
function checked(
  { run }: PaneState,
  { findings, at, language, live = false }: Extract<Action, { type: 'checked' }>,
): CheckRun {
  const now: Compared = { findings, at };
  if (run === null) return { findings, at, before: null, settled: now, fresh: null, gone: [], language };
  // In another language the checks say the same things.
  const settled = live || run.language !== language ? run.settled : now;
  const before = run.language !== language ? run.before : run.settled;
  const { fresh, gone } = before ? compareRuns(before.findings, findings) : { fresh: null, gone: [] };
  return { findings, at, before, settled, fresh, gone, language };
}

/** The draft with its document put right; what the reader found doubtful there is settled with it. */
function reviewed(draft: Draft, document: PlanDocument): Draft {
  if (!draft.outcome.ok) return draft;
  const { reading, findings } = draft.outcome.value;
  const gone = new Set(reading.document.findings.map(({ key }) => key));
  for (const { key } of document.findings) gone.delete(key);
  return {
    ...draft,
    outcome: {
      ok: true,
      value: { reading: { ...reading, document }, findings: findings.filter(({ key }) => !gone.has(key)) },
    },
  };
}

type Previewing = Extract<PaneState['importing'], { readonly step: 'preview' }>;

/** Another choice: what it would do must be compared anew. */
const uncompared = ({ comparison: _comparison, ...importing }: Previewing): Previewing => importing;

/** The next state of the pane. Pure; what reaches outside happens in the commands. */
export function reduce(state: PaneState, action: Action): PaneState {
  switch (action.type) {
    case 'screen':
      return { ...state, screen: action.screen, asked: null, problem: null, remedy: null };
    case 'asked':
      return { ...state, asked: action.asked };
    case 'language':
      return { ...state, language: action.language };
    case 'theme':
      return { ...state, theme: action.theme };
    case 'busy':
      return { ...state, busy: action.busy };
    case 'problem':
      return { ...state, problem: action.problem, remedy: action.problem === null ? null : (action.remedy ?? null) };
    case 'slow':
      return { ...state, slow: action.slow };
    case 'notice':
      return { ...state, notice: action.notice };
    case 'importing':
      return { ...state, importing: action.importing, asked: null };
    case 'left':
      return state.importing.step === 'preview'
        ? { ...state, importing: uncompared({ ...state.importing, left: action.left }) }
        : state;
    case 'reviewed':
      return state.importing.step === 'preview'
        ? {
            ...state,
            importing: uncompared({
              ...state.importing,
              drafts: state.importing.drafts.map((draft, index) =>
                index === action.draft ? reviewed(draft, action.document) : draft,
              ),
            }),
          }
        : state;
    case 'answered':
      return state.importing.step === 'preview'
        ? { ...state, importing: { ...state.importing, answers: action.answers } }
        : state;
    case 'cleaned':
      return { ...state, canRevert: false };
    case 'compared':
      return state.importing.step === 'preview'
        ? { ...state, importing: { ...state.importing, comparison: action.comparison } }
        : state;
    case 'chosen':
      return state.importing.step === 'preview'
        ? { ...state, importing: uncompared({ ...state.importing, chosen: action.chosen }) }
        : state;
    case 'opened':
      return {
        ...state,
        book: action.book,
        opened: 'open',
        canRevert: action.canRevert,
        asked: null,
        run: null,
        plan: EMPTY_PLAN,
        check: { filter: OPEN_FINDINGS, open: null },
        changes: ALL_CHANGES,
        work: null,
      };
    case 'unread':
      return { ...state, opened: 'unread' };
    case 'edited':
      return { ...state, book: action.book, canRevert: action.canRevert ?? state.canRevert };
    case 'explained':
      return state.book === null ? state : { ...state, book: { ...state.book, explanations: action.explanations } };
    case 'checked':
      return { ...state, run: checked(state, action) };
    case 'planFilter':
      return { ...state, plan: { ...state.plan, filter: action.filter } };
    case 'planOpened':
      return { ...state, plan: { ...state.plan, opened: action.opened } };
    case 'planFocused':
      return { ...state, plan: { ...state.plan, focused: action.node } };
    case 'card':
      return {
        ...state,
        screen: action.node === null ? state.screen : 'plan',
        plan: { ...state.plan, card: action.node, focused: action.node ?? state.plan.focused },
      };
    case 'selected':
      return state.screen === 'plan'
        ? { ...state, plan: { ...state.plan, card: action.node, focused: action.node } }
        : { ...state, plan: { ...state.plan, focused: action.node } };
    case 'findingsFilter':
      return { ...state, check: { ...state.check, filter: action.filter } };
    case 'findingOpened':
      return { ...state, check: { ...state.check, open: action.open } };
    case 'changesFilter':
      return { ...state, changes: action.filter };
    case 'changesView':
      return { ...state, changesView: action.view };
    case 'work':
      return { ...state, work: action.work };
    case 'creditFilter':
      return { ...state, credits: action.filter };
    case 'initials':
      return { ...state, initials: action.initials };
  }
}
