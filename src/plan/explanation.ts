/** What a user said of a finding: nothing yet, why it is as it is, or that it may stay. */
export const FINDING_STATES = ['open', 'explained', 'accepted'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** The user's answer to a finding; it belongs to the finding's key and survives new runs and imports. */
export interface Explanation {
  readonly state: FindingState;
  readonly text: string;
  readonly initials: string;
}

/** Answers by the key of the finding. A finding without one is open; an answer whose finding is gone waits until it comes back. */
export type Explanations = Readonly<Record<string, Explanation>>;

export const NO_EXPLANATIONS: Explanations = {};

export const NO_EXPLANATION: Explanation = { state: 'open', text: '', initials: '' };

export const isAnswered = (explanations: Explanations, key: string): boolean => Object.hasOwn(explanations, key);

export const explanationOf = (explanations: Explanations, key: string): Explanation =>
  isAnswered(explanations, key) ? (explanations[key] ?? NO_EXPLANATION) : NO_EXPLANATION;

/** The answers without those of these keys: what is left belongs to findings that do not show now. */
export function dormantExplanations(explanations: Explanations, keys: ReadonlySet<string>): Explanations {
  return Object.fromEntries(Object.entries(explanations).filter(([key]) => !keys.has(key)));
}
