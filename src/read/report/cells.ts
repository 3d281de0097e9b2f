import { joinWrapped } from '../wrap';

/**
 * Cells of a narrow table, whose lines break also inside long words without a hyphen ("Cultuurcentru" / "m"). A broken word is
 * put together when the two halves make a word that stands whole elsewhere, or when the second half is no word at all.
 */
export class CellJoiner {
  private readonly words = new Set<string>();

  /** `texts`: where whole words are to be found; `lines`: the lines of the table itself, whose words at line ends do not count. */
  constructor(texts: Iterable<string>, lines: Iterable<string>) {
    for (const text of texts) this.learn(wordsOf(text));
    for (const line of lines) this.learn(wordsOf(line).slice(1, -1));
  }

  private learn(words: readonly string[]): void {
    for (const word of words) this.words.add(word.toLowerCase());
  }

  join(lines: readonly string[]): string {
    return lines.reduce((joined, line, index) => (index > 0 && this.breaksWord(lines[index - 1] ?? '', line) ? joined + line : joinWrapped(joined, line)), '');
  }

  /** Does the line end inside a word? Only a line that is one long token can: elsewhere the break falls at a blank. */
  private breaksWord(line: string, next: string): boolean {
    if (line.length < SHORTEST_BROKEN_LINE || /[\s\-/.,;:)]$|\s/.test(line)) return false;
    const head = /\p{L}+$/u.exec(line)?.[0];
    const tail = /^\p{Ll}+/u.exec(next)?.[0];
    if (head === undefined || tail === undefined) return false;
    return (tail.length === 1 && tail !== 'u') || this.words.has(`${head}${tail}`.toLowerCase());
  }
}

/** The narrowest column of such a table holds about this many letters; a shorter line had room for more. */
const SHORTEST_BROKEN_LINE = 18;

const wordsOf = (text: string): readonly string[] => text.match(/\p{L}+/gu) ?? [];
