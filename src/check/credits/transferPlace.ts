import type { Transfer } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import { ruleCheck, type RuleFinding } from '../check';
import { TRANSFERS } from './transferTotals';

const at = ({ id, node, source }: Transfer): ReturnType<typeof placeAt> => placeAt({ node, schema: TRANSFERS, row: id, line: source.line });

/** A transfer whose action is not in the plan, or not under the plan and objective it names. */
export const creditsTransferPlace = ruleCheck({
  id: 'credits.transfer-place',
  severity: 'error',
  nl: ['{id} noemt {printed}; in het plan {actual}.', 'Verbeter de code van de overdracht.'],
  en: ['{id} names {printed}; in the plan {actual}.', 'Correct the code of the transfer.'],
  reads: ['nodes', 'transfers'],
  *rule(document, context) {
    const byCode = new Map(document.nodes.map((node) => [node.code ?? node.id, node]));
    for (const transfer of document.transfers) {
      const printed = [transfer.objective, transfer.actionPlan, transfer.node].filter((code) => code !== null);
      const named = { id: transfer.id, printed: printed.join(' > ') };
      const node = transfer.node === null ? undefined : byCode.get(transfer.node);
      const finding = (actual: string): RuleFinding => ({ place: at(transfer), figures: { ...named, actual } });
      const unknown = printed.find((code) => !byCode.has(code));
      if (unknown !== undefined) {
        yield finding(`bestaat ${unknown} niet`);
        continue;
      }
      if (!node) continue;
      const chain = [...context.tree.ancestors(node.id).map(({ id, code }) => code ?? id)].reverse();
      const expected = [...chain, node.code ?? node.id];
      if (!printed.every((code) => expected.includes(code))) yield finding(`staat ${transfer.node ?? ''} onder ${chain.join(' > ')}`);
    }
  },
});

/** The same transfer twice, or two transfers of one estimate in the same list. */
export const creditsDuplicateTransfer = ruleCheck({
  id: 'credits.duplicate-transfer',
  severity: 'error',
  nl: ['{what} staat twee keer in de lijsten van overdrachten (ook op regel {firstLine}).', 'Schrap de dubbele, of verbeter het nummer.'],
  en: ['{what} stands in the lists of transfers twice (also on line {firstLine}).', 'Delete the double one, or correct the number.'],
  reads: ['transfers'],
  *rule(document) {
    const seen = new Map<string, Transfer>();
    for (const transfer of document.transfers) {
      for (const what of [transfer.id, transfer.estimate]) {
        if (what === null) continue;
        const first = seen.get(what);
        if (first && first !== transfer) {
          yield { place: at(transfer), figures: { what, firstLine: String(first.source.line) }, subject: `${what} ${transfer.source.line}` };
        } else seen.set(what, transfer);
      }
    }
  },
});

/** A transfer goes from the closed year to the next. */
export const creditsTransferYear = ruleCheck({
  id: 'credits.transfer-year',
  severity: 'error',
  nl: ['{id} draagt over van {from} naar {to}; verwacht is van {year} naar {next}.', 'Verbeter het jaar van de overdracht.'],
  en: ['{id} carries over from {from} to {to}; from {year} to {next} is expected.', 'Correct the year of the transfer.'],
  reads: ['info', 'transfers'],
  *rule(document) {
    const year = document.document.fiscalYear;
    if (year === null) return;
    for (const transfer of document.transfers) {
      const { id, fromYear, toYear } = transfer;
      if (toYear > fromYear && fromYear === year) continue;
      yield { place: at(transfer), figures: { id, from: String(fromYear), to: String(toYear), year: String(year), next: String(year + 1) } };
    }
  },
});
