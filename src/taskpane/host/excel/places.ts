import { LINK_TABLE } from '../../../sheets/linkTable';
import type { PlanDocument } from '../../../plan/document';
import { placeAt, type Finding, type Place } from '../../../plan/finding';
import { rowKey } from '../../../plan/statement';
import { SCHEMA_NAMES } from '../../../plan/vocabulary';
import { cellAt, findTable, type SheetContent, type TableContent, type WorkbookContent } from '../../../sheets/content';
import { CREDIT_COLUMNS } from '../../../sheets/creditColumns';
import { KEY_COLUMN, statementTableName, TABLES } from '../../../sheets/names';
import { PLAN_COLUMNS } from '../../../sheets/planColumns';
import { figurePosition, rowKeyText, statementLayout } from '../../../sheets/statementLayout';
import { TRANSFER_COLUMNS } from '../../../sheets/transfers';
import type { FigureEdit } from '../../ports/book';

/** Where a figure of a schema stands. */
export interface FigureCells {
  readonly key: string;
  readonly row: number;
  readonly value: number;
  readonly printed: number;
}

export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A table as it stands now: its rows by key, its columns by head, wherever the user moved them. */
export interface LiveTable {
  readonly sheet: string;
  readonly table: TableContent;
  readonly columns: ReadonlyMap<string, number>;
  readonly keyColumn: number | null;
  readonly rows: ReadonlyMap<string, number>;
}

function liveTable(content: WorkbookContent, name: string): LiveTable | null {
  const found = findTable(content, name);
  if (!found) return null;
  const { sheet, table } = found;
  const { range } = table;
  const columns = new Map<string, number>();
  for (let column = range.column; column < range.column + range.columns; column += 1) {
    const head = cellAt(sheet, range.row, column);
    if (typeof head === 'string' && !columns.has(head)) columns.set(head, column);
  }
  const keyColumn = columns.get(KEY_COLUMN) ?? null;
  return { sheet: sheet.name, table, columns, keyColumn, rows: rowsByKey(sheet, table, keyColumn) };
}

function rowsByKey(
  sheet: SheetContent,
  { range }: TableContent,
  keyColumn: number | null,
): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  if (keyColumn === null) return rows;
  for (let row = range.row + 1; row < range.row + range.rows; row += 1) {
    const key = cellAt(sheet, row, keyColumn);
    if (key !== null && !rows.has(String(key))) rows.set(String(key), row);
  }
  return rows;
}

/** The column of the plan a family of checks looks at. */
const PLAN_COLUMN_OF: Readonly<Record<string, string>> = {
  status: PLAN_COLUMNS.status,
  text: PLAN_COLUMNS.evaluation,
  structure: PLAN_COLUMNS.code,
};

/** Leads from places of the document to cells of the workbook as it stands now, and back. */
export class Places {
  private readonly tables: ReadonlyMap<string, LiveTable>;

  constructor(
    private readonly content: WorkbookContent,
    private readonly document: PlanDocument,
  ) {
    const names = [
      TABLES.plan,
      TABLES.credits,
      TABLES.transfers,
      TABLES.reconciliation,
      TABLES.findings,
      TABLES.source,
      LINK_TABLE,
      ...SCHEMA_NAMES.map((schema) => statementTableName(schema, 1)),
    ];
    this.tables = new Map(
      names.flatMap((name) => {
        const table = liveTable(content, name);
        return table ? [[name, table] as const] : [];
      }),
    );
  }

  table(name: string): LiveTable | null {
    return this.tables.get(name) ?? null;
  }

  /** The cell of a node's row in a column of the plan. */
  nodeCell(id: string, column: string): CellPlace | null {
    const plan = this.table(TABLES.plan);
    const [row, at] = [plan?.rows.get(id), plan?.columns.get(column)];
    return !plan || row === undefined || at === undefined ? null : { sheet: plan.sheet, row, column: at };
  }

  /** The cell a place stands in: a figure of a schema, else the row of a node, else the line of the source. `check` tells which column is meant. */
  cellOf(place: Place, check: string | null = null): CellPlace | null {
    return this.schemaCell(place) ?? this.planCell(place, check) ?? this.lineCell(place);
  }

  /** The cell to frame for a finding: only in tables the user fills in, whose cells have no frame of their own. */
  markableCell({ place, check }: Finding): CellPlace | null {
    return place.schema === null ? this.planCell(place, check) : null;
  }

