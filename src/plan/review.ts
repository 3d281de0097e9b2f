/** Something the reader decided without being sure, for a person to look at. */
export interface ReviewItem {
  /** Stable: the node and the reason. */
  readonly id: string;
  /** Node the question is about; null for a line that belongs to none. */
  readonly node: string | null;
  /** 1-based line. */
  readonly line: number;
  readonly reason: ReviewReason;
  /** Levels it might be besides the one proposed. */
  readonly alternatives: readonly string[];
  /** First words of the line, to recognise it by. */
  readonly text: string;
  /** Key of the finding that asks; it goes when the doubt is settled. */
  readonly finding: string;
  readonly state: 'open' | 'accepted';
}

/** Why a line is doubtful; the profile of the document names it per rule. */
export const REVIEW_REASONS = [
  /** The mark that tells the level is lost or shared with another level. */
  'level',
  /** Whether it is a node of the plan at all was told from its words or its look. */
  'kind',
  /** Text without a mark where only marked items are expected. */
  'unmarked',
  /** A label that announces items was not printed, or announces none. */
  'label',
  /** Where one item ends and the next begins was told from the length of lines. */
  'boundary',
] as const;
export type ReviewReason = (typeof REVIEW_REASONS)[number];
