import type { PlanDocument } from '../plan/document';
import type { Finding, Language } from '../plan/finding';
import { runChecks } from '../check/run';

/** What the reader said of a document and what the checks say of it, each finding once. */
export function allFindings(document: PlanDocument, language: Language): readonly Finding[] {
  const byKey = new Map([...document.findings, ...runChecks(document, { language })].map((finding) => [finding.key, finding]));
  return [...byKey.values()];
}
