import { FLOWS } from '../../../src/plan/vocabulary';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CREDIT_FIGURES, type CreditFigures } from '../../../src/figures/reconciliation/creditFigures';
import { reconcile, type Reconciliation } from '../../../src/figures/reconciliation/reconciliation';
import type { PlanDocument } from '../../../src/plan/document';
import { readReport } from '../../../src/read/report/report';
import { anyReading } from '../../sheets/arbitrary';
import { DOCUMENT } from '../../sheets/fixture';
import { generateReport } from '../../../standin/report/generateReport';
import type { ReportOptions } from '../../../standin/report/plan';
import { seedText } from '../../support/requirements';

function documentOf(text: string): PlanDocument {
  const read = readReport(text);
  if (!read) throw new Error('not a report');
  return read.document;
}

const totalOf = ({ totals }: Reconciliation, direction: 'expenditure' | 'receipts') =>
  totals.find((total) => total.node === null && total.kind === null && total.direction === direction);

describe('the accounts of 2024', () => {
  const reconciliation = reconcile(documentOf(seedText('004')));
  const line = (code: string, kind: string, direction: string) =>
    reconciliation.lines.find((each) => each.code === code && each.kind === kind && each.direction === direction);

  test('of expenditure: from final credit to what lapsed, with overruns and what was carried over too much apart', () => {
    expect(totalOf(reconciliation, 'expenditure')).toMatchObject({
      node: null,
      year: 2024,
      kind: null,
      lines: 49,
      final: 2_247_184_800,
      actual: 699_743_500,
      overrun: 6_318_100,
      carriedOver: 1_505_806_079,
      carriedTooMuch: 553_099,
      lapsed: 48_506_420,
    });
  });

  test('an overrun of one action is not made up for by what another has left', () => {
    expect(line('AC000474', 'operating', 'expenditure')).toMatchObject({
      overrun: 4_204_800,
      lapsed: 0,
      carriedTooMuch: 0,
      verdict: 'overrun',
    });
    expect(line('AC000162', 'investment', 'expenditure')).toMatchObject({
      overrun: 0,
      lapsed: 0,
      verdict: 'carriedTooMuch',
    });
    expect(line('AC000085', 'operating', 'expenditure')).toMatchObject({ verdict: 'lapses' });
  });

  test('what prints no credits has no line', () => {
    expect(reconciliation.lines.filter(({ code }) => code === 'AC000285')).toEqual([]);
  });

  test('ties to every flow of J3, J1 and J2, in the columns that each prints', () => {
    const { ties } = reconciliation;
    expect(ties.filter(({ closes }) => !closes)).toEqual([]);
    expect(['J3', 'J1', 'J2'].map((schema) => ties.filter((tie) => tie.schema === schema).length)).toEqual([
      18, 12, 12,
    ]);
    expect(ties[0]).toMatchObject({
      schema: 'J3',
      row: 'Autonoom gemeentebedrijf: Exploitatie',
      column: 'Jaarrekening 2024, Uitgaven',
      printedCents: 565_596_000,
      figure: 'actual',
    });
    expect(
      ties.find(({ schema, figure, direction }) => schema === 'J2' && figure === 'final' && direction === 'receipts'),
    ).toMatchObject({
      row: 'Budgettair resultaat: I.a. Ontvangsten',
      column: 'Meerjarenplan 2024',
      printedCents: 644_560_500,
    });
  });

  test('a total under the objectives is the sum of the lines below', () => {
    const objective = reconciliation.totals.find(
      ({ node, kind, direction }) => node?.id === 'BD000002' && kind === null && direction === 'expenditure',
    );
    expect(objective).toMatchObject({ actual: 28_970_600, final: 27_200_000 });
  });
});

/** `final + overrun + carriedTooMuch = actual + carriedOver + lapsed`, and nothing below 0. */
function expectToAddUp(figures: CreditFigures): void {
  const cents = (name: keyof CreditFigures): number => figures[name] ?? 0;
  expect(cents('final') + cents('overrun') + cents('carriedTooMuch')).toBe(
    cents('actual') + cents('carriedOver') + cents('lapsed'),
  );
  for (const name of ['overrun', 'carriedTooMuch', 'lapsed'] as const) expect(cents(name)).toBeGreaterThanOrEqual(0);
}

describe('whatever the document', () => {
  test('every line and every total adds up, and nothing that must not be is below 0', () => {
    fc.assert(
      fc.property(anyReading, ({ document }) => {
        const { lines, totals } = reconcile(document);
        for (const each of [...lines, ...totals]) expectToAddUp(each);
      }),
    );
  });

  test('a total is the sum of its lines, and each line counts once in the totals of its direction', () => {
    fc.assert(
      fc.property(anyReading, ({ document }) => {
        const { lines, totals } = reconcile(document);
        for (const total of totals) {
          const own = lines.filter(
            ({ node, above, ...line }) =>
              line.year === total.year &&
              line.direction === total.direction &&
              (total.kind === null || line.kind === total.kind) &&
              (total.node === null || node?.id === total.node.id || above.includes(total.node.id)),
          );
          expect(total.lines).toBe(own.length);
          for (const name of CREDIT_FIGURES) {
            const printed = own.map((line) => line[name]).filter((cents) => cents !== null);
            expect(total[name]).toBe(printed.length === 0 ? null : printed.reduce((sum, cents) => sum + cents));
          }
        }
        for (const direction of FLOWS) {
          const all = totals.filter(
            ({ node, kind, ...total }) => node === null && kind === null && total.direction === direction,
          );
          expect(all.reduce((count, total) => count + total.lines, 0)).toBe(
            lines.filter((line) => line.direction === direction).length,
          );
        }
      }),
    );
  });

  test('every amount that was carried over stands on one line', () => {
    fc.assert(
      fc.property(anyReading, ({ document }) => {
        const carried = document.transfers.filter(({ direction }) => direction !== 'balance');
        const found = reconcile(document).lines.flatMap(({ transfers }) => transfers);
        expect(found).toHaveLength(carried.length);
        expect(new Set(found)).toEqual(new Set(carried));
      }),
    );
  });

  test('of other boards: the lines tie to the schemas, and never carry over more than was left', () => {
    const options: readonly ReportOptions[] = [
      { seed: 1 },
      { seed: 2, codes: 'dash', phases: ['actual', 'finalBudget'], fiscalYear: 2021 },
      { seed: 4, codes: 'dotted', fiscalYear: 2018 },
    ];
    for (const each of options) {
      const { lines, ties } = reconcile(documentOf(generateReport(each).text));
      expect(ties.length).toBeGreaterThan(20);
      expect(ties.filter(({ closes }) => !closes)).toEqual([]);
      expect(
        lines.filter(({ verdict }) => verdict === 'carriedTooMuch' || verdict === 'transferWithoutCredit'),
      ).toEqual([]);
      expect(lines.some(({ carriedOver }) => carriedOver !== null)).toBe(true);
    }
  });
});

