import { placeAt } from '../../plan/finding';
import { directionOfLabel, kindOfLabel } from '../../schema/rows/labels';
import { READING_KINDS } from '../findingKinds';
import { blockKey, closeBlock, factsOf, openBlock, type Block } from '../table/blocks';
import { readGrid, type Column } from '../table/headGrid';
import { headLineAt, isEndingLine, kindsOf, type HeadLine } from '../table/headLine';
import { splitMarker } from './rowMarker';
import { flush, startSection, type OpenHeadLine, type Reader, type State } from './statementState';

/** Takes a line of a head of columns; null when it is none. The head is read when the first line under it comes. */
export function readHeadLine(reader: Reader, state: State, index: number): State | null {
  const { ledger } = reader.context;
  const text = ledger.text(index);
  if (state.head.length > 0 && isEndingLine(text)) {
    ledger.claim(index, 'columnHead');
    return state;
  }
  const line = headLineAt(ledger, index);
  if (line === null || !isHead(reader, state, index, line)) return null;
  const flushed = flush(reader, state, null);
  const { label } = line;
  const isNew = label !== '' && label !== flushed.place.section;
  ledger.claim(index, label === '' ? 'columnHead' : 'sectionHead');
  return {
    ...(isNew ? startSection(flushed, label, null) : flushed),
    head: goesOn(state.head, line) ? [...state.head, { index, line }] : [{ index, line }],
  };
}

/** A head printed anew before any row, as after a page break, takes the place of the one before it. */
function goesOn(head: readonly OpenHeadLine[], line: HeadLine): boolean {
  const isSame = head.some((open) => JSON.stringify(names(open.line)) === JSON.stringify(names(line)));
  const says = new Set(line.cells.flatMap((cell) => kindsOf(cell).split(' ')));
  const repeats = head.some((open) =>
    open.line.cells.some((cell) =>
      kindsOf(cell)
        .split(' ')
        .some((kind) => says.has(kind)),
    ),
  );
  return !isSame && !(repeats && line.label !== '');
}

const names = ({ cells }: HeadLine): unknown => cells.map(({ atoms }) => atoms);

/** Past this a line that closes with years or phases is a sentence. */
const MAX_LABEL_LENGTH = 100;

function isHead(reader: Reader, state: State, index: number, line: HeadLine): boolean {
  const { label, cells } = line;
  if (label.length > MAX_LABEL_LENGTH) return false;
  const kinds = new Set(cells.map(kindsOf));
  const [kind = ''] = kinds;
  if (cells.length > 1) {
    const isLoose = kinds.size === 1 && (kind === 'direction' || kind === 'entity' || kind === 'passed');
    if (!isLoose) return true;
    return label === ''
      ? kind !== 'passed' || state.head.length > 0
      : state.head.length > 0 || underFigures(reader, index, cells.length);
  }
  if (label === '') return isBareHead(reader, state, index, kind);
  return /year/.test(kind) && isTitleWithYear(reader, state, index, label);
}

function isBareHead(reader: Reader, state: State, index: number, kind: string): boolean {
  if (kind.includes('year')) return kind !== 'year' || /\d/.test(reader.context.ledger.text(index));
  if (kind === 'phase') return state.head.length > 0 || yearsOver(reader) !== null;
  if (kind !== 'revision') return false;
  return state.head.length > 0 || isHeadAt(reader, index + 1);
}

/** A title that closes with one year only: the continuation of a section, or a table of one column. */
function isTitleWithYear(reader: Reader, state: State, index: number, label: string): boolean {
  if (kindOfLabel(label) !== null || directionOfLabel(label) !== null) return false;
  if (splitMarker(label).rank === 4) return false;
  const isFirst = state.blocks.known.length === 0 && state.head.length === 0;
  return isFirst || state.sections.has(label) || isHeadAt(reader, index + 1);
}

/** Does the next line print heads of columns alone? */
function isHeadAt({ context: { ledger }, end }: Reader, index: number): boolean {
  const at = ledger.nextFilled(index, end);
  const line = at < end ? headLineAt(ledger, at) : null;
  return line?.label === '' || (at < end && isEndingLine(ledger.text(at)));
}

/** Does the next line close with so many figures? */
function underFigures({ context: { ledger }, end }: Reader, index: number, count: number): boolean {
  const at = ledger.nextFilled(index + 1, end);
  return at < end && ledger.figures(at).count === count;
}

/** The years printed over the schema; null where it prints a span of years. */
const yearsOver = ({ head, context }: Reader): readonly number[] | null =>
  head.lastYear !== null
    ? null
    : head.year !== null
      ? [head.year]
      : context.fiscalYear === null
        ? null
        : [context.fiscalYear];

/** Reads the head that is open, now that the line after it is no part of it. */
export function closeHead(reader: Reader, state: State, next: number): State {
  if (state.head.length === 0) return state;
  const { context, head, schema, entity } = reader;
  const said = endUnclear(reader, { ...state, head: [] });
  const grid = readGrid(
    state.head.map(({ line }) => line),
    {
      years: yearsOver(reader),
      fiscalYear: context.fiscalYear,
      isPlan: context.isPlan || head.lastYear !== null || schema.startsWith('M'),
      entity,
    },
  );
  const index = state.head[0]?.index ?? next;
  if (grid.is === 'unclear') {
    for (const open of state.head) context.ledger.reclaim(open.index, 'unrecognised');
    const text = state.head.map((open) => context.ledger.text(open.index)).join(' / ');
    return { ...said, blocks: closeBlock(state.blocks), unclear: { index, text, lines: [] } };
  }
  return { ...said, blocks: openBlock(said.blocks, blockOf(reader, said, grid.columns, next)) };
}

/** The block of these columns; the one known already when the head is printed again. */
function blockOf({ context, end }: Reader, { blocks }: State, columns: readonly Column[], next: number): Block {
  const facts = factsOf(context.ledger, next, end, columns.length);
  const block: Block = { columns, facts };
  const known = blocks.known.find((each) => blockKey(each) === blockKey(block));
  return known !== undefined && facts.full === 0 && facts.edges === null ? known : block;
}

/** Says which lines stand under a head that was not understood. */
export function endUnclear({ context, schema }: Reader, state: State): State {
  const { unclear } = state;
  if (unclear === null) return state;
  const { index, text, lines } = unclear;
  context.findings.push({
    check: READING_KINDS.unclearHead.id,
    place: placeAt({ schema, line: index + 1, lines: stretches([index, ...lines]) }),
    figures: { text: text.slice(0, MAX_QUOTE), lines: lines.length, figures: countFigures(context.ledger, lines) },
    subject: text.slice(0, MAX_QUOTE),
  });
  return { ...state, unclear: null };
}

const MAX_QUOTE = 120;

const countFigures = (ledger: Reader['context']['ledger'], lines: readonly number[]): number =>
  lines.reduce((count, index) => count + ledger.figures(index).count, 0);

/** Lines (0-based, rising) as stretches of 1-based numbers that follow each other. */
export function stretches(indexes: readonly number[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const index of indexes) {
    const last = found.at(-1);
    if (last !== undefined && index === last[1]) last[1] = index + 1;
    else found.push([index + 1, index + 1]);
  }
  return found;
}
