import { closingFigures } from '../figures';
import { joinLines } from '../wrap';
import { NO_BLOCKS, type Blocks } from '../table/blocks';
import type { HeadLine } from '../table/headLine';
import type { SchemaName } from '../../plan/vocabulary';
import { kindOfLabel } from '../../schema/rows/labels';
import type { ReportContext } from './context';
import type { SectionHead } from './head';
import type { PrintedTable } from './printedTable';
import { splitMarker, type MarkedLabel } from './rowMarker';
import { inSection, placeRow, type RowState } from './rowState';
import type { RowCells } from '../table/figureCells';
import type { Block } from '../table/blocks';

/** A label printed without figures, waiting for the next line to tell what it is. */
export interface Pending {
  readonly lines: readonly string[];
  readonly first: number;
  readonly last: number;
}

/** A line of a head of columns, until the head is whole. */
export interface OpenHeadLine {
  readonly index: number;
  readonly line: HeadLine;
}

/** A head that was not understood, and the lines with figures under it. */
export interface UnclearHead {
  readonly index: number;
  readonly text: string;
  readonly lines: readonly number[];
}

/**
 * All that the lines of a schema read so far say about the next one. After the line "b. Uitgaven 34.300 31.255" of
 *
 *     Budgettair resultaat    Jaarrekening   Meerjarenplan      head: two columns of the year of the report
 *     I. Exploitatiesaldo           -5.000           -1.000     row I
 *     a. Ontvangsten                29.300           30.255     row I.a
 *     b. Uitgaven                   34.300           31.255     row I.b
 *
 * the place is "Budgettair resultaat" with the markers I and b open, and the block has two columns.
 */
export interface State {
  readonly place: RowState;
  readonly sections: ReadonlySet<string>;
  readonly head: readonly OpenHeadLine[];
  readonly blocks: Blocks;
  readonly pending: Pending | null;
  readonly unclear: UnclearHead | null;
  readonly isClosed: boolean;
}

export const START: State = {
  place: inSection(''),
  sections: new Set(),
  head: [],
  blocks: NO_BLOCKS,
  pending: null,
  unclear: null,
  isClosed: false,
};

/** What the steps over the lines of one schema work with. */
export interface Reader {
  readonly context: ReportContext;
  readonly schema: SchemaName;
  readonly head: SectionHead;
  /** The entity this part of the schema is of, where the report prints the schema for several. */
  readonly entity: string | null;
  readonly end: number;
  readonly printed: PrintedTable;
}

export const startSection = (state: State, name: string, node: string | null): State => ({
  ...state,
  place: inSection(name, node),
  sections: state.sections.has(name) ? state.sections : new Set([...state.sections, name]),
});

/** Adds a row where the state stands; gives the state after it. */
export function addRow(
  { context, printed }: Reader,
  state: State,
  index: number,
  marked: MarkedLabel,
  figures: { readonly block: Block; readonly row: RowCells } | null,
): State {
  const { state: place, place: row } = placeRow(state.place, marked, figures !== null);
  printed.addRow({ ...row, source: context.ledger.source(index) }, figures?.block ?? null, figures?.row ?? null);
  const { section } = place;
  const sections = state.sections.has(section) ? state.sections : new Set([...state.sections, section]);
  return { ...state, place, sections };
}

/** Decides what the waiting label was: a row without figures, an entity, or the start of a section. */
export function flush(reader: Reader, state: State, following: string | null): State {
  const { pending } = state;
  if (pending === null) return state;
  const label = joinLines(pending.lines);
  const marked = splitMarker(label);
  const isSection = marked.rank === null;
  for (let at = pending.first; at <= pending.last; at += 1)
    reader.context.ledger.claim(at, isSection ? 'sectionHead' : 'statementLabel');
  const bare = { ...state, pending: null };
  if (isSection) return addRow(reader, startSection(bare, label, null), pending.first, marked, null);
  const after = addRow(reader, bare, pending.first, marked, null);
  // "- Autonoom gemeentebedrijf" over rows of kinds: the entity these rows are of.
  const isEntity = marked.marker === '-' && following !== null && kindOfLabel(closingFigures(following).label) !== null;
  return isEntity ? startSection(after, marked.label, null) : after;
}
