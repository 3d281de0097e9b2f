import { DEFAULT_VERDICT_THRESHOLDS } from '../figures/reconciliation/verdict';
import { CENTS_PER_EURO } from '../plan/money';
import { allStatuses, withBoard, type LevelStatuses } from '../plan/followUp';
import { DEFAULT_STATUSES, type StatusVocabulary } from '../plan/status';
import type { CheckSettings, Thresholds } from './settingsSchema';

// Their shape is told by the schema that guards them; who only needs the defaults does without the guard.
export type { CheckSettings, Thresholds };

export const DEFAULT_THRESHOLDS: Thresholds = {
  yearOnYearTimes: 4,
  yearOnYearCents: 250_000 * CENTS_PER_EURO,
  achievedSpentShare: 0.01,
  noticeableCents: 1_000 * CENTS_PER_EURO,
  laggingShare: 0.5,
  similarTextShare: 0.6,
  comparableTextWords: 25,
  ...DEFAULT_VERDICT_THRESHOLDS,
};

export const DEFAULT_SETTINGS: CheckSettings = {
  statuses: [...DEFAULT_STATUSES],
  levelStatuses: {},
  severities: {},
  ownRules: [],
  thresholds: DEFAULT_THRESHOLDS,
  policyDomains: {},
};

/** The board's list, and those of levels that have one of their own. */
export const levelStatusesOf = ({
  statuses,
  levelStatuses,
}: Pick<CheckSettings, 'statuses' | 'levelStatuses'>): LevelStatuses => ({ board: statuses, byLevel: levelStatuses });

/** All statuses that count, whatever level they are laid on. */
export const statusesInForce = (settings: Pick<CheckSettings, 'statuses' | 'levelStatuses'>): StatusVocabulary =>
  allStatuses(levelStatusesOf(settings));

/** The settings with another list of the board. Levels that share a status with it follow. */
export function withStatuses(settings: CheckSettings, statuses: StatusVocabulary): CheckSettings {
  const { board, byLevel } = withBoard(levelStatusesOf(settings), statuses);
  return {
    ...settings,
    statuses: [...board],
    levelStatuses: Object.fromEntries(Object.entries(byLevel).map(([level, terms]) => [level, [...terms]])),
  };
}
