import { parseAmount, parsePercent } from '../../plan/amountText';
import type { DataRow, DataTable } from '../../plan/dataTable';
import type { Source } from '../../plan/document';
import { MONEY_UNIT, PERCENT_UNIT } from '../../plan/indicator';
import { CENTS_PER_EURO } from '../../plan/money';
import type { OutlineProfile } from './profile';
import { patternOf } from './pattern';

type TableShape = OutlineProfile['tables'][number];

const DASH = /^[-–—]$/;

/** One printed figure in the unit of its column: whole cents, percent points, or a count; null when it is a dash or not a figure. */
function figureOf(text: string, unit: string): number | null {
  if (DASH.test(text)) return null;
  if (unit === PERCENT_UNIT) return parsePercent(text);
  const amount = parseAmount(text);
  if (amount === null) return null;
  return unit === MONEY_UNIT ? amount.cents : amount.cents / CENTS_PER_EURO;
}

interface Draft {
  readonly shape: TableShape;
  readonly node: string | null;
  readonly source: Source;
  readonly rows: DataRow[];
  total: DataRow | null;
}

/** Gathers the rows of the tables a profile names. */
export class TableCollector {
  private readonly drafts = new Map<string, Draft>();

  constructor(private readonly shapes: readonly TableShape[]) {}

  /** Adds a printed row; false when its figures do not fill the columns of the table. */
  add(id: string, label: string, figures: string, node: string | null, source: Source): boolean {
    const shape = this.shapes.find((each) => each.id === id);
    const printed = figures.trim().split(/\s+/);
    if (!shape || printed.length !== shape.columns.length) return false;
    const values = shape.columns.map(({ unit }, index) => figureOf(printed[index] ?? '', unit));
    if (values.some((value, index) => value === null && !DASH.test(printed[index] ?? ''))) return false;
    const draft = this.drafts.get(id) ?? { shape, node, source, rows: [], total: null };
    this.drafts.set(id, draft);
    const row: DataRow = { label, values, source };
    if (shape.total !== undefined && patternOf(shape.total).test(label)) draft.total = row;
    else draft.rows.push(row);
    return true;
  }

  finish(): readonly DataTable[] {
    return [...this.drafts.values()].map(({ shape, node, source, rows, total }) => ({
      id: shape.id,
      title: shape.title,
      node,
      columns: shape.columns,
      rows,
      total,
      source,
    }));
  }
}
