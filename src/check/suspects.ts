import type { Cents } from '../plan/money';
import type { Judged } from './audit';
import type { CellRef } from '../figures/identity';

/** A figure that alone explains sums that do not close: with `expectedCents` instead of what is printed, all of them do. */
export interface Explained {
  readonly cell: CellRef;
  readonly expectedCents: Cents;
  readonly evidence: readonly Judged[];
}

export interface Explanation {
  readonly explained: readonly Explained[];
  /** Per broken sum that no single figure explains: the figures that could be behind it. */
  readonly suspects: ReadonlyMap<Judged, readonly CellRef[]>;
}

interface Use {
  readonly judged: Judged;
  /** How the residual moves when the figure grows by one. */
  readonly slope: number;
}

interface Candidate {
  readonly cell: CellRef;
  readonly shift: Cents;
  readonly closes: readonly Judged[];
  /** Hints that the shift closes less those it opens. */
  readonly hints: number;
}

function usesByCell(judged: readonly Judged[], wanted: ReadonlySet<string>): ReadonlyMap<string, Use[]> {
  const uses = new Map<string, Use[]>();
  const add = (id: string, use: Use): void => {
    if (!wanted.has(id)) return;
    const known = uses.get(id);
    if (known) known.push(use);
    else uses.set(id, [use]);
  };
  for (const one of judged) {
    add(one.identity.target.id, { judged: one, slope: 1 });
    for (const { cell, sign } of one.identity.terms)
      add(cell.id, { judged: one, slope: -sign * (one.identity.factor ?? 1) });
  }
  return uses;
}

const isBroken = ({ residual, bound }: Judged): boolean => Math.abs(residual) > bound;

/**
 * The shift of one figure that closes every broken sum it stands in without opening one that holds: each sum allows an interval of
 * shifts, and they must meet. null when they do not, or when no shift is needed.
 */
function shiftOf(uses: readonly Use[]): Cents | null {
  let low = -Infinity;
  let high = Infinity;
  let tightest = Infinity;
  let best = 0;
  for (const { judged, slope } of uses) {
    const ends = [(-judged.bound - judged.residual) / slope, (judged.bound - judged.residual) / slope];
    low = Math.max(low, Math.min(...ends));
    high = Math.min(high, Math.max(...ends));
    if (isBroken(judged) && judged.bound / Math.abs(slope) < tightest) {
      tightest = judged.bound / Math.abs(slope);
      best = -judged.residual / slope;
    }
  }
  if (low > high || (low <= 0 && high >= 0)) return null;
  return Math.round(Math.min(Math.max(best, low), high));
}

/**
 * Looks for the figure behind sums that do not close: the one that closes the most of them, as long as it is the only one that does.
 * Repeats until nothing more is explained; what is left keeps its suspects.
 */
export function explainByOneCell(
  judged: readonly Judged[],
  broken: readonly Judged[],
  hints: readonly Judged[],
): Explanation {
  const cells = new Map<string, CellRef>();
  for (const { identity } of broken)
    for (const cell of [identity.target, ...identity.terms.map((term) => term.cell)]) cells.set(cell.id, cell);
  const wanted = new Set(cells.keys());
  const uses = usesByCell(judged, wanted);
  const hintUses = broken.length === 0 ? new Map<string, Use[]>() : usesByCell(hints, wanted);
  const candidates = [...cells.values()].flatMap((cell): readonly Candidate[] => {
    const shift = shiftOf(uses.get(cell.id) ?? []);
    // Ties of its own that are broken, and stay so, tell of something else: it cannot take up another's difference.
    if (shift !== null && staysBroken(shift, hintUses.get(cell.id) ?? [])) return [];
    const closes = (uses.get(cell.id) ?? []).map((use) => use.judged).filter(isBroken);
    return shift === null ? [] : [{ cell, shift, closes, hints: hintsFor(shift, hintUses.get(cell.id) ?? []) }];
  });
  const explained: Explained[] = [];
  const open = new Set(broken);
  for (;;) {
    const best = bestCandidate(candidates, open);
    if (!best) break;
    for (const one of best.closes) open.delete(one);
    explained.push({ cell: best.cell, expectedCents: (best.cell.cents ?? 0) + best.shift, evidence: best.closes });
  }
  return { explained, suspects: suspectsOf(candidates, open) };
}

/** Per sum that stays open, the figures with the best evidence against them. */
function suspectsOf(
  candidates: readonly Candidate[],
  open: ReadonlySet<Judged>,
): ReadonlyMap<Judged, readonly CellRef[]> {
  const best = new Map<Judged, readonly Candidate[]>();
  for (const candidate of candidates) {
    for (const one of candidate.closes) {
      const known = best.get(one) ?? [];
      const [first] = known;
      if (!open.has(one) || (first && isBetter(first, candidate))) continue;
      best.set(one, first && isBetter(candidate, first) ? [candidate] : [...known, candidate]);
    }
  }
  return new Map([...best].map(([one, found]) => [one, found.map(({ cell }) => cell)]));
}

const staysBroken = (shift: Cents, uses: readonly Use[]): boolean =>
  uses.some(({ judged, slope }) => isBroken(judged) && Math.abs(judged.residual + slope * shift) > judged.bound);

/** Does the shift make usual equalities hold that did not, or the other way round? */
const hintsFor = (shift: Cents, uses: readonly Use[]): number =>
  uses.reduce((sum, { judged, slope }) => {
    const after = Math.abs(judged.residual + slope * shift) <= judged.bound;
    return sum + (after ? 1 : 0) - (isBroken(judged) ? 0 : 1);
  }, 0);

/**
 * More sums closed is better evidence; where that is equal, the hints decide: usual ties that close too. That a tie of the other would
 * open is none, for what is usual need not hold.
 */
const isBetter = (left: Candidate, right: Candidate): boolean =>
  left.closes.length > right.closes.length ||
  (left.closes.length === right.closes.length && left.hints > 0 && left.hints > right.hints);

/** The candidate whose broken sums are all still open and that closes the most of them, alone in doing so. */
function bestCandidate(candidates: readonly Candidate[], open: ReadonlySet<Judged>): Candidate | null {
  const usable = candidates.filter(({ closes }) => closes.length > 0 && closes.every((one) => open.has(one)));
  const ranked = [...usable].sort(
    (left, right) => right.closes.length - left.closes.length || right.hints - left.hints,
  );
  const isAlone = (candidate: Candidate): boolean =>
    usable.every(
      (other) =>
        other === candidate ||
        isBetter(candidate, other) ||
        !other.closes.some((one) => candidate.closes.includes(one)),
    );
  return ranked.find(isAlone) ?? null;
}
