import { rollUp } from '../../src/figures/amounts';
import { cellKey, type Cell, type CellKey } from '../../src/figures/cell';
import { carriesMoney } from '../../src/figures/links/weights';
import { planTree } from '../../src/figures/tree';
import type { PlanDocument } from '../../src/plan/document';
import { counts, FULL_WEIGHT, type Link } from '../../src/plan/link';
import { addCents, type Cents } from '../../src/plan/money';

/**
 * Money along links, computed apart from the formulas of the sheets Plannen and Koppelingen, which are held to it.
 */

/** Hundredths of a percent: weights have at most two decimals. */
const WEIGHT_UNITS = 100;

export interface Share {
  readonly link: Link;
  /** In hundredths of a percent. */
  readonly weight: number;
}

/**
 * What share of a node goes along each of its links to one document: what was said, and of what is left the same for each link nobody said
 * anything about. Never more than the whole: weights that say so are brought down in proportion (a check reports it).
 */
export function sharesOf(links: readonly Link[]): readonly Share[] {
  const counting = links.filter((link) => counts(link) && carriesMoney(link));
  const said = counting.filter(({ weight }) => weight !== null);
  const open = counting.filter(({ weight }) => weight === null);
  const whole = FULL_WEIGHT * WEIGHT_UNITS;
  const total = said.reduce((sum, { weight }) => sum + Math.round((weight ?? 0) * WEIGHT_UNITS), 0);
  const scale = total > whole ? whole / total : 1;
  const left = Math.max(0, whole - total);
  const each = open.length === 0 ? 0 : Math.floor(left / open.length);
  return [
    ...said.map((link) => ({ link, weight: Math.floor(Math.round((link.weight ?? 0) * WEIGHT_UNITS) * scale) })),
    ...open.map((link, index) => ({ link, weight: each + (index < left - each * open.length ? 1 : 0) })),
  ];
}

/** Money of one document as it arrives in another along links. */
export interface LinkedMoney {
  readonly cells: ReadonlyMap<CellKey, Cell>;
  /** What arrives at the node itself, in cents; null when nothing does. */
  readonly own: (node: string, cell: Cell) => Cents | null;
  /** What arrives at the node and everything under it. */
  readonly rolled: (node: string, cell: Cell) => Cents | null;
  /** What no link carries: of nodes without one, and what the weights leave. */
  readonly left: (cell: Cell) => Cents;
  /** Everything there is to carry: what arrives anywhere and what is left add up to it. */
  readonly total: (cell: Cell) => Cents;
}

/** Divides cents by shares of the whole, each cent going somewhere: the largest remainders get the odd ones. */
export function divide(
  cents: Cents,
  shares: readonly Share[],
): { readonly parts: readonly Cents[]; readonly left: Cents } {
  const whole = FULL_WEIGHT * WEIGHT_UNITS;
  const sign = cents < 0 ? -1 : 1;
  const total = BigInt(Math.abs(cents));
  const given = shares.reduce((sum, { weight }) => sum + weight, 0);
  const exact = [...shares.map(({ weight }) => BigInt(weight)), BigInt(whole - given)].map((weight) => total * weight);
  const floors = exact.map((product) => product / BigInt(whole));
  let odd = Number(total - floors.reduce((sum, part) => sum + part, 0n));
  const order = exact
    .map((product, index) => ({ index, rest: product % BigInt(whole) }))
    .sort((left, right) => (left.rest === right.rest ? left.index - right.index : left.rest > right.rest ? -1 : 1));
  const parts = floors.map(Number);
  for (const { index } of order) {
    if (odd <= 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    odd -= 1;
  }
  const left = parts.pop() ?? 0;
  return { parts: parts.map((part) => part * sign + 0), left: left * sign + 0 };
}

/**
 * Carries the amounts of `from` along `links` into `to`. Amounts are taken where they are printed deepest; each goes along the links of
 * its own node, or of the nearest node above that has any, so that nothing is counted twice. O(amounts x depth + links + nodes).
 */
export function moneyAlongLinks(from: PlanDocument, to: PlanDocument, links: readonly Link[]): LinkedMoney {
  const rollup = rollUp(from);
  const targets = planTree(to);
  const bySource = new Map<string, Link[]>();
  for (const link of links) {
    if (!targets.byId.has(link.to)) continue;
    const own = bySource.get(link.from);
    if (own) own.push(link);
    else bySource.set(link.from, [link]);
  }
  const shares = new Map([...bySource].map(([node, own]) => [node, sharesOf(own)]));
  const own = new Map<string, Map<CellKey, Cents>>();
  const left = new Map<CellKey, Cents>();
  const totals = new Map<CellKey, Cents>();
  const add = (sums: Map<CellKey, Cents>, key: CellKey, cents: Cents): void =>
    void sums.set(key, addCents(sums.get(key) ?? 0, cents));
  for (const node of rollup.tree.bottomUp) {
    for (const [key, cell] of rollup.cells) {
      const cents = rollup.printed(node.id, cell)?.cents ?? null;
      if (cents === null || rollup.below(node.id, cell) !== null) continue;
      add(totals, key, cents);
      const carrier =
        [node, ...rollup.tree.ancestors(node.id)]
          .map(({ id }) => shares.get(id) ?? [])
          .find((each) => each.length > 0) ?? [];
      const divided = divide(cents, carrier);
      carrier.forEach(({ link }, index) => {
        const sums = own.get(link.to) ?? new Map<CellKey, Cents>();
        own.set(link.to, sums);
        add(sums, key, divided.parts[index] ?? 0);
      });
      add(left, key, divided.left);
    }
  }
  const rolled = new Map<string, Map<CellKey, Cents>>();
  for (const node of targets.bottomUp) {
    const sums = new Map(own.get(node.id) ?? []);
    for (const child of targets.children(node.id))
      for (const [key, cents] of rolled.get(child.id) ?? []) add(sums, key, cents);
    rolled.set(node.id, sums);
  }
  return {
    cells: rollup.cells,
    own: (node, cell) => own.get(node)?.get(cellKey(cell)) ?? null,
    rolled: (node, cell) => rolled.get(node)?.get(cellKey(cell)) ?? null,
    left: (cell) => left.get(cellKey(cell)) ?? 0,
    total: (cell) => totals.get(cellKey(cell)) ?? 0,
  };
}
