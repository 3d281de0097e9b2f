import type { PlanDocument, PlanNode, Transfer } from '../../src/plan/document';
import { DEFAULT_STATUSES, UNKNOWN_STATUS } from '../../src/plan/status';
import { TRANSFERS } from '../../src/figures/transferPlaces';
import type { Random } from '../../standin/report/random';
import { replaced, type Mutation, type Spot } from './mutation';

const nodeSpot = (node: PlanNode): Spot => ({ schema: null, node: node.id, line: node.source.line, column: null });
const transferSpot = (transfer: Transfer): Spot => ({
  schema: TRANSFERS,
  node: transfer.node,
  line: transfer.source.line,
  column: null,
  names: [transfer.id],
});

const changeNode =
  (index: number, change: (node: PlanNode) => PlanNode) =>
  (document: PlanDocument): PlanDocument => ({
    ...document,
    nodes: replaced(document.nodes, index, change),
  });

/** Another digit in a code, so that it names something else. */
function otherCode(code: string, random: Random): string {
  const digits = [...code.matchAll(/\d/g)].map(({ index }) => index);
  const at = random.pick(digits);
  return code.slice(0, at) + String((Number(code[at]) + random.int(1, 9)) % 10) + code.slice(at + 1);
}

/** A status misspelt, so that it is none of the list. */
function misspeltStatuses(document: PlanDocument, count: number, random: Random): readonly Mutation[] {
  const evaluated = document.nodes
    .map((node, index) => ({ node, index }))
    .filter(({ node }) => node.evaluation !== null);
  return Array.from({ length: count }, () => {
    const { node, index } = random.pick(evaluated);
    const printed = node.evaluation?.statusText ?? '';
    const at = random.int(1, Math.max(1, printed.length - 3));
    const statusText = printed.slice(0, at) + (printed[at + 1] ?? '') + (printed[at] ?? '') + printed.slice(at + 2);
    return {
      section: 'status, verkeerd geschreven',
      sort: 'rule',
      told: `${node.id}: "${printed}" -> "${statusText}"`,
      spot: nodeSpot(node),
      apply: changeNode(index, (found) => ({
        ...found,
        evaluation: found.evaluation && { ...found.evaluation, status: UNKNOWN_STATUS, statusText },
      })),
    };
  });
}

/** Another status of the list: only what contradicts it can tell. */
function otherStatuses(document: PlanDocument, count: number, random: Random): readonly Mutation[] {
  const evaluated = document.nodes
    .map((node, index) => ({ node, index }))
    .filter(({ node }) => node.evaluation !== null);
  return Array.from({ length: count }, () => {
    const { node, index } = random.pick(evaluated);
    const term = random.pick(DEFAULT_STATUSES.filter(({ code }) => code !== node.evaluation?.status));
    return {
      section: 'status, een andere van de lijst',
      sort: 'rule',
      told: `${node.id}: ${node.evaluation?.status ?? ''} -> ${term.code}`,
      spot: nodeSpot(node),
      apply: changeNode(index, (found) => ({
        ...found,
        evaluation: found.evaluation && { ...found.evaluation, status: term.code, statusText: term.label },
      })),
    };
  });
}

/** One date of a period. */
function periods(document: PlanDocument, count: number, random: Random): readonly Mutation[] {
  const dated = document.nodes.map((node, index) => ({ node, index })).filter(({ node }) => node.period !== null);
  return Array.from({ length: count }, () => {
    const { node, index } = random.pick(dated);
    const end = random.chance(0.5) ? 'from' : 'to';
    const printed = node.period?.[end] ?? '';
    // A digit of the year, the month or the day.
    const at = random.pick([2, 3, 6, 9].filter((position) => printed[position] !== undefined));
    const date = printed.slice(0, at) + String((Number(printed[at]) + random.int(1, 2)) % 10) + printed.slice(at + 1);
    return {
      section: 'periode',
      sort: 'rule',
      told: `${node.id}: ${end === 'from' ? 'van' : 'tot'} ${printed} -> ${date}`,
      spot: nodeSpot(node),
      apply: changeNode(index, (found) => ({ ...found, period: found.period && { ...found.period, [end]: date } })),
    };
  });
}