  /** The columns in which cells are framed, over the rows of their table. */
  markableColumns(): readonly {
    readonly sheet: string;
    readonly column: number;
    readonly row: number;
    readonly rows: number;
  }[] {
    const plan = this.table(TABLES.plan);
    if (!plan) return [];
    const { row, rows } = plan.table.range;
    return [...new Set(Object.values(PLAN_COLUMN_OF))].flatMap((name) => {
      const column = plan.columns.get(name);
      return column === undefined ? [] : [{ sheet: plan.sheet, column, row: row + 1, rows: rows - 1 }];
    });
  }

  private schemaCell({ schema, row, column }: Place): CellPlace | null {
    const known = SCHEMA_NAMES.find((name) => name === schema);
    const table = known && this.table(statementTableName(known, 1));
    if (!table) return null;
    const statement = this.document.statements.find((each) => each.schema === schema);
    const at =
      statement &&
      table.rows.get(
        rowKeyText(
          statement,
          statement.rows.findIndex((line) => rowKey(line) === row),
        ),
      );
    const left = table.table.range.column;
    return {
      sheet: table.sheet,
      row: at ?? 0,
      column: at === undefined ? 0 : left + (column === null ? 1 : figurePosition(column)),
    };
  }

  /** The row of a figure of a schema, and the columns in which it stands: as it counts, and as it was printed. */
  figureCells({ schema, row, column }: Pick<FigureEdit, 'schema' | 'row' | 'column'>): FigureCells | null {
    const statement = this.document.statements.find((one) => one.schema === schema);
    const table = statement && this.table(statementTableName(statement.schema, 1));
    if (!table) return null;
    const key = rowKeyText(
      statement,
      statement.rows.findIndex((line) => rowKey(line) === row),
    );
    const names = statementLayout(statement).figures[column];
    const [at, value, printed] = [
      table.rows.get(key),
      table.columns.get(names?.value ?? ''),
      table.columns.get(names?.printed ?? ''),
    ];
    return at === undefined || value === undefined || printed === undefined ? null : { key, row: at, value, printed };
  }

  private planCell({ node }: Place, check: string | null): CellPlace | null {
    if (node === null) return null;
    const family = check?.slice(0, check.indexOf('.')) ?? '';
    return this.nodeCell(node, PLAN_COLUMN_OF[family] ?? PLAN_COLUMNS.code);
  }

  private lineCell({ line }: Place): CellPlace | null {
    const source = this.table(TABLES.source);
    if (!source || line === null) return null;
    const sheet = this.content.sheets.find(({ name }) => name === source.sheet);
    const { row: top, rows, column } = source.table.range;
    for (let row = top + 1; row < top + rows; row += 1)
      if (sheet && cellAt(sheet, row, column) === line) return { sheet: source.sheet, row, column };
    return null;
  }

  /** What a row of a sheet is about; null when it is none of ours. */
  placeOf(sheetName: string, row: number): Place | null {
    const sheet = this.content.sheets.find(({ name }) => name === sheetName);
    const found = [...this.tables].find(
      ([
        ,
        {
          sheet: own,
          table: { range },
        },
      ]) => own === sheetName && row > range.row && row < range.row + range.rows,
    );
    if (!sheet || !found) return null;
    const [name, table] = found;
    const text = (column: string): string => {
      const at = table.columns.get(column);
      return at === undefined ? '' : String(cellAt(sheet, row, at) ?? '');
    };
    switch (name) {
      case TABLES.plan:
        return this.nodePlace(text(KEY_COLUMN));
      case TABLES.credits:
      case TABLES.reconciliation:
        return this.nodePlace(this.idOf(text(CREDIT_COLUMNS.code)));
      case TABLES.transfers:
        return this.nodePlace(this.idOf(text(TRANSFER_COLUMNS.node)));
      case TABLES.source:
      case TABLES.findings:
      case LINK_TABLE:
        return null;
      default:
        return this.statementPlace(sheetName, text(KEY_COLUMN));
    }
  }

  private nodePlace(id: string): Place | null {
    return this.document.nodes.some((node) => node.id === id) ? placeAt({ node: id }) : null;
  }

  private idOf(code: string): string {
    return this.document.nodes.find((node) => node.code === code || node.id === code)?.id ?? '';
  }

  private statementPlace(sheet: string, key: string): Place | null {
    const statement = this.document.statements.find(({ schema }) => schema === sheet);
    const line = statement?.rows.find((_, index) => rowKeyText(statement, index) === key);
    return statement && line ? placeAt({ schema: statement.schema, row: rowKey(line), node: line.node }) : null;
  }
}
