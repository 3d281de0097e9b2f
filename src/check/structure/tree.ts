import { placeAt } from '../../plan/finding';
import { ruleCheck } from '../check';

/** A node whose parent is not in the plan: it falls out of every total. */
export const structureOrphan = ruleCheck({
  id: 'structure.orphan',
  severity: 'error',
  nl: ['{node} staat onder {parent}, maar {parent} zit niet in het plan.', 'Zet de knoop onder een bestaande knoop, of voeg {parent} toe.'],
  en: ['{node} stands under {parent}, but {parent} is not in the plan.', 'Put the node under one that exists, or add {parent}.'],
  reads: ['nodes'],
  *rule(_document, context) {
    for (const node of context.tree.loose) {
      yield { place: placeAt({ node: node.id, line: node.source.line }), figures: { parent: node.parent ?? '' } };
    }
  },
});

/** A node that skips a level: an action under an objective, or an action plan without one. */
export const structureSkippedLevel = ruleCheck({
  id: 'structure.skipped-level',
  severity: 'error',
  nl: ['{node} ({level}) staat rechtstreeks onder {above}; daartussen hoort een {missing}.', 'Zet de knoop onder een {missing}.'],
  en: ['{node} ({level}) stands directly under {above}; a {missing} belongs in between.', 'Put the node under a {missing}.'],
  reads: ['nodes'],
  *rule(document, context) {
    const rankOf = new Map(document.levels.map(({ id, rank }) => [id, rank]));
    const used = new Set(document.nodes.map(({ level }) => level));
    const levels = document.levels.filter(({ id }) => used.has(id)).sort((left, right) => left.rank - right.rank);
    for (const node of document.nodes) {
      const parent = node.parent === null ? undefined : context.tree.byId.get(node.parent);
      if (node.parent !== null && !parent) continue;
      const at = levels.findIndex(({ id }) => id === node.level);
      const expected = levels[at - 1];
      const parentRank = parent ? (rankOf.get(parent.level) ?? 0) : 0;
      if (at < 0 || parentRank === (expected?.rank ?? 0)) continue;
      const missing = expected?.name ?? levels[0]?.name ?? '';
      yield { place: placeAt({ node: node.id, line: node.source.line }), figures: { level: node.level, above: parent?.id ?? 'het plan', missing: missing.toLowerCase() } };
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
      if (found) yield { place: placeAt({ node, line: source.line }), figures: { text, example: found.id }, subject: match[2] ?? '' };
    }
  },
});

/** Plural of a level as sentinels print it: "Actieplan" -> "actieplannen". */
const sentinelNames = (name: string): readonly string[] => {
  const lower = name.toLowerCase();
  return [`${lower}s`, `${lower}en`, `${lower}nen`];
};

function under<Node extends { readonly id: string }>(children: (node: string) => readonly Node[], node: string): readonly Node[] {
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
