import type { Statement, StatementRow } from '../../plan/document';
import type { Direction } from '../../plan/vocabulary';
import { directionOfLabel, foldLabel } from '../labels';
import { hasFigures, minus, plus, sectionsOf, type Relation, type SectionRows } from './relation';

/** Schemas whose rows are kind x direction in groups: per objective (J1, M1) or per policy domain (T1). */
const GROUPED = new Set(['J1', 'M1', 'T1']);

const directionOf = (row: StatementRow): Direction | null => row.direction ?? (row.path.length === 0 && hasFigures(row) ? directionOfLabel(row.label) : null);

/** Name of the cell a row is within its group. */
const cellOf = (row: StatementRow): string | null => {
  const direction = directionOf(row);
  return direction === null ? null : `${row.kind ?? ''} ${direction}`;
};

/** Is this the heading of a group that adds up the others? */
export const isTotalGroup = (name: string): boolean => /^(?:algemeen )?tota(?:al|len)\b/.test(foldLabel(name));

/** One kind within a group, as row indexes; null where a direction is not printed. */
export interface GroupBlock {
  readonly section: string;
  readonly kind: StatementRow['kind'];
  readonly expenditure: number | null;
  readonly receipts: number | null;
  readonly balance: number | null;
}

/** The blocks of J1, M1 or T1 that print at least one figure row, in printed order; [] for other schemas. */
export function groupBlocks(statement: Statement): readonly GroupBlock[] {
  if (!GROUPED.has(statement.schema)) return [];
  return sectionsOf(statement).flatMap((section) => blocksOf(statement, section));
}

function blocksOf(statement: Statement, section: SectionRows): readonly GroupBlock[] {
  const blocks = new Map<string, { kind: StatementRow['kind']; found: Partial<Record<Direction, number>> }>();
  for (const index of section.rows) {
    const row = statement.rows[index];
    const direction = row && hasFigures(row) ? directionOf(row) : null;
    if (!row || direction === null) continue;
    const block = blocks.get(row.kind ?? '') ?? { kind: row.kind, found: {} };
    block.found[direction] ??= index;
    blocks.set(row.kind ?? '', block);
  }
  return [...blocks.values()].map(({ kind, found }) => ({
    section: section.name,
    kind,
    expenditure: found.expenditure ?? null,
    receipts: found.receipts ?? null,
    balance: found.balance ?? null,
  }));
}

/** Saldo = receipts - expenditure in every block, and the totals group = the sum of the groups before it. */
export function groupRelations(statement: Statement): readonly Relation[] {
  const balances = groupBlocks(statement).flatMap(({ expenditure, receipts, balance }): readonly Relation[] => {
    const terms = [...(receipts === null ? [] : [plus(receipts)]), ...(expenditure === null ? [] : [minus(expenditure)])];
    return balance === null || terms.length === 0 ? [] : [{ target: balance, terms, kind: 'balance' }];
  });
  return [...balances, ...totalGroup(statement)];
}

function totalGroup(statement: Statement): readonly Relation[] {
  if (!GROUPED.has(statement.schema)) return [];
  const parts = new Map<string, number[]>();
  const relations: Relation[] = [];
  statement.rows.forEach((row, index) => {
    const cell = hasFigures(row) ? cellOf(row) : null;
    if (cell === null) return;
    if (!isTotalGroup(row.section)) parts.set(cell, [...(parts.get(cell) ?? []), index]);
    else relations.push({ target: index, terms: (parts.get(cell) ?? []).map(plus), kind: 'sum' });
  });
  return relations.filter(({ terms }) => terms.length > 0);
}
