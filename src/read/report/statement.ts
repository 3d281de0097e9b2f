import type { Dossier, Statement, StatementColumn } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import type { Direction, SchemaName, Unit } from '../../plan/vocabulary';
import { isGroupLabel } from '../../schema/groups';
import { identifyRows } from '../../schema/rows/identify';
import { directionOfLabel, kindOfLabel } from '../../schema/rows/labels';
import { countClosingFigures, readFigureRow } from '../figures';
import { READING_KINDS } from '../findingKinds';
import { joinLines } from '../wrap';
import { ColumnBlocks } from './columnBlocks';
import { columnsOfYears, endsInDigit, endsInYear, pairColumns, readPhases, splitPhases, splitYears } from './columns';
import { reportUnrecognised, type ReportContext } from './context';
import { isDossierTitle, readDossiers } from './dossiers';
import { isFooter, nextContent } from './furniture';
import { readHead, type SectionHead } from './head';
import { parseHeading } from './heading';
import { splitMarker, type MarkedLabel } from './rowMarker';
import { inSection, placeRow, underKind } from './rowState';
import { RowTable, type PlacedCell } from './rowTable';

export interface StatementReading {
  readonly statement: Statement;
  readonly head: SectionHead;
  readonly closed: boolean;
  readonly next: number;
}

/** Reads one schema from its title line ("J2: Staat van het financieel evenwicht") on, as far as it goes within `end`. */
export function readStatement(
  context: ReportContext,
  start: number,
  end: number,
  schema: SchemaName,
  title: string,
): StatementReading {
  return new StatementReader(context, end, schema, title).read(start);
}

/** A label printed without figures, waiting for the next line to tell what it is. */
interface Pending {
  readonly lines: string[];
  readonly index: number;
  last: number;
}

/** Titles of objectives in J1 wrap over a few lines at most. */
const MAX_TITLE_LINES = 12;

class StatementReader {
  private head: SectionHead | null = null;
  private years: readonly number[] | null = null;
  private readonly blocks = new ColumnBlocks();
  private readonly table = new RowTable();
  private rowState = inSection('');
  private readonly sections = new Set<string>();
  private pending: Pending | null = null;
  private unit: Unit = 'euro';
  private dossiers: readonly Dossier[] = [];
  private closed = false;

  constructor(
    private readonly context: ReportContext,
    private readonly end: number,
    private readonly schema: SchemaName,
    private readonly title: string,
  ) {}

  read(start: number): StatementReading {
    const { ledger } = this.context;
    ledger.claim(start, 'schemaTitle');
    const opening = readHead(ledger, start + 1, this.end);
    this.head = opening.head;
    let next = opening.next;
    for (;;) {
      const at = nextContent(ledger, next, this.end);
      if (at >= this.end || (this.closed && !isDossierTitle(ledger.text(at)))) break;
      next = this.step(at);
    }
    this.flush(null);
    return { statement: this.finish(start), head: opening.head, closed: this.closed, next };
  }

  private step(index: number): number {
    const { ledger } = this.context;
    const text = ledger.text(index);
    if (isDossierTitle(text)) {
      this.flush(null);
      const list = readDossiers(ledger, index, this.end);
      this.dossiers = list.dossiers;
      this.closed = true;
      return list.next;
    }
    const heading = parseHeading(text);
    if (heading) return this.readObjective(index, heading.code);
    if (this.readColumnHead(index, text) || this.readRow(index, text) || this.readLabel(index, text)) return index + 1;
    this.flush(null);
    this.reportUnread(index, text);
    return index + 1;
  }

  /** A line with figures that fits no row is said to be ambiguous, any other unrecognised. */
  private reportUnread(index: number, text: string): void {
    const count = countClosingFigures(text);
    const ambiguous = this.blocks.hasNarrower(count) && /\d \d{3}(?!\d)/.test(text);
    if (!ambiguous) return reportUnrecognised(this.context, index);
    this.context.ledger.claim(index, 'unrecognised');
    this.context.findings.push({
      check: READING_KINDS.ambiguousFigures.id,
      place: placeAt({ schema: this.schema, line: index + 1 }),
      figures: { text },
      subject: readFigureRowLabel(text),
    });
  }

