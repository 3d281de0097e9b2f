import type { CheckSettings } from '../check/settings';
import type { PlanDocument, PlanNode } from '../plan/document';
import type { Explanations } from '../plan/explanation';
import { statusByCode, UNKNOWN_STATUS, type StatusVocabulary } from '../plan/status';
import type { SourceLine } from '../read/source';

/** What the workbook holds, as the pane sees it: the document with every edit in it, and what is kept beside it. */
export interface Book {
  /** Name of the file it was read from. */
  readonly name: string;
  /** When it was imported, in milliseconds since 1970; null when the workbook does not say. */
  readonly importedAt: number | null;
  readonly document: PlanDocument;
  /** The document as it was imported, before any edit. */
  readonly imported: PlanDocument;
  /** The lines of the source; empty when the workbook does not hold them. */
  readonly lines: readonly SourceLine[];
  readonly explanations: Explanations;
  readonly settings: CheckSettings;
}

/** What of a node can be edited from the pane; what is left out stays as it is. */
export interface NodeEdit {
  /** Code of the board's vocabulary; null takes the status away. */
  readonly status?: string | null;
  readonly text?: string;
  readonly parent?: string | null;
}

function editedNode(node: PlanNode, edit: NodeEdit, vocabulary: StatusVocabulary): PlanNode {
  const status = edit.status === undefined ? (node.evaluation?.status ?? null) : edit.status;
  const text = edit.text ?? node.evaluation?.text ?? '';
  const known = status === null ? undefined : statusByCode(vocabulary, status);
  const statusText = edit.status === undefined ? (node.evaluation?.statusText ?? '') : (known?.label ?? status ?? '');
  const evaluation = status === null && text === '' ? null : { status: status ?? '', statusText, text };
  return { ...node, parent: edit.parent === undefined ? node.parent : edit.parent, evaluation };
}

/** The document with one node edited; the same document when it has no such node. */
export function withEdit(document: PlanDocument, id: string, edit: NodeEdit, vocabulary: StatusVocabulary): PlanDocument {
  const index = document.nodes.findIndex((node) => node.id === id);
  const node = document.nodes[index];
  if (!node) return document;
  return { ...document, nodes: document.nodes.with(index, editedNode(node, edit, vocabulary)) };
}

const foldedLabel = (text: string): string => text.trim().replace(/\.$/, '').toLowerCase();

/** A phrase that no status had, and one of the list has now, is that status. */
function classified(document: PlanDocument, vocabulary: StatusVocabulary): PlanDocument {
  const codes = new Map(vocabulary.map(({ code, label }) => [foldedLabel(label), code]));
  const nodes = document.nodes.map((node): PlanNode => {
    const { evaluation } = node;
    const code = evaluation?.status === UNKNOWN_STATUS ? codes.get(foldedLabel(evaluation.statusText)) : undefined;
    return evaluation === null || code === undefined ? node : { ...node, evaluation: { ...evaluation, status: code } };
  });
  return nodes.every((node, index) => node === document.nodes[index]) ? document : { ...document, nodes };
}

/** The book under other settings of the board. */
export const withSettings = (book: Book, settings: CheckSettings): Book =>
  ({ ...book, settings, document: classified(book.document, settings.statuses), imported: classified(book.imported, settings.statuses) });

/** The edit that brings a node back to what it is now. */
export const inverseEdit = (node: PlanNode): NodeEdit => ({
  status: node.evaluation === null || node.evaluation.status === '' ? null : node.evaluation.status,
  text: node.evaluation?.text ?? '',
  parent: node.parent,
});
