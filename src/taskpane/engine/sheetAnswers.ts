import type { Explanation, Explanations, FindingState } from '../../plan/explanation';
import { FINDING_STATES as SHEET_STATES } from '../../sheets/state';
import type { Explanations as SheetAnswers } from '../../sheets/findings';

type SheetState = (typeof SHEET_STATES)[number];

/** What the states are called on the sheet Controle; a finding someone marked as solved there is answered like an accepted one. */
const SHEET_STATE: Readonly<Record<FindingState, SheetState>> = { open: 'open', explained: 'verklaard', accepted: 'aanvaard' };
const PANE_STATE: Readonly<Record<SheetState, FindingState>> = { open: 'open', verklaard: 'explained', opgelost: 'accepted', aanvaard: 'accepted' };

/** States the sheet has by itself: of a finding nobody answered, and of one that no longer shows. */
export const OPEN: SheetState = 'open';
export const SOLVED: SheetState = 'opgelost';

const isSheetState = (text: string): text is SheetState => (SHEET_STATES as readonly string[]).includes(text);

/** The sheet has one column for the words: the initials stand in brackets at their end. */
const WITH_INITIALS = /^(.*?)\s*\(([^()\s]{1,8})\)$/s;

export const sheetText = ({ text, initials }: Explanation): string => (initials === '' ? text : `${text} (${initials})`.trim());

/** An answer as the sheet Controle takes it. */
export const sheetAnswer = (explanation: Explanation): { readonly state: SheetState; readonly text: string } => ({ state: SHEET_STATE[explanation.state], text: sheetText(explanation) });

/** Answers of the pane as the sheet Controle takes them. */
export const sheetAnswers = (explanations: Explanations): SheetAnswers =>
  new Map(Object.entries(explanations).map(([key, explanation]) => [key, sheetAnswer(explanation)]));

/** An answer as it stands on the sheet; a state nobody offers counts as open. */
export function answerOfSheet(state: string, text: string): Explanation {
  const folded = state.trim().toLowerCase();
  const [, words = text, initials = ''] = WITH_INITIALS.exec(text.trim()) ?? [];
  return { state: isSheetState(folded) ? PANE_STATE[folded] : 'open', text: words.trim(), initials };
}
