import type { Dossier, Statement, StatementColumn, TextSection } from '../../plan/document';
import type { SchemaName, Unit } from '../../plan/vocabulary';
import { identifyRows } from '../../schema/rows/identify';
import { columnKey } from '../table/headGrid';
import type { RowCells } from '../table/figureCells';
import type { Block } from '../table/blocks';
import type { SectionHead } from './head';
import { RowTable, type PlacedCell, type RowHead } from './rowTable';

/** Figures of a column that no schema has: the lines they stand on. */
export interface PassedColumn {
  readonly name: string;
  readonly lines: number[];
}

/** What reading a schema has given so far: its columns, rows and texts, in printed order. */
export class PrintedTable {
  readonly columns: StatementColumn[] = [];
  readonly passed = new Map<string, PassedColumn>();
  readonly notes: TextSection['blocks'][number][] = [];
  dossiers: readonly Dossier[] = [];
  private unit: Unit = 'euro';
  private readonly table = new RowTable();
  private readonly positions = new Map<string, number>();

  /** Adds a row; a column is one of the schema from the first figure under it. */
  addRow(head: RowHead, block: Block | null, row: RowCells | null): void {
    const cells: PlacedCell[] = [];
    for (const { at, amount } of row?.cells ?? []) {
      const column = block?.columns[at];
      if (column === undefined) continue;
      if ('passed' in column) this.pass(column.passed, head.source.line);
      else {
        if (amount.unit === 'cent') this.unit = 'cent';
        cells.push([this.positionOf(column.head), amount.cents]);
      }
    }
    this.table.add(head, cells);
  }

  /** Makes sure of the columns of a head, in its order, before the first row under it. */
  addColumns({ columns }: Block): void {
    for (const column of columns) if ('head' in column) this.positionOf(column.head);
  }

  private positionOf(column: StatementColumn): number {
    const key = columnKey(column);
    const known = this.positions.get(key);
    if (known !== undefined) return known;
    const position = this.columns.push(column) - 1;
    this.positions.set(key, position);
    return position;
  }

  private pass(name: string, line: number): void {
    const column = this.passed.get(name) ?? { name, lines: [] };
    column.lines.push(line);
    this.passed.set(name, column);
  }

  statement(schema: SchemaName, title: string, head: SectionHead, source: Statement['source']): Statement {
    return {
      schema,
      title,
      version: head.version,
      columns: this.columns,
      rows: identifyRows(schema, this.table.rows(this.columns)),
      dossiers: this.dossiers,
      unit: this.unit,
      source,
    };
  }
}
