import { DIRECTIONS, PHASES, REVISIONS } from '../../plan/vocabulary';
import type { HeadCell } from './headLine';
import type { Atom } from './headPhrases';

/** How many cells of the lower line each cell of the upper one spans. */
export type Sizes = readonly number[];

/** Two ways to read a head prove it unclear; where places may still decide, some more are looked at. */
const MAX_WAYS = 16;

/**
 * All ways in which the cells of the shorter line can span those of the longer one: the same cells under each, or else
 * cells in one order under each. Where the places of the cells are known and tell one way from the others, only that.
 */
export function splitsOf(over: readonly HeadCell[], under: readonly HeadCell[]): readonly Sizes[] {
  const [count, total] = [over.length, under.length];
  if (count === 0 || total < count) return [];
  if (count === 1) return [[total]];
  if (count === total) return [over.map(() => 1)];
  const even = total % count === 0 ? over.map(() => total / count) : null;
  if (even !== null && isPeriodic(under, total / count)) return [even];
  const up = waysInOrder(under, count, 1);
  const ways = up.length > 0 ? up : waysInOrder(under, count, -1);
  return ways.length > 1 ? byPlace(over, under, ways) : ways;
}

/** What the cells under one cell must differ in. */
const signature = ({ atoms }: HeadCell): string => JSON.stringify(atoms);

function isPeriodic(cells: readonly HeadCell[], size: number): boolean {
  const names = cells.map(signature);
  const distinct = new Set(names.slice(0, size)).size === size;
  return distinct && size > 1 && names.every((name, at) => at < size || name === names[at - size]);
}

/** Every division into so many runs whose cells only rise (or only fall). */
function waysInOrder(cells: readonly HeadCell[], count: number, direction: 1 | -1): readonly Sizes[] {
  const ways: Sizes[] = [];
  const divide = (from: number, left: number, sizes: Sizes): void => {
    if (ways.length >= MAX_WAYS) return;
    const rest = cells.length - from;
    if (left === 1) {
      if (isInOrder(cells, from, cells.length, direction)) ways.push([...sizes, rest]);
      return;
    }
    for (let size = 1; size <= rest - left + 1; size += 1) {
      if (!isInOrder(cells, from, from + size, direction)) break;
      divide(from + size, left - 1, [...sizes, size]);
    }
  };
  divide(0, count, []);
  return ways;
}

function isInOrder(cells: readonly HeadCell[], from: number, to: number, direction: 1 | -1): boolean {
  let last: number | null = null;
  for (const cell of cells.slice(from, to)) {
    const atom = cell.atoms[0];
    if (atom === undefined || atom.of === 'passed') continue;
    const rank = rankOf(atom);
    if (last !== null && (rank - last) * direction <= 0) return false;
    last = rank;
  }
  return true;
}

/** The place of each thing in the order in which heads print its kind. */
function rankOf(atom: Atom): number {
  switch (atom.of) {
    case 'year':
      return atom.year;
    case 'yearOffset':
      return atom.offset;
    case 'phase':
      return PHASES.indexOf(atom.phase);
    case 'revision':
      return REVISIONS.indexOf(atom.revision);
    case 'direction':
      return DIRECTIONS.indexOf(atom.direction);
    case 'entity':
    case 'passed':
      return 0;
  }
}

/** A way must lie this much closer to the places of the cells than the next best to be the one. */
const CLEARLY_CLOSER = 0.6;

function byPlace(over: readonly HeadCell[], under: readonly HeadCell[], ways: readonly Sizes[]): readonly Sizes[] {
  if ([...over, ...under].some(({ from }) => from === null)) return ways;
  const measured = ways
    .map((sizes) => ({ sizes, distance: distanceOf(over, under, sizes) }))
    .sort((left, right) => left.distance - right.distance);
  const [best, next] = measured;
  return best && next && best.distance < CLEARLY_CLOSER * next.distance ? [best.sizes] : ways;
}

/** How far the cells of the upper line stand from the middle of what they span, together. */
function distanceOf(over: readonly HeadCell[], under: readonly HeadCell[], sizes: Sizes): number {
  let at = 0;
  let distance = 0;
  sizes.forEach((size, index) => {
    const [first, last, cell] = [under[at], under[at + size - 1], over[index]];
    at += size;
    distance += Math.abs(middle(cell?.from, cell?.to) - middle(first?.from, last?.to));
  });
  return distance;
}

const middle = (from: number | null | undefined, to: number | null | undefined): number =>
  ((from ?? 0) + (to ?? 0)) / 2;
