/**
 * Putting wrapped lines together again. Reports wrap only at blanks and at hyphens that belong to the word, so a hyphen at a line
 * end is glued, never dropped - but for a hanging hyphen before a conjunction ("onderhouds-" / "en") and a dash between blanks.
 */

/** After these a hyphen hangs: "onderhouds- en vervangingswerken". */
const CONJUNCTION = /^(?:en|of|en\/of|noch|resp\.|maar|tot)(?:\s|$)/;

/** "subsidiedossiers en -" / "overeenkomsten": the hyphen opens the next word. */
const OPENS_SUFFIX = /(?:^|\s)(?:en|of|en\/of) -$/;

/** Does the line go on right after a text that ends so, without a blank between? */
function isGlued(end: string, line: string): boolean {
  if (!end.endsWith('-')) return false;
  return OPENS_SUFFIX.test(end) || (!end.endsWith(' -') && end !== '-' && !CONJUNCTION.test(line));
}

/** As many of the last signs of a text as tell how it goes on: "en/of -" and the blank before it. */
const TELLING_SIGNS = 8;

/**
 * A text put together line by line. Only its last signs are looked at, so that a long paragraph costs no more than its length:
 * a string that grows and is searched at every line costs the square of it.
 */
export class WrappedText {
  private readonly parts: string[] = [];
  /** The last line, or when it is short the last signs of all. */
  private end = '';

  get isEmpty(): boolean {
    return this.end === '';
  }

  /** Adds a line where the text goes on. */
  add(line: string): void {
    if (line === '') return;
    if (!this.isEmpty && !isGlued(this.end, line)) this.append(' ');
    this.append(line);
  }

  /** Adds what stands after the text as it is: a line of its own, the rest of a broken word. */
  append(text: string): void {
    this.parts.push(text);
    this.end = text.length >= TELLING_SIGNS ? text : (this.end + text).slice(-TELLING_SIGNS);
  }

  toString(): string {
    return this.parts.join('');
  }
}

/** Joins the lines of one wrapped text, e.g. a title. */
export function joinLines(lines: readonly string[]): string {
  const text = new WrappedText();
  for (const line of lines) text.add(line);
  return text.toString();
}
