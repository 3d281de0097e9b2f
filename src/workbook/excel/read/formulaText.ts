/**
 * One spelling for formulas that mean the same. Excel shows `[@Kolom]` for `tbl[[#This Row],[Kolom]]`, leaves out the name of a table within
 * that table, and quotes sheet names only where it must; what was written and what is read are compared in this spelling.
 */

/** A text constant, a structured reference (with the table's name), a quoted sheet name, or one other sign. */
const TOKEN = /"(?:[^"]|"")*"|'(?:[^']|'')+'(?=!)|([\p{L}_\\][\p{L}\p{N}_.\\]*)?\[|[^]/gu;

/** Where the bracket that opens at `at` closes; `'` escapes the sign after it. -1 when it does not. */
function closingBracket(text: string, at: number): number {
  let depth = 0;
  for (let index = at; index < text.length; index += 1) {
    if (text[index] === "'") index += 1;
    else if (text[index] === '[') depth += 1;
    else if (text[index] === ']') {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return -1;
}

/** `@Kolom`, `@[Kolom x]` and `[#This Row],[Kolom]` as the long form. */
function longItem(item: string): string {
  const short = /^@(?:\[(.*)\]|(.*))$/.exec(item);
  if (short) {
    const column = short[1] ?? short[2] ?? '';
    return column === '' ? '[#This Row]' : `[#This Row],[${column}]`;
  }
  return item.replace(/\s*,\s*/g, ',').replace(/\[#this row\]/gi, '[#This Row]');
}

const BARE_SHEET = /^[\p{L}_][\p{L}\p{N}_.]*$/u;

function spell(formula: string, table: string): string {
  let result = '';
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(formula); match; match = TOKEN.exec(formula)) {
    const [token] = match;
    if (token.endsWith('[') && !token.startsWith('"')) {
      const open = match.index + token.length - 1;
      const close = closingBracket(formula, open);
      if (close < 0) return formula;
      const owner = token.slice(0, -1);
      result += `${(owner === '' ? table : owner).toLowerCase()}[${longItem(formula.slice(open + 1, close))}]`;
      TOKEN.lastIndex = close + 1;
    } else if (token.startsWith("'")) {
      const name = token.slice(1, -1).replace(/''/g, "'");
      result += BARE_SHEET.test(name) ? name : token;
    } else result += token;
  }
  return result.startsWith('=') ? result : `=${result}`;
}

/** Columns repeat their formula in every row; the spellings last met are kept. */
const MAX_KNOWN = 20_000;
const known = new Map<string, string>();

/** The one spelling of a formula, with or without `=`. `table` is the name of the table the cell lies in, or ''. */
export function canonicalFormula(formula: string, table: string): string {
  const key = `${table}\u0001${formula}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= MAX_KNOWN) known.clear();
  const spelled = spell(formula, table);
  known.set(key, spelled);
  return spelled;
}

/** True when a formula names cells that would shift if it were filled down (`A1`, `B$2`); structured and absolute references do not. */
export function hasRelativeReference(formula: string): boolean {
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/\[(?:'.|[^[\]']|\[(?:'.|[^[\]'])*\])*\]/g, '[]');
  return /(?<![\p{L}\p{N}_.$\\])(?:[A-Z]{1,3}\$?[1-9]\d{0,6}|\$[A-Z]{1,3}[1-9]\d{0,6})(?![\p{L}\p{N}_.(\[!])/u.test(
    bare,
  );
}

/** What Excel may add, leave out or respell between the text constants of a formula without changing what it means. */
const bare = (formula: string): string =>
  formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/_xl(?:fn|ws)\.|[\s'@]/gi, '').toUpperCase()))
    .join('');

/** True when two formulas say the same, however Excel spells them. */
export const sameFormula = (left: string, right: string, table: string): boolean =>
  left.startsWith('=') &&
  right.startsWith('=') &&
  bare(canonicalFormula(left, table)) === bare(canonicalFormula(right, table));
