import type { PlanNode, Transfer } from '../../plan/document';
import { FLOWS, type Direction, type Kind } from '../../plan/vocabulary';
import { accountTarget } from '../../schema/accounts';
import { labelOfDirection, labelOfKind } from '../../schema/rows/labels';
import { ruleCheck, type RuleFinding } from '../check';
import { transferPlace } from '../../figures/transferPlaces';

/** More codes than this are no help. */
const MOST_LIKELY = 6;

/** Codes beside it that differ in one character, told along: one of them may be a slip of the other. */
function likeliest(code: string, { actionPlan, objective }: Transfer, nodes: readonly PlanNode[]): string {
  const parent = code === actionPlan ? objective : code === objective ? null : actionPlan;
  const near = nodes
    .filter((node) => node.parent === parent)
    .map((node) => node.code ?? node.id)
    .filter(
      (other) =>
        other.length === code.length && [...other].filter((character, at) => character !== code[at]).length === 1,
    );
  return near.length === 0 || near.length > MOST_LIKELY ? '' : near.join(', ');
}

/** A transfer whose action is not in the plan, or not under the plan and objective it names. */
export const creditsTransferPlace = ruleCheck({
  id: 'credits.transfer-place',
  severity: 'error',
  nl: ['{id} noemt {printed}; in het plan {actual}.', 'Verbeter de code van de overdracht, of die in het plan.'],
  en: ['{id} names {printed}; in the plan {actual}.', 'Correct the code of the transfer, or that in the plan.'],
  contradicts: true,
  reads: ['nodes', 'transfers'],
  *rule(document, context) {
    const byCode = new Map(document.nodes.map((node) => [node.code ?? node.id, node]));
    for (const transfer of document.transfers) {
      const printed = [transfer.objective, transfer.actionPlan, transfer.node].filter((code) => code !== null);
      const named = { id: transfer.id, printed: printed.join(' > ') };
      const node = transfer.node === null ? undefined : byCode.get(transfer.node);
      const finding = (actual: string): RuleFinding<'id' | 'printed' | 'actual'> => ({
        place: transferPlace(transfer),
        figures: { ...named, actual },
      });
      const unknown = printed.find((code) => !byCode.has(code));
      if (unknown !== undefined) {
        const near = likeliest(unknown, transfer, document.nodes);
        yield finding(
          context.say(
            `bestaat ${unknown} niet${near === '' ? '' : `; wel ${near}`}`,
            `${unknown} does not exist${near === '' ? '' : `; ${near} does`}`,
          ),
        );
        continue;
      }
      if (!node) continue;
      const chain = [...context.tree.ancestors(node.id).map(({ id, code }) => code ?? id)].reverse();
      const expected = [...chain, node.code ?? node.id];
      if (!printed.every((code) => expected.includes(code)))
        yield finding(
          context.say(
            `staat ${transfer.node ?? ''} onder ${chain.join(' > ')}`,
            `${transfer.node ?? ''} stands under ${chain.join(' > ')}`,
          ),
        );
    }
  },
});

/** Lines with the number or the estimate of one before them. */
function doubles(
  transfers: readonly Transfer[],
): readonly { readonly what: string; readonly transfer: Transfer; readonly first: Transfer }[] {
  const seen = new Map<string, Transfer>();
  return transfers.flatMap((transfer) => {
    const names = [transfer.id, transfer.estimate].flatMap((name) => (name === null ? [] : [name]));
    const what = names.find((name) => seen.has(name));
    const first = what === undefined ? undefined : seen.get(what);
    for (const name of names) if (!seen.has(name)) seen.set(name, transfer);
    return what === undefined || !first ? [] : [{ what, transfer, first }];
  });
}

/** The same transfer twice, or two transfers of one estimate in the same list. */
export const creditsDuplicateTransfer = ruleCheck({
  id: 'credits.duplicate-transfer',
  severity: 'error',
  nl: [
    '{what} staat twee keer in de lijsten van overdrachten (ook op regel {firstLine}).',
    'Schrap de dubbele, of verbeter het nummer.',
  ],
  en: [
    '{what} stands in the lists of transfers twice (also on line {firstLine}).',
    'Delete the double one, or correct the number.',
  ],
  reads: ['transfers'],
  audits: true,
  *rule(document) {
    for (const { what, transfer, first } of doubles(document.transfers))
      yield { place: transferPlace(transfer), figures: { what, firstLine: first.source.line }, subject: what };
  },
  // What is printed twice counts once: the totals under the list then close.
  *causes(document) {
    for (const { transfer, first } of doubles(document.transfers)) {
      if (transfer.amountCents !== first.amountCents) continue;
      yield {
        finding: null,
        mended: { ...document, transfers: document.transfers.filter((one) => one !== transfer) },
      };
    }
  },
});

/** A transfer goes from the closed year to the next. */
export const creditsTransferYear = ruleCheck({
  id: 'credits.transfer-year',
  severity: 'error',
  nl: [
    '{id} draagt over van {from} naar {to}; verwacht is van {year} naar {next}.',
    'Verbeter het jaar van de overdracht.',
  ],
  en: [
    '{id} carries over from {from} to {to}; from {year} to {next} is expected.',
    'Correct the year of the transfer.',
  ],
  reads: ['info', 'transfers'],
  *rule(document) {
    const year = document.document.fiscalYear;
    if (year === null) return;
    for (const transfer of document.transfers) {
      const { id, fromYear, toYear } = transfer;
      if (toYear > fromYear && fromYear === year) continue;
      yield { place: transferPlace(transfer), figures: { id, from: fromYear, to: toYear, year, next: year + 1 } };
    }
  },
});

/** An account that does not belong to the kind and direction its transfer is listed under. Accounts the list of the law does not know are left alone. */
export const creditsAccountKind = ruleCheck({
  id: 'credits.account-kind',
  severity: 'error',
  nl: [
    '{id}: rekening {account} hoort bij {belongs}, niet bij {listed}.',
    'Verbeter de rekening, of zet de overdracht in de juiste lijst.',
  ],
  en: [
    '{id}: account {account} belongs to {belongs}, not to {listed}.',
    'Correct the account, or put the transfer in the right list.',
  ],
  reads: ['transfers'],
  *rule(document, context) {
    for (const transfer of document.transfers) {
      const { account, kind, direction } = transfer;
      if (account === null || direction === 'balance') continue;
      const flows = FLOWS.flatMap((flow) => {
        const target = accountTarget(account, flow);
        return target ? [{ flow, kind: target.kind }] : [];
      });
      if (flows.length === 0 || flows.some((one) => one.flow === direction && one.kind === kind)) continue;
      const name = (one: { readonly kind: Kind; readonly flow: Direction }): string =>
        `${labelOfKind(one.kind)}, ${labelOfDirection(one.flow)}`;
      yield {
        place: transferPlace(transfer),
        figures: {
          id: transfer.id,
          account,
          belongs: flows.map(name).join(context.say(' of ', ' or ')),
          listed: name({ kind, flow: direction }),
        },
      };
    }
  },
});
