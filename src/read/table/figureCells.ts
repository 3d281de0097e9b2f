import type { ParsedAmount } from '../../plan/amountText';
import { closingFigures, readFigureRow, type ClosingFigures } from '../figures';
import type { Word } from '../lines';
import type { Block } from './blocks';

/** The figures of one row, each with its place in the block; a place without a figure is a cell that is not printed. */
export interface RowCells {
  readonly label: string;
  readonly cells: readonly { readonly at: number; readonly amount: ParsedAmount }[];
  readonly labelNumbers: number;
}

/**
 * Reads a row under the head of a block: with a figure for every column, or with fewer where the places of the figures
 * say which columns are empty. Anything else is not read.
 */
export function readCells(
  closing: ClosingFigures,
  { columns, facts }: Block,
  words: readonly Word[] | null,
  isLabel: (label: string) => boolean,
): RowCells | null {
  const row = readFigureRow(closing, columns.length, words, facts.style);
  if (row !== null) {
    // A number before the figures is a word of the label only where the rows around it show that no column is missing.
    const isSure = row.labelNumbers === 0 || (facts.full > facts.wider && !isLabel(closing.label));
    return isSure
      ? { label: row.label, cells: row.amounts.map((amount, at) => ({ at, amount })), labelNumbers: row.labelNumbers }
      : null;
  }
  return words === null || facts.edges === null ? null : placeByEdge(closing, words, facts.edges);
}

/** A row with empty cells: each figure under the column whose right edge it shares; null when one stands under none. */
function placeByEdge(
  { label, tokens, count }: ClosingFigures,
  words: readonly Word[],
  edges: readonly number[],
): RowCells | null {
  if (count === 0 || count >= edges.length || tokens.length !== count) return null;
  const tolerance = toleranceOf(edges);
  const placed = words.slice(-count).map(({ text: figure, to }) => {
    const at = nearest(edges, to);
    const amount = readFigureRow(closingFigures(figure), 1)?.amounts[0];
    return Math.abs((edges[at] ?? Infinity) - to) <= tolerance && amount !== undefined ? { at, amount } : null;
  });
  if (!placed.every((cell) => cell !== null)) return null;
  const rises = placed.every((cell, index) => index === 0 || (placed[index - 1]?.at ?? -1) < cell.at);
  return rises ? { label, cells: placed, labelNumbers: 0 } : null;
}

/** A figure may stand this part of the distance between two columns away from the edge of its own. */
const TOLERANCE = 0.25;

const toleranceOf = (edges: readonly number[]): number =>
  TOLERANCE * Math.min(...edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0)), FALLBACK_WIDTH);

/** The width of a column where there is only one to measure. */
const FALLBACK_WIDTH = 40;

const nearest = (edges: readonly number[], to: number): number =>
  edges.reduce((best, edge, at) => (Math.abs(edge - to) < Math.abs((edges[best] ?? 0) - to) ? at : best), 0);
