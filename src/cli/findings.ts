import type { PlanDocument } from '../plan/document';
import type { Finding, Language } from '../plan/finding';
import { CATALOGUE } from '../check/run/catalogue';
import type { Edits } from '../check/edits';
import { MERGE_CONFLICT } from '../check/run/conflicts';
import { inOrder } from '../check/run/run';
import { findingIn, LOST_END, runChecksTogether } from '../check/run/together';
import type { CheckSettings } from '../check/settings';
import { TABLE_KINDS } from '../read/lines/findingKinds';
import { READING_KINDS } from '../read/findingKinds';
import { REVIEW_KINDS } from '../read/outline/findingKinds';

const KINDS = [
  ...Object.values(READING_KINDS),
  ...Object.values(REVIEW_KINDS),
  ...Object.values(TABLE_KINDS),
  ...CATALOGUE,
  LOST_END,
  MERGE_CONFLICT,
];

/** Families of checks, in the order of the catalogue. */
export const FAMILIES: readonly string[] = [...new Set(KINDS.map(({ family }) => family))];

/** Is this the id of a check? */
export const isCheckId = (name: string): boolean => KINDS.some(({ id }) => id === name);

/** Is this the id of a check, or a family? */
export const isCheckName = (name: string): boolean => KINDS.some(({ id, family }) => id === name || family === name);

const isAbout = ({ check }: Finding, names: readonly string[]): boolean =>
  names.some((name) => check === name || check.startsWith(`${name}.`));

export interface FindingOptions {
  /** Checks or families; all when left out. */
  readonly only?: readonly string[] | undefined;
  /** What the board set in the workbook; the defaults when left out. */
  readonly settings?: CheckSettings | undefined;
  /** What was wrong with the cells of the workbook the document was read from. */
  readonly ofSheets?: readonly Finding[];
  /** The other documents of the workbook. */
  readonly others?: readonly PlanDocument[];
  /** What was edited in it since the document was read. */
  readonly edits?: Edits;
}

/** What the reader said is under the rules of the board as well. */
function underRules(finding: Finding, settings: CheckSettings | undefined): readonly Finding[] {
  const severity = settings?.severities[finding.check];
  if (severity === undefined) return [finding];
  return severity === 'off' ? [] : [{ ...finding, severity }];
}

/** What was said of a document when it was read and what the checks say of it, each finding once. */
export function allFindings(
  document: PlanDocument,
  language: Language,
  { only, ofSheets = [], settings, others = [], edits }: FindingOptions = {},
): readonly Finding[] {
  const ofReading = [
    ...ofSheets,
    ...document.findings,
    ...others.flatMap((other) => other.findings.map((finding) => findingIn(other, finding))),
  ]
    .filter((finding) => only === undefined || isAbout(finding, only))
    .flatMap((finding) => underRules(finding, settings));
  return inOrder([
    ...ofReading,
    ...runChecksTogether(document, others, {
      language,
      ...(only === undefined ? {} : { only }),
      ...(settings === undefined ? {} : { settings }),
      ...(edits ? { edits } : {}),
    }),
  ]);
}
