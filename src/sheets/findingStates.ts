import type { FindingState } from '../plan/explanation';

/** What the states are called on the sheet Controle. */
export const STATE_LABELS: Readonly<Record<FindingState, string>> = {
  open: 'open',
  explained: 'verklaard',
  accepted: 'aanvaard',
};

/** On the sheet a finding that no longer shows keeps its row, marked as solved. It is no answer: when it shows again, it is open again. */
export const SOLVED_LABEL = 'opgelost';

/** The choices of the dropdown. */
export const SHEET_STATES = [STATE_LABELS.open, STATE_LABELS.explained, SOLVED_LABEL, STATE_LABELS.accepted] as const;

/** The state a label stands for; a label nobody offers counts as open. */
export function stateOfLabel(label: string): FindingState {
  const folded = label.trim().toLowerCase();
  if (folded === STATE_LABELS.explained) return 'explained';
  return folded === STATE_LABELS.accepted ? 'accepted' : 'open';
}
