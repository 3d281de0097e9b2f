import type { Statement, StatementRow } from '../../plan/document';
import type { Direction } from '../../plan/vocabulary';
import { GROUPED } from '../rows/groups';
import {
  hasFigures,
  holdsPart,
  minus,
  plus,
  sectionsOf,
  type Relation,
  type RelationTerm,
  type SectionRows,
} from './relation';

/** Name of the cell a row is within its group. */
const cellOf = ({ kind, direction }: StatementRow): string | null =>
  direction === null ? null : `${kind ?? ''} ${direction}`;

/** One kind within a group, as row indexes; null where a direction is not printed. */
export interface GroupBlock {
  readonly section: string;
  /** The sum of all groups, not one of them. */
  readonly isTotal: boolean;
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

const isTotalGroup = (statement: Statement, section: SectionRows): boolean =>
  holdsPart(statement, section, `${statement.schema}.total`);

function blocksOf(statement: Statement, section: SectionRows): readonly GroupBlock[] {
  const blocks = new Map<string, { kind: StatementRow['kind']; found: Partial<Record<Direction, number>> }>();
  for (const index of section.rows) {
    const row = statement.rows[index];
    if (!row || !hasFigures(row) || row.direction === null) continue;
    const block = blocks.get(row.kind ?? '') ?? { kind: row.kind, found: {} };
    block.found[row.direction] ??= index;
    blocks.set(row.kind ?? '', block);
  }
  return [...blocks.values()].map(({ kind, found }) => ({
    section: section.name,
    isTotal: isTotalGroup(statement, section),
    kind,
    expenditure: found.expenditure ?? null,
    receipts: found.receipts ?? null,
    balance: found.balance ?? null,
  }));
}

/** Saldo = receipts - expenditure in every block, and the totals group = the sum of the groups before it. */
export function groupRelations(statement: Statement): readonly Relation[] {
  const balances = groupBlocks(statement).flatMap(({ expenditure, receipts, balance }): readonly Relation[] => {
    const terms = [
      ...(receipts === null ? [] : [plus(receipts)]),
      ...(expenditure === null ? [] : [minus(expenditure)]),
    ];
    return balance === null || terms.length === 0 ? [] : [{ target: balance, terms, kind: 'balance' }];
  });
  return [...balances, ...totalGroup(statement)];
}

/** What a group adds to a saldo of the total: nothing when it prints no saldo and its receipts equal its expenditure. */
function unprintedBalance(
  { rows }: Statement,
  { expenditure, receipts, balance }: GroupBlock,
): readonly RelationTerm[] {
  const values = (index: number | null): StatementRow['values'] => rows[index ?? -1]?.values ?? [];
  const columns = Math.max(values(expenditure).length, values(receipts).length);
  const isZero = Array.from({ length: columns }, (_, column) => column).every(
    (column) => (values(expenditure)[column] ?? 0) === (values(receipts)[column] ?? 0),
  );
  if (balance !== null || isZero) return [];
  return [...(receipts === null ? [] : [plus(receipts)]), ...(expenditure === null ? [] : [minus(expenditure)])];
}

function totalGroup(statement: Statement): readonly Relation[] {
  if (!GROUPED.has(statement.schema)) return [];
  const parts = new Map<string, RelationTerm[]>();
  const add = (cell: string, terms: readonly RelationTerm[]): void =>
    void parts.set(cell, [...(parts.get(cell) ?? []), ...terms]);
  const relations: Relation[] = [];
  for (const section of sectionsOf(statement)) {
    const isTotal = isTotalGroup(statement, section);
    if (!isTotal)
      for (const block of blocksOf(statement, section))
        add(`${block.kind ?? ''} balance`, unprintedBalance(statement, block));
    for (const index of section.rows) {
      const row = statement.rows[index];
      const cell = row && hasFigures(row) ? cellOf(row) : null;
      if (cell === null) continue;
      if (isTotal) relations.push({ target: index, terms: parts.get(cell) ?? [], kind: 'sum' });
      else add(cell, [plus(index)]);
    }
  }
  return relations.filter(({ terms }) => terms.length > 0);
}
