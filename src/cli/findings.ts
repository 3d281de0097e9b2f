import type { PlanDocument } from '../plan/document';
import type { Finding, Language } from '../plan/finding';
import { CATALOGUE } from '../check/catalogue';
import { inOrder, runChecks } from '../check/run';
import type { CheckSettings } from '../check/settings';
import { READING_KINDS } from '../read/findingKinds';

const KINDS = [...Object.values(READING_KINDS), ...CATALOGUE];

/** Families of checks, in the order of the catalogue. */
export const FAMILIES: readonly string[] = [...new Set(KINDS.map(({ family }) => family))];

/** Is this the id of a check, or a family? */
export const isCheckName = (name: string): boolean => KINDS.some(({ id, family }) => id === name || family === name);

const isAbout = ({ check }: Finding, names: readonly string[]): boolean => names.some((name) => check === name || check.startsWith(`${name}.`));

export interface FindingOptions {
  /** Checks or families; all when left out. */
  readonly only?: readonly string[] | undefined;
  /** What the board set in the workbook; the defaults when left out. */
  readonly settings?: CheckSettings | undefined;
  /** What was wrong with the cells of the workbook the document was read from. */
  readonly ofSheets?: readonly Finding[];
}

/** What was said of a document when it was read and what the checks say of it, each finding once. */
export function allFindings(document: PlanDocument, language: Language, { only, ofSheets = [], settings }: FindingOptions = {}): readonly Finding[] {
  const ofReading = [...ofSheets, ...document.findings].filter((finding) => only === undefined || isAbout(finding, only));
  return inOrder([...ofReading, ...runChecks(document, { language, ...(only === undefined ? {} : { only }), ...(settings === undefined ? {} : { settings }) })]);
}
