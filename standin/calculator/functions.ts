import type { Evaluation } from './evaluation';
import type { Expression } from './syntax';
import {
  BAD_NUMBER,
  BAD_VALUE,
  DIVIDED_BY_ZERO,
  NOT_AVAILABLE,
  isError,
  isRange,
  toBoolean,
  toNumber,
  toText,
  type ErrorValue,
  type Scalar,
  type Value,
} from './value';
import { LOOKUPS } from './lookups';

/** A function of a sheet: it asks for its arguments itself, so that IF leaves alone what it does not need. */
export type SheetFunction = (args: readonly Expression[], evaluation: Evaluation) => Value;

const number = (args: readonly Expression[], at: number, evaluation: Evaluation): number | ErrorValue => {
  const expression = args[at];
  return expression === undefined ? 0 : toNumber(evaluation.scalar(expression));
};

/** A function of numbers that gives a number. */
const numeric =
  (calculate: (...values: number[]) => number): SheetFunction =>
  (args, evaluation) => {
    const values: number[] = [];
    for (let at = 0; at < args.length; at += 1) {
      const value = number(args, at, evaluation);
      if (isError(value)) return value;
      values.push(value);
    }
    const result = calculate(...values);
    return Number.isFinite(result) ? result : BAD_NUMBER;
  };

/** Every number an aggregate sees: of ranges only real numbers, of arguments also what looks like one. */
function numbers(args: readonly Expression[], evaluation: Evaluation): readonly number[] | ErrorValue {
  const found: number[] = [];
  for (const expression of args) {
    const value = evaluation.value(expression);
    if (isRange(value)) {
      for (const cell of evaluation.cells(value)) {
        if (isError(cell)) return cell;
        if (typeof cell === 'number') found.push(cell);
      }
      continue;
    }
    const direct = toNumber(value);
    if (isError(direct)) return direct;
    found.push(direct);
  }
  return found;
}

const aggregate =
  (fold: (values: readonly number[]) => Scalar): SheetFunction =>
  (args, evaluation) => {
    const values = numbers(args, evaluation);
    return isError(values as Value) ? (values as ErrorValue) : fold(values as readonly number[]);
  };

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function counting(counts: (cell: Scalar) => boolean): SheetFunction {
  return (args, evaluation) => {
    let count = 0;
    for (const expression of args) {
      const value = evaluation.value(expression);
      if (isRange(value)) {
        for (const cell of evaluation.cells(value)) if (counts(cell)) count += 1;
      } else if (counts(value)) count += 1;
    }
    return count;
  };
}

const logical =
  (start: boolean): SheetFunction =>
  (args, evaluation) => {
    let result = start;
    for (const expression of args) {
      const value = evaluation.value(expression);
      const cells = isRange(value) ? evaluation.cells(value) : [value];
      for (const cell of cells) {
        if (cell === null || typeof cell === 'string') continue;
        const truth = toBoolean(cell);
        if (isError(truth)) return truth;
        result = start ? result && truth : result || truth;
      }
    }
    return result;
  };

const test =
  (holds: (value: Scalar) => boolean): SheetFunction =>
  (args, evaluation) =>
    holds(args[0] ? evaluation.scalar(args[0]) : null);

const textual =
  (make: (text: string, ...rest: number[]) => Scalar): SheetFunction =>
  (args, evaluation) => {
    const text = args[0] ? toText(evaluation.scalar(args[0])) : '';
    if (isError(text)) return text;
    const rest: number[] = [];
    for (let at = 1; at < args.length; at += 1) {
      const value = number(args, at, evaluation);
      if (isError(value)) return value;
      rest.push(value);
    }
    return make(text, ...rest);
  };

/** Away from zero at the half, as Excel rounds; the nudge undoes binary fractions such as 1.005. */
function round(value: number, digits: number): number {
  const factor = 10 ** Math.trunc(digits);
  const scaled = Math.abs(value) * factor;
  return (Math.sign(value) * Math.round(scaled + scaled * Number.EPSILON)) / factor;
}

const failing =
  (catches: (error: ErrorValue) => boolean): SheetFunction =>
  ([tried, otherwise], evaluation) => {
    if (!tried) return BAD_VALUE;
    const value = evaluation.scalar(tried);
    if (!isError(value) || !catches(value)) return value;
    return otherwise ? evaluation.scalar(otherwise) : '';
  };

