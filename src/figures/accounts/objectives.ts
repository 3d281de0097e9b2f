import type { PlanNode } from '../../plan/document';

/** Names of what stands beside the objectives; ids of nodes never begin with a blank. */
export const WITHOUT_OBJECTIVE = ' without';
export const UNKNOWN_ACTION = ' unknown';
export const OTHER_PROJECTS = ' other';

/** The plan as J1, M1 and T3 cut it up. */
export interface Objectives {
  /** The top nodes in printed order. */
  readonly tops: readonly PlanNode[];
  readonly isPriority: (top: PlanNode) => boolean;
  /** The top node of an action by its code; WITHOUT_OBJECTIVE without a code, UNKNOWN_ACTION for a code that is not in the plan. */
  readonly groupOf: (action: string | null) => string;
  /** Plans of which T3 of the 2020 set shows the investments one by one: right above the actions, in order. */
  readonly projects: readonly PlanNode[];
  readonly projectOf: (action: string | null) => string;
}

function pathOf(node: PlanNode, byId: ReadonlyMap<string, PlanNode>): readonly PlanNode[] {
  const path = [node];
  for (let at: PlanNode | undefined = node; at;) {
    at = at.parent === null ? undefined : byId.get(at.parent);
    if (!at || path.includes(at)) break;
    path.unshift(at);
  }
  return path;
}

/**
 * Which objectives are prioritair: what the plan says of them, else of anything below them. Where a list fills in only "ja", an empty
 * cell is no; where nothing says it, all are.
 */
function priorities(nodes: readonly PlanNode[], paths: ReadonlyMap<string, readonly PlanNode[]>): ReadonlySet<string> {
  const tops = nodes.filter(({ parent }) => parent === null);
  const above = new Set(
    nodes.filter(({ priority }) => priority === true).flatMap(({ id }) => paths.get(id)?.[0]?.id ?? []),
  );
  const isSaid = nodes.some(({ priority }) => priority !== null);
  const priority = tops.filter(({ id, priority: own }) => own ?? (!isSaid || above.has(id)));
  return new Set(priority.map(({ id }) => id));
}

export function objectivesOf(nodes: readonly PlanNode[]): Objectives {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const paths = new Map(nodes.map((node) => [node.id, pathOf(node, byId)]));
  const priority = priorities(nodes, paths);
  const byCode = new Map(
    nodes.flatMap((node) => (node.code === null ? [] : [[node.code.toLowerCase(), node] as const])),
  );
  const find = (action: string): PlanNode | undefined => byCode.get(action.toLowerCase());
  const isProject = (node: PlanNode | undefined, top: PlanNode | undefined): boolean =>
    node !== undefined && (node.priority ?? (top !== undefined && priority.has(top.id)));
  const projectOf = (action: string | null): string => {
    const path = action === null ? undefined : paths.get(find(action)?.id ?? '');
    const plan = path?.[1] ?? path?.[0];
    return plan && isProject(plan, path?.[0]) ? plan.id : OTHER_PROJECTS;
  };
  return {
    tops: nodes.filter(({ parent }) => parent === null),
    isPriority: ({ id }) => priority.has(id),
    groupOf: (action) => {
      if (action === null) return WITHOUT_OBJECTIVE;
      const node = find(action);
      return node ? (paths.get(node.id)?.[0]?.id ?? node.id) : UNKNOWN_ACTION;
    },
    projects: nodes.filter((node) => {
      const path = paths.get(node.id) ?? [];
      return path.length === 2 && isProject(node, path[0]);
    }),
    projectOf,
  };
}
