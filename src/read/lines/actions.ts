import type { Level, PlanNode, Source } from '../../plan/document';
import { foldHeading } from './columns';
import type { RowReader } from './rowReader';
import { yesNoOf } from './values';

/** One element of the plan as the table Acties has it. */
export interface ActionRow {
  readonly code: string;
  readonly title: string;
  readonly parent: string | null;
  readonly level: string;
  readonly priority: boolean | null;
  readonly source: Source;
  /** Says, where the code of `parent` stands, that it is in no row. */
  readonly reportParent: () => void;
}

export function readAction(row: RowReader): ActionRow | null {
  const code = row.text('code');
  if (code === '') {
    row.report('emptyCell', 'code');
    return null;
  }
  const at = row.row;
  return {
    code,
    title: row.text('title'),
    parent: row.textOrNull('parent'),
    level: row.text('level'),
    priority: row.read('priority', yesNoOf, 'badChoice', 'ja, nee'),
    source: row.source,
    reportParent: () => {
      row.goTo(at - 1);
      row.report('unknownParent', 'parent');
    },
  };
}

/** The levels of the law; a board may have others, which keep the name it gave them. */
const KNOWN_LEVELS: readonly (readonly [id: string, name: string, words: readonly string[]])[] = [
  ['BD', 'Beleidsdoelstelling', ['bd', 'beleidsdoelstelling', 'beleidsdoelstellingen', 'doelstelling']],
  ['AP', 'Actieplan', ['ap', 'actieplan', 'actieplannen']],
  ['AC', 'Actie', ['ac', 'actie', 'acties']],
];

const levelOf = (text: string, depth: number): readonly [id: string, name: string] => {
  const folded = foldHeading(text);
  const known =
    folded === '' ? KNOWN_LEVELS[Math.min(depth, 2)] : KNOWN_LEVELS.find(([, , words]) => words.includes(folded));
  return known ? [known[0], known[1]] : [text, text];
};

/** How deep a code stands; a code above itself counts as far as it was followed. */
function depthOf(action: ActionRow, byCode: ReadonlyMap<string, ActionRow>): number {
  const seen = new Set<string>();
  let depth = 0;
  for (let at: ActionRow | undefined = action; at?.parent && !seen.has(at.code); depth += 1) {
    seen.add(at.code);
    const parent = byCode.get(at.parent);
    if (!parent) break;
    at = parent;
  }
  return depth;
}

export interface ActionPlan {
  readonly nodes: readonly PlanNode[];
  readonly levels: readonly Level[];
}

/** The plan of a table of actions, in the order of its rows; a parent that is no row is a finding. */
export function planOfActions(actions: readonly ActionRow[]): ActionPlan {
  const byCode = new Map(actions.map((action) => [action.code, action]));
  const ranks = new Map<string, { readonly name: string; readonly rank: number }>();
  const nodes = actions.map((action, order): PlanNode => {
    const depth = depthOf(action, byCode);
    const [level, name] = levelOf(action.level, depth);
    const rank = Math.min(ranks.get(level)?.rank ?? Infinity, depth + 1);
    ranks.set(level, { name, rank });
    const isKnown = action.parent === null || byCode.has(action.parent);
    if (!isKnown) action.reportParent();
    return {
      id: action.code,
      code: action.code,
      level,
      parent: isKnown ? action.parent : null,
      order,
      title: action.title,
      priority: action.priority,
      period: null,
      evaluation: null,
      source: action.source,
    };
  });
  const sorted = [...ranks].sort(([, left], [, right]) => left.rank - right.rank);
  return { nodes, levels: sorted.map(([id, { name }], index) => ({ id, name, rank: index + 1 })) };
}
