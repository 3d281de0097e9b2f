import type { PlanDocument, Statement } from '../../plan/document';
import { carriesOf, mirrorsOf } from '../../schema/carries';
import { isUnassigned } from '../../schema/rows/unassigned';
import { relationsOf } from '../../schema/relations/relations';
import { groupBlocks } from '../../schema/relations/groups';
import type { Relation } from '../../schema/relations/relation';
import { blockRow, columnName, rowName, statementCell } from '../printed';
import { minusTerm, plusTerm, type Identity } from '../identity';
import { both, type Phrase } from '../../plan/phrase';

/** Longer sums are told by the number of their parts. */
const MOST_NAMED_PARTS = 4;

function ruleOf(statement: Statement, { terms, kind }: Relation): Phrase {
  if (kind === 'sum' && terms.length > MOST_NAMED_PARTS)
    return both(`som van ${terms.length} rijen`, `sum of ${terms.length} rows`);
  return terms
    .map(({ row, sign }, index) => {
      const found = statement.rows[row];
      const marker = found?.path.at(-1);
      const name =
        marker === undefined || marker === '-' || kind === 'sum' ? (found?.label ?? '') : (found?.path.join('.') ?? '');
      return `${sign === -1 ? '- ' : index === 0 ? '' : '+ '}${name}`;
    })
    .join(' ');
}

function* relationIdentities(document: PlanDocument, kinds: readonly Relation['kind'][]): Iterable<Identity> {
  for (const statement of document.statements) {
    const targets = new Map<number, number>();
    for (const relation of relationsOf(statement)) {
      const nth = targets.get(relation.target) ?? 0;
      targets.set(relation.target, nth + 1);
      if (!kinds.includes(relation.kind)) continue;
      for (const column of relation.columns ?? statement.columns.keys()) {
        const target = statementCell(statement, relation.target, column);
        const terms = relation.terms.map(({ row, sign }) => ({ cell: statementCell(statement, row, column), sign }));
        if (target.cents === null && terms.every(({ cell }) => cell.cents === null)) continue;
        yield {
          target,
          terms,
          rule: ruleOf(statement, relation),
          ...(nth > 0 ? { subject: `regel ${nth + 1}` } : {}),
        };
      }
    }
  }
}

/** A heading of a schema is the sum of the rows printed under it; the total of J1 is the sum of its objectives. */
export function* headingSums(document: PlanDocument): Iterable<Identity> {
  yield* relationIdentities(document, ['sum']);
}

/** The numbered formulas of J2, J5 and T2 (III = I + II, VII = V + VI, ...), and J4 activa = passiva. */
export function* formulas(document: PlanDocument): Iterable<Identity> {
  yield* relationIdentities(document, ['formula']);
}

/** Saldo = receipts - expenditure wherever a schema prints the three; a saldo that is not printed is zero. */
export function* statementBalances(document: PlanDocument): Iterable<Identity> {
  yield* relationIdentities(document, ['balance']);
  for (const statement of document.statements) yield* unprintedBalances(statement);
}

/** J1 and T1 leave out a saldo that is zero in all columns: then receipts equal expenditure. */
function* unprintedBalances(statement: Statement): Iterable<Identity> {
  for (const { section, kind, expenditure, receipts, balance } of groupBlocks(statement)) {
    const row = receipts ?? expenditure;
    const first = statement.rows[row ?? -1];
    if (balance !== null || row === null || kind === null || (first && isUnassigned(first))) continue;
    for (const column of statement.columns.keys()) {
      const shown = statementCell(statement, row, column);
      const name = `${statement.schema}, ${section}: ${blockRow(kind, 'balance')} (niet gedrukt), ${columnName(statement, column)}`;
      yield {
        target: {
          id: `${shown.id}|balance`,
          schema: shown.schema,
          unit: shown.unit,
          cents: null,
          name,
          place: shown.place,
        },
        terms: [
          ...(receipts === null ? [] : [plusTerm(statementCell(statement, receipts, column))]),
          ...(expenditure === null ? [] : [minusTerm(statementCell(statement, expenditure, column))]),
        ],
        rule: both('ontvangsten - uitgaven', 'receipts - expenditure'),
        subject: 'saldo',
      };
    }
  }
}

/** Columns by year: a later column continues an earlier one. The accounts of a year come before its plan. */
function previousColumn(statement: Statement, column: number): number {
  const head = statement.columns[column];
  if (!head) return -1;
  const candidates = [...statement.columns.keys()].filter((other) => {
    const column = statement.columns[other];
    return column?.year === head.year - 1 && column.revision === head.revision && column.entity === head.entity;
  });
  return candidates.find((other) => statement.columns[other]?.phase === head.phase) ?? candidates[0] ?? -1;
}

/** A stock on 1 January is the stock on 31 December of the year before (T4; J2 VI where a plan prints several years). */
export function* carriedStocks(document: PlanDocument): Iterable<Identity> {
  for (const statement of document.statements) {
    for (const { opening, closing } of carriesOf(statement)) {
      for (const column of statement.columns.keys()) {
        const before = previousColumn(statement, column);
        if (before < 0) continue;
        yield {
          target: statementCell(statement, opening, column),
          terms: [plusTerm(statementCell(statement, closing, before))],
          rule: `${rowName(statement, closing)}, ${columnName(statement, before)}`,
        };
      }
    }
  }
}

/** What one stock gives up, the other takes in: the overboekingen of T4. */
export function* mirroredStocks(document: PlanDocument): Iterable<Identity> {
  for (const statement of document.statements) {
    for (const { left, right } of mirrorsOf(statement)) {
      for (const column of statement.columns.keys()) {
        yield {
          target: statementCell(statement, right, column),
          terms: [minusTerm(statementCell(statement, left, column))],
          rule: `- ${rowName(statement, left)}`,
        };
      }
    }
  }
}
