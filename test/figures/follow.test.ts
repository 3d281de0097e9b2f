import { describe, expect, test } from '@jest/globals';
import { derivationsOf } from '../../src/figures/follow/derivations';
import { follow, type EnteredAt } from '../../src/figures/follow/follow';
import { runChecks } from '../../src/check/run/run';
import type { Amount, PlanDocument } from '../../src/plan/document';
import { readReport } from '../../src/read/report/report';
import { seedText } from '../support/requirements';
import { DOCUMENT } from '../sheets/fixture';

const SUMS = ['amounts', 'schemas', 'credits.plan-after-transfer'];

const NOTHING: EnteredAt = () => undefined;

const SEED = readReport(seedText('004'))!.document;
const DERIVATIONS = derivationsOf(SEED);

const edited = (document: PlanDocument, change: (amount: Amount) => Amount): PlanDocument => ({
  ...document,
  amounts: document.amounts.map(change),
});

/** The document after the credit of an action was set to other cents. */
const withCredit = (node: string, phase: Amount['phase'], cents: number): PlanDocument =>
  edited(SEED, (amount) =>
    amount.node === node && amount.kind === 'operating' && amount.direction === 'expenditure' && amount.phase === phase
      ? { ...amount, cents }
      : amount,
  );

const moved = (after: PlanDocument): readonly string[] =>
  after.statements.flatMap((statement) =>
    statement.rows.flatMap((row) =>
      row.values.flatMap((value, column) => {
        const before = SEED.statements
          .find(({ schema }) => schema === statement.schema)
          ?.rows.find(
            (other) =>
              other.source.line === row.source.line && other.label === row.label && other.section === row.section,
          );
        const move = (value ?? 0) - (before?.values[column] ?? 0);
        const { year, phase } = statement.columns[column]!;
        return move === 0
          ? []
          : [
              `${statement.schema} ${row.node ?? ''} ${[...row.path, row.label].join(' ')} ${phase} ${year}: ${move / 100}`,
            ];
      }),
    ),
  );

describe('what follows from an edit', () => {
  test('nothing, when nothing is edited: the document itself', () => {
    for (const document of [SEED, DOCUMENT]) {
      const { document: same, overwritten } = follow(document, derivationsOf(document), document, NOTHING);
      expect(same.amounts).toBe(document.amounts);
      expect(same.statements).toBe(document.statements);
      expect(overwritten).toEqual([]);
    }
  });

  test('a credit moves its plan, its objective, J1, J2 and J3 by as much, and T1 says what is not assigned', () => {
    const after = follow(SEED, DERIVATIONS, withCredit('AC000474', 'finalBudget', 30_000_000), NOTHING).document;
    expect(moved(after)).toEqual(
      expect.arrayContaining([
        'J1 BD000002 Uitgave plan 2024: 63000',
        'J1  Uitgave plan 2024: 63000',
        'J2  I b Uitgaven plan 2024: 63000',
        'J2  IX Beschikbaar budgettair resultaat plan 2024: -63000',
        'J2  III Autofinancieringsmarge plan 2024: -63000',
        'J3  Exploitatie finalBudget 2024: 63000',
        'T1  Exploitatie, uitgaven plan 2024: 63000',
      ]),
    );
    expect(moved(after).every((line) => /: -?63000$/.test(line) && / (plan|finalBudget) 2024: /.test(line))).toBe(true);
    const sums = after.amounts.flatMap((amount, index) =>
      amount.cents === SEED.amounts[index]?.cents ? [] : [`${amount.node} ${amount.direction}`],
    );
    expect(sums).toEqual(
      ['null', 'BD000002', 'AP000005', 'AC000474'].flatMap((node) => [`${node} expenditure`, `${node} balance`]),
    );
    // Every sum of the report still closes as it did: nothing is an error that was none.
    const before = new Set(runChecks(SEED, { only: SUMS }).map(({ key }) => key));
    expect(
      runChecks(after, { only: SUMS }).filter(({ key, severity }) => severity === 'error' && !before.has(key)),
    ).toEqual([]);
  });
});
