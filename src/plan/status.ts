/** What a status says about progress, for checks and sums that must not depend on its wording. */
export const STATUS_MEANINGS = ['done', 'onTrack', 'offTrack', 'notStarted'] as const;

/** A board's own list of evaluation statuses (BBC.md: there is no legal list). */
export interface StatusTerm {
  /** Code in the data, e.g. `achieved`. */
  readonly code: string;
  /** As printed in the report, without a closing full stop. */
  readonly label: string;
  readonly order: number;
  /** Background colour of the cell, RRGGBB. */
  readonly color: string;
  readonly meaning: (typeof STATUS_MEANINGS)[number];
}

export type StatusVocabulary = readonly StatusTerm[];

export const UNKNOWN_STATUS = 'unknown';

/** The four statuses of the seed reports; a board lays its own in the settings. */
export const DEFAULT_STATUSES: StatusVocabulary = [
  { code: 'achieved', label: 'Resultaat is behaald', order: 1, color: 'C6E7C8', meaning: 'done' },
  { code: 'onTrack', label: 'Voortgang loopt zoals gepland', order: 2, color: 'D9EAF7', meaning: 'onTrack' },
  { code: 'notOnTrack', label: 'Voortgang loopt niet zoals gepland', order: 3, color: 'FCE4C4', meaning: 'offTrack' },
  { code: 'notStarted', label: 'Niet opgestart', order: 4, color: 'E3E3E3', meaning: 'notStarted' },
];

export const statusByCode = (vocabulary: StatusVocabulary, code: string): StatusTerm | undefined =>
  vocabulary.find((term) => term.code === code);
