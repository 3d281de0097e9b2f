/**
 * Formulas as text with the parts that move: references to cells, structured references and names. Enough to follow insertions, renames
 * and deletions; it does not calculate.
 */
export type FormulaPart =
  | { readonly kind: 'text'; readonly text: string }
  /** A1 reference, sheet null when it is the sheet of the formula itself. */
  | { readonly kind: 'reference'; readonly sheet: string | null; readonly address: string }
  /** table '' within the table itself; item is what stands between the outer brackets. */
  | { readonly kind: 'structured'; readonly table: string; readonly item: string }
  | { readonly kind: 'name'; readonly text: string };

const STRING = /^"(?:[^"]|"")*"/;
const QUOTED_SHEET = /^'((?:[^']|'')+)'!/;
const BARE_SHEET = /^([A-Za-z_\u00c0-\uffff][\w.\u00c0-\uffff]*)!/;
const CELLS = /^\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}(?::\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6})?(?![\w.\u00c0-\uffff([!])/;
const COLUMNS = /^\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\w.\u00c0-\uffff([!])/;
const ROWS = /^\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6}(?![\w.])/;
const WORD = /^[A-Za-z_\\\u00c0-\uffff][\w.\\?\u00c0-\uffff]*/;
const NUMBER = /^\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|^\.\d+(?:[eE][+-]?\d+)?/;

/** Text from an opening bracket to the one that closes it; `'` escapes the character after it. Null when it is never closed. */
function bracketed(text: string): string | null {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === "'") at += 1;
    else if (letter === '[') depth += 1;
    else if (letter === ']') {
      depth -= 1;
      if (depth === 0) return text.slice(0, at + 1);
    }
  }
  return null;
}

function referenceAt(text: string): string | null {
  return (CELLS.exec(text) ?? COLUMNS.exec(text) ?? ROWS.exec(text))?.[0] ?? null;
}

function partAt(text: string): { part: FormulaPart; length: number } {
  const plain = (length: number): { part: FormulaPart; length: number } => ({
    part: { kind: 'text', text: text.slice(0, length) },
    length,
  });
  const literal = STRING.exec(text);
  if (literal) return plain(literal[0].length);
  const sheet = QUOTED_SHEET.exec(text) ?? BARE_SHEET.exec(text);
  const prefix = sheet?.[0].length ?? 0;
  const address = referenceAt(text.slice(prefix));
  if (address !== null) {
    const name = sheet === null ? null : (sheet[1] ?? '').replace(/''/g, "'");
    return { part: { kind: 'reference', sheet: name, address }, length: prefix + address.length };
  }
  const word = WORD.exec(text);
  const wordLength = word?.[0].length ?? 0;
  if (text[wordLength] === '[') {
    const item = bracketed(text.slice(wordLength));
    if (item !== null) {
      return {
        part: { kind: 'structured', table: word?.[0] ?? '', item: item.slice(1, -1) },
        length: wordLength + item.length,
      };
    }
  }
  if (word)
    return text[wordLength] === '(' ? plain(wordLength) : { part: { kind: 'name', text: word[0] }, length: wordLength };
  const number = NUMBER.exec(text);
  return plain(number?.[0].length ?? 1);
}

/** The parts of a formula, with or without its leading `=`; joined with formulaOf they give the text back. */
export function formulaParts(formula: string): FormulaPart[] {
  const parts: FormulaPart[] = [];
  for (let at = 0; at < formula.length;) {
    const { part, length } = partAt(formula.slice(at));
    const last = parts.at(-1);
    if (part.kind === 'text' && last?.kind === 'text')
      parts[parts.length - 1] = { kind: 'text', text: last.text + part.text };
    else parts.push(part);
    at += length;
  }
  return parts;
}

/** Every change to rows or names looks at every formula of the workbook; beyond this many the oldest are cut anew. */
const MOST_KNOWN = 200_000;
const known = new Map<string, readonly FormulaPart[]>();

/** The parts of a formula, cut once for all who ask. */
export function knownParts(formula: string): readonly FormulaPart[] {
  const there = known.get(formula);
  if (there) return there;
  const parts = formulaParts(formula);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(formula, parts);
  return parts;
}

/** `quote` writes a sheet name as formulas do. */
export function formulaOf(parts: readonly FormulaPart[], quote: (sheet: string) => string): string {
  return parts
    .map((part) => {
      switch (part.kind) {
        case 'reference':
          return part.sheet === null ? part.address : `${quote(part.sheet)}!${part.address}`;
        case 'structured':
          return `${part.table}[${part.item}]`;
        default:
          return part.text;
      }
    })
    .join('');
}

/** True when strings, brackets and parentheses are closed; Excel refuses what is not. */
export function isBalanced(formula: string): boolean {
  let depth = 0;
  for (const part of formulaParts(formula)) {
    if (part.kind !== 'text') continue;
    const bare = part.text.replace(/"(?:[^"]|"")*"/g, '');
    if (bare.includes('"') || bare.includes('[') || bare.includes(']')) return false;
    for (const letter of bare) {
      if (letter === '(') depth += 1;
      if (letter === ')') depth -= 1;
      if (depth < 0) return false;
    }
  }
  return depth === 0;
}

const SPECIAL = /[\s,:.[\]#'"{}()+\-*/^&=<>$@!%;~`|\\?]/;

/** A column name inside a structured reference, its special characters escaped with `'`. */
export const escapeColumn = (name: string): string => name.replace(/['#[\]@]/g, "'$&");
export const unescapeColumn = (name: string): string => name.replace(/'(.)/g, '$1');

/** Names of the columns a structured reference points at; [] when it is the whole body. */
export function columnsOf(item: string): string[] {
  const inner = item.startsWith('@') ? item.slice(1) : item;
  if (!inner.startsWith('[')) return inner === '' || inner.startsWith('#') ? [] : [unescapeColumn(inner)];
  const names: string[] = [];
  for (let rest = inner; rest !== '';) {
    const open = rest.indexOf('[');
    if (open < 0) break;
    const found = bracketed(rest.slice(open));
    if (found === null) break;
    const name = found.slice(1, -1);
    if (!name.startsWith('#')) names.push(unescapeColumn(name));
    rest = rest.slice(open + found.length);
  }
  return names;
}

/** `[#This Row],[Bedrag]` -> `@Bedrag`, the way Excel shows it; other items are left as they are. */
export function shortThisRow(item: string): string {
  const match = /^\[#This Row\](?:,\[((?:'.|[^\]'])*)\])?$/i.exec(item.trim());
  if (match === null) return item;
  if (match[1] === undefined) return '@';
  return SPECIAL.test(unescapeColumn(match[1])) ? `@[${match[1]}]` : `@${match[1]}`;
}

/** Renames a column within the item of a structured reference. */
export function renameColumn(item: string, from: string, to: string): string {
  const old = escapeColumn(from);
  const next = escapeColumn(to);
  if (item === old) return next;
  if (item === `@${old}`) return SPECIAL.test(to) ? `@[${next}]` : `@${next}`;
  return item.split(`[${old}]`).join(`[${next}]`);
}
