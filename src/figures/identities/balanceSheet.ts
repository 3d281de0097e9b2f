import type { PlanDocument } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import { CENTS_PER_EURO } from '../../plan/money';
import { rowWithId } from '../../schema/rows/identify';
import { columnName, statementCell } from '../printed';
import type { FigureSource } from '../quantities';
import { plusTerm, type CellRef, type Identity } from '../identity';
import { closedYearOf, sameVersion, versionsOf } from '../version';
import { both } from '../../plan/phrase';

/** The change of the accumulated surplus on the balance sheet is what J5 carries over (BBC.md, identity 7). */
export function* accumulatedSurplus(_document: PlanDocument, source: FigureSource): Iterable<Identity> {
  for (const balance of source.statements('J4')) {
    const accumulated = rowWithId(balance, 'J4.liabilities.II.B');
    for (const results of source.statements('J5')) {
      const carried = rowWithId(results, 'J5.IV.C') ?? rowWithId(results, 'J5.III');
      if (accumulated === null || carried === null) continue;
      for (const [column, { year }] of balance.columns.entries()) {
        const before = balance.columns.findIndex((head) => head.year === year - 1);
        const result = results.columns.findIndex((head) => head.year === year && head.phase === 'actual');
        if (before < 0 || result < 0 || !sameVersion(versionsOf(balance), versionsOf(results), 'actual', year))
          continue;
        yield {
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
export function* participations(document: PlanDocument, source: FigureSource): Iterable<Identity> {
  const cells = document.participations
    .map((_, index) => participationCell(document, index))
    .filter((cell) => cell !== null);
  if (cells.length === 0) return;
  for (const balance of source.statements('J4')) {
    const row = rowWithId(balance, 'J4.assets.II.B');
    const column = balance.columns.findIndex(({ year }) => year === closedYearOf(balance));
    if (row === null || column < 0) continue;
    yield {
      target: statementCell(balance, row, column),
      terms: cells.map(plusTerm),
      rule: both(`som van ${cells.length} participaties`, `sum of ${cells.length} participations`),
      subject: 'participaties',
    };
  }
}
