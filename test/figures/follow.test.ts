import { describe, expect, test } from '@jest/globals';
import { derivationsOf } from '../../src/figures/follow/derivations';
import { follow, type EnteredAt } from '../../src/figures/follow/follow';
import { runChecks } from '../../src/check/run';
import type { Amount, PlanDocument } from '../../src/plan/document';
import { readReport } from '../../src/read/report/report';
import { seedText } from '../support/requirements';
import { DOCUMENT } from '../sheets/fixture';

const NOTHING: EnteredAt = () => undefined;

const SEED = readReport(seedText('004'))!.document;
const DERIVATIONS = derivationsOf(SEED);

const edited = (document: PlanDocument, change: (amount: Amount) => Amount): PlanDocument => ({ ...document, amounts: document.amounts.map(change) });

/** The document after the credit of an action was set to other cents. */
const withCredit = (node: string, phase: Amount['phase'], cents: number): PlanDocument =>
  edited(SEED, (amount) =>
    amount.node === node && amount.kind === 'operating' && amount.direction === 'expenditure' && amount.phase === phase ? { ...amount, cents } : amount,
  );

const moved = (after: PlanDocument): readonly string[] =>
  after.statements.flatMap((statement) =>
    statement.rows.flatMap((row) =>
      row.values.flatMap((value, column) => {
        const before = SEED.statements
          .find(({ schema }) => schema === statement.schema)
          ?.rows.find((other) => other.source.line === row.source.line && other.label === row.label && other.section === row.section);
        const move = (value ?? 0) - (before?.values[column] ?? 0);
        const { year, phase } = statement.columns[column]!;
        return move === 0 ? [] : [`${statement.schema} ${row.node ?? ''} ${[...row.path, row.label].join(' ')} ${phase} ${year}: ${move / 100}`];
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
    console.log(moved(after).join('\n'));
    const sums = after.amounts.flatMap((amount, index) => (amount.cents === SEED.amounts[index]?.cents ? [] : [`${amount.node} ${amount.direction} ${amount.cents}`]));
    console.log(sums.join('\n'));
    const before = runChecks(SEED).map(({ key }) => key);
    console.log(runChecks(after).filter(({ key }) => !before.includes(key)).map(({ key, message }) => `${key} ${message}`).join('\n'));
  });
});
