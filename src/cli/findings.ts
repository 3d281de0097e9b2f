import type { PlanDocument } from '../plan/document';
import type { Finding, Language } from '../plan/finding';
import { CATALOGUE } from '../check/catalogue';
import { inOrder, runChecks } from '../check/run';
import { READING_KINDS } from '../read/findingKinds';

const KINDS = [...Object.values(READING_KINDS), ...CATALOGUE];

/** Families of checks, in the order of the catalogue. */
export const FAMILIES: readonly string[] = [...new Set(KINDS.map(({ family }) => family))];

/** Is this the id of a check, or a family? */
export const isCheckName = (name: string): boolean => KINDS.some(({ id, family }) => id === name || family === name);

const isAbout = ({ check }: Finding, names: readonly string[]): boolean => names.some((name) => check === name || check.startsWith(`${name}.`));

/** What the reader said of a document and what the checks say of it, each finding once; `only` names checks or families. */
export function allFindings(document: PlanDocument, language: Language, only?: readonly string[]): readonly Finding[] {
  const ofReader = only === undefined ? document.findings : document.findings.filter((finding) => isAbout(finding, only));
  return inOrder([...ofReader, ...runChecks(document, { language, ...(only === undefined ? {} : { only }) })]);
}
