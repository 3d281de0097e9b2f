import type { BudgetLine } from '../../src/plan/ledger';

/** At least `count` lines: each line as often as it takes, under an estimate of its own. Every figure grows by the number of times. */
export function growLines(
  lines: readonly BudgetLine[],
  count: number,
): { readonly lines: readonly BudgetLine[]; readonly times: number } {
  const times = Math.ceil(count / lines.length);
  const grown: BudgetLine[] = [];
  for (let round = 0; round < times; round += 1) {
    for (const line of lines) grown.push({ ...line, estimate: `MJP${grown.length + 1}` });
  }
  return { lines: grown, times };
}
