import { rangeIn, sheetIn } from '../request/ranges';
import { z } from '../../../plan/zod';
import type { SheetSpec, ValidationSpec } from '../../../sheets/spec';
import type { Content } from '../read/fingerprint';
import { layoutSchema, type Layout } from '../diff/layout';
import { readFormats, ownFormats, type LiveFormat } from '../diff/conditionalFormats';
import { liveValidations } from '../diff/liveRanges';
import { readRowLooks, type RowLooks } from './rowLooks';
import type { LiveSheet } from '../read/liveSheet';
import { readGroups, type Groups } from '../diff/groups';
import { formatsDiffer, groupsDiffer } from '../diff/parts';
import type { ExcelSession } from '../request/session';
import type { SheetUpdate } from '../diff/sheetUpdate';

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

/** Addresses of what is printed; null when Excel prints everything. Rows before which a page starts. */
export interface Paper {
  readonly area: string | null;
  readonly titleRows: string | null;
  readonly titleColumns: string | null;
  readonly breaks: readonly number[];
}

export interface SheetView {
  readonly tabColor: string;
  readonly showGridlines: boolean;
  /** Points; as far as the sheet was used, or will be. */
  readonly widths: readonly number[];
  readonly heights: readonly number[];
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

function packedCells(live: LiveSheet): Pick<BeforeImage, 'texts' | 'cells'> {
  const texts: Content[] = [];
  const known = new Map<Content, number>();
  const place = (content: Content): number => {
    if (content === '') return -1;
    const found = known.get(content);
    if (found !== undefined) return found;
    known.set(content, texts.length);
    texts.push(content);
    return texts.length - 1;
  };
  return { texts, cells: live.content.map((line) => line.map(place)) };
}

/** Reads the view of the first rows and columns of sheets. */
export const readViews = (
  session: ExcelSession,
  sizes: readonly { readonly name: string; readonly rows: number; readonly columns: number }[],
): Promise<SheetView[]> =>
  session.request(
    (context) =>
      sizes.map(({ name, rows, columns }) => {
        const sheet = sheetIn(context, name);
        sheet.load('tabColor,showGridlines');
        const widths = rangeIn(sheet, {
          row: 0,
          column: 0,
          rows: 1,
          columns: Math.max(1, columns),
        }).getColumnProperties({ format: { columnWidth: true } });
        const heights = rangeIn(sheet, { row: 0, column: 0, rows: Math.max(1, rows), columns: 1 }).getRowProperties({
          format: { rowHeight: true },
        });
        return { sheet, widths, heights };
      }),
    (asked) =>
      asked.map(({ sheet, widths, heights }): SheetView => ({
        tabColor: sheet.tabColor,
        showGridlines: sheet.showGridlines,
        widths: widths.value.map(({ format }) => format?.columnWidth ?? 0),
        heights: heights.value.map(({ format }) => format?.rowHeight ?? 0),
      })),
  );

const local = (range: { readonly isNullObject: boolean; readonly address: string }): string | null =>
  range.isNullObject
    ? null
    : range.address
        .split(',')
        .map((one) => one.slice(one.lastIndexOf('!') + 1))
        .join(',');

const readPapers = (session: ExcelSession, names: readonly string[]): Promise<Paper[]> =>
  session.request(
    (context) =>
      names.map((name) => {
        const { pageLayout, horizontalPageBreaks } = sheetIn(context, name);
        const area = pageLayout.getPrintAreaOrNullObject().untrack();
        const titleRows = pageLayout.getPrintTitleRowsOrNullObject().untrack();
        const titleColumns = pageLayout.getPrintTitleColumnsOrNullObject().untrack();
        area.load('address');
        titleRows.load('address');
        titleColumns.load('address');
        horizontalPageBreaks.load('items/rowIndex');
        return { area, titleRows, titleColumns, horizontalPageBreaks };
      }),
    (asked) =>
      asked.map(({ area, titleRows, titleColumns, horizontalPageBreaks }): Paper => ({
        area: local(area),
        titleRows: local(titleRows),
        titleColumns: local(titleColumns),
        breaks: horizontalPageBreaks.items.map(({ rowIndex }) => rowIndex),
      })),
  );

/** What was looked up before a sheet is changed: the image to go back to, and what the change itself needs to know. */
export interface Captured {
  readonly image: BeforeImage;
  readonly formats: readonly LiveFormat[];
}

/** A sheet about to be changed. */
export interface Change {
  readonly spec: SheetSpec;
  readonly live: LiveSheet;
  readonly layout: Layout | null;
  readonly update: SheetUpdate;
}

const nameOf = ({ live }: Change): string => live.found.name;

/** Extent of a sheet as it is and as it will be. */
const sizeOf = ({
  live,
  update: {
    placement: { target },
  },
}: Change): { readonly name: string; readonly rows: number; readonly columns: number } => ({
  name: live.found.name,
  rows: Math.max(1, live.rows, target.rows),
  columns: Math.max(1, live.columns, target.columns),
});

/** The values that `wanted` asks for, spread over all changes; null for those it does not ask for. */
function spread<T>(changes: readonly Change[], wanted: readonly Change[], values: readonly T[]): (T | null)[] {
  return changes.map((change) => {
    const index = wanted.indexOf(change);
    return index < 0 ? null : (values[index] ?? null);
  });
}

/** Reads what changes will touch. It writes nothing but the fold of the groups, which it puts back. */
export async function captureSheets(session: ExcelSession, changes: readonly Change[]): Promise<Captured[]> {
  if (changes.length === 0) return [];
  const looks = await readRowLooks(
    session,
    changes.map(({ live, update }) => ({ name: live.found.name, rows: update.touchedRows, columns: live.columns })),
  );
  const views = await readViews(session, changes.map(sizeOf));
  const papers = await readPapers(session, changes.map(nameOf));
  const dressed = changes.filter(({ spec, layout, update }) => formatsDiffer(spec, layout, update.restructures));
  const formats = spread(changes, dressed, await readFormats(session, dressed.map(nameOf)));
  const grouped = changes.filter(({ spec, layout, update }) => groupsDiffer(spec, layout, update.restructures));
  const groups = spread(changes, grouped, await readGroups(session, grouped.map(sizeOf)));
  return changes.map((change, index): Captured => {
    const [rowLooks, view, paper] = [looks[index], views[index], papers[index]];
    if (!rowLooks || !view || !paper) throw new Error(`sheet ${nameOf(change)} was not read`);
    return {
      formats: formats[index] ?? [],
      image: imageOf(change, {
        looks: rowLooks,
        view,
        paper,
        groups: groups[index] ?? null,
        formats: formats[index] ?? null,
      }),
    };
  });
}

function imageOf(
  { spec, live, layout }: Change,
  read: Pick<BeforeImage, 'looks' | 'view' | 'paper' | 'groups'> & { readonly formats: readonly LiveFormat[] | null },
): BeforeImage {
  const own = read.formats
    ? ownFormats(read.formats, [...(layout?.parts.conditionalFormats ?? []), ...spec.conditionalFormats])
    : new Set<string>();
  return {
    ...read,
    name: live.found.name,
    rows: live.rows,
    columns: live.columns,
    ...packedCells(live),
    tables: live.tables.map(({ name, range, headers, totals }) => ({
      name,
      row: range.row,
      column: range.column,
      rows: range.rows,
      headers,
      totals,
    })),
    formats: read.formats && {
      own: read.formats.filter(({ id }) => own.has(id)).map(({ id: _id, ...format }) => format),
      others: read.formats.flatMap(({ id }, place): [string, number][] => (own.has(id) ? [] : [[id, place]])),
    },
    validations: layout ? liveValidations(layout.parts, live) : [],
    layout,
  };
}
