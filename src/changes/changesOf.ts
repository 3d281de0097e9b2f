import type { Amount, PlanDocument } from '../plan/document';
import type { Cents } from '../plan/money';
import { rowKey } from '../plan/statement';
import { EVALUATION } from '../plan/vocabulary';
import { differenceCents, totalCents } from '../figures/sums';
import { cellKey, cellOf, type Cell } from '../figures/cell';
import { derivationsOf, type Derivations } from '../figures/follow/derivations';
import { statementFigures } from '../figures/follow/figures';
import { rollUp } from '../figures/amounts';
import { amountKey, fieldKey, figureKey, transferKey, type Change } from './change';
import { matchById, nodeDifferences } from './nodes/nodeDifferences';

/** Lines of credits by node and cell, several on one summed; sums and balances follow from them and are no change of their own. */
function linesOf(
  document: PlanDocument,
  isSum: (node: string) => boolean,
): ReadonlyMap<string, { readonly amount: Amount; readonly cents: Cents | null }> {
  const lines = new Map<string, { readonly amount: Amount; readonly cents: Cents | null }>();
  for (const amount of document.amounts) {
    const { node, direction, schema, line, cents } = amount;
    if (node === null || direction === 'balance' || schema !== EVALUATION || (line === undefined && isSum(node)))
      continue;
    const key = `${node}|${cellKey(amount)}`;
    const known = lines.get(key);
    lines.set(key, {
      amount: known?.amount ?? amount,
      cents: known?.cents == null ? cents : totalCents([known.cents, cents]),
    });
  }
  return lines;
}

function amountChanges(base: PlanDocument, current: PlanDocument): readonly Change[] {
  const { isSum } = rollUp(base);
  const before = linesOf(base, isSum);
  const bearing = new Set([...before.values()].map(({ amount }) => amount.node));
  const now = rollUp(current);
  // A node that came to add up others bears no credits of its own.
  const after = linesOf(current, (node) => isSum(node) || (now.isSum(node) && !bearing.has(node)));
  const removed = new Set(base.nodes.map(({ id }) => id));
  for (const { id } of current.nodes) removed.delete(id);
  return [...new Map([...before, ...after]).values()].flatMap(({ amount }): readonly Change[] => {
    const { node } = amount;
    const cell: Cell = cellOf(amount);
    const key = `${node ?? ''}|${cellKey(cell)}`;
    const [from, to] = [before.get(key)?.cents ?? null, after.get(key)?.cents ?? null];
    // The credits of a node that was removed go with it.
    return node === null || from === to || removed.has(node)
      ? []
      : [{ of: 'amount', key: amountKey(node, cell), node, cell, from, to }];
  });
}

/** Entered figures that differ, and followed ones that were typed over. */
function figureChanges(base: PlanDocument, current: PlanDocument, { statements }: Derivations): readonly Change[] {
  if (current.statements === base.statements) return [];
  return statementFigures(base, current).flatMap(({ at }, statement) => {
    const { rows = [], columns = [], schema = 'J1' } = statements[statement] ?? {};
    return rows.flatMap((row, index) =>
      columns.flatMap((_, column): readonly Change[] => {
        if (row.values.length === 0) return [];
        const { terms, printedCents, cents, adjustedCents } = at(index, column);
        const from = terms === null ? printedCents : cents === null ? null : differenceCents(cents, adjustedCents);
        if (terms === null ? printedCents === cents : adjustedCents === 0) return [];
        return [
          {
            of: 'figure',
            key: figureKey(schema, rowKey(row), column),
            at: { statement, row: index, column },
            schema,
            row: rowKey(row),
            from,
            to: cents,
          },
        ];
      }),
    );
  });
}

function transferChanges(base: PlanDocument, current: PlanDocument): readonly Change[] {
  if (base.transfers === current.transfers) return [];
  const before = new Map(base.transfers.map((transfer) => [`${transfer.id}|${transfer.source.line}`, transfer]));
  const after = new Map(current.transfers.map((transfer) => [`${transfer.id}|${transfer.source.line}`, transfer]));
  return [...new Map([...before, ...after])].flatMap(([key, transfer]): readonly Change[] => {
    const [from, to] = [before.get(key)?.amountCents ?? null, after.get(key)?.amountCents ?? null];
    return from === to ? [] : [{ of: 'transfer', key: transferKey(transfer.id, 'amountCents'), transfer, from, to }];
  });
}

function nodeChanges(base: PlanDocument, current: PlanDocument): readonly Change[] {
  if (base.nodes === current.nodes) return [];
  // An edit keeps the id of its row: nothing needs to be looked for by title.
  const found = nodeDifferences(base.nodes, current.nodes, matchById(base.nodes, current.nodes));
  return [...found.filter(({ new: now }) => now === null), ...found.filter(({ new: now }) => now !== null)].flatMap(
    ({ old, new: now, fields }): readonly Change[] => {
      if (!now) return old ? [{ of: 'removed', key: fieldKey(old.id, 'removed'), node: old }] : [];
      if (!old) return [{ of: 'added', key: fieldKey(now.id, 'code'), node: now }];
      return fields.map(({ field, from, to }) => ({
        of: 'node',
        key: fieldKey(now.id, field),
        node: now,
        field,
        from,
        to,
      }));
    },
  );
}

/** What is no longer as it was read: nodes, lines of credits, figures of schemas, transfers. What follows from these is no change of its own. */
export const changesOf = (base: PlanDocument, current: PlanDocument): readonly Change[] =>
  base === current
    ? []
    : [
        ...nodeChanges(base, current),
        ...amountChanges(base, current),
        ...figureChanges(base, current, derivationsOf(base)),
        ...transferChanges(base, current),
      ];
