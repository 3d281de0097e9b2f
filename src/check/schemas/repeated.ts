import type { Statement } from '../../plan/document';
import { foldLabel } from '../../schema/labels';
import { hasFigures } from '../../schema/relations/relation';
import { rowName, statementCell } from '../../figures/printed';
import { sumCheck } from '../check';
import { plusTerm } from '../../figures/identity';
import { EQUILIBRIUM_SECTION, rowAt } from '../../figures/quantities';

const MARGIN = 'autofinancieringsmarge';
const CORRECTED = 'gecorrigeerde autofinancieringsmarge';
const CONSOLIDATED = 'geconsolideerd financieel evenwicht';

type Row = readonly [section: string, path: string];

/** Rows of J2 and M2 that print a figure of another row again. */
const REPEATED: readonly { readonly row: Row; readonly of: Row }[] = [
  { row: [MARGIN, 'I'], of: [EQUILIBRIUM_SECTION, 'I'] },
  { row: [CORRECTED, 'I'], of: [MARGIN, 'III'] },
  { row: [CORRECTED, 'II.a'], of: [MARGIN, 'II.a'] },
];

/** The consolidated part repeats the results of the entity itself, when it is the only entity. */
const OWN_RESULTS: readonly { readonly marker: string; readonly of: Row }[] = [
  { marker: 'I', of: [EQUILIBRIUM_SECTION, 'IX'] },
  { marker: 'II', of: [MARGIN, 'III'] },
  { marker: 'III', of: [CORRECTED, 'III'] },
];

function entityRows(statement: Statement, marker: string): readonly number[] {
  return [...statement.rows.keys()].filter((index) => {
    const row = statement.rows[index];
    return row !== undefined && foldLabel(row.section) === CONSOLIDATED && row.path[0] === marker && hasFigures(row);
  });
}

function repeatedPairs(statement: Statement): readonly (readonly [row: number, of: number])[] {
  const direct = REPEATED.map(({ row, of }) => [rowAt(statement, ...row), rowAt(statement, ...of)] as const);
  const own = OWN_RESULTS.flatMap(({ marker, of }) => {
    const entities = entityRows(statement, marker);
    return entities.length === 1 && entities[0] !== undefined ? [[entities[0], rowAt(statement, ...of)] as const] : [];
  });
  return [...direct, ...own].filter(([row, of]) => row >= 0 && of >= 0);
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
