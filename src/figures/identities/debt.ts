import type { PlanDocument, Statement } from '../../plan/document';
import { rowWithId } from '../../schema/rows/identify';
import { columnName, rowName, statementCell } from '../printed';
import type { FigureSource } from '../quantities';
import { minusTerm, plusTerm, type Identity } from '../identity';
import { phaseOf, sameVersion, versionsOf } from '../version';
import { both } from '../../plan/phrase';

interface Located {
  readonly statement: Statement;
  readonly row: number;
}

/** First printed row that is this row of its schema; null when it is not printed. */
function locate(source: FigureSource, schema: Statement['schema'], key: string): Located | null {
  for (const statement of source.statements(schema)) {
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
    if (sameVersion(one, other, phaseOf(phase), year)) yield [column, match];
  }
}

function* equal(target: Located | null, source: Located | null, sign: 1 | -1 = 1): Iterable<Identity> {
  if (!target || !source) return;
  for (const [column, other] of sameColumns(target, source)) {
    const cell = statementCell(source.statement, source.row, other);
    yield {
      target: statementCell(target.statement, target.row, column),
      terms: [sign === 1 ? plusTerm(cell) : minusTerm(cell)],
      rule: `${sign === 1 ? '' : '- '}${source.statement.schema}: ${rowName(source.statement, source.row)}`,
      subject: source.statement.schema,
    };
  }
}

/** J2 repayments = T2 financing expenditure A.1 = - T4 B.2 (BBC.md, identity 3). J2 II.b and T2 C.1.a may differ and are not compared. */
export function* repayments(_document: PlanDocument, source: FigureSource): Iterable<Identity> {
  const economic = locate(source, 'T2', 'financing.expenditure.A.1');
  yield* equal(locate(source, 'J2', 'margin.II.a'), economic);
  yield* equal(locate(source, 'T4', 'B.2'), economic, -1);
}

/** The share of the debt that the corrected margin reckons with (BBC.md, J2: 8 % of the total financial debt on 1 January). */
export const CORRECTED_REPAYMENT_SHARE = 0.08;

/** J2 corrected repayments = 8 % of the T4 total of the year before (BBC.md, identity 4). */
export function* debtBase(_document: PlanDocument, source: FigureSource): Iterable<Identity> {
  const total = locate(source, 'T4', 'total');
  for (const statement of [...source.statements('J2'), ...source.statements('M2')]) {
    const row = rowWithId(statement, `${statement.schema}.corrected.II.b`);
    if (!total || row === null) continue;
    for (const [column, { year }] of statement.columns.entries()) {
      const base = total.statement.columns.findIndex((head) => head.year === year - 1 && head.phase === 'actual');
      if (base < 0) continue;
      yield {
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
}

/** J4 debt lines = T4: short term, due within the year, long term (BBC.md, identity 8). */
export function* debtOnBalance(_document: PlanDocument, source: FigureSource): Iterable<Identity> {
  yield* equal(locate(source, 'J4', 'liabilities.I.B.1.b'), locate(source, 'T4', 'A'));
  yield* equal(locate(source, 'J4', 'liabilities.I.A.4'), locate(source, 'T4', 'B'));
  yield* equal(locate(source, 'J4', 'liabilities.I.A.1.b'), locate(source, 'T4', 'C'));
}