/** Codes of a transfer: what it names of the plan, its own numbers, and whether it is expenditure or receipts. */
function transferCodes(document: PlanDocument, count: number, random: Random): readonly Mutation[] {
  const changes: Readonly<Record<string, (transfer: Transfer) => Transfer>> = {
    actie: (found) => ({ ...found, node: otherCode(found.node ?? 'AC1', random) }),
    actieplan: (found) => ({ ...found, actionPlan: otherCode(found.actionPlan ?? 'AP1', random) }),
    beleidsdoelstelling: (found) => ({ ...found, objective: otherCode(found.objective ?? 'BD1', random) }),
    raming: (found) => ({ ...found, estimate: otherCode(found.estimate ?? 'MJP1', random) }),
    nummer: (found) => ({ ...found, id: otherCode(found.id, random) }),
    richting: (found) => ({ ...found, direction: found.direction === 'expenditure' ? 'receipts' : 'expenditure' }),
    soort: (found) => ({ ...found, kind: found.kind === 'investment' ? 'financing' : 'investment' }),
    jaar: (found) => ({ ...found, toYear: found.toYear - random.int(1, 3) }),
    beleidsveld: (found) => ({ ...found, policyField: otherCode(found.policyField ?? '0100', random) }),
    rekening: (found) => ({ ...found, account: otherCode(found.account ?? '2000000', random) }),
  };
  const names = Object.keys(changes);
  return Array.from({ length: count }, (_, turn) => {
    const name = names[turn % names.length] ?? '';
    const index = random.int(0, document.transfers.length - 1);
    const transfer = document.transfers[index];
    const changed = transfer && changes[name]?.(transfer);
    if (!transfer || !changed) throw new Error('no transfers');
    return {
      section: `overdracht, ${name}`,
      sort: 'rule',
      told: `${transfer.id} ${name}`,
      spot: transferSpot(transfer),
      apply: (target) => ({ ...target, transfers: replaced(target.transfers, index, () => changed) }),
    };
  });
}

/** Headings of the report as text: only the reader sees a code twice, or letters that look like others. */
function headingCodes(document: PlanDocument, report: string, count: number, random: Random): readonly Mutation[] {
  const lines = report.split('\n');
  const coded = document.nodes.filter(({ code, source }) => code !== null && lines[source.line - 1]?.includes(code));
  return Array.from({ length: count }, (_, turn) => {
    const node = random.pick(coded);
    const code = node.code ?? '';
    const lookAlike = turn % 4 === 3;
    const changed = lookAlike ? code.replace('A', '\u0410').replace('B', '\u0412') : otherCode(code, random);
    return {
      section: lookAlike ? 'code, andere letter' : 'code, ander cijfer',
      sort: 'rule',
      told: `regel ${node.source.line}: ${code} -> ${changed}`,
      spot: { schema: null, node: changed, line: node.source.line, column: null, names: [changed] },
      apply: (target) => target,
      text: (text) =>
        text
          .split('\n')
          .map((line, index) => (index === node.source.line - 1 ? line.replace(code, changed) : line))
          .join('\n'),
    };
  });
}

export interface RuleCounts {
  readonly misspelt: number;
  readonly otherStatus: number;
  readonly period: number;
  readonly transfer: number;
  readonly heading: number;
}

/** Changes of statuses, codes, periods and transfers, one at a time. */
export const ruleMutations = (
  document: PlanDocument,
  report: string,
  counts: RuleCounts,
  random: Random,
): readonly Mutation[] => [
  ...misspeltStatuses(document, counts.misspelt, random),
  ...otherStatuses(document, counts.otherStatus, random),
  ...periods(document, counts.period, random),
  ...transferCodes(document, counts.transfer, random),
  ...headingCodes(document, report, counts.heading, random),
];
