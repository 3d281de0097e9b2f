/**
 * The one registry of looks. A cell names its style; no host invents fonts, fills or number formats of its own. Number formats are in
 * Excel's en-US notation: Excel shows `#,##0` with the separators of the user's locale (1.234 in Dutch).
 */
export interface StyleSpec {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** In points; the default is DEFAULT_FONT.size. */
  readonly size?: number;
  /** RRGGBB */
  readonly color?: string;
  /** RRGGBB */
  readonly fill?: string;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  /** Steps of indentation. */
  readonly indent?: number;
  readonly border?: BorderSpec;
  /** Absent is General. Strings are always written as text ('@') whatever stands here. */
  readonly numberFormat?: string;
}

export interface BorderSpec {
  readonly top?: BorderLine;
  readonly bottom?: BorderLine;
}

export interface BorderLine {
  readonly line: 'thin' | 'medium' | 'double' | 'hair';
  /** RRGGBB */
  readonly color: string;
}

export const DEFAULT_FONT = { name: 'Calibri', size: 10 } as const;

/** Colours of the sheets, RRGGBB. Text on fill keeps a contrast of at least 4.5 to 1. */
export const COLORS = {
  ink: '1F2933',
  muted: '5B6770',
  brand: '1F4E5F',
  brandSoft: 'DCE9ED',
  band: 'F3F6F7',
  white: 'FFFFFF',
  link: '0B5CAD',
  negative: 'B42318',
  rule: 'B8C4CA',
  errorFill: 'FAD7D3',
  attentionFill: 'FCE9C2',
  infoFill: 'DCE9F7',
  input: 'FFFBE6',
} as const;

export const TEXT_FORMAT = '@';
/** Euro without decimals, negatives red; cents stay in the cell. */
export const EURO_FORMAT = '#,##0;[Red]-#,##0;0';
export const CENT_FORMAT = '#,##0.00;[Red]-#,##0.00;0.00';
export const PERCENT_FORMAT = '0.0%;[Red]-0.0%;0.0%';
/** A difference: the sign is what matters, and none at all shows as a dash. */
export const DIFFERENCE_FORMAT = '+#,##0.00;[Red]-#,##0.00;"–"';
export const EURO_DIFFERENCE_FORMAT = '+#,##0;[Red]-#,##0;"–"';
export const WHOLE_FORMAT = '0';
export const COUNT_FORMAT = '#,##0;-#,##0;"–"';
export const DATE_FORMAT = 'dd/mm/yyyy';

const rule = { line: 'thin', color: COLORS.rule } as const;
const strong = { line: 'thin', color: COLORS.brand } as const;
const hair = { line: 'hair', color: COLORS.rule } as const;

/** Cells of lists stand on a faint line, so that long rows can be followed. */
const list = { vertical: 'top', border: { bottom: hair } } as const;

