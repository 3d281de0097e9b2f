import type { Book } from '../model/book';
import { namedRange, referencedRange, structuredRange, type Site } from './evaluation';
import { FormulaError, parseFormula } from './parse';
import type { Expression } from './syntax';
import type { RangeValue } from './value';

/** The namespace of the functions in the manifest. */
const NAMESPACE = 'PLAN.';

/** A call of a custom function as Excel hands it to the add-in. */
export interface CustomCall {
  readonly id: string;
  readonly args: readonly unknown[];
}

const cellsOf = ({ sheet, area: { row, column, rows, columns } }: RangeValue): unknown[][] =>
  Array.from({ length: rows }, (_, at) =>
    Array.from({ length: columns }, (__, across) => sheet.cells[row + at]?.[column + across]?.value ?? ''),
  );

function argument(book: Book, expression: Expression, site: Site): unknown {
  switch (expression.kind) {
    case 'constant':
      return expression.value;
    case 'reference':
      return rangeOrError(referencedRange(book, expression.sheet, expression.area, site));
    case 'structured':
      return rangeOrError(structuredRange(book, expression.table, expression.part, site));
    case 'name':
      return rangeOrError(namedRange(book, expression.name));
    default:
      throw new FormulaError('only constants and references are handed to a custom function here');
  }
}

function rangeOrError(range: RangeValue | null): unknown[][] {
  if (range === null) throw new FormulaError('a reference that leads nowhere');
  return cellsOf(range);
}

/** Is it a formula that begins with a function of ours? */
export const isCustomFormula = (formula: string | null): boolean =>
  formula !== null && /^=\s*PLAN\.\w+\(/i.test(formula);

/** The call a formula is, when it is one call of a function of ours and nothing else; null for any other formula. Throws FormulaError for a call that cannot be made. */
export function customCall(book: Book, formula: string, site: Site): CustomCall | null {
  if (!isCustomFormula(formula)) return null;
  const expression = parseFormula(formula);
  if (expression.kind !== 'call' || !expression.name.startsWith(NAMESPACE)) return null;
  return {
    id: expression.name.slice(NAMESPACE.length),
    args: expression.args.map((each) => argument(book, each, site)),
  };
}
