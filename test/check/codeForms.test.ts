import { describe, expect, test } from '@jest/globals';
import type { PlanDocument, PlanNode } from '../../src/plan/document';
import { runChecks } from '../../src/check/run/run';
import { readSource } from '../../src/read/file/read';
import { generateReport } from '../../standin/report/generateReport';

async function documentWithCodes(codes: readonly string[]): Promise<PlanDocument> {
  const reading = await readSource(new TextEncoder().encode(generateReport({ seed: 1, objectives: 1 }).text), {
    name: 'x',
  });
  if (!reading.ok) throw new Error(reading.failure.kind.id);
  const { document } = reading.value;
  const [node] = document.nodes;
  if (node === undefined) throw new Error('no node');
  return {
    ...document,
    nodes: codes.map((code, order): PlanNode => ({ ...node, id: code, code, order, parent: null })),
  };
}

const numbered = (prefix: string, count: number, width: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index + 1).padStart(width, '0')}`);

const malformed = async (codes: readonly string[]): Promise<readonly (string | null)[]> =>
  runChecks(await documentWithCodes(codes), { only: ['structure.malformed-code'] }).map(({ place }) => place.node);

describe('the form of the codes of a level', () => {
  test.each([
    ['padded to two digits, and past ten', numbered('BD', 30, 2)],
    ['padded to two digits, and past a hundred', numbered('BD', 120, 2)],
    ['not padded', numbered('AC-', 25, 1)],
    ['padded to six digits', numbered('AC', 25, 6)],
    ['without any number', ['a', 'b', 'c', 'd', 'e', 'f']],
  ])('%s is one form', async (_name, codes) => {
    expect(await malformed(codes)).toEqual([]);
  });

  test.each([
    ['a digit too few', numbered('AC', 25, 6), 'AC00026'],
    ['a zero too many', numbered('AC-', 25, 1), 'AC-026'],
    ['another letter', numbered('AC', 25, 6), 'AD000026'],
    ['a sign between', numbered('BD', 12, 2), 'BD-13'],
  ])('%s is another', async (_name, codes, odd) => {
    expect(await malformed([...codes, odd])).toEqual([odd]);
  });
});
