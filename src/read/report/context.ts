import type { Entity, Officers, Period } from '../../plan/document';
import type { RawFinding } from '../../plan/finding';
import type { StatusVocabulary } from '../../plan/status';
import { placeAt } from '../../plan/finding';
import { READING_KINDS } from '../findingKinds';
import type { HeadingForms } from './heading';
import type { LineLedger } from '../ledger';
import type { GridReading } from '../table/headGrid';

/** What every section reader works with: the lines and their account, what is known of the report so far, and the findings. */
export interface ReportContext {
  readonly ledger: LineLedger;
  readonly vocabulary: StatusVocabulary;
  readonly findings: RawFinding[];
  /** Known from the heads of the sections, gathered before they are read. */
  readonly entity: Entity | null;
  readonly officers: Officers;
  readonly fiscalYear: number | null;
  /** The years of the plan as the cover prints them. */
  readonly coverPeriod: Period | null;
  /** Is it a plan, so that every figure of it is planned? */
  readonly isPlan: boolean;
  /** Heads of finance blocks that were read before, by their text. */
  readonly grids: Map<string, GridReading>;
  /** How the document prints the headings of its plan. */
  readonly headings: HeadingForms;
}

/** Longest piece of a source line that a finding quotes. */
const MAX_QUOTE = 120;

/** Leaves the line to nobody, with a finding that quotes it. */
export function reportUnrecognised(context: ReportContext, index: number): void {
  const text = context.ledger.text(index);
  context.ledger.claim(index, 'unrecognised');
  context.findings.push({
    check: READING_KINDS.unrecognised.id,
    place: placeAt({ line: index + 1 }),
    figures: { text: text.length > MAX_QUOTE ? `${text.slice(0, MAX_QUOTE)}…` : text },
  });
}
