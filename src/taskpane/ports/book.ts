import type { Conflict } from '../../changes/merge/conflict';
import type { CheckSettings } from '../../check/settings';
import type { PlanDocument, PlanNode } from '../../plan/document';
import type { Explanations } from '../../plan/explanation';
import type { Cents } from '../../plan/money';
import { rowKey } from '../../plan/statement';
import { statusByCode, UNKNOWN_STATUS, type StatusVocabulary } from '../../plan/status';
import type { OutlineProfile } from '../../read/outline/profile';
import type { SourceLine } from '../../read/source';
import type { Link, LinkState } from '../../plan/link';
import type { ChangedCells } from '../../sheets/readBack/edits';
import type { OtherPlan } from '../../sheets/ends';
import type { OwnerProgress } from '../../sheets/parts/followUpSheet';

/** What the workbook holds, as the pane sees it: the document with every edit in it, and what is kept beside it. */
export interface Book {
  /** Name of the file it was read from. */
  readonly name: string;
  /** When it was imported, in milliseconds since 1970; null when the workbook does not say. */
  readonly importedAt: number | null;
  readonly document: PlanDocument;
  /** The document as it was imported, before any edit. */
  readonly imported: PlanDocument;
  /** In which cells it was edited, as far as the workbook was read back. */
  readonly cells?: ChangedCells;
  /** The lines of the source; empty when the workbook does not hold them. */
  readonly lines: readonly SourceLine[];
  readonly explanations: Explanations;
  readonly settings: CheckSettings;
  /** Other plans in the same workbook; absent when there are none. */
  readonly others?: readonly OtherPlan[];
  /** Profiles by which plans of this board are read; absent when there are none. */
  readonly profiles?: readonly OutlineProfile[];
  /** What nobody decided yet of what was merged in; absent when there is nothing. */
  readonly conflicts?: readonly Conflict[];
  /** How far the owners were whose parts came back last; absent when none did. */
  readonly followUp?: readonly OwnerProgress[];
}

/** What of a node can be edited from the pane; what is left out stays as it is. */
export interface NodeEdit {
  /** Code of the board's vocabulary; null takes the status away. */
  readonly status?: string | null;
  readonly text?: string;
  readonly parent?: string | null;
}

/** A document with what it was read as: what is checked of a book. */
export type CheckedBook = Pick<Book, 'document' | 'imported' | 'cells' | 'others' | 'conflicts'>;

/** The other documents of the workbook. */
export const otherDocuments = ({ others = [] }: Pick<Book, 'others'>): readonly PlanDocument[] =>
  others.map(({ document }) => document);

/** What the pane changes of a link: whether it counts, and for how much. */
export interface LinkEdit {
  readonly state?: LinkState;
  readonly weight?: number | null;
}

/** The book with a link edited; `home`: the place of its document among those of the workbook, the first being 0. */
export function withLinkEdit(book: Book, home: number, id: string, edit: LinkEdit): Book {
  const edited = (document: PlanDocument): PlanDocument => ({
    ...document,
    links: document.links.map((link): Link => (link.id === id ? { ...link, ...edit } : link)),
  });
  if (home === 0) return { ...book, document: edited(book.document) };
  return {
    ...book,
    others: (book.others ?? []).map((other, index) =>
      index + 1 === home ? { ...other, document: edited(other.document) } : other,
    ),
  };
}

/** A figure of a schema as it should be, in cents; null when it is not printed. */
export interface FigureEdit {
  readonly schema: string;
  /** Key of the row (rowKey). */
  readonly row: string;
  /** Column of the statement, from 0. */
  readonly column: number;
  readonly cents: Cents | null;
}

/** The figure of a schema at a place; undefined when there is none. */
export const figureAt = (
  { statements }: PlanDocument,
  { schema, row, column }: Omit<FigureEdit, 'cents'>,
): Cents | null | undefined =>
  statements.find((statement) => statement.schema === schema)?.rows.find((line) => rowKey(line) === row)?.values[
    column
  ];

/** The document with one figure of a schema replaced; the same document when it has no such figure. */
export function withFigure(document: PlanDocument, { schema, row, column, cents }: FigureEdit): PlanDocument {
  const at = document.statements.findIndex((statement) => statement.schema === schema);
  const statement = document.statements[at];
  const index = statement?.rows.findIndex((line) => rowKey(line) === row) ?? -1;
  const line = statement?.rows[index];
  if (!statement || !line || line.values[column] === undefined) return document;
  const rows = statement.rows.with(index, { ...line, values: line.values.with(column, cents) });
  return { ...document, statements: document.statements.with(at, { ...statement, rows }) };
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
export function withEdit(
  document: PlanDocument,
  id: string,
  edit: NodeEdit,
  vocabulary: StatusVocabulary,
): PlanDocument {
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
export const withSettings = (book: Book, settings: CheckSettings): Book => ({
  ...book,
  settings,
  document: classified(book.document, settings.statuses),
  imported: classified(book.imported, settings.statuses),
});

/** The edit that brings a node back to what it is now. */
export const inverseEdit = (node: PlanNode): NodeEdit => ({
  status: node.evaluation === null || node.evaluation.status === '' ? null : node.evaluation.status,
  text: node.evaluation?.text ?? '',
  parent: node.parent,
});
