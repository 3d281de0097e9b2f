import type { Statement, TextSection } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import type { SchemaName } from '../../plan/vocabulary';
import { holdsMoney } from '../figures';
import type { LineLedger } from '../ledger';
import { READING_KINDS } from '../findingKinds';
import { joinLines } from '../wrap';
import { headLineAt, kindsOf, type HeadLine } from '../table/headLine';
import type { ReportContext } from './context';
import { isDossierTitle, readDossiers } from './dossiers';
import { isFooter, nextContent } from './furniture';
import { readHead, type SectionHead } from './head';
import { parseHeading, type NodeHeading } from './heading';
import { PrintedTable } from './printedTable';
import { closeHead, endUnclear, readHeadLine, stretches } from './statementHeads';
import { readLabel, readRow, reportUnread } from './statementRows';
import { addRow, flush, START, startSection, type Reader, type State } from './statementState';

export interface StatementReading {
  readonly statement: Statement;
  readonly head: SectionHead;
  /** What is printed between the title and the table, and between the rows. */
  readonly texts: readonly TextSection[];
  readonly closed: boolean;
  readonly next: number;
}

/** Which schema to read, as its title says. */
export interface StatementTitle {
  readonly schema: SchemaName;
  readonly title: string;
  /** Set where the report prints the schema for several entities. */
  readonly entity: string | null;
}

/** Reads one schema from its title line ("J2: Staat van het financieel evenwicht") on, as far as it goes within `end`: a fold over its lines. */
export function readStatement(
  context: ReportContext,
  start: number,
  end: number,
  { schema, title, entity }: StatementTitle,
): StatementReading {
  const { ledger } = context;
  // A table without a title starts with the head of its columns.
  const from = title === '' ? start : start + 1;
  if (title !== '') ledger.claim(start, 'schemaTitle');
  const opening = readHead(ledger, from, end);
  const reader: Reader = { context, schema, entity, head: opening.head, end, printed: new PrintedTable() };
  let state = START;
  let next = opening.next;
  for (;;) {
    const at = nextContent(ledger, next, end);
    if (at >= end || (state.isClosed && !isDossierTitle(ledger.text(at)))) break;
    ({ state, next } = step(reader, state, at));
  }
  finish(reader, state, next);
  const source = ledger.source(start);
  const { printed } = reader;
  return {
    statement: printed.statement(schema, title, opening.head, source),
    head: opening.head,
    texts: printed.notes.length === 0 ? [] : [{ title, blocks: printed.notes, source }],
    closed: state.isClosed,
    next,
  };
}

interface Step {
  readonly state: State;
  readonly next: number;
}

/** Reads the line at `index`, and what belongs to it. */
function step(reader: Reader, state: State, index: number): Step {
  const { ledger } = reader.context;
  // The row above has taken it as the rest of its label.
  if (ledger.isClaimed(index)) return { state, next: index + 1 };
  const text = ledger.text(index);
  if (isDossierTitle(text)) {
    const list = readDossiers(ledger, index, reader.end);
    reader.printed.dossiers = list.dossiers;
    return { state: { ...flush(reader, closeHead(reader, state, index), null), isClosed: true }, next: list.next };
  }
  const heading = parseHeading(text);
  if (heading) return readObjective(reader, closeHead(reader, state, index), index, heading);
  const inHead = readHeadLine(reader, state, index);
  if (inHead !== null) return { state: inHead, next: index + 1 };
  const under = closeHead(reader, state, index);
  const read = readRow(reader, under, index) ?? readLabel(reader, under, index);
  if (read !== null) return { state: read, next: index + 1 };
  const flushed = flush(reader, under, null);
  if (isNote(reader, flushed, index)) {
    ledger.claim(index, 'prose');
    reader.printed.notes.push({ role: 'paragraph', text, line: index + 1 });
    return { state: flushed, next: index + 1 };
  }
  return { state: reportUnread(reader, flushed, index), next: index + 1 };
}

/** A sentence has so many words; a label has them too, but is followed by its figures. */
const SENTENCE_WORDS = 8;

/** Is the line running text beside the table: before its head, or a sentence? */
const isNote = ({ context: { ledger } }: Reader, { blocks }: State, index: number): boolean =>
  !holdsMoney(ledger.text(index)) &&
  ledger.figures(index).count === 0 &&
  (blocks.known.length === 0 || ledger.text(index).split(' ').length >= SENTENCE_WORDS);

/** Titles of objectives in J1 wrap over a few lines at most. */
const MAX_TITLE_LINES = 12;

function readObjective(reader: Reader, state: State, index: number, heading: NodeHeading): Step {
  const { ledger } = reader.context;
  const flushed = flush(reader, state, null);
  ledger.claim(index, 'objectiveHeading');
  const title: string[] = heading.title === '' ? [] : [heading.title];
  let next = index + 1;
  while (next < reader.end && title.length < MAX_TITLE_LINES && isTitleLine(ledger, next)) {
    title.push(ledger.text(next));
    ledger.claim(next, 'objectiveTitle');
    next += 1;
  }
  const under = startSection(flushed, sectionOf(ledger.text(index), heading), heading.code);
  return { state: addRow(reader, under, index, { rank: null, marker: '', label: joinLines(title) }, null), next };
}

/** The heading without the title behind it: "Prioritaire beleidsdoelstelling: BD000001". */
const sectionOf = (text: string, { code, title }: NodeHeading): string =>
  title === '' || code === null ? text : text.slice(0, text.indexOf(code) + code.length);

function isTitleLine(ledger: LineLedger, index: number): boolean {
  const text = ledger.text(index);
  return (
    text !== '' &&
    parseHeading(text) === null &&
    !isFooter(text) &&
    !holdsMoney(text) &&
    ledger.figures(index).count < 2 &&
    !isColumnHead(headLineAt(ledger, index))
  );
}

/** Heads of columns alone, or several years behind words: a title may close with a year or with one such word. */
const isColumnHead = (line: HeadLine | null): boolean =>
  line !== null && (line.label === '' || line.cells.filter((cell) => kindsOf(cell).includes('year')).length > 1);

/** Says what is left open at the end, and which columns were passed over. */
function finish(reader: Reader, state: State, next: number): void {
  endUnclear(reader, flush(reader, closeHead(reader, state, next), null));
  for (const { name, lines } of reader.printed.passed.values()) {
    reader.context.findings.push({
      check: READING_KINDS.passedColumn.id,
      place: placeAt({
        schema: reader.schema,
        line: lines[0] ?? null,
        lines: stretches(lines.map((line) => line - 1)),
      }),
      figures: { column: name, figures: lines.length },
      subject: name,
    });
  }
}
