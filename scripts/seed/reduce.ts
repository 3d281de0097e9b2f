import type { Reading, SourceLine } from '../../src/read/source';

/**
 * Takes the running prose out of a report and leaves everything else as it was printed: line by line, blank lines, leading blanks and
 * line lengths included. Which lines are prose is what the reader says of them, so this holds for any report it reads.
 */

/** Lines that are nothing but prose. */
const PROSE_ROLES = ['narrative', 'prose', 'proseItem'];
/** The line an evaluation opens with: its status stays, the narrative after it goes. */
const EVALUATION_ROLE = 'evaluation';

/** Glyphs that open a list item; they stay, because they are layout. */
const BULLET = /^(?:[•▪\uF0B7]|o\s|-\s|\d{1,2}\)\s)\s*/u;
const EVALUATION_MARK = /^Toelichting evaluatie\s*: ?/;
const SEPARATOR = /^\.?\s*:\s*/;
const FILL = '.';

interface Piece {
  readonly index: number;
  readonly kept: string;
  readonly prose: string;
}

/** Fills what is left of a line, so that it stays as long as it was: the reader tells ended lines from wrapped ones by their length. */
const fillTo = (start: string, length: number): string => (start.length >= length ? start : `${start}${start.endsWith(' ') ? '' : ' '}`.padEnd(length, FILL));

/** "[proza 412 tekens]": the length of the paragraph with its lines joined by one blank, without spreadsheet quotes around it. */
export const proseMarker = (length: number): string => `[proza ${length} tekens]`;

function reduceParagraph(pieces: readonly Piece[], lines: string[]): void {
  const text = pieces.map(({ prose }) => prose.trim()).join(' ').replace(/^"|"$/g, '');
  pieces.forEach(({ index, kept, prose }, position) => {
    const line = lines[index] ?? '';
    const trailing = /\s*$/.exec(line)?.[0] ?? '';
    const length = line.length - trailing.length;
    lines[index] = (position === 0 ? fillTo(`${kept}${proseMarker(text.length)}`, length) : `${kept}${FILL.repeat(Math.max(1, prose.trim().length))}`) + trailing;
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
  const evaluations = document.nodes.filter(({ evaluation }) => evaluation !== null).sort((left, right) => left.source.line - right.source.line);
  let evaluated = 0;
  let paragraph: Piece[] = [];
  const close = (): void => {
    if (paragraph.length > 0) reduceParagraph(paragraph, lines);
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
      if (printed.slice(end).trim() !== '') paragraph.push({ index, kept: printed.slice(0, end), prose: printed.slice(end) });
    } else if (PROSE_ROLES.includes(line.role)) {
      const bullet = line.role === 'narrative' ? '' : (BULLET.exec(printed.slice(indent))?.[0] ?? '');
      const goesOn = previous !== null && previous.number === line.number - 1 && bullet === '' && (previous.role === line.role || previous.role === EVALUATION_ROLE);
      if (!goesOn) close();
      const kept = printed.slice(0, indent) + bullet;
      paragraph.push({ index, kept, prose: printed.slice(kept.length) });
    } else close();
    previous = line;
  }
  close();
  return lines.join('\n');
}
