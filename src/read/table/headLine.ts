import type { LineLedger } from '../ledger';
import type { Word } from '../lines';
import { atomsOf, isEnding, mayCloseHead, type Atom } from './headPhrases';

/** One cell of one line of a table head: what it says, and where it stands when the source tells. */
export interface HeadCell {
  readonly atoms: readonly Atom[];
  readonly from: number | null;
  readonly to: number | null;
}

/** A line that closes with cells of a head: the label before them ('' when there is none). */
export interface HeadLine {
  readonly label: string;
  readonly cells: readonly HeadCell[];
  /** Do all cells say the same kinds of things? Otherwise the line has more than one reading. */
  readonly isEven: boolean;
}

/** "Per 31 december 2024" has four words; nothing in a head has more. */
const MAX_WORDS = 4;
const MAX_WORDS_WITHOUT_DAY = 2;

/** Signs of units that may stand between the cells. */
const UNIT_SIGN = /^(?:€|eur|euro|\(€\)|\(?in euro\)?)$/i;

interface Found {
  readonly atoms: readonly Atom[];
  readonly first: number;
  readonly last: number;
}

/** The atoms that close the line, from left to right. */
function closingAtoms(texts: readonly string[]): { readonly found: readonly Found[] } {
  const found: Found[] = [];
  // "Schulden op 31 december 2024 2023": the day belongs to the label when it stands there once.
  const longest = texts.filter((text) => text === 'december').length > 1 ? MAX_WORDS : MAX_WORDS_WITHOUT_DAY;
  let rest = texts.length;
  scan: while (rest > 0) {
    if (UNIT_SIGN.test(texts[rest - 1] ?? '') && (found.length > 0 || rest === texts.length)) {
      rest -= 1;
      continue;
    }
    for (let words = Math.min(longest, rest); words > 0; words -= 1) {
      const atoms = atomsOf(texts.slice(rest - words, rest).join(' '), words);
      if (atoms === null) continue;
      found.unshift({ atoms, first: rest - words, last: rest - 1 });
      rest -= words;
      continue scan;
    }
    break;
  }
  return { found };
}

/** Groups atoms into cells: a cell ends where the next atom is of a kind it has already. */
function cellsOf(found: readonly Found[], words: readonly Word[] | null): readonly HeadCell[] {
  const cells: { atoms: Atom[]; first: number; last: number }[] = [];
  for (const { atoms, first, last } of found) {
    const open = cells.at(-1);
    const repeats =
      open === undefined || atoms.some(({ of }) => of === 'passed' || open.atoms.some((each) => each.of === of));
    if (open === undefined || repeats || open.atoms.some(({ of }) => of === 'passed'))
      cells.push({ atoms: [...atoms], first, last });
    else {
      open.atoms.push(...atoms);
      open.last = last;
    }
  }
  return cells.map(({ atoms, first, last }) => ({
    atoms,
    from: words?.[first]?.from ?? null,
    to: words?.[last]?.to ?? null,
  }));
}

/** The kinds of things a cell says, in order: "phase year". */
export const kindsOf = ({ atoms }: HeadCell): string => {
  const [first, second] = atoms;
  if (first !== undefined && second === undefined) return kindOf(first);
  return atoms.map(kindOf).sort().join(' ');
};

const kindOf = ({ of }: Atom): string => (of === 'yearOffset' ? 'year' : of);

const known = new WeakMap<LineLedger, (HeadLine | null | undefined)[]>();

/** The cells of a table head that close a line of the source: looked at once, however many readers ask. */
export function headLineAt(ledger: LineLedger, index: number): HeadLine | null {
  const text = ledger.text(index);
  if (text === '') return null;
  const lines = known.get(ledger) ?? new Array<HeadLine | null | undefined>(ledger.lines.length);
  known.set(ledger, lines);
  const line = lines[index] ?? (lines[index] === null ? null : parseHeadLine(text, () => ledger.words(index)));
  lines[index] = line;
  return line;
}

/** A line that closes with cells of a table head; null for any other line. */
export function parseHeadLine(text: string, placesOf: () => readonly Word[] | null = () => null): HeadLine | null {
  if (text.length > MAX_LENGTH || text === '') return null;
  // Most lines are told from a head by their last word alone.
  if (!mayCloseHead(text.slice(Math.max(text.lastIndexOf(' '), text.lastIndexOf('\t')) + 1))) return null;
  if (LONE_DIGIT.test(text) && !NUMBER_OF_CHANGE.test(text)) return null;
  const words = placesOf();
  const texts = words === null ? text.split(/\s+/) : words.map((word) => word.text);
  const { found } = closingAtoms(texts);
  if (found.length === 0) return null;
  const own = withoutLabelWords(withoutYearWord(found, texts));
  const cells = yearOverAll(cellsOf(own, words));
  return { label: texts.slice(0, own[0]?.first).join(' '), cells, isEven: isEven(cells) };
}

/** A digit alone closes many a row; a head it closes only as "KW 2". */
const LONE_DIGIT = /\s\d$/;
const NUMBER_OF_CHANGE = /(?:^|\s)[kb]w\s+\d$/i;

const isEven = (cells: readonly HeadCell[]): boolean =>
  new Set(cells.map(kindsOf).filter((kind) => kind !== 'passed')).size <= 1;

/** "Budgettair resultaat" and "Totaal" before the cells are words of the label, where the cells say other things. */
function withoutLabelWords(found: readonly Found[]): readonly Found[] {
  const isWord = ({ atoms }: Found): boolean => atoms.every(({ of }) => of === 'direction' || of === 'entity');
  let rest = found;
  for (;;) {
    const [first, ...others] = rest;
    if (first === undefined || others.length === 0 || !isWord(first)) return rest;
    const kinds = first.atoms.map(({ of }) => of);
    if (others.some(({ atoms }) => atoms.some(({ of }) => kinds.includes(of)))) return rest;
    rest = others;
  }
}

const YEAR_WORD = /^(?:boek|dienst)?jaar$/i;

/** "Resultaat van het boekjaar 2026 2027": a word for years before the first of them alone is the end of the label. */
function withoutYearWord(found: readonly Found[], texts: readonly string[]): readonly Found[] {
  const [first, ...others] = found;
  const startsInLabel = first !== undefined && first.first > 0 && first.last > first.first;
  if (!startsInLabel || !YEAR_WORD.test(texts[first.first] ?? '')) return found;
  const areAlike = others.length > 0 && others.every(({ first: from, last }) => last > from);
  return areAlike ? found : [{ ...first, first: first.first + 1 }, ...others];
}

/** "2024 Jaarrekening Meerjarenplan": a year before all cells is the year of each. */
function yearOverAll(cells: readonly HeadCell[]): readonly HeadCell[] {
  const [first, ...rest] = cells;
  const [year, ...own] = first?.atoms ?? [];
  if (first === undefined || year?.of !== 'year' || own.length === 0 || rest.length === 0) return cells;
  const plain = [{ ...first, atoms: own }, ...rest];
  const isAlone = isEven(plain) && !plain.some((cell) => cell.atoms.some(({ of }) => of === 'year'));
  return isAlone ? plain.map((cell) => ({ ...cell, atoms: [year, ...cell.atoms] })) : cells;
}

/** No head of columns is printed on a longer line. */
const MAX_LENGTH = 400;

/** A line that only ends cells which began on the line above: "kredieten krediet". */
export const isEndingLine = (text: string): boolean => text.length <= MAX_LENGTH && text.split(/\s+/).every(isEnding);
