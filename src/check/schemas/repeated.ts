import type { Statement } from '../../plan/document';
import { rowsWithId, rowWithId } from '../../schema/identify';
import { rowName, statementCell } from '../../figures/printed';
import { sumCheck } from '../check';
import { plusTerm } from '../../figures/identity';

/** Rows of J2 and M2 that print a figure of another row again, by the end of their ids. */
const REPEATED: readonly { readonly row: string; readonly of: string }[] = [
  { row: 'margin.I', of: 'I' },
  { row: 'corrected.I', of: 'margin.III' },
  { row: 'corrected.II.a', of: 'margin.II.a' },
];

/** The consolidated part repeats the results of the entity itself, when it is the only entity. */
const OWN_RESULTS: readonly { readonly result: string; readonly of: string }[] = [
  { result: 'consolidated.I', of: 'IX' },
  { result: 'consolidated.II', of: 'margin.III' },
  { result: 'consolidated.III', of: 'corrected.III' },
];

type Pair = readonly [row: number, of: number];

const pair = (row: number | null | undefined, of: number | null): readonly Pair[] =>
  row === null || row === undefined || of === null ? [] : [[row, of]];

function repeatedPairs(statement: Statement): readonly Pair[] {
  const id = (key: string): string => `${statement.schema}.${key}`;
  const direct = REPEATED.flatMap(({ row, of }) => pair(rowWithId(statement, id(row)), rowWithId(statement, id(of))));
  const own = OWN_RESULTS.flatMap(({ result, of }) => {
    // Of one entity the figure may stand on the line of the result itself.
    const entities = [...rowsWithId(statement, id(result)), ...rowsWithId(statement, id(`${result}.entity`))];
    return entities.length === 1 ? pair(entities[0], rowWithId(statement, id(of))) : [];
  });
  return [...direct, ...own];
}

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
        for (const [row, of] of repeatedPairs(statement)) {
          for (const column of statement.columns.keys()) {
            const term = plusTerm(statementCell(statement, of, column));
            yield { check: schemasRepeated.id, target: statementCell(statement, row, column), terms: [term], rule: rowName(statement, of) };
          }
        }
      }
    }
  },
});
