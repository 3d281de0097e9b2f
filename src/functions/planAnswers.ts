import type { PlanNode } from '../plan/document';
import { failure, success } from '../plan/result';
import { planTree, type PlanTree } from '../figures/tree';
import { PLAN_COLUMNS } from '../sheets/planColumns';
import { cellsOf, foldCode, singleOf, textOf } from './cells';
import { depthOf } from './choices';
import { askedCodes, perCode } from './codes';
import { allOf, refuse, Refusal, SENTENCES, type Answer, type AnswerCell } from './failure';
import { givenTable } from './givenTable';
import { planRows } from './planRows';

/** A code that is not on the sheet Plan: mistyped, or gone. */
export const unknownInPlan = (code: string): Refusal => new Refusal('notAvailable', SENTENCES.unknownInPlan(code));

/** PLAN.STATUS: the status of each code; of a code that stands there twice the first counts. */
export function statuses(plan: unknown, codes: unknown): Answer {
  const question = allOf({
    table: givenTable(plan, 'plan', [PLAN_COLUMNS.code, PLAN_COLUMNS.status]),
    asked: askedCodes(codes),
  });
  if (!question.ok) return question;
  const { table, asked } = question.value;
  const [code, status] = [table.at(PLAN_COLUMNS.code), table.at(PLAN_COLUMNS.status)];
  const found = new Map<string, string>();
  for (const row of table.rows) {
    const folded = foldCode(row[code]);
    if (asked.wanted.has(folded) && !found.has(folded)) found.set(folded, textOf(row[status]));
  }
  return success(perCode(asked, (folded, printed) => found.get(folded) ?? unknownInPlan(printed)));
}

/** How many rows below each node are counted, the node itself left out. */
function countBelow(
  { bottomUp, children }: PlanTree,
  counts: (node: PlanNode) => boolean,
): ReadonlyMap<string, number> {
  const below = new Map<string, number>();
  for (const { id } of bottomUp) {
    below.set(
      id,
      children(id).reduce((sum, child) => sum + (counts(child) ? 1 : 0) + (below.get(child.id) ?? 0), 0),
    );
  }
  return below;
}

/** PLAN.AANTAL: rows under each code with a status and on a level, when those are given; without codes, of the whole plan. */
export function counts(plan: unknown, codes: unknown, status: unknown, niveau: unknown): Answer {
  const [wantedStatus, wantedLevel] = [textOf(singleOf(status)).toLowerCase(), textOf(singleOf(niveau)).toLowerCase()];
  const read = planRows(plan, wantedStatus === '' ? [] : [PLAN_COLUMNS.status]);
  if (!read.ok) return read;
  const { nodes, levels, idOf } = read.value;
  if (wantedLevel !== '' && !levels.some(({ id }) => id.toLowerCase() === wantedLevel)) {
    return refuse(
      SENTENCES.badLevel(
        textOf(singleOf(niveau)),
        levels.map(({ id }) => id),
      ),
    );
  }
  const isCounted = ({ level, evaluation }: PlanNode): boolean =>
    (wantedLevel === '' || level.toLowerCase() === wantedLevel) &&
    (wantedStatus === '' || evaluation?.statusText.toLowerCase() === wantedStatus);
  if (cellsOf(codes) === null) return success([[nodes.filter(isCounted).length]]);
  const asked = askedCodes(codes);
  if (!asked.ok) return asked;
  const below = countBelow(planTree({ nodes }), isCounted);
  return success(perCode(asked.value, (folded, printed) => below.get(idOf(folded) ?? '') ?? unknownInPlan(printed)));
}

const TREE_HEADINGS = [
  'Diepte',
  PLAN_COLUMNS.code,
  PLAN_COLUMNS.title,
  PLAN_COLUMNS.level,
  PLAN_COLUMNS.status,
] as const;

/** PLAN.BOOM: a node and all below it, as deep as asked, in the order of the sheet; without a code the whole plan. */
export function tree(plan: unknown, code: unknown, diepte: unknown): Answer {
  const question = allOf({ rows: planRows(plan), depth: depthOf(diepte) });
  if (!question.ok) return question;
  const {
    rows: { nodes, idOf },
    depth: deepest,
  } = question.value;
  const { children, byId } = planTree({ nodes });
  const asked = foldCode(singleOf(code));
  const top = byId.get(idOf(asked) ?? '');
  if (asked !== '' && !top) return failure(unknownInPlan(textOf(singleOf(code))));
  const lines: AnswerCell[][] = [[...TREE_HEADINGS]];
  const open = (top ? [top] : children(null)).map((node) => ({ node, depth: 0 })).reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next;
    lines.push([depth, node.code ?? node.id, node.title, node.level, node.evaluation?.statusText ?? '']);
    if (deepest !== null && depth >= deepest) continue;
    for (const child of [...children(node.id)].reverse()) open.push({ node: child, depth: depth + 1 });
  }
  return success(lines);
}