describe('what is not printed', () => {
  const [transfer] = DOCUMENT.transfers;
  if (!transfer) throw new Error('the fixture carries something over');
  const withTransfer = (changes: Partial<typeof transfer>): Reconciliation =>
    reconcile({ ...DOCUMENT, transfers: [{ ...transfer, ...changes }] });

  test('stays so: a transfer of a node without credits has no credit of 0', () => {
    const { lines } = withTransfer({ node: 'AC3', actionPlan: 'AP2', amountCents: 12_345 });
    expect(lines.find(({ code }) => code === 'AC3')).toMatchObject({
      initial: null,
      final: null,
      actual: null,
      overrun: null,
      carriedOver: 12_345,
      carriedTooMuch: 12_345,
      lapsed: null,
      verdict: 'transferWithoutCredit',
      above: ['AP2', 'BD1'],
    });
  });

  test('a code that is not in the plan counts under the plan that its transfer names', () => {
    const { lines, totals } = withTransfer({ node: 'AC99', actionPlan: 'AP2' });
    expect(lines.find(({ code }) => code === 'AC99')).toMatchObject({
      node: null,
      above: ['AP2', 'BD1'],
      verdict: 'transferWithoutCredit',
    });
    expect(totals.filter(({ node }) => node?.id === 'AP2')).toMatchObject([
      { final: null, carriedOver: transfer.amountCents },
      { kind: null },
    ]);
  });

  test('years with plan figures alone have no lines', () => {
    const later = DOCUMENT.amounts.map((amount) => ({ ...amount, year: 2025, phase: 'plan' as const }));
    expect(reconcile({ ...DOCUMENT, transfers: [], amounts: later }).lines).toEqual([]);
  });
});

describe('the thresholds', () => {
  test('tell from where on a line lapses, and from where on it is overrun', () => {
    const verdicts = (exceededCents: number, lapsedCents: number) =>
      reconcile(documentOf(seedText('004')), { exceededCents, lapsedCents }).lines.map(({ verdict }) => verdict);
    expect(verdicts(0, 10 ** 12)).not.toContain('lapses');
    expect(verdicts(10 ** 12, 0)).not.toContain('overrun');
    expect(verdicts(10 ** 12, 10 ** 12).every((verdict) => verdict === 'closes')).toBe(true);
  });
});

describe('ties', () => {
  const board = generateReport({ seed: 3 });
  const document = documentOf(board.text);

  test('name the figure that is off', () => {
    const broken = {
      ...document,
      statements: document.statements.map((statement) =>
        statement.schema !== 'J3'
          ? statement
          : {
              ...statement,
              rows: statement.rows.map((row, index) =>
                index === 1 ? { ...row, values: row.values.map((cents) => (cents ?? 0) + 100_000) } : row,
              ),
            },
      ),
    };
    const off = reconcile(broken).ties.filter(({ closes }) => !closes);
    expect(off.length).toBeGreaterThan(0);
    for (const tie of off) expect(tie).toMatchObject({ schema: 'J3', kind: 'operating' });
  });

  test('count what J1 prints for objectives without lines', () => {
    const [objective] = document.nodes.filter(({ parent }) => parent === null);
    if (!objective) throw new Error('no objective');
    const { tree } = { tree: new Map(document.nodes.map((node) => [node.id, node])) };
    const under = (id: string | null): boolean => {
      for (let at = id; at !== null; at = tree.get(at)?.parent ?? null) if (at === objective.id) return true;
      return false;
    };
    const fewer = { ...document, amounts: document.amounts.filter(({ node }) => !under(node)), transfers: [] };
    const { ties } = reconcile(fewer);
    expect(ties.some(({ withoutLinesCents }) => withoutLinesCents !== 0)).toBe(true);
    expect(ties.filter(({ closes }) => !closes)).toEqual([]);
    expect(ties.filter(({ schema, figure }) => schema === 'J3' && figure === 'final').length).toBeGreaterThan(0);
  });

  test('are left out where a schema names another plan', () => {
    const other = {
      ...document,
      statements: document.statements.map((statement) =>
        statement.schema === 'J1'
          ? { ...statement, version: 'JR Budg. 101 Alg. 102 / EK 999', dossiers: [] }
          : statement,
      ),
    };
    const of = (figure: string) =>
      reconcile(other).ties.filter((tie) => tie.schema === 'J1' && tie.figure === figure).length;
    expect([of('final'), of('actual') > 0]).toEqual([0, true]);
  });
});
