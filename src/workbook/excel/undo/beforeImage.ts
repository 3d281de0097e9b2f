import { z } from '../../../plan/zod';
import type { ValidationSpec } from '../../../sheets/spec';
import type { Content } from '../read/fingerprint';
import { layoutSchema, type Layout } from '../diff/layout';
import type { LiveFormat } from '../diff/conditionalFormats';
import type { Groups } from '../diff/groups';
import type { RowLooks } from './rowLooks';
import type { Paper, SheetView } from './views';

/** A sheet as it was before an import, as far as the import touches it: enough to make it so again. */
export interface BeforeImage {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** Every cell that held something, as a place in `texts`; -1 for an empty one. */
  readonly texts: readonly Content[];
  readonly cells: readonly (readonly number[])[];
  readonly tables: readonly {
    readonly name: string;
    readonly row: number;
    readonly column: number;
    readonly rows: number;
    readonly headers: readonly string[];
    readonly totals: boolean;
  }[];
  readonly looks: RowLooks;
  readonly view: SheetView;
  readonly groups: Groups | null;
  /** Conditional formats: ours as they were, and the user's own by id with their places among all; null when they are left alone. */
  readonly formats: {
    readonly own: readonly Omit<LiveFormat, 'id'>[];
    readonly others: readonly (readonly [id: string, place: number])[];
  } | null;
  /** Our rules where they lay. */
  readonly validations: readonly ValidationSpec[];
  readonly paper: Paper;
  readonly layout: Layout | null;
}

const contentSchema = z.union([z.string(), z.number(), z.boolean()]);
const groupsSchema = z.object({
  rows: z.array(z.object({ outline: z.int(), hidden: z.boolean() })),
  columns: z.array(z.object({ outline: z.int(), hidden: z.boolean() })),
});

export const beforeImageSchema = z.object({
  name: z.string(),
  rows: z.int(),
  columns: z.int(),
  texts: z.array(contentSchema),
  cells: z.array(z.array(z.int())),
  tables: z.array(
    z.object({
      name: z.string(),
      row: z.int(),
      column: z.int(),
      rows: z.int(),
      headers: z.array(z.string()),
      totals: z.boolean(),
    }),
  ),
  looks: z.object({
    rows: z.array(z.int()),
    looks: z.array(z.int()),
    patterns: z.array(z.array(z.int())),
    palette: z.array(
      z.object({
        cell: z.custom<Excel.SettableCellProperties>((value) => typeof value === 'object' && value !== null),
        numberFormat: z.string(),
      }),
    ),
    columns: z.int(),
  }),
  view: z.object({
    tabColor: z.string(),
    showGridlines: z.boolean(),
    widths: z.array(z.number()),
    heights: z.array(z.number()),
  }),
  groups: groupsSchema.nullable(),
  formats: z
    .object({
      own: z.array(
        z.object({
          formula: z.string().nullable(),
          fill: z.string(),
          color: z.string(),
          bold: z.boolean(),
          ranges: z.string(),
        }),
      ),
      others: z.array(z.tuple([z.string(), z.int()])),
    })
    .nullable(),
  validations: z.array(
    z.custom<ValidationSpec>((value) => typeof value === 'object' && value !== null && 'ranges' in value),
  ),
  paper: z.object({
    area: z.string().nullable(),
    titleRows: z.string().nullable(),
    titleColumns: z.string().nullable(),
    breaks: z.array(z.int()),
  }),
  layout: layoutSchema.nullable(),
});

export const contentOf = (
  { texts, cells }: Pick<BeforeImage, 'texts' | 'cells'>,
  row: number,
  column: number,
): Content => texts[cells[row]?.[column] ?? -1] ?? '';
