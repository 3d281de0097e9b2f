import { headLineAt } from './headLine';
import { isWithoutMarks, type ClosingFigures, type ThousandsStyle } from '../figures';
import type { LineLedger } from '../ledger';
import { columnKey, type Column } from './headGrid';

/** What the rows under a head show together, seen before they are read one by one. */
export interface BlockFacts {
  /** Rows that close with as many figures as there are columns, and rows that close with more. */
  readonly full: number;
  readonly wider: number;
  readonly style: ThousandsStyle;
  /** The right edge of each column, from the full rows; null where the source tells no places. */
  readonly edges: readonly number[] | null;
}

/** The columns of one head, for the rows under it. */
export interface Block {
  readonly columns: readonly Column[];
  readonly facts: BlockFacts;
}

/** The columns of a statement, gathered over the heads under which it is printed: 2020-2025 first, 2026-2027 in a continuation. */
export interface Blocks {
  /** The block whose rows are read; null before the first head, and under a head that is not understood. */
  readonly current: Block | null;
  /** Every block so far, the latest used last. */
  readonly known: readonly Block[];
}

export const NO_BLOCKS: Blocks = { current: null, known: [] };

export const openBlock = ({ known }: Blocks, block: Block): Blocks => ({ current: block, known: [...known, block] });

/** Under a head that is not understood no block is open: its rows belong to none that is known. */
export const closeBlock = ({ known }: Blocks): Blocks => ({ current: null, known });

export const useBlock = ({ known }: Blocks, block: Block): Blocks => ({
  current: block,
  known: known.at(-1) === block ? known : [...known.filter((each) => each !== block), block],
});

/** The blocks a row with so many figures may belong to: the one being read, then the latest of that width. */
export function blocksFor({ current, known }: Blocks, figures: number): readonly Block[] {
  if (current === null) return [];
  const other = known.findLast((block) => block !== current && block.columns.length === figures);
  return other === undefined ? [current] : [current, other];
}

/** Rows after a head are looked at as far as this. */
const LOOK_AHEAD = 80;
/** So many full rows show how the table is printed. */
const ENOUGH_ROWS = 12;
/** Past so many lines without figures the table has ended. */
const MOST_WORDS = 12;
const DOTTED = /\d\.\d{3}(?!\d)/;
const BLANK_THOUSANDS = /(?<![\d.])\d{1,3} \d{3}(?!\d)/;

/** What the rows from `index` on, up to the next head, show of a table with so many columns. */
export function factsOf(ledger: LineLedger, index: number, end: number, width: number): BlockFacts {
  let [full, wider] = [0, 0];
  const marks = { dotted: 0, crowded: 0, blank: 0, unmarked: 0 };
  const edges: number[][] = Array.from({ length: width }, () => []);
  for (const at of rowsBelow(ledger, index, end, width)) {
    const { count, tokens } = ledger.figures(at);
    const shown = marksOf(ledger.text(at), ledger.figures(at), width);
    if (shown !== null) marks[shown] += 1;
    if (count === width) full += 1;
    if (count > width) wider += 1;
    const placed = count === width && tokens.length === width ? ledger.words(at) : null;
    placed?.slice(-width).forEach(({ to }, column) => edges[column]?.push(to));
    if (full >= ENOUGH_ROWS) break;
  }
  const isPlaced = edges.every((found) => found.length > 0);
  return { full, wider, style: styleOf(marks), edges: isPlaced ? edges.map(median) : null };
}

/** The lines with figures from `index` on, up to the next head of several columns or past the end of the table. */
function* rowsBelow(ledger: LineLedger, index: number, end: number, width: number): Iterable<number> {
  let words = 0;
  let isOpen = false;
  for (let at = index; at < Math.min(end, index + LOOK_AHEAD) && words <= MOST_WORDS; at += 1) {
    if (ledger.text(at) === '') continue;
    const { count } = ledger.figures(at);
    if (count > 0) {
      isOpen ||= count === width;
      words = 0;
      yield at;
    } else if (isOpen && (headLineAt(ledger, at)?.cells.length ?? 0) > 1) return;
    else words += 1;
  }
}

/** What one row shows; a row with both kinds of marks, or with figures too many, shows no style. */
function marksOf(text: string, { count, tokens }: ClosingFigures, width: number): keyof Marks | null {
  if (DOTTED.test(text)) return count > width ? 'crowded' : 'dotted';
  if (count > width + 1 && BLANK_THOUSANDS.test(text)) return 'blank';
  return count === width && isWithoutMarks(tokens) ? 'unmarked' : null;
}

/** How many rows of a block show which marks; a crowded one has dots, but more figures than there are columns. */
type Marks = Readonly<Record<'dotted' | 'crowded' | 'blank' | 'unmarked', number>>;

function styleOf({ dotted, crowded, blank, unmarked }: Marks): ThousandsStyle {
  if (dotted > blank) return 'dots';
  if (blank > 0) return 'blanks';
  return unmarked > 0 && crowded === 0 && dotted === 0 ? 'unmarked' : null;
}

const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;

export const blockKey = ({ columns }: Block): string =>
  columns.map((column) => ('head' in column ? columnKey(column.head) : `=${column.passed}`)).join('\n');
