import { dress } from './edits';
import type { HostContext } from '../protocol/context';
import type { Area } from '../model/area';
import { formatAt } from '../model/book';
import type { CellFormat, Edge, EdgeName } from '../model/format';
import { without } from '../model/records';
import { hostClass, type HostObject, type RangeTarget } from '../protocol/hostClass';
import { colorOf, integerOf, oneOf } from './arguments';

/** Borders of a range: the outer edges, the lines between its cells, the diagonals. */
export const BORDER_INDEX = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
] as const;
type BorderIndex = (typeof BORDER_INDEX)[number];

export const BORDER_STYLE = [
  'None',
  'Continuous',
  'Dash',
  'DashDot',
  'DashDotDot',
  'Dot',
  'Double',
  'SlantDashDot',
] as const;
export const BORDER_WEIGHT = ['Hairline', 'Thin', 'Medium', 'Thick'] as const;

interface Border {
  readonly range: RangeTarget;
  readonly index: BorderIndex;
}

/** The strips of cells that carry a border, and on which side of the cell it stands. */
function stripsOf(at: Area, index: BorderIndex): { strip: Area; edge: EdgeName }[] {
  const last = { row: at.row + at.rows - 1, column: at.column + at.columns - 1 };
  switch (index) {
    case 'EdgeTop':
      return [{ strip: { ...at, rows: 1 }, edge: 'EdgeTop' }];
    case 'EdgeBottom':
      return [{ strip: { ...at, row: last.row, rows: 1 }, edge: 'EdgeBottom' }];
    case 'EdgeLeft':
      return [{ strip: { ...at, columns: 1 }, edge: 'EdgeLeft' }];
    case 'EdgeRight':
      return [{ strip: { ...at, column: last.column, columns: 1 }, edge: 'EdgeRight' }];
    case 'InsideHorizontal':
      return at.rows < 2 ? [] : [{ strip: { ...at, rows: at.rows - 1 }, edge: 'EdgeBottom' }];
    case 'InsideVertical':
      return at.columns < 2 ? [] : [{ strip: { ...at, columns: at.columns - 1 }, edge: 'EdgeRight' }];
    default:
      return [{ strip: at, edge: index }];
  }
}

const NO_EDGE: Edge = { style: 'None', weight: 'Thin', color: '#000000' };

/** A border takes shape as its style, weight and colour are set one by one; style None takes it away. */
export function changeEdge(format: CellFormat, edge: EdgeName, change: Partial<Edge>): CellFormat {
  const before = format.edges[edge] ?? NO_EDGE;
  const after = { ...before, ...change };
  if (change.style === undefined && before.style === 'None') after.style = 'Continuous';
  const rest = without(format.edges, edge);
  return { ...format, edges: after.style === 'None' ? rest : { ...rest, [edge]: after } };
}

function setBorder({ range, index }: Border, change: Partial<Edge>, context: HostContext): void {
  for (const at of range.areas) {
    for (const { strip, edge } of stripsOf(at, index))
      dress(context, range.sheet, strip, (format) => changeEdge(format, edge, change));
  }
}

function readBorder({ range, index }: Border, take: (edge: Edge) => string): string | null {
  let found: string | undefined;
  for (const at of range.areas) {
    for (const { strip, edge } of stripsOf(at, index)) {
      for (let row = strip.row; row < strip.row + strip.rows; row += 1) {
        for (let column = strip.column; column < strip.column + strip.columns; column += 1) {
          const value = take(formatAt(range.sheet, row, column).edges[edge] ?? NO_EDGE);
          if (found !== undefined && found !== value) return null;
          found = value;
        }
      }
    }
  }
  return found ?? take(NO_EDGE);
}

const rangeBorder = hostClass<Border>({
  name: 'RangeBorder',
  identity: ({ index }) => ({ Id: index }),
  scalars: {
    SideIndex: { get: ({ index }) => index },
    Style: {
      get: (border) => readBorder(border, (edge) => edge.style),
      set: (border, value, context) =>
        setBorder(border, { style: oneOf(value, BORDER_STYLE, 'border style') }, context),
    },
    Weight: {
      get: (border) => readBorder(border, (edge) => edge.weight),
      set: (border, value, context) =>
        setBorder(border, { weight: oneOf(value, BORDER_WEIGHT, 'border weight') }, context),
    },
    Color: {
      get: (border) => readBorder(border, (edge) => edge.color),
      set: (border, value, context) => setBorder(border, { color: colorOf(value, 'border colour') }, context),
    },
  },
});

const borderOf = (range: RangeTarget, key: unknown, context: HostContext): HostObject =>
  rangeBorder({ range, index: oneOf(key, BORDER_INDEX, 'border') }, context);

export const rangeBorders = hostClass<RangeTarget>({
  name: 'RangeBorderCollection',
  scalars: { Count: { get: () => BORDER_INDEX.length } },
  item: borderOf,
  items: (range, context) => BORDER_INDEX.map((index) => borderOf(range, index, context)),
  methods: { GetItemAt: (range, [at], context) => borderOf(range, BORDER_INDEX[integerOf(at, 'index')], context) },
});
