import { repeatedRows } from '../../schema/repeats';
import { rowName, statementCell } from '../printed';
import type { PlanDocument } from '../../plan/document';
import { plusTerm, type Identity } from '../identity';
import type { FigureSource } from '../quantities';

/** J2 prints some figures twice: the exploitation balance, the repayments, the margins and, consolidated, the results. */
export function* repeatedFigures(_document: PlanDocument, source: FigureSource): Iterable<Identity> {
  for (const statement of [...source.statements('J2'), ...source.statements('M2')]) {
    for (const { row, of } of repeatedRows(statement)) {
      for (const column of statement.columns.keys()) {
        yield {
          target: statementCell(statement, row, column),
          terms: [plusTerm(statementCell(statement, of, column))],
          rule: rowName(statement, of),
        };
      }
    }
  }
}
