import type { Level, LineAccount, PlanNode } from '../../plan/document';
import type { Finding, Language } from '../../plan/finding';
import type { BudgetLine, Ledger, LedgerEntity, PolicyDomain, TrialBalanceEntry } from '../../plan/ledger';
import { planOfActions, readAction, type ActionRow } from './actions';
import { readBalanceEntry, readBudgetLine, readPolicyDomain } from './budgetLines';
import { recogniseHeader, type Header } from './columns';
import { HEADER_ROWS } from './csv';
import { cellText, isBlankRow, type Grid, type GridCell } from './grid';
import { RowReader, TableFindings } from './rowReader';
import { entityKindOf } from './values';

/** What a set of tables holds: the ledger, the plan that its lines point at, and what was wrong in the files. */
export interface TablesReading {
  readonly ledger: Ledger;
  readonly nodes: readonly PlanNode[];
  readonly levels: readonly Level[];
  readonly findings: readonly Finding[];
  readonly lines: LineAccount;
}

/** A table found in a file: its header and where the rows begin. */
interface Table {
  readonly grid: Grid;
  readonly header: Header;
  readonly headerRow: number;
}

function tableIn(grid: Grid): Table | null {
  for (const [headerRow, row] of grid.rows.slice(0, HEADER_ROWS).entries()) {
    const header = recogniseHeader(row.map(cellText));
    if (header) return { grid, header, headerRow };
  }
  return null;
}

/** Is it one of the tables we know? */
export const isTable = (grid: Grid): boolean => tableIn(grid) !== null;

interface Collected {
  readonly lines: BudgetLine[];
  readonly balance: TrialBalanceEntry[];
  readonly domains: PolicyDomain[];
  readonly actions: ActionRow[];
  readonly entities: LedgerEntity[];
}

function readEntity(row: RowReader): LedgerEntity | null {
  const name = row.text('name');
  if (name === '') {
    row.report('emptyCell', 'name');
    return null;
  }
  return {
    name,
    kind: entityKindOf(row.text('kind') || name),
    enterpriseNumber: row.textOrNull('enterpriseNumber'),
    address: row.textOrNull('address'),
    generalDirector: row.textOrNull('generalDirector'),
    financialDirector: row.textOrNull('financialDirector'),
  };
}

/** Adds the row to what was collected, under the table it is of. */
function collect(kind: Header['kind'], row: RowReader, into: Collected): void {
  const add = <Item>(list: Item[], item: Item | null): void => {
    if (item !== null) list.push(item);
  };
  switch (kind) {
    case 'lines':
      return add(into.lines, readBudgetLine(row));
    case 'balance':
      return add(into.balance, readBalanceEntry(row));
    case 'domains':
      return add(into.domains, readPolicyDomain(row));
    case 'actions':
      return add(into.actions, readAction(row));
    case 'entities':
      return add(into.entities, readEntity(row));
  }
}

/** "Totaal ..." without an account, under a table of amounts. */
function isTotal({ header }: Table, row: RowReader, cells: readonly GridCell[]): boolean {
  const hasAccounts = header.kind === 'lines' || header.kind === 'balance';
  return (
    hasAccounts && row.text('account') === '' && cells.some((cell) => /^(?:eind|sub)?totaal\b/i.test(cellText(cell)))
  );
}

/** A cell this high with the signs of rows in it is no text: a quotation mark was left open. */
const SWALLOWED_LINES = 2;

function reportOpenQuotes({ grid, header }: Table, index: number, findings: TableFindings): void {
  const cells = grid.rows[index] ?? [];
  if (cells.length >= header.headings.length && index < grid.rows.length - 1) return;
  const last = cells.length - 1;
  const lines = cellText(cells[last]).split('\n');
  if (lines.length <= SWALLOWED_LINES) return;
  const column = header.headings[last] ?? '';
  findings.add('openQuote', { file: grid.name, row: index + 1, column }, { swallowed: lines.length - 1 });
}

function readTable(table: Table, into: Collected, findings: TableFindings): number {
  const { grid, header, headerRow } = table;
  for (const column of header.missing) findings.add('missingColumn', { file: grid.name, row: headerRow + 1, column });
  if (header.missing.length > 0) return 0;
  const row = new RowReader(grid, header, findings);
  let count = 0;
  for (let index = headerRow + 1; index < grid.rows.length; index += 1) {
    const cells = grid.rows[index] ?? [];
    if (isBlankRow(cells)) continue;
    count += 1;
    row.goTo(index);
    reportOpenQuotes(table, index, findings);
    if (isTotal(table, row, cells)) findings.add('totalRow', { file: grid.name, row: index + 1 });
    else collect(header.kind, row, into);
  }
  return count;
}

/** What each file calls its columns, so that what is found later can name them. */
const headingsOf = (tables: readonly Table[]): NonNullable<Ledger['headings']> =>
  Object.fromEntries(
    tables.map(({ grid, header: { columns, headings } }) => [
      grid.name,
      Object.fromEntries([...columns].map(([key, at]) => [key, headings[at] ?? key])),
    ]),
  );

/** Each code once; the second is a finding. */
function onceEach(actions: readonly ActionRow[], findings: TableFindings): readonly ActionRow[] {
  const first = new Map<string, ActionRow>();
  for (const action of actions) {
    const known = first.get(action.code);
    if (!known) first.set(action.code, action);
    else {
      const { file = '', line } = action.source;
      findings.add('duplicateCode', { file, row: line }, { value: action.code, firstRow: known.source.line });
    }
  }
  return [...first.values()];
}

/** The entities of the table, and those that only lines or the balance name: their names say what they are. */
function withNamed({ entities, lines, balance }: Collected): readonly LedgerEntity[] {
  const known = new Map(entities.map((entity) => [entity.name.toLowerCase(), entity]));
  for (const { entity: name } of [lines, balance].flat()) {
    const key = name.toLowerCase();
    if (name === '' || known.has(key)) continue;
    const unknown = { enterpriseNumber: null, address: null, generalDirector: null, financialDirector: null };
    known.set(key, { name, kind: entityKindOf(name), ...unknown });
  }
  return [...known.values()];
}

/** Reads the tables among `grids`, in any order; grids that are no table are passed over (see `isTable`). */
export function readTables(grids: readonly Grid[], language: Language = 'nl'): TablesReading {
  const findings = new TableFindings(language);
  const into: Collected = { lines: [], balance: [], domains: [], actions: [], entities: [] };
  const tables = grids.flatMap((grid) => tableIn(grid) ?? []);
  let rows = 0;
  for (const table of tables) rows += readTable(table, into, findings);
  const { lines, balance, domains } = into;
  const entities = withNamed(into);
  const { nodes, levels } = planOfActions(onceEach(into.actions, findings));
  return {
    ledger: { lines, balance, domains, entities, headings: headingsOf(tables) },
    nodes,
    levels,
    findings: findings.found,
    lines: {
      total: tables.length + rows,
      roles: { tableHead: tables.length, tableRow: rows },
      unrecognised: [],
    },
  };
}