const DEFINITIONS = {
  text: { ...list, numberFormat: TEXT_FORMAT },
  textMuted: { ...list, color: COLORS.muted, numberFormat: TEXT_FORMAT },
  /** Words beside a figure. */
  textIndented: { ...list, wrap: true, indent: 1, numberFormat: TEXT_FORMAT },
  textCentered: { ...list, horizontal: 'center', numberFormat: TEXT_FORMAT },
  textWrapped: { ...list, wrap: true, numberFormat: TEXT_FORMAT },
  textInput: { ...list, wrap: true, fill: COLORS.input, numberFormat: TEXT_FORMAT },
  textStrong: { ...list, bold: true, wrap: true, numberFormat: TEXT_FORMAT },
  /** Text and links outside lists, without their line. */
  plain: { vertical: 'center', numberFormat: TEXT_FORMAT },
  plainNumber: { vertical: 'center', horizontal: 'left', numberFormat: WHOLE_FORMAT },
  plainLink: { vertical: 'center', color: COLORS.link, underline: true },
  note: { color: COLORS.muted, vertical: 'center', numberFormat: TEXT_FORMAT },
  title: { bold: true, size: 16, color: COLORS.brand, vertical: 'center', numberFormat: TEXT_FORMAT },
  subtitle: { size: 11, color: COLORS.muted, vertical: 'center', numberFormat: TEXT_FORMAT },
  heading: { bold: true, size: 12, color: COLORS.brand, border: { bottom: strong }, numberFormat: TEXT_FORMAT },
  tableHead: {
    bold: true,
    color: COLORS.white,
    fill: COLORS.brand,
    wrap: true,
    vertical: 'center',
    numberFormat: TEXT_FORMAT,
  },
  tableHeadCentered: {
    bold: true,
    color: COLORS.white,
    fill: COLORS.brand,
    wrap: true,
    vertical: 'center',
    horizontal: 'center',
    numberFormat: TEXT_FORMAT,
  },
  tableHeadRight: {
    bold: true,
    color: COLORS.white,
    fill: COLORS.brand,
    wrap: true,
    vertical: 'center',
    horizontal: 'right',
    numberFormat: TEXT_FORMAT,
  },
  link: { ...list, color: COLORS.link, underline: true },
  /** A link beside figures. */
  sourceLink: { ...list, color: COLORS.link, underline: true, horizontal: 'center' },
  date: { ...list, horizontal: 'center', numberFormat: DATE_FORMAT },
  whole: { ...list, numberFormat: WHOLE_FORMAT },
  year: { ...list, horizontal: 'center', numberFormat: WHOLE_FORMAT },
  count: { ...list, numberFormat: COUNT_FORMAT },
  countTotal: { bold: true, border: { top: rule }, fill: COLORS.band, numberFormat: COUNT_FORMAT },
  euro: { ...list, numberFormat: EURO_FORMAT },
  euroMuted: { ...list, color: COLORS.muted, numberFormat: EURO_FORMAT },
  euroStrong: { ...list, bold: true, numberFormat: EURO_FORMAT },
  euroTotal: { bold: true, border: { top: rule }, fill: COLORS.band, numberFormat: EURO_FORMAT },
  cent: { ...list, numberFormat: CENT_FORMAT },
  numberLeft: { ...list, horizontal: 'left', numberFormat: '#,##0.##' },
  centMuted: { ...list, color: COLORS.muted, numberFormat: CENT_FORMAT },
  centTotal: { bold: true, border: { top: rule }, fill: COLORS.band, numberFormat: CENT_FORMAT },
  percent: { ...list, numberFormat: PERCENT_FORMAT },
  euroDifference: { ...list, color: COLORS.muted, numberFormat: EURO_DIFFERENCE_FORMAT },
  difference: { ...list, color: COLORS.muted, numberFormat: DIFFERENCE_FORMAT },
  tileLabel: { color: COLORS.muted, fill: COLORS.band, numberFormat: TEXT_FORMAT },
  tileEuro: {
    bold: true,
    size: 14,
    color: COLORS.brand,
    fill: COLORS.band,
    horizontal: 'left',
    numberFormat: EURO_FORMAT,
  },
  tilePercent: {
    bold: true,
    size: 14,
    color: COLORS.brand,
    fill: COLORS.band,
    horizontal: 'left',
    numberFormat: PERCENT_FORMAT,
  },
  tileCount: {
    bold: true,
    size: 14,
    color: COLORS.brand,
    fill: COLORS.band,
    horizontal: 'left',
    numberFormat: COUNT_FORMAT,
  },
  totalText: { bold: true, border: { top: rule }, fill: COLORS.band, numberFormat: TEXT_FORMAT },
  /** Rows of the printable schemas, from the heading of a section to a plain line. */
  schemaHead: {
    bold: true,
    color: COLORS.brand,
    fill: COLORS.brandSoft,
    wrap: true,
    vertical: 'center',
    border: { bottom: strong },
    numberFormat: TEXT_FORMAT,
  },
  /** Above words that follow a figure. */
  schemaHeadIndented: {
    bold: true,
    color: COLORS.brand,
    fill: COLORS.brandSoft,
    indent: 1,
    vertical: 'center',
    border: { bottom: strong },
    numberFormat: TEXT_FORMAT,
  },
  schemaHeadRight: {
    bold: true,
    color: COLORS.brand,
    fill: COLORS.brandSoft,
    wrap: true,
    vertical: 'center',
    horizontal: 'right',
    border: { bottom: strong },
    numberFormat: TEXT_FORMAT,
  },
  schemaLabel: { wrap: true, vertical: 'center', border: { bottom: hair }, numberFormat: TEXT_FORMAT },
  schemaLabel1: { wrap: true, vertical: 'center', indent: 1, border: { bottom: hair }, numberFormat: TEXT_FORMAT },
  schemaLabel2: { wrap: true, vertical: 'center', indent: 2, border: { bottom: hair }, numberFormat: TEXT_FORMAT },
  schemaLabel3: { wrap: true, vertical: 'center', indent: 3, border: { bottom: hair }, numberFormat: TEXT_FORMAT },
  schemaLabel4: { wrap: true, vertical: 'center', indent: 4, border: { bottom: hair }, numberFormat: TEXT_FORMAT },
  /** A text that may run on over the empty cells after it. */
  schemaLine: { vertical: 'center', border: { bottom: hair }, numberFormat: TEXT_FORMAT },
  schemaTotalLabel: {
    bold: true,
    wrap: true,
    vertical: 'center',
    fill: COLORS.band,
    border: { top: rule, bottom: rule },
    numberFormat: TEXT_FORMAT,
  },
  schemaEuro: { vertical: 'center', border: { bottom: hair }, numberFormat: EURO_FORMAT },
  schemaEuroTotal: {
    bold: true,
    vertical: 'center',
    fill: COLORS.band,
    border: { top: rule, bottom: rule },
    numberFormat: EURO_FORMAT,
  },
  schemaPrinted: { vertical: 'center', color: COLORS.muted, border: { bottom: hair }, numberFormat: EURO_FORMAT },
  schemaDifference: {
    vertical: 'center',
    color: COLORS.muted,
    border: { bottom: hair },
    numberFormat: DIFFERENCE_FORMAT,
  },
  schemaEuroDifference: {
    vertical: 'center',
    color: COLORS.muted,
    border: { bottom: hair },
    numberFormat: EURO_DIFFERENCE_FORMAT,
  },
  schemaCent: { vertical: 'center', border: { bottom: hair }, numberFormat: CENT_FORMAT },
  schemaCentTotal: {
    bold: true,
    vertical: 'center',
    fill: COLORS.band,
    border: { top: rule, bottom: rule },
    numberFormat: CENT_FORMAT,
  },
  schemaCentPrinted: { vertical: 'center', color: COLORS.muted, border: { bottom: hair }, numberFormat: CENT_FORMAT },
  schemaLink: {
    color: COLORS.link,
    underline: true,
    vertical: 'center',
    horizontal: 'center',
    border: { bottom: hair },
  },
} as const satisfies Readonly<Record<string, StyleSpec>>;

export type StyleName = keyof typeof DEFINITIONS;

export const STYLES: Readonly<Record<StyleName, StyleSpec>> = DEFINITIONS;
