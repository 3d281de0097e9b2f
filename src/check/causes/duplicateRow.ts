import type { PlanDocument, Statement, StatementRow } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import { rowKey } from '../../plan/statement';
import { hasFigures } from '../../schema/relations/relation';
import { causeCheck } from '../cause';

const nameOf = ({ section, path, label, values }: StatementRow): string =>
  [section, path.join('.'), label, ...values].join('|');

/** Rows of a schema that are printed for the second time, with the same label and figures. */
function repeatedRows({ rows }: Statement): readonly StatementRow[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    if (!hasFigures(row) || row.values.every((value) => value === null || value === 0)) return false;
    const again = seen.has(nameOf(row));
    seen.add(nameOf(row));
    return again;
  });
}

const without = (document: PlanDocument, statement: Statement, row: StatementRow): PlanDocument => ({
  ...document,
  statements: document.statements.map((one) =>
    one === statement ? { ...one, rows: one.rows.filter((each) => each !== row) } : one,
  ),
});

/** A row of a schema that is printed twice: it counts twice in every sum. */
export const schemasDuplicateRow = causeCheck({
  id: 'schemas.duplicate-row',
  severity: 'error',
  nl: [
    '{schema}: de rij "{label}" staat er twee keer; met één ervan sluiten de optellingen.',
    'Schrap de dubbele rij.',
  ],
  en: ['{schema}: the row "{label}" is printed twice; with one of them the sums close.', 'Delete the double row.'],
  reads: ['info', 'nodes', 'amounts', 'statements', 'transfers', 'offBalance', 'participations'],
  *causes(document, _context, broken) {
    const schemas = new Set(broken.map(({ identity }) => identity.target.schema));
    for (const statement of document.statements) {
      if (!schemas.has(statement.schema)) continue;
      for (const row of repeatedRows(statement)) {
        yield {
          finding: {
            place: placeAt({ schema: statement.schema, row: rowKey(row), line: row.source.line }),
            figures: { label: [...row.path.slice(-1), row.label].join(' ') },
          },
          mended: without(document, statement, row),
        };
      }
    }
  },
});
