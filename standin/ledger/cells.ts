import type { PlanDocument, Statement } from '../../src/plan/document';
import type { SchemaName } from '../../src/plan/vocabulary';

/** The figures of some schemas by what names them: schema, heading, markers, label and column. Amounts in cents. */
export type Cells = ReadonlyMap<string, number>;

/** In a plan every column is of the plan. */
function columnName(document: PlanDocument, { columns }: Statement, column: number): string {
  const { year, phase, direction = '', label = '' } = columns[column] ?? { year: 0, phase: '' };
  const told = document.document.kind === 'multiYearPlan' ? 'plan' : phase;
  return [year, told, direction, label].join(' ');
}

/** Cells that are printed with a figure, in the schemas asked for. A name that returns is told apart by a number. */
export function cellsOf(document: PlanDocument, schemas: readonly SchemaName[]): Cells {
  const cells = new Map<string, number>();
  for (const statement of document.statements.filter(({ schema }) => schemas.includes(schema))) {
    for (const row of statement.rows) {
      for (const [column, cents] of row.values.entries()) {
        if (cents === null) continue;
        const name = [
          statement.schema,
          row.section,
          row.kind ?? '',
          row.path.join('.'),
          row.label,
          columnName(document, statement, column),
        ]
          .join(' | ')
          .toLowerCase();
        let key = name;
        for (let again = 2; cells.has(key); again += 1) key = `${name} (${again})`;
        cells.set(key, cents);
      }
    }
  }
  return cells;
}
