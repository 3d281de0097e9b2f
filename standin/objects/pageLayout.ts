import type { HostContext } from '../protocol/context';
import { area, isEntireColumn, isEntireRow, MAX_COLUMNS, MAX_ROWS, type Area } from '../model/area';
import { nextGuid, type PageBreak, type Sheet } from '../model/book';
import { without } from '../model/records';
import { invalidArgument, itemNotFound } from '../model/errors';
import { hostClass, type Scalar } from '../protocol/hostClass';
import { booleanOf, given, numberOf, oneOf, rangeOf, recordOf, textOf } from './arguments';
import { rangeAreasObject, rangeObject } from './make';

/** How a sheet is printed. */
const ORIENTATION = ['Portrait', 'Landscape'] as const;
const PAPER = ['Letter', 'Legal', 'A3', 'A4', 'A5'] as const;
const PRINT_ORDER = ['DownThenOver', 'OverThenDown'] as const;
/** Longest header or footer, its codes included. */
const MAX_HEADER = 255;

const DEFAULTS: Readonly<Record<string, unknown>> = {
  Orientation: 'Portrait',
  PaperSize: 'A4',
  CenterHorizontally: false,
  CenterVertically: false,
  PrintGridlines: false,
  PrintHeadings: false,
  BlackAndWhite: false,
  DraftMode: false,
  PrintOrder: 'DownThenOver',
  LeftMargin: 50.4,
  RightMargin: 50.4,
  TopMargin: 54,
  BottomMargin: 54,
  HeaderMargin: 21.6,
  FooterMargin: 21.6,
  FirstPageNumber: '',
  Zoom: { scale: 100 },
};

const kept = (name: string, accept: (value: unknown) => unknown): Scalar<Sheet> => ({
  get: (sheet) => sheet.pageLayout.properties[name] ?? DEFAULTS[name],
  set: (sheet, value) => {
    const made = accept(value);
    const others = without(sheet.pageLayout.properties, name);
    sheet.pageLayout.properties =
      JSON.stringify(made) === JSON.stringify(DEFAULTS[name]) ? others : { ...others, [name]: made };
  },
});

const yesNo = (name: string): Scalar<Sheet> => kept(name, (value) => booleanOf(value, name));
const points = (name: string): Scalar<Sheet> =>
  kept(name, (value) => {
    const margin = numberOf(value, name);
    if (margin < 0) throw invalidArgument(`${name} ${margin}`);
    return margin;
  });

/** Either a scale of 10 to 400 percent, or pages across and down; null leaves a side free. */
function zoomOf(value: unknown): unknown {
  const zoom = recordOf(value, 'zoom');
  if (given(zoom.scale)) {
    const scale = numberOf(zoom.scale, 'scale');
    if (scale < 10 || scale > 400) throw invalidArgument(`scale ${scale}`);
    return { scale };
  }
  const pages = (side: unknown, name: string): Record<string, number> => {
    if (!given(side)) return {};
    const count = numberOf(side, name);
    if (!Number.isInteger(count) || count < 1 || count > 32_767) throw invalidArgument(`${name} ${count}`);
    return { [name]: count };
  };
  return {
    ...pages(zoom.horizontalFitToPages, 'horizontalFitToPages'),
    ...pages(zoom.verticalFitToPages, 'verticalFitToPages'),
  };
}

const HEADER_PARTS = [
  'LeftHeader',
  'CenterHeader',
  'RightHeader',
  'LeftFooter',
  'CenterFooter',
  'RightFooter',
] as const;

const headerFooter = hostClass<Sheet>({
  name: 'HeaderFooter',
  scalars: Object.fromEntries(
    HEADER_PARTS.map((name): [string, Scalar<Sheet>] => [
      name,
      {
        get: (sheet) => sheet.pageLayout.headersFooters[name] ?? '',
        set: (sheet, value) => {
          const text = textOf(value, name);
          if (text.length > MAX_HEADER) throw invalidArgument(`${name} of ${text.length} characters`);
          const others = without(sheet.pageLayout.headersFooters, name);
          sheet.pageLayout.headersFooters = text === '' ? others : { ...others, [name]: text };
        },
      },
    ]),
  ),
});

const headersFooters = hostClass<Sheet>({
  name: 'HeaderFooterGroup',
  children: { DefaultForAllPages: (sheet, context) => headerFooter(sheet, context) },
});

function own(value: unknown, sheet: Sheet, context: HostContext): readonly Area[] {
  const range = rangeOf(value, sheet, context);
  if (range.sheet !== sheet) throw invalidArgument('a print range lies on its own sheet');
  return range.areas;
}

function firstOf(areas: readonly Area[]): Area {
  const [first] = areas;
  if (first === undefined) throw invalidArgument('no cells');
  return first;
}

