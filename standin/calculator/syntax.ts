import type { Area } from '../model/area';

/** A formula as a tree. References are absolute: formulas here belong to one cell and are parsed again when that cell moves. */
export type Expression =
  | { readonly kind: 'constant'; readonly value: string | number | boolean | null }
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'reference'; readonly sheet: string | null; readonly area: Area }
  | { readonly kind: 'structured'; readonly table: string; readonly part: StructuredPart }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  /** The cells from one reference to another, `INDEX(..):INDEX(..)`. */
  | { readonly kind: 'span'; readonly from: Expression; readonly to: Expression }
  | { readonly kind: 'unary'; readonly operator: '+' | '-' | '%'; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    };

export const BINARY_OPERATORS = ['=', '<>', '<', '<=', '>', '>=', '&', '+', '-', '*', '/', '^'] as const;
export type BinaryOperator = (typeof BINARY_OPERATORS)[number];

/** Which rows and columns of a table a structured reference means; columns null are all of them. */
export interface StructuredPart {
  readonly rows: 'body' | 'all' | 'headers' | 'totals' | 'this';
  readonly columns: { readonly first: string; readonly last: string } | null;
}

const ITEMS: Readonly<Record<string, StructuredPart['rows']>> = {
  '#all': 'all',
  '#data': 'body',
  '#headers': 'headers',
  '#totals': 'totals',
  '#this row': 'this',
};

const unescape = (name: string): string => name.replace(/'(.)/g, '$1').trim();

/** Cuts at a separator outside brackets; `'` escapes the sign after it. */
function cut(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "'") at += 1;
    else if (sign === '[') depth += 1;
    else if (sign === ']') depth -= 1;
    else if (sign === separator && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}

const bare = (text: string): string => text.trim().replace(/^\[(.*)\]$/s, '$1');

/** Reads what stands between the brackets of a structured reference: `Col`, `@Col`, `[#This Row],[Col]`, `[A]:[B]`, `#Headers`. */
export function parseStructured(item: string): StructuredPart {
  const text = item.trim();
  if (text.startsWith('@')) return { rows: 'this', columns: columnsOf(text.slice(1)) };
  let rows: StructuredPart['rows'] = 'body';
  let columns: StructuredPart['columns'] = null;
  for (const part of cut(text, ',')) {
    const keyword = ITEMS[bare(part).toLowerCase()];
    if (keyword !== undefined) rows = keyword;
    else if (part.trim() !== '') columns = columnsOf(part);
  }
  return { rows, columns };
}

function columnsOf(text: string): StructuredPart['columns'] {
  const [first = '', last = first] = cut(text.trim(), ':').map((name) => unescape(bare(name)));
  return first === '' ? null : { first, last };
}
