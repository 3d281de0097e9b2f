import { beforeAll, describe, expect, test } from '@jest/globals';
import { ledgerDocument } from '../../../src/figures/accounts/document';
import type { PlanDocument } from '../../../src/plan/document';
import type { SchemaName } from '../../../src/plan/vocabulary';
import { cellsOf } from '../../../standin/ledger/cells';
import { deriveLedger, type DerivedLedger } from '../../../standin/ledger/derive';
import { seedAccounts } from '../../../scripts/seed/seedAccounts';

/** How many figures the report prints in each schema: every one of them is compared. */
const FIGURES: Readonly<Record<string, number>> = { J1: 106, J2: 60, J3: 24, T1: 84, T2: 450, T4: 80 };
const SCHEMAS: readonly SchemaName[] = ['J1', 'J2', 'J3', 'T1', 'T2', 'T4'];
const CENTS = 100;

describe('the accounts of 2024, from budget lines', () => {
  const report = seedAccounts();
  let derived: DerivedLedger;
  let document: PlanDocument;

  beforeAll(() => {
    derived = deriveLedger(report, SCHEMAS);
    document = ledgerDocument({ ...derived, findings: [], lines: { total: 0, roles: {}, unrecognised: [] } });
  });

  test('are made of some hundreds of lines', () => {
    expect(derived.ledger.lines).toHaveLength(189);
  });

  test.each(SCHEMAS)('%s comes out as it is printed, every figure of it', (schema) => {
    const computed = cellsOf(document, [schema]);
    const printed = cellsOf(report, [schema]);
    expect(printed.size).toBe(FIGURES[schema]);
    const rounded = [...printed.keys()].map((cell) => [cell, Math.round((computed.get(cell) ?? NaN) / CENTS) + 0]);
    expect(Object.fromEntries(rounded)).toEqual(
      Object.fromEntries([...printed].map(([cell, cents]) => [cell, cents / CENTS])),
    );
  });
});
