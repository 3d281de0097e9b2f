/** What Excel holds in one cell at most, in UTF-16 units; a longer text is cut there and ends in an ellipsis. */
export const MAX_CELL_TEXT = 32_767;

/** Lone halves of a surrogate pair, and what XML 1.0 excludes: no file can hold them as they are. */
const NOT_IN_FILES =
  /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * A text as a cell shows it in any host: line ends are line feeds, what files cannot hold is replaced, and it ends at MAX_CELL_TEXT.
 * The state sheet keeps the text itself, so that nothing is lost when a sheet is read back.
 */
export function cellText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').replace(NOT_IN_FILES, '\ufffd');
  return lines.length > MAX_CELL_TEXT ? `${lines.slice(0, MAX_CELL_TEXT - 1)}…`.replace(NOT_IN_FILES, '\ufffd') : lines;
}
