import { parseArea } from '../model/area';
import { parseStructured, type BinaryOperator, type Expression } from './syntax';

type Token =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'operand'; readonly expression: Expression }
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'sign'; readonly sign: string };

const TEXT = /^"((?:[^"]|"")*)"/;
const NUMBER = /^(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/;
const ERROR = /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!)/;
const SHEET = /^(?:'((?:[^']|'')+)'|([A-Za-z_\u00c0-\uffff][\w.\u00c0-\uffff]*))!/;
const CELLS = /^\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}(?::\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6})?(?![\w.\u00c0-\uffff([!])/;
const WORD = /^[A-Za-z_\\\u00c0-\uffff][\w.\\?\u00c0-\uffff]*/;
const SIGN = /^(?:<>|<=|>=|[=<>&+\-*/^%(),;:{}])/;

/** What a formula that is not one gives: Excel would not have taken it. */
export class FormulaError extends Error {}

/** Text from the opening bracket to the one that closes it; `'` escapes. */
function bracketed(text: string): string {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "'") at += 1;
    else if (sign === '[') depth += 1;
    else if (sign === ']') {
      depth -= 1;
      if (depth === 0) return text.slice(0, at + 1);
    }
  }
  throw new FormulaError('bracket is never closed');
}

interface Found {
  readonly token: Token;
  readonly length: number;
}

/** Cells, with the sheet they are on when it is named. */
function referenceAt(text: string): Found | null {
  const sheet = SHEET.exec(text);
  const prefix = sheet?.[0].length ?? 0;
  const cells = CELLS.exec(text.slice(prefix));
  if (!cells) return null;
  const area = parseArea(cells[0].replaceAll('$', ''));
  if (area === null) throw new FormulaError(`reference ${cells[0]}`);
  const name = sheet ? (sheet[1]?.replaceAll("''", "'") ?? sheet[2] ?? null) : null;
  return {
    token: { kind: 'operand', expression: { kind: 'reference', sheet: name, area } },
    length: prefix + cells[0].length,
  };
}

function tokenAt(text: string): Found {
  const literal = TEXT.exec(text);
  if (literal)
    return { token: { kind: 'text', value: (literal[1] ?? '').replace(/""/g, '"') }, length: literal[0].length };
  const error = ERROR.exec(text);
  if (error) return { token: { kind: 'error', code: error[0] }, length: error[0].length };
  const reference = referenceAt(text);
  if (reference) return reference;
  const number = NUMBER.exec(text);
  if (number) return { token: { kind: 'number', value: Number(number[0]) }, length: number[0].length };
  const word = WORD.exec(text)?.[0] ?? '';
  if (text[word.length] === '[') {
    const item = bracketed(text.slice(word.length));
    return {
      token: {
        kind: 'operand',
        expression: { kind: 'structured', table: word, part: parseStructured(item.slice(1, -1)) },
      },
      length: word.length + item.length,
    };
  }
  if (word !== '') {
    if (text[word.length] === '(')
      return { token: { kind: 'function', name: word.toUpperCase().replace(/^_XLFN\./, '') }, length: word.length };
    const value = word.toUpperCase();
    const expression: Expression =
      value === 'TRUE' || value === 'FALSE'
        ? { kind: 'constant', value: value === 'TRUE' }
        : { kind: 'name', name: word };
    return { token: { kind: 'operand', expression }, length: word.length };
  }
  const sign = SIGN.exec(text);
  if (!sign) throw new FormulaError(`sign ${text.slice(0, 1)}`);
  return { token: { kind: 'sign', sign: sign[0] }, length: sign[0].length };
}

function tokensOf(formula: string): readonly Token[] {
  const tokens: Token[] = [];
  let rest = formula.replace(/^=/, '').trimStart();
  while (rest !== '') {
    const { token, length } = tokenAt(rest);
    tokens.push(token);
    rest = rest.slice(length).trimStart();
  }
  return tokens;
}

/** How tightly operators bind; a sign before an operand binds tighter than ^ in Excel. */
const PRECEDENCE: Readonly<Record<string, number>> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '<=': 1,
  '>': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
};

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Expression {
    const expression = this.binary(0);
    if (this.at < this.tokens.length) throw new FormulaError('something is left');
    return expression;
  }

  private sign(): string | null {
    const token = this.tokens[this.at];
    return token?.kind === 'sign' ? token.sign : null;
  }

  private take(sign: string): void {
    if (this.sign() !== sign) throw new FormulaError(`${sign} is missing`);
    this.at += 1;
  }

  private binary(least: number): Expression {
    let left = this.prefixed();
    for (;;) {
      const operator = this.sign();
      const strength = operator === null ? undefined : PRECEDENCE[operator];
      if (operator === null || strength === undefined || strength <= least) return left;
      this.at += 1;
      left = { kind: 'binary', operator: operator as BinaryOperator, left, right: this.binary(strength) };
    }
  }

  private prefixed(): Expression {
    const sign = this.sign();
    if (sign === '-' || sign === '+') {
      this.at += 1;
      return { kind: 'unary', operator: sign, operand: this.prefixed() };
    }
    let operand = this.operand();
    while (this.sign() === ':') {
      this.at += 1;
      operand = { kind: 'span', from: operand, to: this.operand() };
    }
    while (this.sign() === '%') {
      this.at += 1;
      operand = { kind: 'unary', operator: '%', operand };
    }
    return operand;
  }

  private operand(): Expression {
    const token = this.tokens[this.at];
    if (!token) throw new FormulaError('formula ends too soon');
    this.at += 1;
    switch (token.kind) {
      case 'number':
      case 'text':
        return { kind: 'constant', value: token.value };
      case 'error':
        return { kind: 'error', code: token.code };
      case 'operand':
        return token.expression;
      case 'function':
        return { kind: 'call', name: token.name, args: this.args() };
      case 'sign': {
        if (token.sign !== '(') throw new FormulaError(`${token.sign} is out of place`);
        const inner = this.binary(0);
        this.take(')');
        return inner;
      }
    }
  }

  private args(): readonly Expression[] {
    this.take('(');
    const args: Expression[] = [];
    if (this.sign() === ')') {
      this.at += 1;
      return args;
    }
    for (;;) {
      const omitted = this.sign() === ',' || this.sign() === ')';
      args.push(omitted ? { kind: 'constant', value: null } : this.binary(0));
      if (this.sign() === ')') {
        this.at += 1;
        return args;
      }
      this.take(',');
    }
  }
}

/** Reads a formula in en-US syntax, with or without the leading `=`. Throws FormulaError when it is none. */
export const parseFormula = (formula: string): Expression => new Parser(tokensOf(formula)).whole();
