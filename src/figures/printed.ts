import type { PlanDocument, Statement } from '../plan/document';
import { placeAt, type Place } from '../plan/finding';
import type { Cents } from '../plan/money';
import { rowKey } from '../plan/statement';
import { EVALUATION, PHASES, type Direction, type Kind, type Unit } from '../plan/vocabulary';
import type { Cell } from './cell';
import type { Rollup } from './amounts';
import { labelOfDirection, labelOfKind, labelOfPhase, labelOfRevision } from '../schema/rows/labels';
import type { CellRef, FigurePlace } from './identity';

/** A cell that makes its name and place when they are asked for: of thousands of cells a finding names a few. */
class LazyCell implements CellRef {
  constructor(
    readonly id: string,
    readonly schema: string,
    readonly cents: Cents | null,
    readonly unit: Unit,
    readonly at: FigurePlace,
    private readonly makeName: () => string,
    private readonly makePlace: () => Place,
    private readonly makeWords?: () => NonNullable<CellRef['words']>,
  ) {}

  get name(): string {
    return this.makeName();
  }

  get place(): Place {
    return this.makePlace();
  }

  get words(): CellRef['words'] {
    return this.makeWords?.();
  }
}

/** Name of a row of a finance block, as findings and sheets know it. */
export const blockRow = (kind: Kind, direction: Direction): string =>
  `${labelOfKind(kind)} / ${labelOfDirection(direction)}`;

/** The plan total has no node; reports print it over the first objective. */
const PLAN_TOTAL = 'Meerjarenplan';

/** A cell of the finance block of a node (null = the plan total), printed or not. The year is part of the row when it is not the fiscal year. */
export function blockCell(
  document: Pick<PlanDocument, 'document'>,
  rollup: Rollup,
  node: string | null,
  cell: Cell,
): CellRef {
  const amount = rollup.printed(node, cell);
  const id = `${node ?? ''}|${cell.year}|${cell.kind}|${cell.direction}|${cell.phase}`;
  const name = (): string =>
    `${node ?? PLAN_TOTAL}, ${labelOfKind(cell.kind)}, ${labelOfDirection(cell.direction)}, ${labelOfPhase(cell.phase)} ${cell.year}`;
  const place = (): Place => {
    const line = amount?.source.line ?? (node === null ? null : (rollup.tree.byId.get(node)?.source.line ?? null));
    const row = blockRow(cell.kind, cell.direction);
    const inYear = cell.year === document.document.fiscalYear;
    return placeAt({
      node,
      schema: EVALUATION,
      row: inYear ? row : `${row} / ${cell.year}`,
      column: PHASES.indexOf(cell.phase),
      line,
    });
  };
  return new LazyCell(
    id,
    EVALUATION,
    amount?.cents ?? null,
    amount?.unit ?? 'euro',
    { of: 'plan', node, cell },
    name,
    place,
  );
}

/** What a column is called: "Jaarrekening 2024", with its direction where columns have one. */
export function columnName(statement: Statement, column: number): string {
  const head = statement.columns[column];
  if (!head) return `kolom ${column + 1}`;
  const parts = [
    head.direction === undefined ? null : labelOfDirection(head.direction),
    head.revision === undefined ? null : labelOfRevision(head.revision),
    head.entity ?? null,
  ].filter((part) => part !== null);
  return [`${labelOfPhase(head.phase)} ${head.year}`, ...parts].join(', ');
}

/** What a row is called in a sentence: its markers and label, with the section where labels recur. */
export function rowName(statement: Statement, row: number): string {
  const found = statement.rows[row];
  if (!found) return '';
  const marker = found.path.filter((part) => part !== '-').join('.');
  const label = `${marker === '' ? '' : `${marker}. `}${found.label}`;
  const kind = found.kind === null || found.direction === null ? '' : `${labelOfKind(found.kind)}, `;
  return found.section === '' || found.section === found.label
    ? `${kind}${label}`
    : `${found.section}: ${kind}${label}`;
}

/** A cell of a statement, printed or not. */
export function statementCell(statement: Statement, row: number, column: number): CellRef {
  const found = statement.rows[row];
  const { schema } = statement;
  const place = (): Place =>
    placeAt({
      node: found?.node ?? null,
      schema,
      row: found ? rowKey(found) : null,
      column,
      line: found?.source.line ?? statement.source.line,
    });
  const words = () => ({ row: rowName(statement, row), column: columnName(statement, column) });
  return new LazyCell(
    `${schema}@${statement.source.line}|${row}|${column}`,
    schema,
    found?.values[column] ?? null,
    statement.unit,
    { of: 'statement', statement, row, column },
    () => `${schema}, ${words().row}, ${words().column}`,
    place,
    words,
  );
}
