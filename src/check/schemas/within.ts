import type { PlanDocument, Statement } from '../../plan/document';
import { carriesOf, mirrorsOf } from '../../schema/carries';
import { isUnassigned } from '../../schema/unassigned';
import { groupBlocks } from '../../schema/relations/groups';
import type { Relation } from '../../schema/relations/relation';
import { columnName, rowName, statementCell } from '../../figures/printed';
import { sumCheck } from '../check';
import type { CheckContext } from '../context';
import { minusTerm, plusTerm, type Identity } from '../../figures/identity';
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

function* relationIdentities(
  document: PlanDocument,
  context: CheckContext,
  check: string,
  kinds: readonly Relation['kind'][],
): Iterable<Identity> {
  for (const statement of document.statements) {
    const targets = new Map<number, number>();
    for (const relation of context.relations(statement)) {
      const nth = targets.get(relation.target) ?? 0;
      targets.set(relation.target, nth + 1);
      if (!kinds.includes(relation.kind)) continue;
      for (const column of relation.columns ?? statement.columns.keys()) {
        const target = statementCell(statement, relation.target, column);
        const terms = relation.terms.map(({ row, sign }) => ({ cell: statementCell(statement, row, column), sign }));
        if (target.cents === null && terms.every(({ cell }) => cell.cents === null)) continue;
        yield {
          check,
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
export const schemasSum = sumCheck({
  id: 'schemas.sum',
  about: {
    nl: 'Een rubriek is de som van de rijen eronder, in elke kolom van elk schema; een totaal is de som van zijn groepen.',
    en: 'A heading is the sum of the rows under it, in every column of every schema; a total is the sum of its groups.',
  },
  reads: ['statements'],
  identities: (document, context) => relationIdentities(document, context, schemasSum.id, ['sum']),
});

/** The numbered formulas of J2, J5 and T2 (III = I + II, VII = V + VI, ...), and J4 activa = passiva. */
export const schemasFormula = sumCheck({
  id: 'schemas.formula',
  about: {
    nl: 'De genummerde formules van de schema’s: J2/M2 (III = I + II, V = III + IV, VII = V + VI, IX = VII - VIII, autofinancieringsmarge), J5, T2, en J4 activa = passiva.',
    en: 'The numbered formulas of the schemas: J2/M2 (III = I + II, V = III + IV, VII = V + VI, IX = VII - VIII, self-financing margin), J5, T2, and J4 assets = liabilities.',
  },
  reads: ['statements'],
  identities: (document, context) => relationIdentities(document, context, schemasFormula.id, ['formula']),
});

/** Saldo = receipts - expenditure wherever a schema prints the three; a saldo that is not printed is zero. */
export const schemasBalance = sumCheck({
  id: 'schemas.balance',
  about: {
    nl: 'Saldo = ontvangsten - uitgaven waar een schema die drie toont (J1, J2, T1, T2); een saldo dat niet gedrukt is, is nul.',
    en: 'Balance = receipts - expenditure wherever a schema shows the three (J1, J2, T1, T2); a balance that is not printed is zero.',
  },
  reads: ['statements'],
  *identities(document, context) {
    yield* relationIdentities(document, context, schemasBalance.id, ['balance']);
    for (const statement of document.statements) yield* unprintedBalances(statement);
  },
});

/** J1 and T1 leave out a saldo that is zero in all columns: then receipts equal expenditure. */
function* unprintedBalances(statement: Statement): Iterable<Identity> {
  for (const { section, kind, expenditure, receipts, balance } of groupBlocks(statement)) {
    const row = receipts ?? expenditure;
    const first = statement.rows[row ?? -1];
    if (balance !== null || row === null || kind === null || (first && isUnassigned(first))) continue;
    for (const column of statement.columns.keys()) {
      const shown = statementCell(statement, row, column);
      const name = `${statement.schema}, ${section}: saldo ${kind} (niet gedrukt), ${columnName(statement, column)}`;
      yield {
        check: schemasBalance.id,
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
export const schemasCarry = sumCheck({
  id: 'schemas.carry',
  about: {
    nl: 'Een stand op 1 januari is de stand op 31 december van het jaar ervoor (T4 A.1 en B.1, M2 VI = VII van het jaar ervoor).',
    en: 'A stock on 1 January is the stock on 31 December of the year before (T4 A.1 and B.1, M2 VI = VII of the year before).',
  },
  reads: ['statements'],
  *identities(document) {
    for (const statement of document.statements) {
      for (const { opening, closing } of carriesOf(statement)) {
        for (const column of statement.columns.keys()) {
          const before = previousColumn(statement, column);
          if (before < 0) continue;
          const rule = `${rowName(statement, closing)}, ${columnName(statement, before)}`;
          yield {
            check: schemasCarry.id,
            target: statementCell(statement, opening, column),
            terms: [plusTerm(statementCell(statement, closing, before))],
            rule,
          };
        }
      }
    }
  },
});

/** What one stock gives up, the other takes in: the overboekingen of T4. */
export const schemasMirror = sumCheck({
  id: 'schemas.mirror',
  about: {
    nl: 'De overboekingen van T4 spiegelen elkaar: A.4 = - B.3.',
    en: 'The transfers within T4 mirror each other: A.4 = - B.3.',
  },
  reads: ['statements'],
  *identities(document) {
    for (const statement of document.statements) {
      for (const { left, right } of mirrorsOf(statement)) {
        for (const column of statement.columns.keys()) {
          const rule = `- ${rowName(statement, left)}`;
          yield {
            check: schemasMirror.id,
            target: statementCell(statement, right, column),
            terms: [minusTerm(statementCell(statement, left, column))],
            rule,
          };
        }
      }
    }
  },
});
