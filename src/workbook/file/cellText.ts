/** What Excel holds in one cell at most; a longer text is cut there and ends in an ellipsis. */
export const MAX_CELL_TEXT = 32_767;

/** Errors that a spreadsheet would take a text for. */
const ERROR_TEXT = /^#(?:VALUE!|REF!|N\/A|NAME\?|NULL!|DIV\/0!|NUM!|GETTING_DATA|SPILL!|CALC!)$/;

export const looksLikeError = (text: string): boolean => ERROR_TEXT.test(text);

/** Lone halves of a surrogate pair, and the two characters XML excludes. */
const NOT_XML = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g;

/**
 * A text as a file may hold it: `_x0041_` is an escape to every reader of the format, so a literal one is escaped itself; lone halves of a
 * surrogate pair and U+FFFE/FFFF cannot stand in XML.
 */
export function fileText(text: string): string {
  const whole = text.length > MAX_CELL_TEXT ? `${text.slice(0, MAX_CELL_TEXT - 1)}…` : text;
  return whole.replace(NOT_XML, '\ufffd').replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
