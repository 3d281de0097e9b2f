import { repeatedRows } from '../../schema/repeats';
import { rowName, statementCell } from '../../figures/printed';
import { sumCheck } from '../check';
import { plusTerm } from '../../figures/identity';

/** J2 prints some figures twice: the exploitation balance, the repayments, the margins and, consolidated, the results. */
export const schemasRepeated = sumCheck({
  id: 'schemas.repeated',
  about: {
    nl: 'Wat J2 herhaalt, is gelijk: exploitatiesaldo, periodieke aflossingen, (gecorrigeerde) autofinancieringsmarge en, bij één entiteit, de geconsolideerde resultaten.',
    en: 'What J2 repeats is equal: operating balance, periodic repayments, (corrected) self-financing margin and, with one entity, the consolidated results.',
  },
  reads: ['statements'],
  *identities(_document, context) {
    for (const schema of ['J2', 'M2'] as const) {
      for (const statement of context.statements(schema)) {
        for (const { row, of } of repeatedRows(statement)) {
          for (const column of statement.columns.keys()) {
            const term = plusTerm(statementCell(statement, of, column));
            yield {
              check: schemasRepeated.id,
              target: statementCell(statement, row, column),
              terms: [term],
              rule: rowName(statement, of),
            };
          }
        }
      }
    }
  },
});