/** By the code of SUBTOTAL; rows hidden by a filter count here, for the stand-in does not filter. */
const SUBTOTALS: Readonly<Record<number, SheetFunction>> = {
  1: aggregate((values) => (values.length === 0 ? DIVIDED_BY_ZERO : sum(values) / values.length)),
  2: counting((cell) => typeof cell === 'number'),
  3: counting((cell) => cell !== null),
  4: aggregate((values) => (values.length === 0 ? 0 : Math.max(...values))),
  5: aggregate((values) => (values.length === 0 ? 0 : Math.min(...values))),
  9: aggregate(sum),
};

/** The functions the generated sheets use, and what a user is likely to type beside them. Any other gives #NAME?. */
export const FUNCTIONS: Readonly<Record<string, SheetFunction>> = {
  ...LOOKUPS,
  SUM: aggregate(sum),
  MAX: aggregate((values) => (values.length === 0 ? 0 : Math.max(...values))),
  MIN: aggregate((values) => (values.length === 0 ? 0 : Math.min(...values))),
  AVERAGE: aggregate((values) => (values.length === 0 ? DIVIDED_BY_ZERO : sum(values) / values.length)),
  COUNT: counting((cell) => typeof cell === 'number'),
  COUNTA: counting((cell) => cell !== null),
  COUNTBLANK: counting((cell) => cell === null || cell === ''),
  SUBTOTAL: ([code, ...args], evaluation) => {
    const which = code ? toNumber(evaluation.scalar(code)) : BAD_VALUE;
    if (isError(which)) return which;
    return SUBTOTALS[which % 100]?.(args, evaluation) ?? BAD_VALUE;
  },
  IF: ([condition, yes, no], evaluation) => {
    const truth = condition ? toBoolean(evaluation.scalar(condition)) : BAD_VALUE;
    if (isError(truth)) return truth;
    const branch = truth ? yes : no;
    return branch ? evaluation.value(branch) : truth;
  },
  IFERROR: failing(() => true),
  IFNA: failing(({ code }) => code === '#N/A'),
  AND: logical(true),
  OR: logical(false),
  NOT: ([operand], evaluation) => {
    const truth = operand ? toBoolean(evaluation.scalar(operand)) : BAD_VALUE;
    return isError(truth) ? truth : !truth;
  },
  ISNUMBER: test((value) => typeof value === 'number'),
  ISTEXT: test((value) => typeof value === 'string'),
  ISBLANK: test((value) => value === null),
  ISERROR: test((value) => isError(value)),
  ISNA: test((value) => isError(value) && value.code === '#N/A'),
  N: ([operand], evaluation) => {
    const value = operand ? evaluation.scalar(operand) : null;
    if (isError(value) || typeof value === 'number') return value;
    return typeof value === 'boolean' ? Number(value) : 0;
  },
  ABS: numeric(Math.abs),
  INT: numeric(Math.floor),
  ROUND: numeric((value, digits = 0) => round(value, digits)),
  MOD: numeric((value, divisor = 0) => (divisor === 0 ? NaN : value - divisor * Math.floor(value / divisor))),
  SIGN: numeric(Math.sign),
  SQRT: numeric(Math.sqrt),
  LEFT: textual((text, length = 1) => text.slice(0, length)),
  RIGHT: textual((text, length = 1) => (length === 0 ? '' : text.slice(-length))),
  MID: textual((text, start = 1, length = 0) => text.slice(start - 1, start - 1 + length)),
  LEN: textual((text) => text.length),
  TRIM: textual((text) => text.trim().replace(/ +/g, ' ')),
  UPPER: textual((text) => text.toUpperCase()),
  LOWER: textual((text) => text.toLowerCase()),
  VALUE: textual((text) => toNumber(text)),
  CONCATENATE: (args, evaluation) => {
    let whole = '';
    for (const expression of args) {
      const text = toText(evaluation.scalar(expression));
      if (isError(text)) return text;
      whole += text;
    }
    return whole;
  },
  HYPERLINK: ([link, shown], evaluation) => {
    const expression = shown ?? link;
    return expression ? evaluation.scalar(expression) : BAD_VALUE;
  },
  ROW: ([where], evaluation) => {
    const range = where ? evaluation.value(where) : null;
    return isRange(range) ? range.area.row + 1 : where ? BAD_VALUE : evaluation.at.row + 1;
  },
  COLUMN: (_args, evaluation) => evaluation.at.column + 1,
  NA: () => NOT_AVAILABLE,
};
