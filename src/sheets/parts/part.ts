import type { PartField } from '../../changes/merge/collect';
import { PLAN_COLUMNS } from '../planColumns';

/** The rows of one owner, sent out as a workbook of their own. */
export interface Part {
  /** What the part is called after the book: a code, or the name of an owner. */
  readonly name: string;
  readonly nodes: readonly string[];
}

/** The hidden sheet of a part: what was sent out, so that what came back can be told. */
export const PART_STATE_SHEET = '_planboek';
export const PART_FORMAT = 'planboek/part@1';

/** First row of the nodes on the hidden sheet (id, code, title, status, text); above them stand the format, the document and the owner. */
export const PART_STATE_ROW = 4;

export const PART_COLUMNS: Readonly<Record<PartField, string>> = {
  title: PLAN_COLUMNS.title,
  status: PLAN_COLUMNS.status,
  text: PLAN_COLUMNS.evaluation,
};

/** What is still to be done in a row, as a formula that any spreadsheet works out. */
export const TODO_COLUMN = 'Nog te doen';

export const FOLLOW_UP_SHEET = 'Opvolging';
