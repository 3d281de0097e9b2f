/** What a user said of a finding: nothing yet, why it is as it is, or that it may stay. */
export const FINDING_STATES = ['open', 'explained', 'accepted'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** The user's answer to a finding; it belongs to the finding's key and survives new runs and imports. */
export interface Explanation {
  readonly state: FindingState;
  readonly text: string;
  readonly initials: string;
}

/** Answers by the key of the finding. A finding without one is open. */
export type Explanations = Readonly<Record<string, Explanation>>;

export const NO_EXPLANATION: Explanation = { state: 'open', text: '', initials: '' };

export const explanationOf = (explanations: Explanations, key: string): Explanation =>
  Object.hasOwn(explanations, key) ? (explanations[key] ?? NO_EXPLANATION) : NO_EXPLANATION;
