import { WrappedText } from '../wrap';

/**
 * Cells of a narrow table, whose lines break also inside long words without a hyphen ("Cultuurcentru" / "m"). A broken word is
 * put together when the two halves make a word that stands whole elsewhere, or when the second half is no word at all.
 */
export class CellJoiner {
  private haystack: string | null = null;
  private readonly known = new Map<string, boolean>();

  /** `texts`: where whole words are to be found, one call away because most tables have few broken lines. */
  constructor(private readonly texts: () => Iterable<string>) {}

  join(lines: readonly string[]): string {
    const text = new WrappedText();
    lines.forEach((line, index) => {
      if (index > 0 && this.breaksWord(lines[index - 1] ?? '', line)) text.append(line);
      else text.add(line);
    });
    return text.toString();
  }

  /** Does the line end inside a word? Only a line that is one long token can: elsewhere the break falls at a blank. */
  private breaksWord(line: string, next: string): boolean {
    if (line.length < SHORTEST_BROKEN_LINE || /[\s\-/.,;:)]$|\s/.test(line)) return false;
    const head = /\p{L}+$/u.exec(line)?.[0];
    const tail = /^\p{Ll}+/u.exec(next)?.[0];
    if (head === undefined || tail === undefined) return false;
    return (tail.length === 1 && tail !== 'u') || this.isWord(`${head}${tail}`);
  }

  private isWord(word: string): boolean {
    const wanted = word.toLowerCase();
    const known = this.known.get(wanted);
    if (known !== undefined) return known;
    this.haystack ??= [...this.texts()].join('\n').toLowerCase();
    const found = standsWhole(this.haystack, wanted);
    this.known.set(wanted, found);
    return found;
  }
}

/** Does the word stand in the text with no letter on either side? */
function standsWhole(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!LETTER.test(text.charAt(at - 1)) && !LETTER.test(text.charAt(at + word.length))) return true;
  }
  return false;
}

const LETTER = /\p{L}/u;

/** The narrowest column of such a table holds about this many letters; a shorter line had room for more. */
const SHORTEST_BROKEN_LINE = 18;
