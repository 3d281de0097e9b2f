import type { PlanDocument, PlanNode } from '../../plan/document';
import { UNKNOWN_STATUS, type StatusTerm, type StatusVocabulary } from '../../plan/status';
import { MAX_STATUS_LENGTH, statusesByNearness } from '../../check/status/known';
import { CENTS_PER_EURO, type Cents } from '../../plan/money';
import type { Finding } from '../../plan/finding';
import { figureAt, type FigureEdit, type NodeEdit } from '../ports/book';
import { planIndex } from './planIndex';

/** A repair that follows from the document by itself; shown before it is done. */
export interface QuickFix {
  /** What it is done to, as the sheets name it. */
  readonly subject: string;
  readonly field: 'status' | 'parent' | 'figure';
  readonly before: FixValue;
  readonly after: FixValue;
  readonly change: FixChange;
}

/** Words as they stand, or an amount. */
export type FixValue = { readonly text: string } | { readonly cents: Cents | null };

export type FixChange =
  | { readonly kind: 'node'; readonly id: string; readonly edit: NodeEdit }
  | { readonly kind: 'figure'; readonly edit: FigureEdit };

/** A status is spelled nearly right when at most this share of its letters differs. */
const NEAR_SHARE = 0.3;

/** The status of the vocabulary that a printed phrase nearly spells; null when none does, or two do. */
export function nearestStatus(printed: string, vocabulary: StatusVocabulary): StatusTerm | null {
  const length = printed.trim().length;
  if (length === 0 || length > MAX_STATUS_LENGTH) return null;
  const [best, second] = statusesByNearness(printed, vocabulary);
  const near = best !== undefined && best.edits <= NEAR_SHARE * Math.max(length, best.term.label.length);
  return near && best.edits < (second?.edits ?? Infinity) ? best.term : null;
}

const nodeFix = (
  node: PlanNode,
  field: 'status' | 'parent',
  before: string,
  after: string,
  edit: NodeEdit,
): QuickFix => ({
  subject: node.code ?? node.id,
  field,
  before: { text: before },
  after: { text: after },
  change: { kind: 'node', id: node.id, edit },
});

function statusFix(node: PlanNode, vocabulary: StatusVocabulary): QuickFix | null {
  if (node.evaluation?.status !== UNKNOWN_STATUS) return null;
  const term = nearestStatus(node.evaluation.statusText, vocabulary);
  return term && nodeFix(node, 'status', node.evaluation.statusText, term.label, { status: term.code });
}

/** The parent that printed order gives: the last node of the level just above that stands before this one. */
function parentFix(document: PlanDocument, node: PlanNode): QuickFix | null {
  const { rollup } = planIndex(document);
  if (node.parent !== null && rollup.tree.byId.has(node.parent)) return null;
  const rankOf = new Map(document.levels.map(({ id, rank }) => [id, rank]));
  const above = (rankOf.get(node.level) ?? 0) - 1;
  if (above < 1) return null;
  const before = document.nodes.filter((other) => other.order < node.order && rankOf.get(other.level) === above);
  const parent = before.reduce<PlanNode | null>(
    (last, other) => (last === null || other.order > last.order ? other : last),
    null,
  );
  return parent && nodeFix(node, 'parent', node.parent ?? '', parent.code ?? parent.id, { parent: parent.id });
}

/** Checks whose figure tells what the sum gives, and those that found the one figure behind several sums. */
const RECOMPUTED: Readonly<Record<string, string>> = {
  'schemas.balance': 'computedCents',
  'schemas.sum': 'computedCents',
  'schemas.formula': 'computedCents',
  'amounts.wrong-figure': 'expectedCents',
};

/** A figure of a schema as the others say it should be: a balance, a sum or a formula, worked out anew. */
function figureFix(document: PlanDocument, { check, place, figures }: Finding): QuickFix | null {
  const { schema, row, column } = place;
  const expected = figures[RECOMPUTED[check] ?? ''];
  if (schema === null || row === null || column === null || typeof expected !== 'number') return null;
  const before = figureAt(document, { schema, row, column });
  const unit = document.statements.find((statement) => statement.schema === schema)?.unit;
  if (before === undefined || unit === undefined) return null;
  const cents = unit === 'euro' ? Math.round(expected / CENTS_PER_EURO) * CENTS_PER_EURO + 0 : expected;
  return cents === before
    ? null
    : {
        subject: `${schema} ${row}`,
        field: 'figure',
        before: { cents: before },
        after: { cents },
        change: { kind: 'figure', edit: { schema, row, column, cents } },
      };
}

/** Checks of which the remedy is mechanical, with that remedy. */
function nodeRemedy(document: PlanDocument, check: string, id: string, vocabulary: StatusVocabulary): QuickFix | null {
  const node = planIndex(document).rollup.tree.byId.get(id);
  if (!node) return null;
  if (check === 'status.unknown') return statusFix(node, vocabulary);
  return check === 'structure.orphan' || check === 'structure.skipped-level' ? parentFix(document, node) : null;
}

/** The mechanical repair of what a finding tells, if there is one. */
export function quickFixOf(document: PlanDocument, finding: Finding, vocabulary: StatusVocabulary): QuickFix | null {
  const { check, place } = finding;
  return (
    (place.node === null ? null : nodeRemedy(document, check, place.node, vocabulary)) ?? figureFix(document, finding)
  );
}
