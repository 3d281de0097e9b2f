import type { HostContext } from '../protocol/context';
import { checkAllowed } from './edits';
import { area, formatAddress, type Area } from '../model/area';
import {
  columnState,
  formatAt,
  putCell,
  rowState,
  STANDARD_HEIGHT,
  STANDARD_WIDTH,
  cellAt,
  type Sheet,
} from '../model/book';
import { formatChange, intern, type CellFormat, type Edge, type EdgeName } from '../model/format';
import { invalidArgument, HostError, notImplemented, WRONG_DIMENSIONS } from '../model/errors';
import type { RangeTarget } from '../protocol/hostClass';
import { booleanOf, colorOf, given, numberOf, oneOf, recordOf, soleArea } from './arguments';
import { BORDER_STYLE, BORDER_WEIGHT, changeEdge } from './borders';
import { ACCEPT, setColumnWidth, setRowHeight } from './rangeFormat';

/** Looks of many cells in one call: getCellProperties and setCellProperties, and the same for rows and columns (ExcelApi 1.9). */
type Tree = Readonly<Record<string, unknown>>;
type FormatKey = Exclude<keyof CellFormat, 'edges'>;

/** Where each property of a format stands in the tree. */
const PATHS: readonly (readonly [path: string, key: FormatKey])[] = [
  ['fill/color', 'fill'],
  ['font/bold', 'bold'],
  ['font/color', 'fontColor'],
  ['font/italic', 'italic'],
  ['font/name', 'fontName'],
  ['font/size', 'fontSize'],
  ['font/strikethrough', 'strikethrough'],
  ['font/underline', 'underline'],
  ['horizontalAlignment', 'horizontal'],
  ['verticalAlignment', 'vertical'],
  ['wrapText', 'wrap'],
  ['indentLevel', 'indent'],
  ['shrinkToFit', 'shrinkToFit'],
  ['textOrientation', 'textOrientation'],
  ['protection/locked', 'locked'],
  ['protection/formulaHidden', 'formulaHidden'],
];
const BORDER_SIDES: Readonly<Record<string, EdgeName>> = {
  bottom: 'EdgeBottom',
  top: 'EdgeTop',
  left: 'EdgeLeft',
  right: 'EdgeRight',
  diagonalDown: 'DiagonalDown',
  diagonalUp: 'DiagonalUp',
};

const valueAt = (tree: Tree | undefined, path: string): unknown =>
  path
    .split('/')
    .reduce<unknown>((at, name) => (typeof at === 'object' && at !== null ? (at as Tree)[name] : undefined), tree);

function leavesOf(tree: Tree, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? leavesOf(value as Tree, `${prefix}${key}/`)
      : [`${prefix}${key}`],
  );
}

const KNOWN = new Set(PATHS.map(([path]) => path));

function checkKnown(format: Tree): void {
  for (const path of leavesOf(format)) {
    if (
      KNOWN.has(path) ||
      path === 'fill/pattern' ||
      path === 'protection' ||
      path.startsWith('borders/') ||
      path === 'columnWidth' ||
      path === 'rowHeight'
    )
      continue;
    throw notImplemented(`format property ${path} in cell properties`);
  }
}

function edgeChange(value: unknown, side: string): Partial<Edge> {
  const border = recordOf(value, `border ${side}`);
  return {
    ...(given(border.style) ? { style: oneOf(border.style, BORDER_STYLE, 'border style') } : {}),
    ...(given(border.weight) ? { weight: oneOf(border.weight, BORDER_WEIGHT, 'border weight') } : {}),
    ...(given(border.color) ? { color: colorOf(border.color, 'border colour') } : {}),
  };
}

/** The format that a tree of properties makes of another. Style comes before weight and colour, so that None clears. */
export function applyTree(format: CellFormat, tree: Tree): CellFormat {
  let next: Record<string, unknown> = { ...format };
  for (const [path, key] of PATHS) {
    const value = valueAt(tree, path);
    if (given(value)) next = { ...next, [key]: ACCEPT[key](value) };
  }
  if (valueAt(tree, 'fill/pattern') === 'None') next = { ...next, fill: '' };
  let made = next as unknown as CellFormat;
  const borders = valueAt(tree, 'borders');
  if (given(borders)) {
    for (const [side, value] of Object.entries(recordOf(borders, 'borders'))) {
      const edge = BORDER_SIDES[side];
      if (edge === undefined) throw notImplemented(`border ${side} in cell properties`);
      if (given(value)) made = changeEdge(made, edge, edgeChange(value, side));
    }
  }
  return made;
}

const noEdge: Edge = { style: 'None', weight: 'Thin', color: '#000000' };

function readTree(format: CellFormat, wanted: Tree): Tree {
  const answer: Record<string, unknown> = {};
  const put = (path: string, value: unknown): void => {
    const names = path.split('/');
    const last = names.pop() ?? '';
    let at = answer;
    for (const name of names) at = (at[name] ??= {}) as Record<string, unknown>;
    at[last] = value;
  };
  for (const [path, key] of PATHS) if (valueAt(wanted, path) === true) put(path, format[key]);
  if (valueAt(wanted, 'protection') === true)
    put('protection', { locked: format.locked, formulaHidden: format.formulaHidden });
  if (valueAt(wanted, 'fill/pattern') === true) put('fill/pattern', format.fill === '' ? 'None' : 'Solid');
  for (const part of ['style', 'weight', 'color'] as const) {
    if (valueAt(wanted, `borders/${part}`) !== true) continue;
    for (const [side, edge] of Object.entries(BORDER_SIDES))
      put(`borders/${side}/${part}`, (format.edges[edge] ?? noEdge)[part]);
  }
  return answer;
}

