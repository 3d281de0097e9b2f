import type { Statement } from '../../plan/document';
import { rowWithId } from '../../schema/identify';
import { columnName, rowName, statementCell } from '../../figures/printed';
import { sumCheck } from '../check';
import type { CheckContext } from '../context';
import { minusTerm, plusTerm, type Identity } from '../../figures/identity';
import { sameAccounts, samePlan, versionsOf } from '../../figures/version';
import { both } from '../../plan/phrase';

interface Located {
  readonly statement: Statement;
  readonly row: number;
}

/** First printed row that is this row of its schema; null when it is not printed. */
function locate(context: CheckContext, schema: Statement['schema'], key: string): Located | null {
  for (const statement of context.statements(schema)) {
    const row = rowWithId(statement, `${schema}.${key}`);
    if (row !== null) return { statement, row };
  }
  return null;
}

/** Cells of two rows in columns of the same year and phase, as far as both were made from the same accounts or plan. */
function* sameColumns(left: Located, right: Located): Iterable<readonly [left: number, right: number]> {
  const [one, other] = [versionsOf(left.statement), versionsOf(right.statement)];
  for (const [column, own] of left.statement.columns.entries()) {
    const { year, phase } = own;
    const match = right.statement.columns.findIndex(
      (head) =>
        head.year === year && head.phase === phase && head.revision === own.revision && head.entity === own.entity,
    );
    if (match < 0) continue;
    if (phase === 'actual' ? sameAccounts(one, other, year) : samePlan(one, other)) yield [column, match];
  }
}

function* equal(check: string, target: Located | null, source: Located | null, sign: 1 | -1 = 1): Iterable<Identity> {
  if (!target || !source) return;
  for (const [column, other] of sameColumns(target, source)) {
    const cell = statementCell(source.statement, source.row, other);
    yield {
      check,
      target: statementCell(target.statement, target.row, column),
      terms: [sign === 1 ? plusTerm(cell) : minusTerm(cell)],
      rule: `${sign === 1 ? '' : '- '}${source.statement.schema}: ${rowName(source.statement, source.row)}`,
      subject: source.statement.schema,
    };
  }
}

/** J2 repayments = T2 financing expenditure A.1 = - T4 B.2 (BBC.md, identity 3). J2 II.b and T2 C.1.a may differ and are not compared. */
export const schemasRepayments = sumCheck({
  id: 'schemas.repayments',
  about: {
    nl: 'De periodieke aflossingen zijn dezelfde in J2 (autofinancieringsmarge II.a), T2 (financieringsuitgaven A.1) en T4 (B.2, negatief).',
    en: 'The periodic repayments are the same in J2 (self-financing margin II.a), T2 (financing expenditure A.1) and T4 (B.2, negative).',
  },
  reads: ['statements'],
  *identities(_document, context) {
    const economic = locate(context, 'T2', 'financing.expenditure.A.1');
    yield* equal(schemasRepayments.id, locate(context, 'J2', 'margin.II.a'), economic);
    yield* equal(schemasRepayments.id, locate(context, 'T4', 'B.2'), economic, -1);
  },
});

/** The share of the debt that the corrected margin reckons with (BBC.md, J2: 8 % of the total financial debt on 1 January). */
export const CORRECTED_REPAYMENT_SHARE = 0.08;

/** J2 corrected repayments = 8 % of the T4 total of the year before (BBC.md, identity 4). */
export const schemasDebtBase = sumCheck({
  id: 'schemas.debt-base',
  about: {
    nl: 'De gecorrigeerde aflossingen van J2 zijn 8 % van de totale financiële schulden van T4 op het einde van het jaar ervoor.',
    en: 'The corrected repayments of J2 are 8 % of the total financial debt of T4 at the end of the year before.',
  },
  reads: ['statements'],
  *identities(_document, context) {
    const total = locate(context, 'T4', 'total');
    for (const statement of [...context.statements('J2'), ...context.statements('M2')]) {
      const row = rowWithId(statement, `${statement.schema}.corrected.II.b`);
      if (!total || row === null) continue;
      for (const [column, { year }] of statement.columns.entries()) {
        const base = total.statement.columns.findIndex((head) => head.year === year - 1 && head.phase === 'actual');
        if (base < 0) continue;
        yield {
          check: schemasDebtBase.id,
          target: statementCell(statement, row, column),
          terms: [plusTerm(statementCell(total.statement, total.row, base))],
          factor: CORRECTED_REPAYMENT_SHARE,
          rule: both(
            `8 % van T4: ${rowName(total.statement, total.row)}, ${columnName(total.statement, base)}`,
            `8 % of T4: ${rowName(total.statement, total.row)}, ${columnName(total.statement, base)}`,
          ),
        };
      }
    }
  },
});

/** J4 debt lines = T4: short term, due within the year, long term (BBC.md, identity 8). */
export const schemasDebtBalance = sumCheck({
  id: 'schemas.debt-balance',
  about: {
    nl: 'De financiële schulden op de balans (J4) zijn die van T4: op lange termijn (A), binnen het jaar vervallend (B), op korte termijn (C).',
    en: 'The financial debt on the balance sheet (J4) is that of T4: long term (A), due within the year (B), short term (C).',
  },
  reads: ['statements'],
  *identities(_document, context) {
    const id = schemasDebtBalance.id;
    yield* equal(id, locate(context, 'J4', 'liabilities.I.B.1.b'), locate(context, 'T4', 'A'));
    yield* equal(id, locate(context, 'J4', 'liabilities.I.A.4'), locate(context, 'T4', 'B'));
    yield* equal(id, locate(context, 'J4', 'liabilities.I.A.1.b'), locate(context, 'T4', 'C'));
  },
});
