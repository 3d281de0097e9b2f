import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { ledgerDocument } from '../../../src/figures/accounts/document';
import type { PlanDocument } from '../../../src/plan/document';
import type { SchemaName } from '../../../src/plan/vocabulary';
import { readSource } from '../../../src/read/file/read';
import { cellsOf } from '../../../standin/ledger/cells';
import { deriveLedger } from '../../../standin/ledger/derive';
import { FULL_TEXT_NOTE, ROOT } from '../../support/requirements';

const SAMPLE = path.join(ROOT, '../shared/samples/antwerpen-mjp-2026-2031-schemas.pdf');
const describeSample = existsSync(SAMPLE) ? describe : describe.skip;
/** How many figures the plan prints in each schema: every one of them is compared. */
const FIGURES: Readonly<Record<string, number>> = { M1: 192, M2: 420, M3: 8, T1: 36, T2: 426, T3: 48 };
const SCHEMAS: readonly SchemaName[] = ['M1', 'M2', 'M3', 'T1', 'T2', 'T3'];
const CENTS = 100;

describeSample(
  existsSync(SAMPLE) ? 'a plan of BBC 3.0, from budget lines' : `a plan of BBC 3.0 (${FULL_TEXT_NOTE})`,
  () => {
    let printed: PlanDocument;
    let computed: PlanDocument;

    beforeAll(async () => {
      const reading = await readSource(readFileSync(SAMPLE), { name: 'plan.pdf' });
      if (!reading.ok) throw new Error(reading.failure.kind.id);
      printed = reading.value.document;
      const derived = deriveLedger(printed, SCHEMAS);
      computed = ledgerDocument({ ...derived, findings: [], lines: { total: 0, roles: {}, unrecognised: [] } });
    });

    test('is known as a plan of 2026 on', () => {
      expect(computed.document).toMatchObject({ kind: 'multiYearPlan', schemaSet: '3.0', fiscalYear: null });
    });

    test.each(SCHEMAS)('%s comes out as it is printed, every figure of it', (schema) => {
      const [now, then] = [cellsOf(computed, [schema]), cellsOf(printed, [schema])];
      expect(then.size).toBe(FIGURES[schema]);
      const rounded = [...then.keys()].map((cell) => [cell, Math.round((now.get(cell) ?? NaN) / CENTS) + 0]);
      expect(Object.fromEntries(rounded)).toEqual(
        Object.fromEntries([...then].map(([cell, cents]) => [cell, cents / CENTS])),
      );
    });
  },
);
