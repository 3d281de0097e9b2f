import { ledgerDocument } from '../../figures/accounts/document';
import type { PlanDocument } from '../../plan/document';
import type { Language } from '../../plan/finding';
import type { Ledger } from '../../plan/ledger';
import { TABLE_KINDS } from '../../read/lines/findingKinds';
import type { Grid } from '../../read/lines/grid';
import { readTables } from '../../read/lines/tables';
import { findTable, type WorkbookContent } from '../content';
import { TABLES } from '../names';

const LEDGER_TABLES = [TABLES.lines, TABLES.balance, TABLES.domains, TABLES.entities];

/** The sheets of the tables, row by row as they stand: a finding then names the row of the sheet. */
const gridsOf = (content: WorkbookContent): readonly Grid[] =>
  LEDGER_TABLES.flatMap((name) => {
    const found = findTable(content, name);
    if (!found) return [];
    const { sheet, table } = found;
    const rows = sheet.cells.slice(0, table.range.row + table.range.rows);
    return [{ name: sheet.name, rows: rows.map((row, index) => (index < table.range.row ? [] : row)) }];
  });

/** What a ledger says, whatever file and row it stands in: rows in their order, empty texts being no text. */
const saidBy = ({ lines, balance, domains, entities }: Ledger): string =>
  JSON.stringify([
    lines.map(({ source: _source, extra: _extra, ...line }) => line),
    balance.map(({ source: _source, extra: _extra, ...entry }) => entry),
    domains.map(({ policyField, name }) => [policyField, name]),
    entities,
  ]);

const LINE_FINDINGS = new Set<string>(Object.values(TABLE_KINDS).map(({ id }) => id));

/**
 * The document after edits in its tables of lines, balance, domains and entities: schemas, amounts and what was wrong in the cells are
 * made afresh from what stands there. null when nothing was edited, or there are no such tables.
 */
export function editedLedger(
  content: WorkbookContent,
  imported: PlanDocument,
  nodes: PlanDocument['nodes'],
  language: Language,
): PlanDocument | null {
  const { ledger: before, levels, lines, document } = imported;
  const grids = before ? gridsOf(content) : [];
  if (!before || grids.length < LEDGER_TABLES.length) return null;
  const { ledger, findings } = readTables(grids, language);
  if (saidBy(ledger) === saidBy(before)) return null;
  const overrides = before.overrides ? { overrides: before.overrides } : {};
  const kept = imported.findings.filter(({ check }) => !LINE_FINDINGS.has(check));
  return ledgerDocument({
    ledger: { ...ledger, ...overrides },
    nodes,
    levels,
    findings: [...kept, ...findings],
    lines,
    info: document,
    ...(document.schemaSet ? { set: document.schemaSet } : {}),
  });
}
