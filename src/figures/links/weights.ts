import { counts, FULL_WEIGHT, type Link } from '../../plan/link';

/** Kinds of links along which money goes: what is worked out or contributed to is paid by it; a mere reference is not. */
export const carriesMoney = ({ kind }: Pick<Link, 'kind'>): boolean => kind === 'worksOut' || kind === 'contributesTo';

/** Hundredths of a percent: weights have at most two decimals. */
export const WEIGHT_UNITS = 100;

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

/** Sum of the weights that were said, per node and document linked to, in percent: more than 100 cannot be. */
export function weightSums(links: readonly Link[]): ReadonlyMap<string, { readonly from: string; readonly toDocument: string | null; readonly percent: number }> {
  const sums = new Map<string, { from: string; toDocument: string | null; percent: number }>();
  for (const link of links) {
    if (!counts(link) || !carriesMoney(link) || link.weight === null) continue;
    const key = `${link.fromDocument ?? ''}#${link.from}>${link.toDocument ?? ''}`;
    const sum = sums.get(key) ?? { from: link.from, toDocument: link.toDocument, percent: 0 };
    sum.percent = (Math.round(sum.percent * WEIGHT_UNITS) + Math.round(link.weight * WEIGHT_UNITS)) / WEIGHT_UNITS;
    sums.set(key, sum);
  }
  return sums;
}
