import type { PlanDocument, PlanNode } from '../../plan/document';
import { UNKNOWN_STATUS, type StatusTerm, type StatusVocabulary } from '../../plan/status';
import type { NodeEdit } from '../book';
import { foldSearch, planIndex } from './planIndex';

/** A repair that follows from the document by itself; shown before it is done. */
export interface QuickFix {
  readonly node: string;
  readonly field: 'status' | 'parent';
  readonly before: string;
  readonly after: string;
  readonly edit: NodeEdit;
}

/** A status is spelled nearly right when at most this share of its letters differs. */
const NEAR_SHARE = 0.3;

/** Number of letters to insert, delete or replace to get from one text to the other. */
function editDistance(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[other.length] ?? 0;
}

/** No status is printed longer; keeps the comparison cheap when prose stands in the status cell. */
const LONGEST_STATUS = 120;

/** The status of the vocabulary that a printed phrase nearly spells; null when none does, or two do. */
export function nearestStatus(printed: string, vocabulary: StatusVocabulary): StatusTerm | null {
  const wanted = foldSearch(printed).replace(/[.:\s]+$/, '').trim();
  if (wanted === '' || wanted.length > LONGEST_STATUS) return null;
  const ranked = vocabulary
    .map((term) => ({ term, distance: editDistance(wanted, foldSearch(term.label)) / Math.max(wanted.length, term.label.length) }))
    .sort((one, other) => one.distance - other.distance);
  const [best, second] = ranked;
  return best && best.distance <= NEAR_SHARE && best.distance < (second?.distance ?? Infinity) ? best.term : null;
}

function statusFix(node: PlanNode, vocabulary: StatusVocabulary): QuickFix | null {
  if (node.evaluation?.status !== UNKNOWN_STATUS) return null;
  const term = nearestStatus(node.evaluation.statusText, vocabulary);
  return term && { node: node.id, field: 'status', before: node.evaluation.statusText, after: term.label, edit: { status: term.code } };
}

/** The parent that printed order gives: the last node of the level just above that stands before this one. */
function parentFix(document: PlanDocument, node: PlanNode): QuickFix | null {
  const { rollup } = planIndex(document);
  if (node.parent !== null && rollup.tree.byId.has(node.parent)) return null;
  const rankOf = new Map(document.levels.map(({ id, rank }) => [id, rank]));
  const above = (rankOf.get(node.level) ?? 0) - 1;
  if (above < 1) return null;
  const before = document.nodes.filter((other) => other.order < node.order && rankOf.get(other.level) === above);
  const parent = before.reduce<PlanNode | null>((last, other) => (last === null || other.order > last.order ? other : last), null);
  return parent && { node: node.id, field: 'parent', before: node.parent ?? '', after: parent.code ?? parent.id, edit: { parent: parent.id } };
}

/** The mechanical repair of what is wrong at a node, if there is one. */
export function quickFixOf(document: PlanDocument, id: string, vocabulary: StatusVocabulary): QuickFix | null {
  const node = planIndex(document).rollup.tree.byId.get(id);
  return node ? (statusFix(node, vocabulary) ?? parentFix(document, node)) : null;
}
