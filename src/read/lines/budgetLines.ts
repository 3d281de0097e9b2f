import type { BudgetLine, PolicyDomain, TrialBalanceEntry } from '../../plan/ledger';
import type { RowReader } from './rowReader';
import { accountOf, flowOf, kindOf, policyFieldOf, yearOf } from './values';

const KIND_CHOICES = 'E, I, F';
const FLOW_CHOICES = 'U, O';

/** A year that cannot be read leaves no place for the row; undefined says so. */
function readYear(row: RowReader): number | null | undefined {
  const year = yearOf(row.cell('year'));
  if (year === undefined) row.report('badYear', 'year');
  return year;
}

/** An account that is no number stays as it was written, so that the row can be found among what has no place. */
const readAccount = (row: RowReader): string => row.read('account', accountOf, 'badCode') ?? row.text('account');

/** The budget line of a row; null, with a finding, when it has no year. */
export function readBudgetLine(row: RowReader): BudgetLine | null {
  const year = readYear(row);
  if (year === undefined || year === null) {
    if (year === null) row.report('emptyCell', 'year');
    return null;
  }
  if (row.text('account') === '') row.report('emptyCell', 'account');
  const extra = row.extra();
  return {
    entity: row.text('entity'),
    estimate: row.textOrNull('estimate'),
    description: row.text('description'),
    action: row.textOrNull('action'),
    account: readAccount(row),
    policyField: row.read('policyField', policyFieldOf, 'badCode') ?? row.textOrNull('policyField'),
    kind: row.read('kind', kindOf, 'badChoice', KIND_CHOICES),
    direction: row.read('direction', flowOf, 'badChoice', FLOW_CHOICES),
    year,
    initialCents: row.amount('initialCents'),
    finalCents: row.amount('finalCents'),
    carriedOverCents: row.amount('carriedOverCents'),
    actualCents: row.amount('actualCents'),
    planCents: row.amount('planCents'),
    counterparty: row.textOrNull('counterparty'),
    ...(extra ? { extra } : {}),
    source: row.source,
  };
}

export function readBalanceEntry(row: RowReader): TrialBalanceEntry | null {
  const year = readYear(row);
  if (year === undefined) return null;
  if (row.text('account') === '') row.report('emptyCell', 'account');
  const extra = row.extra();
  return {
    entity: row.text('entity'),
    account: readAccount(row),
    description: row.text('description'),
    year,
    openingCents: row.amount('openingCents'),
    debitCents: row.amount('debitCents'),
    creditCents: row.amount('creditCents'),
    closingCents: row.amount('closingCents'),
    ...(extra ? { extra } : {}),
    source: row.source,
  };
}

export function readPolicyDomain(row: RowReader): PolicyDomain | null {
  const policyField = row.read('policyField', policyFieldOf, 'badCode');
  const name = row.text('name');
  if (name === '') row.report('emptyCell', 'name');
  if (row.text('policyField') === '') row.report('emptyCell', 'policyField');
  return policyField === null || name === '' ? null : { policyField, name, source: row.source };
}
