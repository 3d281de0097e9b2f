import type { PlanDocument } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import { CENTS_PER_EURO } from '../../plan/money';
import { rowWithId } from '../../schema/rows/identify';
import { columnName, statementCell } from '../../figures/printed';
import { sumCheck } from '../check';
import type { CheckContext } from '../context';
import { plusTerm, type CellRef, type Identity } from '../../figures/identity';
import { closedYearOf, sameAccounts, versionsOf } from '../../figures/version';
import { both } from '../../plan/phrase';

function* surplusIdentities(_document: PlanDocument, context: CheckContext): Iterable<Identity> {
  for (const balance of context.statements('J4')) {
    const accumulated = rowWithId(balance, 'J4.liabilities.II.B');
    for (const results of context.statements('J5')) {
      const carried = rowWithId(results, 'J5.IV.C') ?? rowWithId(results, 'J5.III');
      if (accumulated === null || carried === null) continue;
      for (const [column, { year }] of balance.columns.entries()) {
        const before = balance.columns.findIndex((head) => head.year === year - 1);
        const result = results.columns.findIndex((head) => head.year === year && head.phase === 'actual');
        if (before < 0 || result < 0 || !sameAccounts(versionsOf(balance), versionsOf(results), year)) continue;
        yield {
          check: schemasSurplus.id,
          target: statementCell(balance, accumulated, column),
          terms: [
            plusTerm(statementCell(balance, accumulated, before)),
            plusTerm(statementCell(results, carried, result)),
          ],
          rule: both(
            `${columnName(balance, before)} + J5 over te dragen ${columnName(results, result)}`,
            `${columnName(balance, before)} + J5 to be carried over ${columnName(results, result)}`,
          ),
          subject: 'J5',
        };
      }
    }
  }
}

/** The change of the accumulated surplus on the balance sheet is what J5 carries over (BBC.md, identity 7). */
export const schemasSurplus = sumCheck({
  id: 'schemas.surplus',
  about: {
    nl: 'De wijziging van het gecumuleerd overschot of tekort op de balans (J4) is het over te dragen overschot of tekort van J5.',
    en: 'The change of the accumulated surplus or deficit on the balance sheet (J4) is the surplus or deficit that J5 carries over.',
  },
  reads: ['statements'],
  identities: surplusIdentities,
});

const PARTICIPATIONS = 'participations';

function participationCell(document: PlanDocument, index: number): CellRef | null {
  const participation = document.participations[index];
  if (!participation) return null;
  return {
    id: `participation|${index}`,
    schema: PARTICIPATIONS,
    name: `Participatie ${participation.name}`,
    cents: participation.cents,
    unit: participation.cents % CENTS_PER_EURO === 0 ? 'euro' : 'cent',
    place: placeAt({ schema: PARTICIPATIONS, row: participation.name, line: participation.source.line }),
  };
}

/** The participations the report lists make up the financial fixed assets of J4. */
export const schemasParticipations = sumCheck({
  id: 'schemas.participations',
  severity: 'attention',
  about: {
    nl: 'De opgesomde participaties zijn samen de financiële vaste activa van de balans (J4).',
    en: 'The participations listed add up to the financial fixed assets of the balance sheet (J4).',
  },
  reads: ['statements', 'participations'],
  *identities(document, context) {
    const cells = document.participations
      .map((_, index) => participationCell(document, index))
      .filter((cell) => cell !== null);
    if (cells.length === 0) return;
    for (const balance of context.statements('J4')) {
      const row = rowWithId(balance, 'J4.assets.II.B');
      const column = balance.columns.findIndex(({ year }) => year === closedYearOf(balance));
      if (row === null || column < 0) continue;
      yield {
        check: schemasParticipations.id,
        target: statementCell(balance, row, column),
        terms: cells.map(plusTerm),
        rule: both(`som van ${cells.length} participaties`, `sum of ${cells.length} participations`),
        subject: 'participaties',
      };
    }
  },
});
