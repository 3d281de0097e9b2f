import { describe, expect, test } from '@jest/globals';
import { compareDocuments } from '../../src/changes/comparison';
import { matchNodes } from '../../src/changes/nodes/matchNodes';
import type { PlanNode } from '../../src/plan/document';
import { readReport } from '../../src/read/report/report';
import { NODES } from '../sheets/fixture';
import { generateReport, SEED_SIZE } from '../../standin/report/generateReport';
import { seedText } from '../support/requirements';
import { nextVersion, type Shares } from '../../standin/report/versions';

const documentOf = (text: string) => readReport(text)!.document;

const SHARES: Shares = { moved: 0.1, renumbered: 0.1, retitled: 0.1, removed: 0.05, added: 0.05 };

/** How many nodes were found for what they are, of how many there are. */
function quality(document: Parameters<typeof nextVersion>[0], seed: number, shares: Shares) {
  const { document: next, truth } = nextVersion(document, seed, shares);
  const { ofOld, ofNew } = matchNodes(document.nodes, next.nodes);
  const right = document.nodes.filter(({ id }) => (ofOld.get(id)?.new.id ?? null) === (truth.idOf.get(id) ?? null));
  const came = next.nodes.filter(({ id }) => truth.added.has(id) && !ofNew.has(id));
  return { share: right.length / document.nodes.length, came: came.length / Math.max(1, truth.added.size) };
}

describe('the nodes of one version are found in the next', () => {
  const report = documentOf(seedText('004'));

  test('of 004 with moves, renumbering and retitling, at least 98 in 100 for what they are', () => {
    for (const seed of [1, 2, 3]) {
      const { share, came } = quality(report, seed, SHARES);
      expect(share).toBeGreaterThanOrEqual(0.98);
      expect(came).toBeGreaterThanOrEqual(0.95);
    }
  });

  test('of a report whose titles are made of few words, at least 95 in 100', () => {
    const generated = documentOf(generateReport({ seed: 5, ...SEED_SIZE, narrative: 1 }).text);
    expect(quality(generated, 7, SHARES).share).toBeGreaterThanOrEqual(0.95);
  });

  test('a version of itself is the same throughout', () => {
    const { summary, amounts, figures, transfers } = compareDocuments(report, documentOf(seedText('004')));
    expect(summary).toEqual({ added: 0, removed: 0, moved: 0, retitled: 0, changed: 0, same: report.nodes.length });
    expect([amounts, figures, transfers]).toEqual([[], [], []]);
  });

  test('what was moved, retitled, added and removed is counted as such', () => {
    const { document: next, truth } = nextVersion(report, 4, { ...SHARES, renumbered: 0 });
    const { summary } = compareDocuments(report, next);
    expect(summary.added).toBe(truth.added.size);
    expect(summary.removed).toBe(truth.removed.size);
    expect(summary.moved).toBe(truth.moved.size);
    expect(summary.retitled).toBe([...truth.retitled].filter((id) => !truth.moved.has(id)).length);
  });
});

const change = (id: string, to: Partial<PlanNode>): readonly PlanNode[] =>
  NODES.map((node) => (node.id === id ? { ...node, ...to } : node));

describe('matching', () => {
  const [, , leaf] = NODES;

  test('follows codes that were handed out anew by their titles', () => {
    const before: readonly PlanNode[] = [
      { ...leaf!, id: 'AC1', code: 'AC1', parent: null, title: 'Fietspaden langs de ring aanleggen' },
      { ...leaf!, id: 'AC2', code: 'AC2', parent: null, title: 'Subsidies aan sportclubs herzien' },
    ];
    const after = [
      { ...before[0]!, title: 'Bibliotheek langer openhouden' },
      { ...before[1]!, title: 'Fietspaden langs de ring aanleggen' },
      { ...before[1]!, id: 'AC3', code: 'AC3', title: 'Subsidies aan sportclubs herzien' },
    ];
    const { ofOld } = matchNodes(before, after);
    expect([ofOld.get('AC1')?.new.id, ofOld.get('AC2')?.new.id]).toEqual(['AC2', 'AC3']);
  });

  test('keeps a code whose title was written anew', () => {
    const { ofOld } = matchNodes(NODES, change(leaf!.id, { title: 'Iets geheel anders' }));
    expect(ofOld.get(leaf!.id)).toMatchObject({ reason: 'code', new: { id: leaf!.id } });
  });

  test('a child of a renumbered parent has not moved', () => {
    const parent = NODES.find(({ id }) => NODES.some((node) => node.parent === id && node.parent !== null))!;
    const renamed = NODES.map((node) => ({
      ...node,
      ...(node.id === parent.id ? { id: 'ZZ9', code: 'ZZ9' } : {}),
      ...(node.parent === parent.id ? { parent: 'ZZ9' } : {}),
    }));
    const base = { ...documentOf(generateReport({ seed: 1 }).text), amounts: [], statements: [], transfers: [] };
    const { nodes } = compareDocuments({ ...base, nodes: NODES }, { ...base, nodes: renamed });
    expect(nodes.map((node) => node.change).filter((each) => each !== 'same')).toEqual(['changed']);
  });
});
