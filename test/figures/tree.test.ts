import { expect, test } from '@jest/globals';
import { planTree } from '../../src/figures/tree';
import { documentOf } from '../check/goldenCase';

const ids = (nodes: readonly { readonly id: string }[]): readonly string[] => nodes.map(({ id }) => id);

test('children stand in printed order, whatever the order of the rows', () => {
  const { nodes } = documentOf({
    about: '',
    nodes: [{ id: 'BD1' }, { id: 'AC9', parent: 'BD1' }, { id: 'AC1', parent: 'BD1' }],
  });
  expect(ids(planTree({ nodes: [...nodes].reverse() }).children('BD1'))).toEqual(['AC9', 'AC1']);
});

test('every node comes after its descendants', () => {
  const { bottomUp } = planTree(
    documentOf({
      about: '',
      nodes: [{ id: 'BD1' }, { id: 'AP1', parent: 'BD1' }, { id: 'AC1', parent: 'AP1' }, { id: 'BD2' }],
    }),
  );
  const order = ids(bottomUp);
  expect(order.indexOf('AC1')).toBeLessThan(order.indexOf('AP1'));
  expect(order.indexOf('AP1')).toBeLessThan(order.indexOf('BD1'));
  expect(order).toHaveLength(4);
});

test('ancestors go from the parent up', () => {
  const tree = planTree(
    documentOf({ about: '', nodes: [{ id: 'BD1' }, { id: 'AP1', parent: 'BD1' }, { id: 'AC1', parent: 'AP1' }] }),
  );
  expect(ids(tree.ancestors('AC1'))).toEqual(['AP1', 'BD1']);
  expect(tree.ancestors('BD1')).toEqual([]);
});

test('a node without a known parent counts as a root, and is said to be loose', () => {
  const tree = planTree(documentOf({ about: '', nodes: [{ id: 'BD1' }, { id: 'AC1', parent: 'AP9' }] }));
  expect(ids(tree.children(null))).toEqual(['BD1', 'AC1']);
  expect(ids(tree.loose)).toEqual(['AC1']);
});

test('nodes that are their own ancestors are found, and end nothing', () => {
  const tree = planTree(
    documentOf({ about: '', nodes: [{ id: 'AP1', parent: 'AP2' }, { id: 'AP2', parent: 'AP1' }, { id: 'BD1' }] }),
  );
  expect([...ids(tree.loose)].sort()).toEqual(['AP1', 'AP2']);
  expect(tree.bottomUp).toHaveLength(3);
  expect(ids(tree.ancestors('AP1'))).toEqual(['AP2']);
});

test('a plan may be deeper than the call stack', () => {
  const nodes = Array.from({ length: 50_000 }, (_, index) => ({
    id: `n${index}`,
    parent: index === 0 ? null : `n${index - 1}`,
  }));
  expect(planTree(documentOf({ about: '', nodes })).bottomUp[0]?.id).toBe('n49999');
});
