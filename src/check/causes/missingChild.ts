import type { Amount, PlanDocument, PlanNode } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import { EVALUATION } from '../../plan/vocabulary';
import type { Judged } from '../audit';
import { amountsChildren } from '../amounts/sums';
import { causeCheck } from '../cause';

/** One or two figures that do not add up are rather wrong themselves; a block that is not there breaks more. */
const LEAST_SUMS = 3;

/** The sums over the parts of each node that do not close, where all of them are printed above what the parts come to, or all below. */
function brokenByNode(broken: readonly Judged[]): ReadonlyMap<string, readonly Judged[]> {
  const nodes = new Map<string, Judged[]>();
  for (const one of broken) {
    const { check, target } = one.identity;
    if (check !== amountsChildren.id || target.at?.of !== 'plan' || target.at.node === null) continue;
    nodes.set(target.at.node, [...(nodes.get(target.at.node) ?? []), one]);
  }
  return nodes;
}

/** The amounts of the block that would close the sums. */
function absentBlock(parent: PlanNode, id: string, sums: readonly Judged[]): readonly Amount[] {
  return sums.flatMap(({ identity: { target }, residual }) =>
    target.at?.of !== 'plan'
      ? []
      : [
          {
            ...target.at.cell,
            node: id,
            cents: residual,
            unit: target.unit,
            schema: EVALUATION,
            version: null,
            source: parent.source,
          },
        ],
  );
}

function withChild(document: PlanDocument, parent: PlanNode, sums: readonly Judged[]): PlanDocument {
  const child = document.nodes.find((node) => node.parent === parent.id);
  const id = `+${parent.id}`;
  const node: PlanNode = { ...(child ?? parent), id, code: null, parent: parent.id, evaluation: null };
  return {
    ...document,
    nodes: [...document.nodes, node],
    amounts: [...document.amounts, ...absentBlock(parent, id, sums)],
  };
}

/** A part of a node whose figures are not in the report: several sums over the parts fall short together, and no figure explains them. */
export const amountsMissingChild = causeCheck({
  id: 'amounts.missing-part',
  severity: 'error',
  nl: [
    'Onder {node} ontbreekt een financieel blok, met {shortCents} euro uitgaven in de jaarrekening: zonder dat blok sluiten {sums} optellingen niet.',
    'Zoek het onderdeel dat in het verslag ontbreekt, of waarvan het blok niet gedrukt is.',
  ],
  en: [
    'A finance block is missing under {node}, with {shortCents} euro of expenditure in the accounts: without it {sums} sums do not close.',
    'Look for the part that is not in the report, or whose block was not printed.',
  ],
  reads: ['info', 'nodes', 'amounts', 'statements', 'transfers', 'offBalance', 'participations'],
  *causes(document, { tree }, broken) {
    for (const [id, sums] of brokenByNode(broken)) {
      const parent = tree.byId.get(id);
      if (!parent || sums.length < LEAST_SUMS) continue;
      const spent = sums.find(
        ({ identity: { target } }) =>
          target.at?.of === 'plan' && target.at.cell.direction === 'expenditure' && target.at.cell.phase === 'actual',
      );
      yield {
        finding: {
          place: placeAt({ node: id, schema: EVALUATION, line: parent.source.line }),
          figures: { sums: sums.length, shortCents: spent?.residual ?? 0 },
        },
        mended: withChild(document, parent, sums),
      };
    }
  },
});
