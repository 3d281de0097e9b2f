import { headLineAt } from '../table/headLine';
import { placeAt } from '../../plan/finding';
import { isGroupLabel } from '../../schema/groups';
import { directionOfLabel, kindOfLabel } from '../../schema/rows/labels';
import { holdsMoney } from '../figures';
import { READING_KINDS } from '../findingKinds';
import { blocksFor, useBlock, type Block } from '../table/blocks';
import { readCells, type RowCells } from '../table/figureCells';
import { joinLines } from '../wrap';
import { reportUnrecognised } from './context';
import { splitMarker } from './rowMarker';
import { underKind } from './rowState';
import { addRow, flush, type Reader, type State } from './statementState';

/** Words in lower case right under a label go on with it. */
const GOES_ON = /^\p{Ll}(?!\.)/u;

/** Takes a row of figures; null when the line is none. */
export function readRow(reader: Reader, state: State, index: number): State | null {
  const { ledger } = reader.context;
  const { count } = ledger.figures(index);
  if (count === 0) return null;
  const found = findCells(reader, state, index, count);
  if (found === null) return null;
  const { block, row } = found;
  if (row.label === '' && state.pending === null) return null;
  const { state: ready, lines, first } = takePending(reader, state, row.label, index);
  reader.printed.addColumns(block);
  ledger.claim(index, 'statementRow');
  if (row.labelNumbers > 0) noteLabelNumber(reader, index, row.label);
  const marked = splitMarker(joinLines([...lines, row.label, ...restOfLabel(reader, index + 1)]));
  return addRow(reader, { ...ready, blocks: useBlock(ready.blocks, block) }, first, marked, { block, row });
}

/** The lines over which the label goes on under its figures, which it claims. */
function restOfLabel({ context: { ledger }, end }: Reader, from: number): readonly string[] {
  const rest: string[] = [];
  for (let at = from; at < end; at += 1) {
    const text = ledger.text(at);
    if (!GOES_ON.test(text) || ledger.figures(at).count > 0 || headLineAt(ledger, at) !== null) break;
    rest.push(text);
  }
  // Words over figures alone are the label of those figures.
  const { label, count } = ledger.figures(from + rest.length);
  if (label === '' && count > 0) return [];
  rest.forEach((_, at) => ledger.claim(from + at, 'statementLabel'));
  return rest;
}

function findCells(
  { context: { ledger } }: Reader,
  { blocks }: State,
  index: number,
  count: number,
): { readonly block: Block; readonly row: RowCells } | null {
  const words = ledger.words(index);
  for (const block of blocksFor(blocks, count)) {
    const row = readCells(ledger.figures(index), block, words, isKnownLabel);
    if (row !== null && !holdsMoney(row.label)) return { block, row };
  }
  return null;
}

/** Words that are the whole label of a row: a number behind them is a figure. */
const isKnownLabel = (label: string): boolean =>
  kindOfLabel(label) !== null || directionOfLabel(label) !== null || isGroupLabel(label);

function noteLabelNumber({ context, schema }: Reader, index: number, label: string): void {
  context.findings.push({
    check: READING_KINDS.labelNumber.id,
    place: placeAt({ schema, line: index + 1 }),
    figures: { label },
    subject: label,
  });
}

interface Taken {
  readonly state: State;
  /** The lines of the label above the row, and where the row starts. */
  readonly lines: readonly string[];
  readonly first: number;
}

/** The waiting label, when this line goes on with it: figures alone, or words in lower case right under it. */
function takePending(reader: Reader, state: State, label: string, index: number): Taken {
  const { pending } = state;
  if (pending === null) return { state, lines: [], first: index };
  if (label !== '' && !(pending.last === index - 1 && GOES_ON.test(label)))
    return { state: flush(reader, state, label), lines: [], first: index };
  for (let at = pending.first; at <= pending.last; at += 1) reader.context.ledger.claim(at, 'statementLabel');
  return { state: { ...state, pending: null }, lines: pending.lines, first: pending.first };
}

/** Takes a line of words alone: a kind, or a label that waits for the next line; null when it is neither. */
export function readLabel(reader: Reader, state: State, index: number): State | null {
  const { ledger } = reader.context;
  const text = ledger.text(index);
  if (holdsMoney(text)) return null;
  const { pending } = state;
  if (pending && pending.last === index - 1 && GOES_ON.test(text) && ledger.figures(index).count === 0)
    return { ...state, pending: { ...pending, lines: [...pending.lines, text], last: index } };
  const kind = kindOfLabel(text);
  if (kind !== null) {
    const flushed = flush(reader, state, text);
    ledger.claim(index, 'statementKind');
    const under = { ...flushed, place: underKind(flushed.place, kind) };
    return addRow(reader, under, index, { rank: null, marker: '', label: text }, null);
  }
  if (ledger.figures(index).count > 0 || !mayBeLabel(reader, index, text)) return null;
  return { ...flush(reader, state, text), pending: { lines: [text], first: index, last: index } };
}

/** Words alone are a row when they carry a marker, and open a section when a column head, a kind or another group follows. */
function mayBeLabel({ context: { ledger }, end }: Reader, index: number, text: string): boolean {
  if (splitMarker(text).rank !== null || isGroupLabel(text)) return true;
  const next = ledger.nextFilled(index + 1, end);
  if (next >= end) return false;
  const { label } = ledger.figures(next);
  return kindOfLabel(label) !== null || directionOfLabel(label) !== null || headLineAt(ledger, next)?.label === '';
}

/** A line with figures that fits no row is said to be ambiguous, any other unrecognised. */
export function reportUnread(reader: Reader, state: State, index: number): State {
  const { context, schema } = reader;
  const text = context.ledger.text(index);
  const { count, label } = context.ledger.figures(index);
  if (count > 0 && state.unclear !== null) {
    context.ledger.claim(index, 'unrecognised');
    return { ...state, unclear: { ...state.unclear, lines: [...state.unclear.lines, index] } };
  }
  const isNarrower = state.blocks.known.some(({ columns }) => columns.length < count);
  if (!(isNarrower && /\d \d{3}(?!\d)/.test(text))) reportUnrecognised(context, index);
  else {
    context.ledger.claim(index, 'unrecognised');
    context.findings.push({
      check: READING_KINDS.ambiguousFigures.id,
      place: placeAt({ schema, line: index + 1 }),
      figures: { text },
      subject: label,
    });
  }
  return state;
}
