import { readFileSync } from 'node:fs';
import type { PlanDocument } from '../src/plan/document';
import { readReport } from '../src/read/report/report';
import type { Reading } from '../src/read/source';
import { reducedSeedPath } from '../scripts/seed/seedFiles.mjs';

export function readSeed(prefix: string): Reading {
  const reading = readReport(readFileSync(reducedSeedPath(prefix), 'utf8'));
  if (!reading) throw new Error(`seed ${prefix} was not read`);
  return reading;
}

/** The plan of a document as often as told, each time under codes of its own; what is printed of the whole plan is as often as much. */
export function repeated(document: PlanDocument, times: number): PlanDocument {
  const size = document.nodes.length;
  const copies = Array.from({ length: times }, (_, copy) => copy);
  const id = <Id extends string | null>(of: Id, copy: number): Id =>
    (of === null || copy === 0 ? of : `${of}q${copy}`) as Id;
  return {
    ...document,
    nodes: copies.flatMap((copy) =>
      document.nodes.map((node) => ({
        ...node,
        id: id(node.id, copy),
        code: id(node.code, copy),
        parent: id(node.parent, copy),
        order: node.order + copy * size,
      })),
    ),
    amounts: copies.flatMap((copy) =>
      document.amounts.flatMap((amount) => {
        if (amount.node !== null) return [{ ...amount, node: id(amount.node, copy) }];
        return copy === 0 ? [{ ...amount, cents: amount.cents === null ? null : amount.cents * times }] : [];
      }),
    ),
    transfers: copies.flatMap((copy) =>
      document.transfers.map((transfer) => ({
        ...transfer,
        id: id(transfer.id, copy),
        node: id(transfer.node, copy),
        actionPlan: id(transfer.actionPlan, copy),
        objective: id(transfer.objective, copy),
      })),
    ),
  };
}
