import type { PlanDocument } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import type { PlanTree } from '../../figures/tree';
import { ruleCheck } from '../check';

/** A node whose parent is not in the plan: it falls out of every total. */
export const structureOrphan = ruleCheck({
  id: 'structure.orphan',
  severity: 'error',
  nl: [
    '{node} staat onder {parent}, maar {parent} zit niet in het plan.',
    'Zet de knoop onder een bestaande knoop, of voeg {parent} toe.',
  ],
  en: [
    '{node} stands under {parent}, but {parent} is not in the plan.',
    'Put the node under one that exists, or add {parent}.',
  ],
  reads: ['nodes'],
  *rule(_document, context) {
    for (const node of context.tree.loose) {
      yield { place: placeAt({ node: node.id, line: node.source.line }), figures: { parent: node.parent ?? '' } };
    }
  },
});

/** Level of the parent ('' = the plan itself) that a level usually has, with the share of its nodes that have it. */
function usualParents(
  document: PlanDocument,
  tree: PlanTree,
): ReadonlyMap<string, { readonly level: string; readonly share: number }> {
  const counts = new Map<string, Map<string, number>>();
  for (const node of document.nodes) {
    const above = node.parent === null ? '' : (tree.byId.get(node.parent)?.level ?? '');
    const known = counts.get(node.level) ?? new Map<string, number>();
    counts.set(node.level, known.set(above, (known.get(above) ?? 0) + 1));
  }
  return new Map(
    [...counts].map(([level, parents]) => {
      const [usual, count] = [...parents].sort((left, right) => right[1] - left[1])[0] ?? ['', 0];
      return [level, { level: usual, share: count / [...parents.values()].reduce((sum, one) => sum + one, 0) }];
    }),
  );
}

/** Outside the strict tree of the law a plan makes its own rules: what nearly all nodes of a level do is one. */
const RULE_SHARE = 0.8;

/** The level that belongs directly above each level: the one before it in the tree of the law, or the usual one in other plans. */
function levelsAbove(document: PlanDocument, tree: PlanTree): ReadonlyMap<string, string> {
  if (document.document.kind === 'policyPlan') {
    return new Map(
      [...usualParents(document, tree)]
        .filter(([, { share }]) => share >= RULE_SHARE)
        .map(([level, { level: above }]) => [level, above]),
    );
  }
  const used = new Set(document.nodes.map(({ level }) => level));
  const levels = document.levels.filter(({ id }) => used.has(id)).sort((left, right) => left.rank - right.rank);
  return new Map(levels.map(({ id }, at) => [id, levels[at - 1]?.id ?? '']));
}

/** A node that skips a level: an action under an objective, or an action plan without one. In a plan of the board's own making it is information. */
export const structureSkippedLevel = ruleCheck({
  id: 'structure.skipped-level',
  severity: 'error',
  nl: [
    '{node} ({level}) staat rechtstreeks onder {above}; daartussen hoort een {missing}.',
    'Zet de knoop onder een {missing}.',
  ],
  en: [
    '{node} ({level}) stands directly under {above}; a {missing} belongs in between.',
    'Put the node under a {missing}.',
  ],
  reads: ['info', 'nodes'],
  *rule(document, { tree, say }) {
    const levelOf = new Map(document.levels.map((level) => [level.id, level]));
    const expected = levelsAbove(document, tree);
    for (const node of document.nodes) {
      const parent = node.parent === null ? undefined : tree.byId.get(node.parent);
      const wanted = levelOf.get(expected.get(node.level) ?? '');
      if ((node.parent !== null && !parent) || !wanted) continue;
      const rank = parent ? (levelOf.get(parent.level)?.rank ?? 0) : 0;
      if (rank >= wanted.rank) continue;
      yield {
        ...(document.document.kind === 'policyPlan' ? { severity: 'info' as const } : {}),
        place: placeAt({ node: node.id, line: node.source.line }),
        figures: {
          level: node.level,
          above: parent?.id ?? say('het plan', 'the plan'),
          missing: wanted.name.toLowerCase(),
        },
      };
    }
  },
});

/** "Geen niet-prioritaire acties" over a part that holds some. */
export const structureSentinel = ruleCheck({
  id: 'structure.sentinel',
  severity: 'attention',
  nl: ['Op regel {line} staat "{text}", maar {example} is er een.', 'Kijk na welke van de twee klopt.'],
  en: ['Line {line} says "{text}", but {example} is one.', 'Check which of the two is right.'],
  reads: ['nodes', 'announcements'],
  *rule(document, context) {
    for (const { text, node, source } of document.announcements) {
      const match = /^geen (niet[- ])?prioritaire (acties|actieplannen|beleidsdoelstellingen)/i.exec(text.trim());
      if (!match) continue;
      const priority = match[1] === undefined;
      const level = document.levels.find(({ name }) => sentinelNames(name).includes(match[2]?.toLowerCase() ?? ''));
      const scope = node === null ? document.nodes : under(context.tree.children, node);
      const found = scope.find((candidate) => candidate.level === level?.id && candidate.priority === priority);
      if (found)
        yield {
          place: placeAt({ node, line: source.line }),
          figures: { text, example: found.id },
          subject: match[2] ?? '',
        };
    }
  },
});

/** Plural of a level as sentinels print it: "Actieplan" -> "actieplannen". */
const sentinelNames = (name: string): readonly string[] => {
  const lower = name.toLowerCase();
  return [`${lower}s`, `${lower}en`, `${lower}nen`];
};

function under<Node extends { readonly id: string }>(
  children: (node: string) => readonly Node[],
  node: string,
): readonly Node[] {
  const found: Node[] = [];
  const open = [...children(node)];
  while (open.length > 0) {
    const next = open.pop();
    if (!next) break;
    found.push(next);
    open.push(...children(next.id));
  }
  return found;
}
