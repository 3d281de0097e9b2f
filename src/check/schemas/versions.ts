import type { StatementColumn } from '../../plan/document';
import type { Revision } from '../../plan/vocabulary';
import { both } from '../../plan/phrase';
import { plusTerm } from '../../figures/identity';
import { statementCell } from '../../figures/printed';
import { sumCheck } from '../check';

/** The place of another version of the same column; -1 when it is not printed. */
const versionOf = (columns: readonly StatementColumn[], of: StatementColumn, revision: Revision): number =>
  columns.findIndex(
    (each) =>
      each.revision === revision &&
      each.year === of.year &&
      each.phase === of.phase &&
      each.direction === of.direction &&
      each.entity === of.entity,
  );

/** A changed plan prints Referentie, Wijziging and Nieuw beside each other (BBC.md, identity 10). */
export const schemasVersions = sumCheck({
  id: 'schemas.versions',
  about: {
    nl: 'In een aanpassing van het meerjarenplan is Referentie + Wijziging = Nieuw, voor elke rij en elk jaar.',
    en: 'In a change of the multi-year plan Referentie + Wijziging = Nieuw, for every row and every year.',
  },
  reads: ['statements'],
  *identities(document) {
    for (const statement of document.statements) {
      for (const [column, head] of statement.columns.entries()) {
        if (head.revision !== 'new') continue;
        const reference = versionOf(statement.columns, head, 'reference');
        const change = versionOf(statement.columns, head, 'change');
        if (reference < 0 || change < 0) continue;
        for (const [row, { values }] of statement.rows.entries()) {
          if (values.length === 0) continue;
          yield {
            check: schemasVersions.id,
            target: statementCell(statement, row, column),
            terms: [
              plusTerm(statementCell(statement, row, reference)),
              plusTerm(statementCell(statement, row, change)),
            ],
            rule: both('Referentie + Wijziging', 'Referentie + Wijziging'),
            subject: 'versions',
          };
        }
      }
    }
  },
});
