import type { PlanDocument, Transfer } from '../../plan/document';
import type { Place } from '../../plan/finding';
import { REFERENCE_SEPARATOR, TRANSFER_COLUMNS, transferKeys } from '../transfers';
import { editedCents, editedDirection, editedKind, editedText, editedYear } from './cells';
import type { CellIndex } from './changedCells';
import type { ReadRow, ReadTable, SheetFindings } from './tableReader';

const c = TRANSFER_COLUMNS;

/** Columns of the transfers that users fill in. */
export const TRANSFER_INPUTS: readonly string[] = Object.values(TRANSFER_COLUMNS).filter(
  (name) => name !== TRANSFER_COLUMNS.source,
);

/** Transfers as the sheet has them now, in their former order; new rows come last. */
export function readTransfers(
  table: ReadTable,
  { transfers }: PlanDocument,
  findings: SheetFindings,
  cells: CellIndex,
): readonly Transfer[] {
  const keys = transferKeys(transfers);
  const before = new Map(transfers.map((transfer, index) => [keys[index] ?? '', transfer]));
  const read = new Map<string, Transfer>();
  const added: Transfer[] = [];
  for (const row of table.rows) {
    const former = row.key === null ? undefined : before.get(row.key);
    const amount = row.cell(c.amount);
    if (amount.changed) cells.transfer(former?.id ?? String(row.cell(c.id).value ?? ''), 'amountCents', amount);
    if (former && row.key !== null) read.set(row.key, edited(row, former, findings));
    else {
      const transfer = newTransfer(row, findings);
      if (transfer) added.push(transfer);
    }
  }
  return [...keys.flatMap((key) => read.get(key) ?? []), ...added];
}

/** A nullable text: unchanged, emptied or new. */
function text(row: ReadRow, column: string, former: string | null): string | null {
  const now = editedText(row.cell(column));
  return now === undefined ? former : now.trim() || null;
}

function edited(row: ReadRow, former: Transfer, findings: SheetFindings): Transfer {
  const place: Partial<Place> = { node: former.node };
  const references = editedText(row.cell(c.references));
  const description = editedText(row.cell(c.description));
  return {
    ...former,
    id: text(row, c.id, former.id) ?? former.id,
    estimate: text(row, c.estimate, former.estimate),
    description: description ?? former.description,
    entity: editedText(row.cell(c.entity)) ?? former.entity,
    kind: editedKind(row.cell(c.kind), findings, place) ?? former.kind,
    direction: editedDirection(row.cell(c.direction), findings, place) ?? former.direction,
    objective: text(row, c.objective, former.objective),
    actionPlan: text(row, c.actionPlan, former.actionPlan),
    node: text(row, c.node, former.node),
    account: text(row, c.account, former.account),
    accountName: text(row, c.accountName, former.accountName),
    policyDomain: text(row, c.domain, former.policyDomain),
    policyDomainName: text(row, c.domainName, former.policyDomainName),
    policyField: text(row, c.field, former.policyField),
    policyFieldName: text(row, c.fieldName, former.policyFieldName),
    fromYear: editedYear(row.cell(c.fromYear), findings, place) ?? former.fromYear,
    toYear: editedYear(row.cell(c.toYear), findings, place) ?? former.toYear,
    transactionCreditCents: editedCents(row.cell(c.credit), findings, place) ?? former.transactionCreditCents,
    amountCents: editedCents(row.cell(c.amount), findings, place) ?? former.amountCents,
    references: references === undefined ? former.references : references.split(REFERENCE_SEPARATOR).filter(Boolean),
  };
}

/** A new transfer must say what it is: number, kind, direction, years and amount. */
function newTransfer(row: ReadRow, findings: SheetFindings): Transfer | null {
  const missing = [c.id, c.kind, c.direction, c.fromYear, c.toYear, c.amount].filter(
    (name) => (row.cell(name).value ?? '') === '',
  );
  if (missing.length > 0) {
    findings.incompleteRow(row, missing.join(', '));
    return null;
  }
  const kind = editedKind(row.cell(c.kind), findings, {});
  const direction = editedDirection(row.cell(c.direction), findings, {});
  const fromYear = editedYear(row.cell(c.fromYear), findings, {});
  const toYear = editedYear(row.cell(c.toYear), findings, {});
  const amountCents = editedCents(row.cell(c.amount), findings, {}) ?? undefined;
  if (!kind || !direction || fromYear === undefined || toYear === undefined || amountCents === undefined) return null;
  const blank = blankTransfer({ kind, direction, fromYear, toYear, amountCents });
  return { ...edited(row, blank, findings), kind, direction };
}

/** A transfer of which nothing more was said. */
const blankTransfer = ({
  kind,
  direction,
  fromYear,
  toYear,
  amountCents,
}: Pick<Transfer, 'kind' | 'direction' | 'fromYear' | 'toYear' | 'amountCents'>): Transfer => ({
  id: '',
  estimate: null,
  description: '',
  reason: '',
  entity: '',
  kind,
  direction,
  objective: null,
  actionPlan: null,
  node: null,
  account: null,
  policyDomain: null,
  policyField: null,
  accountName: null,
  policyDomainName: null,
  policyFieldName: null,
  fromYear,
  toYear,
  transactionCreditCents: 0,
  amountCents,
  references: [],
  source: { line: 1, page: null },
});
