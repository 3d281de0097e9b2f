/** The look of a cell. Formats are immutable and shared: equal looks are one object, so a big block costs one format. */
export interface Edge {
  readonly style: string;
  readonly weight: string;
  /** #RRGGBB */
  readonly color: string;
}

export const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'DiagonalDown', 'DiagonalUp'] as const;
export type EdgeName = (typeof EDGES)[number];

export interface CellFormat {
  readonly numberFormat: string;
  readonly fontName: string;
  readonly fontSize: number;
  /** #RRGGBB */
  readonly fontColor: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: string;
  readonly strikethrough: boolean;
  /** #RRGGBB, or '' without a fill. */
  readonly fill: string;
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrap: boolean;
  readonly indent: number;
  readonly textOrientation: number;
  readonly shrinkToFit: boolean;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  readonly edges: Readonly<Partial<Record<EdgeName, Edge>>>;
}

/** A new workbook of Excel in Dutch or English: Calibri 11 (Aptos Narrow 11 in the newest builds). */
export const DEFAULT_FORMAT: CellFormat = {
  numberFormat: 'General',
  fontName: 'Calibri',
  fontSize: 11,
  fontColor: '#000000',
  bold: false,
  italic: false,
  underline: 'None',
  strikethrough: false,
  fill: '',
  horizontal: 'General',
  vertical: 'Bottom',
  wrap: false,
  indent: 0,
  textOrientation: 0,
  shrinkToFit: false,
  locked: true,
  formulaHidden: false,
  edges: {},
};

const pool = new Map<string, CellFormat>([[keyOf(DEFAULT_FORMAT), DEFAULT_FORMAT]]);

function keyOf(format: CellFormat): string {
  const edges = EDGES.map((name) => {
    const edge = format.edges[name];
    return edge === undefined ? '' : `${edge.style}/${edge.weight}/${edge.color}`;
  });
  return [
    format.numberFormat,
    format.fontName,
    format.fontSize,
    format.fontColor,
    format.bold,
    format.italic,
    format.underline,
    format.strikethrough,
    format.fill,
    format.horizontal,
    format.vertical,
    format.wrap,
    format.indent,
    format.textOrientation,
    format.shrinkToFit,
    format.locked,
    format.formulaHidden,
    ...edges,
  ].join('\u0001');
}

/** The shared object for this look. */
export function intern(format: CellFormat): CellFormat {
  const key = keyOf(format);
  const known = pool.get(key);
  if (known !== undefined) return known;
  pool.set(key, format);
  return format;
}

/** A change of looks that remembers what it made of each format it has met. */
export function formatChange(change: (format: CellFormat) => CellFormat): (format: CellFormat) => CellFormat {
  const made = new Map<CellFormat, CellFormat>();
  return (format) => {
    const known = made.get(format);
    if (known !== undefined) return known;
    const next = intern(change(format));
    made.set(format, next);
    return next;
  };
}
