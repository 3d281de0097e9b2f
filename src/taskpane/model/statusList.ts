import type { PlanDocument } from '../../plan/document';
import type { StatusTerm } from '../../plan/status';

/** Grey, as for what has not started: a colour that claims nothing. */
const NEW_COLOR = 'E3E3E3';

/** What is wrong with a list of statuses, as the name of its text; null when it can be kept. */
export function statusProblem(terms: readonly StatusTerm[]): 'labelMissing' | 'labelTwice' | null {
  const labels = terms.map(({ label }) => label.trim().toLowerCase());
  if (labels.includes('')) return 'labelMissing';
  return new Set(labels).size === labels.length ? null : 'labelTwice';
}

/** How many nodes have a status; one in use cannot be removed. */
export const statusUse = ({ nodes }: PlanDocument, code: string): number =>
  nodes.filter(({ evaluation }) => evaluation?.status === code).length;

export function moveStatus(terms: readonly StatusTerm[], index: number, distance: number): readonly StatusTerm[] {
  const moved = terms[index];
  if (!moved) return terms;
  return terms.toSpliced(index, 1).toSpliced(index + distance, 0, moved);
}

export const removeStatus = (terms: readonly StatusTerm[], index: number): readonly StatusTerm[] =>
  terms.toSpliced(index, 1);

/** Adds a status at the end. Its label may still change, so its code is the first free number; `taken`: codes of other lists. */
export function addStatus(
  terms: readonly StatusTerm[],
  label: string,
  taken: readonly string[] = [],
): readonly StatusTerm[] {
  let number = terms.length + 1;
  const codes = new Set([...taken, ...terms.map(({ code }) => code)]);
  while (codes.has(`status${number}`)) number += 1;
  return [...terms, { code: `status${number}`, label, order: terms.length + 1, color: NEW_COLOR, meaning: 'onTrack' }];
}
