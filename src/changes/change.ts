import type { PlanNode, Transfer } from '../plan/document';
import type { Cents } from '../plan/money';
import { cellKey, type Cell } from '../figures/cell';
import type { StatementCell } from '../figures/follow/places';
import type { FieldValue, NodeField } from './nodes/nodeFields';

/** Names a change within a document: what it is about, never what it became. */
export type ChangeKey = string;

export type TransferField = 'amountCents' | 'transactionCreditCents';

/** One thing that is no longer as it was read: from, to. Amounts in cents; null is not printed. */
export type Change =
  /** A line of credits of a node. */
  | {
      readonly of: 'amount';
      readonly key: ChangeKey;
      readonly node: string;
      readonly cell: Cell;
      readonly from: Cents | null;
      readonly to: Cents | null;
    }
  /** A figure of a schema; rows are counted as in its derivations. */
  | {
      readonly of: 'figure';
      readonly key: ChangeKey;
      readonly at: StatementCell;
      readonly schema: string;
      readonly row: string;
      readonly from: Cents | null;
      readonly to: Cents | null;
    }
  | {
      readonly of: 'transfer';
      readonly key: ChangeKey;
      readonly transfer: Transfer;
      readonly from: Cents | null;
      readonly to: Cents | null;
    }
  | {
      readonly of: 'node';
      readonly key: ChangeKey;
      readonly node: PlanNode;
      readonly field: NodeField;
      readonly from: FieldValue;
      readonly to: FieldValue;
    }
  | { readonly of: 'added'; readonly key: ChangeKey; readonly node: PlanNode }
  | { readonly of: 'removed'; readonly key: ChangeKey; readonly node: PlanNode };

/** The node a change is about; null for a figure of a schema. */
export function nodeOf(change: Change): string | null {
  if (change.of === 'figure') return null;
  if (change.of === 'transfer') return change.transfer.node;
  return change.of === 'amount' ? change.node : change.node.id;
}

/** Fields whose change moves figures, or contradicts another part of the report. */
const TELLING: ReadonlySet<NodeField> = new Set(['title', 'parent', 'code']);

/** Can anything elsewhere follow from it? What is written of a node itself concerns that node only. */
export const hasConsequences = (change: Change): boolean => change.of !== 'node' || TELLING.has(change.field);

/** Can figures elsewhere follow from it? */
export const movesFigures = (change: Change): boolean =>
  change.of !== 'added' && (change.of !== 'node' || change.field === 'parent');

export const amountKey = (node: string, cell: Cell): ChangeKey => `amount|${node}|${cellKey(cell)}`;
export const figureKey = (schema: string, row: string, column: number): ChangeKey =>
  `figure|${schema}|${row}|${column}`;
export const transferKey = (id: string, field: TransferField): ChangeKey => `transfer|${id}|${field}`;
export const fieldKey = (node: string, field: string): ChangeKey => `node|${node}|${field}`;
