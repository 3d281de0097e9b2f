import { counts, type Link } from '../../plan/link';

/** Kinds of links along which money goes: what is worked out or contributed to is paid by it; a mere reference is not. */
export const carriesMoney = ({ kind }: Pick<Link, 'kind'>): boolean => kind === 'worksOut' || kind === 'contributesTo';

/** Hundredths of a percent: weights have at most two decimals. */
const WEIGHT_UNITS = 100;

/** Sum of the weights that were said, per node and document linked to, in percent: more than 100 cannot be. */
export function weightSums(
  links: readonly Link[],
): ReadonlyMap<string, { readonly from: string; readonly toDocument: string | null; readonly percent: number }> {
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
