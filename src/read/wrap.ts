/**
 * Putting wrapped lines together again. Reports wrap only at blanks and at hyphens that belong to the word, so a hyphen at a line
 * end is glued, never dropped - but for a hanging hyphen before a conjunction ("onderhouds-" / "en") and a dash between blanks.
 */

/** After these a hyphen hangs: "onderhouds- en vervangingswerken". */
const CONJUNCTION = /^(?:en|of|en\/of|noch|resp\.|maar|tot)(?:\s|$)/;

/** "subsidiedossiers en -" / "overeenkomsten": the hyphen opens the next word. */
const OPENS_SUFFIX = /(?:^|\s)(?:en|of|en\/of) -$/;

/** Joins one more line to the text so far. */
export function joinWrapped(left: string, right: string): string {
  if (left === '') return right;
  if (right === '') return left;
  if (left.endsWith('-') && (OPENS_SUFFIX.test(left) || (!left.endsWith(' -') && left !== '-' && !CONJUNCTION.test(right)))) return left + right;
  return `${left} ${right}`;
}

/** Joins the lines of one wrapped text, e.g. a title. */
export const joinLines = (lines: readonly string[]): string => lines.reduce(joinWrapped, '');
