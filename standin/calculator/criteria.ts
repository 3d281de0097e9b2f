import { compare, isError, type ErrorValue, type Scalar } from './value';

/** What SUMIFS and the like ask of a cell. equals: by key, so that it can be looked up; otherwise by trying. */
export type Criterion =
  | { readonly kind: 'equals'; readonly key: string }
  | { readonly kind: 'test'; readonly test: (value: Scalar) => boolean };

const COMPARISON = /^(<>|<=|>=|=|<|>)(.*)$/s;

/** The key by which equal cells are found: text in any case, numbers also when written as text; empty cells have none. */
export function keyOf(value: Scalar): string | null {
  if (value === null || isError(value)) return null;
  if (typeof value === 'string') {
    const number = asNumber(value);
    return number === null ? `t${value.toLowerCase()}` : `n${number}`;
  }
  return typeof value === 'number' ? `n${value}` : `b${String(value)}`;
}

function asNumber(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '' || !/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(trimmed)) return null;
  return Number(trimmed);
}

function wildcard(pattern: string): RegExp {
  const source = pattern.replace(
    /~([?*~])|([?*])|[.+^${}()|[\]\\/-]/g,
    (sign, escaped: string | undefined, wild: string | undefined) => {
      if (escaped !== undefined) return `\\${escaped}`;
      if (wild === '*') return '[\\s\\S]*';
      return wild === '?' ? '[\\s\\S]' : `\\${sign}`;
    },
  );
  return new RegExp(`^${source}$`, 'i');
}

const EMPTY_TEST = (value: Scalar): boolean => value === null || value === '';

/** Reads a criterion as SUMIFS and COUNTIFS do: a value, or an operator with a value in a text. */
export function criterionOf(wanted: Scalar): Criterion | ErrorValue {
  if (isError(wanted)) return wanted;
  // An empty criterion cell counts as 0.
  if (wanted === null) return { kind: 'equals', key: 'n0' };
  if (typeof wanted !== 'string') return { kind: 'equals', key: keyOf(wanted) ?? '' };
  const [, operator = '', operand = wanted] = COMPARISON.exec(wanted) ?? [];
  if (operator === '' || operator === '=') {
    if (operand === '')
      return operator === '' ? { kind: 'test', test: EMPTY_TEST } : { kind: 'test', test: (value) => value === null };
    if (/[?*~]/.test(operand)) {
      const pattern = wildcard(operand);
      return { kind: 'test', test: (value) => typeof value === 'string' && pattern.test(value) };
    }
    return { kind: 'equals', key: keyOf(operand) ?? '' };
  }
  return { kind: 'test', test: comparisonTest(operator, operand) };
}

function comparisonTest(operator: string, operand: string): (value: Scalar) => boolean {
  const number = asNumber(operand);
  const holds: Readonly<Record<string, (order: number) => boolean>> = {
    '<': (order) => order < 0,
    '<=': (order) => order <= 0,
    '>': (order) => order > 0,
    '>=': (order) => order >= 0,
  };
  if (operator === '<>') {
    if (operand === '') return (value) => value !== null;
    if (number === null && /[?*~]/.test(operand)) {
      const pattern = wildcard(operand);
      return (value) => !(typeof value === 'string' && pattern.test(value));
    }
    const key = keyOf(operand);
    return (value) => keyOf(value) !== key;
  }
  const test = holds[operator];
  return (value) => {
    if (value === null || isError(value) || test === undefined) return false;
    if (number === null) return typeof value === 'string' && test(compare(value, operand));
    return typeof value === 'number' && test(value - number);
  };
}
