import type { Reading, SourceLine } from '../../src/read/source';

/**
 * Takes the running prose out of a report and leaves everything else as it was printed: line by line, blank lines, leading blanks and
 * line lengths included. Which lines are prose is what the reader says of them, so this holds for any report it reads.
 */

/** Lines that are nothing but prose. */
const PROSE_ROLES = ['narrative', 'prose', 'proseItem', 'footnote'];
/** The line an evaluation opens with: its status stays, the narrative after it goes. */
const EVALUATION_ROLE = 'evaluation';

/** Glyphs that open a list item; they stay, because they are layout. */
const BULLET = /^(?:[•▪\uF0B7]|»»|o\s|-\s|\d{1,2}\)\s)\s*/u;
const EVALUATION_MARK = /^Toelichting evaluatie\s*: ?/;
const SEPARATOR = /^\.?\s*:\s*/;
const FILL = '.';

interface Piece {
  readonly index: number;
  readonly kept: string;
  readonly prose: string;
}

/** Fills what is left of a line, so that it stays as long as it was: the reader tells ended lines from wrapped ones by their length. */
const fillTo = (start: string, length: number): string =>
  start.length >= length ? start : `${start}${start.endsWith(' ') ? '' : ' '}`.padEnd(length, FILL);

/** "[proza 412 tekens]": the length of the paragraph with its lines joined by one blank, without spreadsheet quotes around it. */
export const proseMarker = (length: number): string => `[proza ${length} tekens]`;

function reduceParagraph(pieces: readonly Piece[], lines: string[]): void {
  const text = pieces
    .map(({ prose }) => prose.trim())
    .join(' ')
    .replace(/^"|"$/g, '');
  pieces.forEach(({ index, kept, prose }, position) => {
    const line = lines[index] ?? '';
    const trailing = /\s*$/.exec(line)?.[0] ?? '';
    const length = line.length - trailing.length;
    lines[index] =
      (position === 0
        ? fillTo(`${kept}${proseMarker(text.length)}`, length)
        : `${kept}${FILL.repeat(Math.max(1, prose.trim().length))}`) + trailing;
  });
}

/** Stands for a letter in a plan; no sign that a text could end with. */
const LETTER = '·';

/**
 * A line of prose as signs; figures stay. What tells the reader of plans where a text starts and ends stays: whether it starts with a small letter (x),
 * how long its words are, and the sign it ends with.
 */
export function maskLine(prose: string): string {
  const masked = prose.replace(/\S+/gu, (word) => (/\d/.test(word) ? word : word.replace(/\S/gu, LETTER)));
  const first = /^\p{Ll}/u.test(prose) ? 'x' : '';
  const last = /[^\p{L}\p{N}\s]$/u.exec(prose)?.[0] ?? '';
  return first + masked.slice(first.length, masked.length - last.length) + last;
}

/** Plans that are no report: every line keeps the shape of its words, the marker stands after the first one where there is room. */
function maskParagraph(pieces: readonly Piece[], lines: string[]): void {
  const length = pieces.map(({ prose }) => prose.trim()).join(' ').length;
  pieces.forEach(({ index, kept, prose }, position) => {
    const text = prose.trimEnd();
    const masked = maskLine(text);
    const at = masked.indexOf(' ') + 1;
    const marker = `${proseMarker(length)} `;
    const room =
      position === 0 &&
      at > 0 &&
      at + marker.length < masked.length &&
      !/\d/.test(masked.slice(at, at + marker.length));
    lines[index] =
      kept +
      (room ? masked.slice(0, at) + marker + masked.slice(at + marker.length) : masked) +
      prose.slice(text.length);
  });
}

/** How much of an evaluation line stays: the mark, the status as printed, and what separates it from the narrative. */
function statusEnd(line: string, statusText: string): number {
  const opening = EVALUATION_MARK.exec(line.trimStart())?.[0] ?? '';
  const start = line.length - line.trimStart().length + opening.length;
  if (!line.startsWith(statusText, start)) return start;
  const end = start + statusText.length;
  return end + (SEPARATOR.exec(line.slice(end))?.[0].length ?? 0);
}

/** The text of the source with its prose replaced by markers. `source` is the text the reading was made of, its line ends as `\n`. */
export function reduceProse(source: string, { document, lines: roles }: Reading): string {
  const lines = source.split('\n');
  const evaluations = document.nodes
    .filter(({ evaluation }) => evaluation !== null)
    .sort((left, right) => left.source.line - right.source.line);
  let evaluated = 0;
  const isPlan = document.document.kind === 'policyPlan';
  const starts = new Set(isPlan ? document.texts.flatMap(({ blocks }) => blocks.map(({ line }) => line)) : []);
  let paragraph: Piece[] = [];
  const close = (): void => {
    if (paragraph.length > 0) (isPlan ? maskParagraph : reduceParagraph)(paragraph, lines);
    paragraph = [];
  };
  let previous: SourceLine | null = null;
  for (const line of roles) {
    const index = line.number - 1;
    const printed = lines[index] ?? '';
    const indent = printed.length - printed.trimStart().length;
    if (line.role === EVALUATION_ROLE) {
      close();
      const end = statusEnd(printed, evaluations[evaluated]?.evaluation?.statusText ?? '');
      evaluated += 1;
      if (printed.slice(end).trim() !== '')
        paragraph.push({ index, kept: printed.slice(0, end), prose: printed.slice(end) });
    } else if (PROSE_ROLES.includes(line.role)) {
      const bullet = line.role === 'narrative' ? '' : (BULLET.exec(printed.slice(indent))?.[0] ?? '');
      const follows =
        previous !== null &&
        previous.number === line.number - 1 &&
        bullet === '' &&
        (previous.role === line.role || previous.role === EVALUATION_ROLE);
      const goesOn = isPlan ? paragraph.length > 0 && !starts.has(line.number) : follows;
      if (!goesOn) close();
      const kept = printed.slice(0, indent) + bullet;
      paragraph.push({ index, kept, prose: printed.slice(kept.length) });
    } else close();
    previous = line;
  }
  close();
  return lines.join('\n');
}