export const pageLayout = hostClass<Sheet>({
  name: 'PageLayout',
  scalars: {
    Orientation: kept('Orientation', (value) => oneOf(value, ORIENTATION, 'orientation')),
    PaperSize: kept('PaperSize', (value) => oneOf(value, PAPER, 'paperSize')),
    PrintOrder: kept('PrintOrder', (value) => oneOf(value, PRINT_ORDER, 'printOrder')),
    Zoom: kept('Zoom', zoomOf),
    CenterHorizontally: yesNo('CenterHorizontally'),
    CenterVertically: yesNo('CenterVertically'),
    PrintGridlines: yesNo('PrintGridlines'),
    PrintHeadings: yesNo('PrintHeadings'),
    BlackAndWhite: yesNo('BlackAndWhite'),
    DraftMode: yesNo('DraftMode'),
    LeftMargin: points('LeftMargin'),
    RightMargin: points('RightMargin'),
    TopMargin: points('TopMargin'),
    BottomMargin: points('BottomMargin'),
    HeaderMargin: points('HeaderMargin'),
    FooterMargin: points('FooterMargin'),
  },
  children: { HeadersFooters: (sheet, context) => headersFooters(sheet, context) },
  methods: {
    SetPrintArea: (sheet, [range], context) => {
      sheet.pageLayout.printAreas = [...own(range, sheet, context)];
    },
    SetPrintTitleRows: (sheet, [range], context) => {
      const at = firstOf(own(range, sheet, context));
      if (!isEntireRow(at)) throw invalidArgument('title rows are whole rows');
      sheet.pageLayout.titleRows = at;
    },
    SetPrintTitleColumns: (sheet, [range], context) => {
      const at = firstOf(own(range, sheet, context));
      if (!isEntireColumn(at)) throw invalidArgument('title columns are whole columns');
      sheet.pageLayout.titleColumns = at;
    },
    GetPrintAreaOrNullObject: (sheet, _args, context) =>
      sheet.pageLayout.printAreas.length === 0 ? null : rangeAreasObject(context, sheet, sheet.pageLayout.printAreas),
    GetPrintTitleRowsOrNullObject: (sheet, _args, context) =>
      sheet.pageLayout.titleRows === null ? null : rangeObject(context, sheet, sheet.pageLayout.titleRows),
    GetPrintTitleColumnsOrNullObject: (sheet, _args, context) =>
      sheet.pageLayout.titleColumns === null ? null : rangeObject(context, sheet, sheet.pageLayout.titleColumns),
  },
});

interface Breaks {
  readonly sheet: Sheet;
  readonly axis: 'rows' | 'columns';
}

const listOf = ({ sheet, axis }: Breaks): PageBreak[] => (axis === 'rows' ? sheet.rowBreaks : sheet.columnBreaks);
const setList = ({ sheet, axis }: Breaks, list: PageBreak[]): void => {
  if (axis === 'rows') sheet.rowBreaks = list;
  else sheet.columnBreaks = list;
};

const pageBreak = hostClass<Breaks & { readonly one: PageBreak }>({
  name: 'PageBreak',
  identity: ({ one }) => ({ _Id: one.id }),
  scalars: {
    RowIndex: { get: ({ axis, one }) => (axis === 'rows' ? one.at : 0) },
    ColumnIndex: { get: ({ axis, one }) => (axis === 'columns' ? one.at : 0) },
  },
  methods: {
    Delete: (target) =>
      setList(
        target,
        listOf(target).filter((one) => one !== target.one),
      ),
    GetCellAfterBreak: ({ sheet, axis, one }, _args, context) =>
      rangeObject(context, sheet, axis === 'rows' ? area(one.at, 0) : area(0, one.at)),
  },
});

export const pageBreaks = hostClass<Breaks>({
  name: 'PageBreakCollection',
  items: (breaks, context) => listOf(breaks).map((one) => pageBreak({ ...breaks, one }, context)),
  item: (breaks, key, context) => {
    const one = listOf(breaks).find(({ id }) => id === key);
    if (one === undefined) throw itemNotFound(`page break ${String(key)}`);
    return pageBreak({ ...breaks, one }, context);
  },
  methods: {
    Add: (breaks, [range], context) => {
      const at = firstOf(own(range, breaks.sheet, context));
      const place = breaks.axis === 'rows' ? at.row : at.column;
      if (place === 0 || place >= (breaks.axis === 'rows' ? MAX_ROWS : MAX_COLUMNS))
        throw invalidArgument('a page break before the first line');
      const known = listOf(breaks).find((one) => one.at === place);
      const one = known ?? { id: nextGuid(context.book), at: place };
      if (known === undefined) listOf(breaks).push(one);
      return pageBreak({ ...breaks, one }, context);
    },
    GetCount: (breaks) => listOf(breaks).length,
    RemovePageBreaks: (breaks) => setList(breaks, []),
  },
});