  private readObjective(index: number, code: string | null): number {
    const { ledger } = this.context;
    this.flush(null);
    ledger.claim(index, 'objectiveHeading');
    const title: string[] = [];
    let next = index + 1;
    while (next < this.end && title.length < MAX_TITLE_LINES) {
      const text = ledger.text(next);
      if (text === '' || parseHeading(text) || readPhases(text) || splitYears(text) || isFooter(text)) break;
      title.push(text);
      ledger.claim(next, 'objectiveTitle');
      next += 1;
    }
    this.startSection(ledger.text(index), code);
    this.addRow(index, { rank: null, marker: '', label: joinLines(title) }, []);
    return next;
  }

  private startSection(name: string, node: string | null): void {
    this.rowState = inSection(name, node);
    this.sections.add(name);
  }

  /** Heads of columns: years, phases, directions, alone or closing the title of a section. */
  private readColumnHead(index: number, text: string): boolean {
    const columns = this.columnsOf(text) ?? this.singleYear(index, text);
    if (columns === null) return false;
    this.flush(null);
    if (columns.label !== '' && columns.label !== this.rowState.section) this.startSection(columns.label, null);
    this.blocks.open(columns.columns);
    this.context.ledger.claim(index, columns.label === '' ? 'columnHead' : 'sectionHead');
    return true;
  }

  private columnsOf(text: string): { readonly label: string; readonly columns: readonly StatementColumn[] } | null {
    const phases = splitPhases(text);
    if (phases) {
      const years = this.years ?? this.headYears();
      const columns = years === null ? null : pairColumns(years, phases.phases);
      if (columns === null || (phases.label !== '' && this.years !== null && phases.phases.length < 2)) return null;
      if (phases.label !== '' && phases.phases.length < 2) return null;
      this.years = null;
      return { label: phases.label, columns };
    }
    const directions = this.directionsOf(text);
    if (directions) return { label: '', columns: directions };
    const years = splitYears(text);
    if (!years) return null;
    this.years = years.years;
    const allPlan = this.schema.startsWith('M');
    return { label: years.label, columns: columnsOfYears(years.years, this.context.fiscalYear, allPlan) };
  }

  private headYears(): readonly number[] | null {
    const year = this.head?.year ?? null;
    return year === null ? null : [year];
  }

  /** A title that closes with one year only: the continuation of a section, or a table of one column. */
  private singleYear(
    index: number,
    text: string,
  ): { readonly label: string; readonly columns: readonly StatementColumn[] } | null {
    const match = endsInYear(text) ? /^(.*\S) ((?:19|20)\d{2})$/.exec(text) : null;
    const [, label = '', year = ''] = match ?? [];
    if (!match || kindOfLabel(label) !== null || directionOfLabel(label) !== null) return null;
    const { ledger } = this.context;
    const following = ledger.text(ledger.nextFilled(index + 1, this.end));
    if (!this.blocks.isEmpty && !this.sections.has(label) && readPhases(following) === null) return null;
    this.years = [Number(year)];
    return { label, columns: columnsOfYears(this.years, this.context.fiscalYear, this.schema.startsWith('M')) };
  }

  /** "Uitgaven Ontvangsten Uitgaven Ontvangsten": splits each column of the current block by direction (J3). */
  private directionsOf(text: string): readonly StatementColumn[] | null {
    const plain = this.blocks.current();
    if (plain.length === 0 || endsInDigit(text)) return null;
    const directions = text.split(/\s+/).map((word) => directionOfLabel(word));
    if (directions.length < 2 || !directions.every((direction): direction is Direction => direction !== null))
      return null;
    const each = directions.length / plain.length;
    if (!Number.isInteger(each)) return null;
    return directions.flatMap((direction, at) => {
      const column = plain[Math.floor(at / each)];
      return column ? [{ year: column.year, phase: column.phase, direction }] : [];
    });
  }

