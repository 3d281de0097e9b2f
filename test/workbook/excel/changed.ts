import type { Amount, PlanNode } from '../../../src/plan/document';
import type { Reading } from '../../../src/read/source';
import { AMOUNTS, NODES, READING, STATEMENT, TRANSFERS } from '../../sheets/fixture';

/** The fixture a year later: an action gone, two new ones, another title and status, other figures, a column more, a source that is longer. */
const gone = 'AC2';
const added = (id: string, after: string, title: string): PlanNode => ({
  ...(NODES[2] as PlanNode),
  id,
  code: id,
  parent: after,
  title,
  evaluation: null,
});

const nodes: readonly PlanNode[] = [
  ...NODES.filter(({ id }) => id !== gone).map((node): PlanNode =>
    node.id === 'AC1'
      ? {
          ...node,
          title: 'Eerste actie, hernoemd',
          evaluation: { status: 'notStarted', statusText: 'Niet opgestart', text: '' },
        }
      : node,
  ),
  added('AC5', 'AP2', 'Vijfde actie'),
  added('AC6', 'AP1', "'t Zesde"),
].map((node, order) => ({ ...node, order }));

const amounts: readonly Amount[] = AMOUNTS.filter(({ node }) => node !== gone).map((amount) =>
  amount.node === 'AC1' && amount.cents !== null ? { ...amount, cents: amount.cents + 12_345 } : amount,
);

export const CHANGED: Reading = {
  document: {
    ...READING.document,
    document: { ...READING.document.document, title: 'Beleidsevaluatie, herzien' },
    nodes,
    amounts,
    statements: [
      {
        ...STATEMENT,
        columns: [...STATEMENT.columns, { year: 2025, phase: 'plan' }],
        rows: STATEMENT.rows.map((row) => (row.values.length === 0 ? row : { ...row, values: [...row.values, 100] })),
      },
    ],
    transfers: [...TRANSFERS, { ...(TRANSFERS[0] as (typeof TRANSFERS)[number]), id: 'AMJP2', amountCents: 999 }],
  },
  lines: [
    ...READING.lines,
    ...Array.from({ length: 12 }, (_, index) => ({
      number: 42 + index,
      page: null,
      text: `nieuwe regel ${index}`,
      role: 'nodeHeading' as const,
    })),
  ],
};
