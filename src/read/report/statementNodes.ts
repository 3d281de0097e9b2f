import type { Amount, PlanNode, Statement, StatementRow } from '../../plan/document';
import { BBC_OBJECTIVE, withoutStar } from './heading';

/** Objectives that a report prints in J1 or M1 only, with their title and, where rows name a kind, their amounts. */
export interface StatementNodes {
  readonly nodes: readonly PlanNode[];
  readonly amounts: readonly Amount[];
}

const isObjective = ({ node, values, path }: StatementRow): boolean =>
  node !== null && values.length === 0 && path.length === 0;

/** The objectives of these statements that `known` does not have, in printed order. */
export function nodesOfStatements(statements: readonly Statement[], known: readonly PlanNode[]): StatementNodes {
  const codes = new Set(known.map(({ id }) => id));
  const nodes: PlanNode[] = [];
  const amounts: Amount[] = [];
  for (const statement of statements) {
    if (statement.schema !== 'M1' && statement.schema !== 'J1') continue;
    const own = new Set<string>();
    for (const row of statement.rows) {
      const { node: code } = row;
      if (code === null || !isObjective(row) || codes.has(code)) continue;
      codes.add(code);
      own.add(code);
      nodes.push(nodeOf(row, code, known.length + nodes.length));
    }
    amounts.push(...statement.rows.flatMap((row) => (own.has(row.node ?? '') ? amountsOf(statement, row) : [])));
  }
  return { nodes, amounts };
}

const nodeOf = ({ section, label, source }: StatementRow, code: string, order: number): PlanNode => ({
  id: code,
  code,
  level: BBC_OBJECTIVE,
  parent: null,
  order,
  title: withoutStar(label),
  priority: /^niet[- ]/i.test(section) ? false : /^prioritair/i.test(section) || label.endsWith('*') ? true : null,
  period: null,
  evaluation: null,
  source,
});

function amountsOf(statement: Statement, { node, kind, direction, values, source }: StatementRow): readonly Amount[] {
  if (kind === null || direction === null) return [];
  return values.flatMap((cents, at) => {
    const column = statement.columns[at];
    if (cents === null || column === undefined) return [];
    const { year, phase, revision } = column;
    const { schema, version, unit } = statement;
    const place = { node, year, kind, direction, phase, cents, unit, schema, version };
    return [{ ...place, ...(revision === undefined ? {} : { revision }), source }];
  });
}