function treesOf(value: unknown, at: Area): readonly (readonly unknown[])[] {
  if (
    !Array.isArray(value) ||
    value.length !== at.rows ||
    value.some((row) => !Array.isArray(row) || row.length !== at.columns)
  ) {
    throw new HostError('InvalidArgument', WRONG_DIMENSIONS);
  }
  return value as readonly (readonly unknown[])[];
}

function setCellProperties(target: RangeTarget, [value]: readonly unknown[]): void {
  const at = soleArea(target);
  checkAllowed(target.sheet, 'allowFormatCells');
  const changes = new Map<string, (format: CellFormat) => CellFormat>();
  treesOf(value, at).forEach((row, down) =>
    row.forEach((properties, right) => {
      if (!given(properties)) return;
      const tree = recordOf(properties, 'cell properties').format;
      if (!given(tree)) return;
      const format = recordOf(tree, 'format');
      const key = JSON.stringify(format);
      let change = changes.get(key);
      if (change === undefined) {
        checkKnown(format);
        change = formatChange((before) => applyTree(before, format));
        changes.set(key, change);
      }
      const cell = cellAt(target.sheet, at.row + down, at.column + right);
      putCell(target.sheet, at.row + down, at.column + right, {
        ...cell,
        format: change(formatAt(target.sheet, at.row + down, at.column + right)),
      });
    }),
  );
}

function getCellProperties(target: RangeTarget, [options]: readonly unknown[]): unknown {
  const at = soleArea(target);
  const wanted = recordOf(options, 'load options');
  const format = given(wanted.format) ? recordOf(wanted.format, 'format') : null;
  if (format !== null) checkKnown(format);
  const made = new Map<CellFormat, Tree>();
  const treeFor = (looks: CellFormat): Tree => {
    const shared = intern(looks);
    const known = made.get(shared);
    if (known !== undefined) return known;
    const tree = readTree(shared, format ?? {});
    made.set(shared, tree);
    return tree;
  };
  return Array.from({ length: at.rows }, (_, down) =>
    Array.from({ length: at.columns }, (_cell, right) => ({
      ...(wanted.address === true ? { address: addressAt(target.sheet, at.row + down, at.column + right) } : {}),
      ...(format === null ? {} : { format: treeFor(formatAt(target.sheet, at.row + down, at.column + right)) }),
    })),
  );
}

const addressAt = (sheet: Sheet, row: number, column: number): string => formatAddress(sheet.name, area(row, column));

function lineProperties(value: unknown, size: number): readonly unknown[] {
  if (!Array.isArray(value) || value.length !== size) throw new HostError('InvalidArgument', WRONG_DIMENSIONS);
  return value as readonly unknown[];
}

function setLine(target: RangeTarget, value: unknown, size: number, axis: 'rows' | 'columns'): void {
  const at = soleArea(target);
  lineProperties(value, size).forEach((properties, index) => {
    if (!given(properties)) return;
    const tree = recordOf(properties, 'properties');
    const lineAt =
      axis === 'rows' ? { ...at, row: at.row + index, rows: 1 } : { ...at, column: at.column + index, columns: 1 };
    const hidden = axis === 'rows' ? tree.rowHidden : tree.columnHidden;
    if (given(hidden))
      (axis === 'rows' ? rowState(target.sheet, lineAt.row) : columnState(target.sheet, lineAt.column)).hidden =
        booleanOf(hidden, 'hidden');
    if (!given(tree.format)) return;
    const format = recordOf(tree.format, 'format');
    const measure = axis === 'rows' ? format.rowHeight : format.columnWidth;
    if (given(measure) && axis === 'rows') setRowHeight(target.sheet, lineAt, numberOf(measure, 'row height'));
    if (given(measure) && axis === 'columns') setColumnWidth(target.sheet, lineAt, numberOf(measure, 'column width'));
    if (Object.keys(format).some((key) => key !== 'rowHeight' && key !== 'columnWidth'))
      throw invalidArgument('looks of whole lines are set by cells');
  });
}

function getLine(target: RangeTarget, options: unknown, axis: 'rows' | 'columns'): unknown {
  const at = soleArea(target);
  const wanted = recordOf(options, 'load options');
  const format = given(wanted.format) ? recordOf(wanted.format, 'format') : {};
  const size = axis === 'rows' ? at.rows : at.columns;
  return Array.from({ length: size }, (_, index) => {
    if (axis === 'rows') {
      const state = target.sheet.rows.get(at.row + index);
      return {
        ...(wanted.rowHidden === true ? { rowHidden: state?.hidden ?? false } : {}),
        ...(format.rowHeight === true ? { format: { rowHeight: state?.height ?? STANDARD_HEIGHT } } : {}),
      };
    }
    const state = target.sheet.columns.get(at.column + index);
    return {
      ...(wanted.columnHidden === true ? { columnHidden: state?.hidden ?? false } : {}),
      ...(format.columnWidth === true ? { format: { columnWidth: state?.width ?? STANDARD_WIDTH } } : {}),
    };
  });
}

export const CELL_PROPERTY_METHODS: Readonly<
  Record<string, (target: RangeTarget, args: readonly unknown[], context: HostContext) => unknown>
> = {
  SetCellProperties: setCellProperties,
  GetCellProperties: getCellProperties,
  SetRowProperties: (target, [value]) => setLine(target, value, soleArea(target).rows, 'rows'),
  SetColumnProperties: (target, [value]) => setLine(target, value, soleArea(target).columns, 'columns'),
  GetRowProperties: (target, [options]) => getLine(target, options, 'rows'),
  GetColumnProperties: (target, [options]) => getLine(target, options, 'columns'),
};
