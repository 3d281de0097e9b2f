import { readFileSync } from 'node:fs';
import type { PlanDocument } from '../src/plan/document';
import { readSource } from '../src/read/file/read';
import { proposeLinks } from '../src/figures/links/propose';
import { reducedSeedPath } from '../scripts/seed/seedFiles.mjs';
import { SEED_PROFILES } from '../scripts/seed/seedProfiles';
import { assertEqual, median, once, type Bench } from './run';

async function read(bytes: Uint8Array): Promise<PlanDocument> {
  const reading = await readSource(bytes, { name: 'bench', profiles: SEED_PROFILES });
  if (!reading.ok) throw new Error(reading.failure.kind.id);
  return reading.value.document;
}

const bytesOf = (prefix: string): Uint8Array => new Uint8Array(readFileSync(reducedSeedPath(prefix)));

/** Nodes each plan must read to before its time counts. */
const NODES: Readonly<Record<string, number>> = { '000': 49, '001': 701, '002': 153, '003': 48 };

const readPlans: readonly Bench[] = Object.entries(NODES).map(([prefix, nodes]) => ({
  name: `outline ${prefix}`,
  run: async () => {
    const bytes = bytesOf(prefix);
    const { time: cold, value: document } = await once(() => read(bytes));
    assertEqual('nodes', document.nodes.length, nodes);
    assertEqual('unrecognised lines', document.lines.unrecognised, []);
    const warm = await median(() => read(bytes));
    return [
      { name: 'first read', value: cold, unit: 'ms' },
      { name: 'warm read', value: warm, unit: 'ms', aim: 50, limit: 200 },
    ];
  },
}));

/** Proposals between the accounts and the agreement, and between documents ten times as large: the time must not grow with the square. */
const propose: Bench = {
  name: 'outline links',
  run: async () => {
    const [accounts, agreement] = [await read(bytesOf('004')), await read(bytesOf('001'))];
    const { time: cold, value: links } = await once(() => proposeLinks(accounts, agreement));
    if (links.length < 100 || links.some(({ state, reason }) => state !== 'proposed' || reason === null))
      throw new Error('proposals are wrong');
    const warm = await median(() => proposeLinks(accounts, agreement), 7, 2);
    const [manyAccounts, manyGoals] = [repeated(accounts), repeated(agreement)];
    const many = await median(() => proposeLinks(manyAccounts, manyGoals), 1, 0);
    return [
      {
        name: `${agreement.nodes.length} x ${accounts.nodes.length} nodes, first`,
        value: cold,
        unit: 'ms',
        aim: 2000,
        limit: 2000,
      },
      {
        name: `${agreement.nodes.length} x ${accounts.nodes.length} nodes, warm`,
        value: warm,
        unit: 'ms',
        aim: 500,
        limit: 2000,
      },
      {
        name: `${TIMES} times as many on both sides, against one`,
        value: many / warm,
        unit: 'x',
        aim: 2 * TIMES,
        limit: (TIMES * TIMES) / 2,
      },
    ];
  },
};

const TIMES = 10;

/** The same plan for ten cities: words get the name of the city, so that likeness stays within one. */
const repeated = (document: PlanDocument): PlanDocument => ({
  ...document,
  nodes: Array.from({ length: TIMES }, (_, city) =>
    document.nodes.map((node) => ({
      ...node,
      id: `${node.id}-${city}`,
      title: node.title.replace(/\p{L}{5,}/gu, (word) => `${word}q${city}`),
    })),
  ).flat(),
});

export const OUTLINE_BENCHES: readonly Bench[] = [...readPlans, propose];