  private readRow(index: number, text: string): boolean {
    const count = countClosingFigures(text);
    if (count === 0 && !/[-\u2013\u2014]$/.test(text)) return false;
    const block = this.blocks.blockFor(count);
    const row = block ? readFigureRow(text, block.length) : null;
    if (!block || !row) return false;
    this.blocks.use(block);
    if (row.amounts.some(({ unit }) => unit === 'cent')) this.unit = 'cent';
    const cells = row.amounts.map(({ cents }, at): PlacedCell => [block[at] ?? 0, cents]);
    const pending = this.takePending(row.label, index);
    if (row.label === '' && pending === null) return false;
    const label = pending === null ? row.label : joinLines([...pending.lines, row.label]);
    this.context.ledger.claim(index, 'statementRow');
    this.addRow(pending?.index ?? index, splitMarker(label), cells);
    return true;
  }

  /** The waiting label, when this line goes on with it: figures alone, or words in lower case right under it. */
  private takePending(label: string, index: number): Pending | null {
    const { pending } = this;
    if (pending === null) return null;
    if (label !== '' && !(pending.last === index - 1 && /^\p{Ll}(?!\.)/u.test(label))) {
      this.flush(label);
      return null;
    }
    this.pending = null;
    for (let at = pending.index; at <= pending.last; at += 1) this.context.ledger.claim(at, 'statementLabel');
    return pending;
  }

  private readLabel(index: number, text: string): boolean {
    const { pending } = this;
    if (pending && pending.last === index - 1 && /^\p{Ll}(?!\.)/u.test(text)) {
      pending.lines.push(text);
      pending.last = index;
      return true;
    }
    const kind = kindOfLabel(text);
    if (kind !== null) {
      this.flush(text);
      this.rowState = underKind(this.rowState, kind);
      this.context.ledger.claim(index, 'statementKind');
      this.addRow(index, { rank: null, marker: '', label: text }, []);
      return true;
    }
    if (countClosingFigures(text) > 0 || !this.mayBeLabel(index, text)) return false;
    this.flush(text);
    this.pending = { lines: [text], index, last: index };
    return true;
  }

  /** Words alone are a row when they carry a marker, and open a section when a column head, a kind or another group follows. */
  private mayBeLabel(index: number, text: string): boolean {
    if (splitMarker(text).rank !== null || isGroupLabel(text)) return true;
    const { ledger } = this.context;
    const next = ledger.nextFilled(index + 1, this.end);
    if (next >= this.end) return false;
    const following = ledger.text(next);
    const label = readFigureRowLabel(following);
    return (
      kindOfLabel(label) !== null ||
      directionOfLabel(label) !== null ||
      readPhases(following) !== null ||
      splitYears(following)?.label === ''
    );
  }

  /** Decides what the waiting label was: a row without figures, an entity, or the start of a section. */
  private flush(following: string | null): void {
    const { pending } = this;
    if (pending === null) return;
    this.pending = null;
    const label = joinLines(pending.lines);
    const marked = splitMarker(label);
    for (let at = pending.index; at <= pending.last; at += 1) {
      this.context.ledger.claim(at, marked.rank === null ? 'sectionHead' : 'statementLabel');
    }
    if (marked.rank === null) {
      this.startSection(label, null);
      this.addRow(pending.index, marked, []);
      return;
    }
    this.addRow(pending.index, marked, []);
    // "- Autonoom gemeentebedrijf" over rows of kinds: the entity these rows are of.
    if (marked.marker === '-' && following !== null && kindOfLabel(readFigureRowLabel(following)) !== null)
      this.startSection(marked.label, null);
  }

  private addRow(index: number, marked: MarkedLabel, cells: readonly PlacedCell[]): void {
    const { state, place } = placeRow(this.rowState, marked, cells.length > 0);
    this.rowState = state;
    this.sections.add(state.section);
    this.table.add({ ...place, source: this.context.ledger.source(index) }, cells);
  }

  private finish(start: number): Statement {
    return {
      schema: this.schema,
      title: this.title,
      version: this.head?.version ?? null,
      columns: this.blocks.columns,
      rows: identifyRows(this.schema, this.table.rows(this.blocks.columns)),
      dossiers: this.dossiers,
      unit: this.unit,
      source: this.context.ledger.source(start),
    };
  }
}

/** The words before the figures that close a line. */
const readFigureRowLabel = (text: string): string => {
  const tokens = text.split(/\s+/);
  const count = countClosingFigures(text);
  return tokens.slice(0, tokens.length - count).join(' ');
};
