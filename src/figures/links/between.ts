import type { PlanDocument } from '../../plan/document';
import { documentKey } from '../../plan/link';
import { proposeLinks } from './propose';

const startOf = ({ document: { planPeriod, fiscalYear } }: PlanDocument): number =>
  planPeriod === null ? (fiscalYear ?? 0) : Number(planPeriod.from.slice(0, 4));

/**
 * The documents of one workbook with proposals of links between them, each among the links of the document it comes from: the first works out
 * the others; of two others the later follows the earlier. Pairs that are linked already, from either end and in any state, are left alone.
 */
export function withProposals([main, ...others]: readonly [PlanDocument, ...PlanDocument[]]): readonly [
  PlanDocument,
  ...PlanDocument[],
] {
  const all = [main, ...others];
  const known = all.flatMap((home) =>
    home.links.flatMap((link) => {
      const [from, to] = [
        link.fromDocument ?? documentKey(home.document),
        link.toDocument ?? documentKey(home.document),
      ];
      return [
        { ...link, pair: `${from} ${to}` },
        { ...link, from: link.to, to: link.from, pair: `${to} ${from}` },
      ];
    }),
  );
  const between = (from: PlanDocument, to: PlanDocument) => {
    const pair = `${documentKey(from.document)} ${documentKey(to.document)}`;
    const kind = from === main ? 'worksOut' : 'follows';
    return proposeLinks(
      from,
      to,
      known.filter((link) => link.pair === pair),
      { kind },
    );
  };
  const [first, ...rest] = all.map((from, index) => {
    const targets =
      from === main
        ? others
        : others.filter((to, at) => startOf(to) < startOf(from) || (startOf(to) === startOf(from) && at + 1 < index));
    const proposals = targets.flatMap((to) => (to === from ? [] : between(from, to)));
    return proposals.length === 0 ? from : { ...from, links: [...from.links, ...proposals] };
  });
  return [first ?? main, ...rest];
}
