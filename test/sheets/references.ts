import type { CellSpec, SheetSpec } from '../../src/sheets/spec';
import { FormulaError, parseFormula } from '../../standin/calculator/parse';
import type { Expression } from '../../standin/calculator/syntax';

/** What formulas of a workbook may name, in lower case as Excel compares. */
interface Named {
  readonly sheets: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly columns: ReadonlyMap<string, ReadonlySet<string>>;
}

const lower = (texts: readonly string[]): ReadonlySet<string> => new Set(texts.map((text) => text.toLowerCase()));

const namedIn = (sheets: readonly SheetSpec[]): Named => ({
  sheets: lower(sheets.map(({ name }) => name)),
  names: lower(sheets.flatMap(({ names }) => names.map(({ name }) => name))),
  columns: new Map(
    sheets
      .flatMap(({ tables }) => tables)
      .map(({ name, columns }) => [name.toLowerCase(), lower(columns.map((column) => column.name))]),
  ),
});

const partsOf = (expression: Expression): readonly Expression[] => {
  switch (expression.kind) {
    case 'call':
      return expression.args;
    case 'unary':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'span':
      return [expression.from, expression.to];
    default:
      return [];
  }
};

function missingIn(expression: Expression, named: Named): readonly string[] {
  const below = partsOf(expression).flatMap((part) => missingIn(part, named));
  if (expression.kind === 'name' && !named.names.has(expression.name.toLowerCase())) return [...below, expression.name];
  if (expression.kind === 'reference' && expression.sheet !== null && !named.sheets.has(expression.sheet.toLowerCase()))
    return [...below, `${expression.sheet}!`];
  if (expression.kind !== 'structured') return below;
  const columns = named.columns.get(expression.table.toLowerCase());
  if (!columns) return [...below, `table ${expression.table}`];
  const { first, last } = expression.part.columns ?? {};
  return [
    ...below,
    ...[first, last].flatMap((column) =>
      column === undefined || columns.has(column.toLowerCase()) ? [] : [`${expression.table}[${column}]`],
    ),
  ];
}

const isFormula = (cell: CellSpec): cell is Extract<CellSpec, { formula: string }> =>
  cell !== null && typeof cell === 'object' && 'formula' in cell;

/** Every formula of a sheet: of cells, of columns and totals of tables, and of conditional formats. */
export const formulasOf = (sheet: SheetSpec): readonly string[] => [
  ...sheet.blocks.flatMap(({ cells }) => cells.flat().flatMap((cell) => (isFormula(cell) ? [cell.formula] : []))),
  ...sheet.tables.flatMap(({ columns }) =>
    columns.flatMap(({ formula, total }) => [formula ?? [], total && 'formula' in total ? total.formula : []].flat()),
  ),
  ...sheet.conditionalFormats.map(({ formula }) => formula),
];

/** Tables, columns, names and sheets that a formula, a list, a name or a chart speaks of and that the workbook does not have; [] when all is well. */
export function danglingReferences(sheets: readonly SheetSpec[]): readonly string[] {
  const named = namedIn(sheets);
  const found = new Set<string>();
  const add = (sheet: SheetSpec, what: string, missing: string): void =>
    void found.add(`${sheet.name}: ${missing} in ${what.slice(0, 120)}`);
  for (const sheet of sheets) {
    for (const formula of new Set(formulasOf(sheet))) {
      try {
        for (const missing of missingIn(parseFormula(formula), named)) add(sheet, formula, missing);
      } catch (error) {
        if (!(error instanceof FormulaError)) throw error;
        add(sheet, formula, error.message);
      }
    }
    for (const validation of sheet.validations)
      if (validation.kind === 'list' && !named.names.has(validation.source.toLowerCase()))
        add(sheet, `list of ${validation.title}`, validation.source);
    const ranges = [
      ...sheet.names.map(({ name, range }) => ({ what: name, range })),
      ...sheet.charts.flatMap(({ name, series }) =>
        series.flatMap(({ values, categories }) => [values, categories].map((range) => ({ what: name, range }))),
      ),
    ];
    for (const { what, range } of ranges)
      if (!named.sheets.has(range.sheet.toLowerCase())) add(sheet, what, `${range.sheet}!`);
  }
  return [...found];
}
