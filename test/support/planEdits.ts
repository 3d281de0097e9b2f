import fc from 'fast-check';
import { derivationsOf } from '../../src/figures/follow/derivations';
import { follow } from '../../src/figures/follow/follow';
import { rollUp } from '../../src/figures/amounts';
import type { PlanDocument, PlanNode } from '../../src/plan/document';
import { isUnassigned } from '../../src/schema/rows/unassigned';

/** What a planner does to a document on its sheets, with marks that nobody else writes. `at` picks a node, an amount or a transfer. */
export type Edit =
  | { readonly do: 'title' | 'text' | 'status' | 'remove' | 'amount' | 'transfer' | 'figure'; readonly at: number }
  | { readonly do: 'move' | 'add'; readonly at: number; readonly to: number };

export const edits = (kinds: readonly Edit['do'][] = KINDS): fc.Arbitrary<readonly Edit[]> =>
  fc.array(fc.record({ do: fc.constantFrom(...kinds), at: fc.nat(1_000), to: fc.nat(1_000) }) as fc.Arbitrary<Edit>, {
    maxLength: 12,
  });

const KINDS: readonly Edit['do'][] = [
  'title',
  'text',
  'status',
  'remove',
  'amount',
  'transfer',
  'figure',
  'move',
  'add',
];

/** Picks one of a list; undefined of an empty one. */
const pick = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(1, all.length)];

const isUnder = (nodes: readonly PlanNode[], id: string, above: string): boolean => {
  for (let at: string | null = id; at !== null; at = nodes.find((node) => node.id === at)?.parent ?? null)
    if (at === above) return true;
  return false;
};

/** The document after the edits, with all that follows from them. `who` marks what was written: texts hold `who` and a number, amounts end on its digit. */
export function edited(
  document: PlanDocument,
  all: readonly Edit[],
  who: { readonly name: string; readonly digit: number },
): PlanDocument {
  let { nodes, amounts, transfers } = document;
  const { isSum } = rollUp(document);
  const figures = new Map<string, number>();
  const change = (node: PlanNode, to: Partial<PlanNode>): void => {
    nodes = nodes.map((each) => (each === node ? { ...each, ...to } : each));
  };
  all.forEach((edit, turn) => {
    const mark = `${who.name}${edit.at}t${turn}`;
    const cents = (edit.at + 1) * 10_000 + turn * 100 + who.digit;
    const node = pick(nodes, edit.at);
    if (!node) return;
    const evaluation = node.evaluation ?? { status: 'unknown', statusText: '', text: '' };
    switch (edit.do) {
      case 'title':
        return change(node, { title: `${node.title} ${mark}` });
      case 'text':
        return change(node, { evaluation: { ...evaluation, text: mark } });
      case 'status':
        return change(node, { evaluation: { ...evaluation, status: 'unknown', statusText: mark } });
      case 'remove': {
        if (nodes.some(({ parent }) => parent === node.id) || nodes.length < 3) return;
        nodes = nodes.filter((each) => each !== node);
        amounts = amounts.filter((amount) => amount.node !== node.id);
        return;
      }
      case 'move': {
        const above = pick(
          nodes.filter(({ level }) => level === nodes.find(({ id }) => id === node.parent)?.level),
          edit.to,
        );
        if (above && !isUnder(nodes, above.id, node.id)) change(node, { parent: above.id });
        return;
      }
      case 'add': {
        const above = pick(nodes, edit.to);
        const id = `AC-${mark}`;
        nodes = [
          ...nodes,
          { ...node, id, code: id, title: mark, parent: above?.id ?? null, evaluation: null, order: nodes.length },
        ];
        return;
      }
      case 'amount': {
        const lines = amounts.filter((each) => each.node !== null && each.direction !== 'balance' && !isSum(each.node));
        const line = pick(lines, edit.at);
        amounts = amounts.map((each) => (each === line ? { ...each, cents } : each));
        return;
      }
      case 'transfer': {
        const line = pick(transfers, edit.at);
        transfers = transfers.map((each) =>
          each === line ? { ...each, amountCents: cents, description: mark } : each,
        );
        return;
      }
      default: {
        const { statements, rows } = derivationsOf(document);
        const cells = statements.flatMap((statement, index) =>
          statement.rows.flatMap((row, at) =>
            (isUnassigned(row) ? [] : row.values).flatMap((_, column) =>
              rows[index]?.get(at)?.[column] ? [] : [`${index}|${at}|${column}`],
            ),
          ),
        );
        const cell = pick(cells, edit.at * 7);
        if (cell !== undefined) figures.set(cell, cents);
      }
    }
  });
  const entered = {
    ...document,
    nodes: nodes.map((node, order) => (node.order === order ? node : { ...node, order })),
    amounts,
    transfers,
  };
  return follow(document, derivationsOf(document), entered, ({ statement, row, column }) =>
    figures.get(`${statement}|${row}|${column}`),
  ).document;
}
