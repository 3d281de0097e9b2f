import { z } from 'zod';
import type { SheetSpec, ValidationSpec } from '../../sheets/spec';
import type { Content } from './fingerprint';
import { layoutSchema, type Layout } from './layout';
import { readFormats, ownFormats, type LiveFormat } from './liveFormats';
import { liveValidations } from './liveRanges';
import { readRowLooks, type RowLooks } from './liveLooks';
import type { LiveSheet } from './liveSheet';
import { readGroups, type Groups } from './outline';
import { formatsDiffer, groupsDiffer } from './partUpdates';
import type { ExcelSession } from './session';
import { rangeIn, sheetIn } from './writeCells';
import type { SheetUpdate } from './updateSheet';

/** A sheet as it was before an import, as far as the import touches it: enough to make it so again. */
export interface BeforeImage {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** Every cell that held something, as a place in `texts`; -1 for an empty one. */
  readonly texts: readonly Content[];
  readonly cells: readonly (readonly number[])[];
  readonly tables: readonly { readonly name: string; readonly row: number; readonly column: number; readonly rows: number; readonly headers: readonly string[]; readonly totals: boolean }[];
  readonly looks: RowLooks;
  readonly view: SheetView;
  readonly groups: Groups | null;
  /** Conditional formats: ours as they were, and the user's own by id with their places among all; null when they are left alone. */
  readonly formats: { readonly own: readonly Omit<LiveFormat, 'id'>[]; readonly others: readonly (readonly [id: string, place: number])[] } | null;
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
const groupsSchema = z.object({ rows: z.array(z.object({ outline: z.int(), hidden: z.boolean() })), columns: z.array(z.object({ outline: z.int(), hidden: z.boolean() })) });

export const beforeImageSchema = z.object({
  name: z.string(),
  rows: z.int(),
  columns: z.int(),
  texts: z.array(contentSchema),
  cells: z.array(z.array(z.int())),
  tables: z.array(z.object({ name: z.string(), row: z.int(), column: z.int(), rows: z.int(), headers: z.array(z.string()), totals: z.boolean() })),
  looks: z.object({
    rows: z.array(z.int()),
    looks: z.array(z.int()),
    patterns: z.array(z.array(z.int())),
    palette: z.array(z.object({ cell: z.custom<Excel.SettableCellProperties>((value) => typeof value === 'object' && value !== null), numberFormat: z.string() })),
    columns: z.int(),
  }),
  view: z.object({ tabColor: z.string(), showGridlines: z.boolean(), widths: z.array(z.number()), heights: z.array(z.number()) }),
  groups: groupsSchema.nullable(),
  formats: z.object({
    own: z.array(z.object({ formula: z.string().nullable(), fill: z.string(), color: z.string(), bold: z.boolean(), ranges: z.string() })),
    others: z.array(z.tuple([z.string(), z.int()])),
  }).nullable(),
  validations: z.array(z.custom<ValidationSpec>((value) => typeof value === 'object' && value !== null && 'ranges' in value)),
  paper: z.object({ area: z.string().nullable(), titleRows: z.string().nullable(), titleColumns: z.string().nullable(), breaks: z.array(z.int()) }),
  layout: layoutSchema.nullable(),
});

export const contentOf = ({ texts, cells }: Pick<BeforeImage, 'texts' | 'cells'>, row: number, column: number): Content => texts[cells[row]?.[column] ?? -1] ?? '';

function packed(live: LiveSheet): Pick<BeforeImage, 'texts' | 'cells'> {
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

/** Reads the view of the first rows and columns of a sheet. */
export const readView = (session: ExcelSession, name: string, rows: number, columns: number): Promise<SheetView> =>
  session.request((context) => {
    const sheet = sheetIn(context, name);
    sheet.load('tabColor,showGridlines');
    const widths = rangeIn(sheet, { row: 0, column: 0, rows: 1, columns: Math.max(1, columns) }).getColumnProperties({ format: { columnWidth: true } });
    const heights = rangeIn(sheet, { row: 0, column: 0, rows: Math.max(1, rows), columns: 1 }).getRowProperties({ format: { rowHeight: true } });
    return { sheet, widths, heights };
  }, ({ sheet, widths, heights }) => ({
    tabColor: sheet.tabColor, showGridlines: sheet.showGridlines,
    widths: widths.value.map(({ format }) => format?.columnWidth ?? 0), heights: heights.value.map(({ format }) => format?.rowHeight ?? 0),
  }));

const readPaper = (session: ExcelSession, name: string): Promise<Paper> =>
  session.request((context) => {
    const { pageLayout, horizontalPageBreaks } = sheetIn(context, name);
    const asked = {
      area: pageLayout.getPrintAreaOrNullObject().untrack(), titleRows: pageLayout.getPrintTitleRowsOrNullObject().untrack(), titleColumns: pageLayout.getPrintTitleColumnsOrNullObject().untrack(),
    };
    asked.area.load('address');
    asked.titleRows.load('address');
    asked.titleColumns.load('address');
    horizontalPageBreaks.load('items/rowIndex');
    return { ...asked, horizontalPageBreaks };
  }, ({ area, titleRows, titleColumns, horizontalPageBreaks }) => {
    const local = (range: { readonly isNullObject: boolean; readonly address: string }): string | null =>
      (range.isNullObject ? null : range.address.split(',').map((one) => one.slice(one.lastIndexOf('!') + 1)).join(','));
    return { area: local(area), titleRows: local(titleRows), titleColumns: local(titleColumns), breaks: horizontalPageBreaks.items.map(({ rowIndex }) => rowIndex) };
  });

/** What was looked up before a sheet is changed: the image to go back to, and what the change itself needs to know. */
export interface Captured {
  readonly image: BeforeImage;
  readonly formats: readonly LiveFormat[];
}

/** Reads what an update touches. It writes nothing but the fold of the groups, which it puts back. */
export async function captureSheet(session: ExcelSession, spec: SheetSpec, live: LiveSheet, layout: Layout | null, update: SheetUpdate): Promise<Captured> {
  const { name } = live.found;
  const looks = await readRowLooks(session, name, update.touchedRows, live.columns);
  const { target } = update.placement;
  const view = await readView(session, name, Math.max(live.rows, target.rows), Math.max(live.columns, target.columns));
  const formats = formatsDiffer(spec, layout, update.restructures) ? await readFormats(session, name) : null;
  const groups = groupsDiffer(spec, layout, update.restructures) && live.rows > 0 ? await readGroups(session, name, { rows: Math.max(live.rows, target.rows), columns: Math.max(1, live.columns, target.columns) }) : null;
  const own = formats ? ownFormats(formats, [...(layout?.parts.conditionalFormats ?? []), ...spec.conditionalFormats]) : new Set<string>();
  return {
    formats: formats ?? [],
    image: {
      name, rows: live.rows, columns: live.columns, ...packed(live),
      tables: live.tables.map(({ name: table, range, headers, totals }) => ({ name: table, row: range.row, column: range.column, rows: range.rows, headers, totals })),
      looks, view, groups,
      formats: formats && {
        own: formats.filter(({ id }) => own.has(id)).map(({ id: _id, ...format }) => format),
        others: formats.flatMap(({ id }, place): [string, number][] => (own.has(id) ? [] : [[id, place]])),
      },
      validations: layout ? liveValidations(layout.parts, live) : [],
      paper: await readPaper(session, name),
      layout,
    },
  };
}
