import { compareDocuments } from '../src/changes/comparison';
import type { PlanDocument } from '../src/plan/document';
import { nextVersion } from '../standin/report/versions';
import { repeated, readSeed } from './repeated';
import { assertEqual, median, type Bench, type Figure } from './run';

/** 004 has 482 nodes: about 500 and about 5,000. */
const TIMES = [1, 10] as const;
const GROWTH_LIMIT = 20;

/** Titles of copies are told apart, as those of a larger board are. */
const large = (document: PlanDocument, times: number): PlanDocument => {
  const all = repeated(document, times);
  const size = document.nodes.length;
  return {
    ...all,
    nodes: all.nodes.map((node, index) =>
      index < size ? node : { ...node, title: `${node.title} deel ${Math.floor(index / size)}` },
    ),
  };
};

/** Two versions of a plan: moves, renumbering, retitling, parts that came and went. */
const compareVersions: Bench = {
  name: 'compare two versions',
  run: async () => {
    const figures: Figure[] = [];
    const times: number[] = [];
    for (const size of TIMES) {
      const document = large(readSeed('004').document, size);
      const { document: next, truth } = nextVersion(document, 3, {
        moved: 0.1,
        renumbered: 0.1,
        retitled: 0.1,
        removed: 0.05,
        added: 0.05,
      });
      const { matching, nodes, summary } = compareDocuments(document, next);
      const right = document.nodes.filter(
        ({ id }) => (matching.ofOld.get(id)?.new.id ?? null) === (truth.idOf.get(id) ?? null),
      ).length;
      assertEqual('at least 98 in 100 found', right >= 0.98 * document.nodes.length, true);
      assertEqual('every node told', nodes.length, next.nodes.length + summary.removed);
      const time = await median(() => compareDocuments(document, next), 7, 2);
      times.push(time);
      figures.push({ name: `${document.nodes.length} nodes`, value: time, unit: 'ms', aim: 500, limit: 2_000 });
    }
    const [one = 1, ten = 1] = times;
    return [
      ...figures,
      { name: 'growth from 1 to 10 times', value: ten / one, unit: 'x', aim: 12, limit: GROWTH_LIMIT },
    ];
  },
};

export const COMPARE_BENCHES: readonly Bench[] = [compareVersions];
