import type { StatementColumn } from '../../plan/document';
import type { Cents } from '../../plan/money';
import type { PrintedRow } from '../../schema/rows/identify';

/** A row as printed, without its figures. */
export type RowHead = Omit<PrintedRow, 'values'>;

/** A printed figure and the position of its column. */
export type PlacedCell = readonly [column: number, cents: Cents];

interface RowDraft {
  readonly head: RowHead;
  readonly values: Map<number, Cents>;
}

/** The rows of a statement in printed order, with the figures of continuation blocks put beside those of the first. */
export class RowTable {
  private readonly drafts: RowDraft[] = [];
  private readonly byKey = new Map<string, RowDraft[]>();

  /** A row printed again in a continuation block fills further columns of the same row; printed twice in one block it is another row. */
  add(head: RowHead, cells: readonly PlacedCell[]): void {
    const key = [head.section, head.path.join('.'), head.kind ?? '', head.label].join('\n');
    const known = this.byKey.get(key) ?? [];
    const open =
      cells.length === 0
        ? undefined
        : known.find(({ values }) => values.size > 0 && cells.every(([column]) => !values.has(column)));
    if (open) {
      for (const [column, cents] of cells) open.values.set(column, cents);
      return;
    }
    const draft: RowDraft = { head, values: new Map(cells) };
    this.drafts.push(draft);
    this.byKey.set(key, [...known, draft]);
  }

  /** The rows, each with a value per column; null where nothing is printed. */
  rows(columns: readonly StatementColumn[]): readonly PrintedRow[] {
    return this.drafts.map(({ head, values }) => ({
      ...head,
      values: values.size === 0 ? [] : columns.map((_, column) => values.get(column) ?? null),
    }));
  }
}
