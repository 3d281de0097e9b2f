import type { PlanDocument, Transfer, TransferTotal } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import type { Cents } from '../../plan/money';
import { TRANSFERS, transferPlace } from '../../figures/transferPlaces';
import { labelOfDirection, labelOfKind } from '../../schema/rows/labels';
import type { Judged } from '../audit';
import type { CheckContext } from '../context';
import { creditsTransferTotal } from '../credits/sums';
import { causeCheck } from '../cause';

const READS = ['info', 'nodes', 'amounts', 'statements', 'transfers', 'offBalance', 'participations'] as const;

/** The totals under the lists that do not close, with what is printed beyond the sum of their lines. */
function brokenTotals(
  { transferTotals }: PlanDocument,
  broken: readonly Judged[],
): readonly { readonly total: TransferTotal; readonly residual: Cents }[] {
  const byLine = new Map(transferTotals.map((total) => [total.source.line, total]));
  return broken.flatMap(({ identity, residual }) => {
    const total = byLine.get(identity.target.place.line ?? -1);
    const isSum = identity.check === creditsTransferTotal.id && total !== undefined && total.direction !== 'balance';
    return isSum ? [{ total, residual }] : [];
  });
}

const isOfList = (total: Pick<TransferTotal, 'kind' | 'direction'>, transfer: Transfer): boolean =>
  transfer.kind === total.kind && transfer.direction === total.direction;

/** A line carried over to another year than the totals under its list count it in. */
export const creditsTransferOtherYear = causeCheck({
  id: 'credits.transfer-other-year',
  severity: 'error',
  nl: [
    'De overdracht {id} staat in het jaar {printed}; met {expected} sluiten de totalen onder de lijst.',
    'Verbeter het jaar van deze overdracht.',
  ],
  en: [
    'Transfer {id} stands in the year {printed}; with {expected} the totals under the list close.',
    'Correct the year of this transfer.',
  ],
  reads: READS,
  *causes(document, _context, broken) {
    for (const { total, residual } of brokenTotals(document, broken)) {
      const { year } = total;
      if (year === null || residual <= 0) continue;
      const strays = document.transfers.filter(
        (transfer) => isOfList(total, transfer) && transfer.toYear !== year && transfer.amountCents === residual,
      );
      for (const stray of strays) {
        yield {
          finding: {
            place: transferPlace(stray),
            figures: { id: stray.id, printed: stray.toYear, expected: year },
          },
          mended: {
            ...document,
            transfers: document.transfers.map((one) => (one === stray ? { ...one, toYear: year } : one)),
          },
        };
      }
    }
  },
});

/** What tells whose line is missing: an estimate that another line refers to, an action with as much left, a gap in the numbers. */
interface Trace {
  readonly node: string | null;
  readonly estimate: string | null;
  readonly numbers: readonly string[];
}

/** More free numbers than this are no trace. */
const MOST_NUMBERS = 3;

/** Numbers that the lists pass over. */
function freeNumbers(transfers: readonly Transfer[]): readonly string[] {
  const parsed = transfers.flatMap(({ id }) => {
    const match = /^(\D*)(\d+)$/.exec(id);
    return match ? [{ prefix: match[1] ?? '', number: Number(match[2]), width: match[2]?.length ?? 0 }] : [];
  });
  const numbers = [...new Set(parsed.map(({ number }) => number))].sort((left, right) => left - right);
  const [first, last] = [numbers[0], numbers.at(-1)];
  const { prefix = '', width = 0 } = parsed[0] ?? {};
  if (first === undefined || last === undefined || last - first - numbers.length + 1 > MOST_NUMBERS) return [];
  const used = new Set(numbers);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
    .filter((number) => !used.has(number))
    .map((number) => `${prefix}${String(number).padStart(width, '0')}`);
}

/** Where the missing line of `cents` belongs, as far as the other parts of the report tell. */
function traceOf(document: PlanDocument, context: CheckContext, total: TransferTotal, cents: Cents): Trace {
  const known = new Set(document.transfers.map(({ estimate }) => estimate));
  const mirror = document.transfers.find(
    (one) =>
      one.kind === total.kind &&
      one.direction !== total.direction &&
      one.amountCents === cents &&
      one.references.some((reference) => !known.has(reference)),
  );
  const { exceededCents } = context.settings.thresholds;
  const left = context.reconciliation.lines.filter(
    ({ node, kind, direction, lapsed, year }) =>
      node !== null &&
      kind === total.kind &&
      direction === total.direction &&
      year === document.document.fiscalYear &&
      lapsed !== null &&
      Math.abs(lapsed - cents) <= exceededCents,
  );
  return {
    node: mirror?.node ?? (left.length === 1 ? (left[0]?.node?.id ?? null) : null),
    estimate: mirror?.references.find((reference) => !known.has(reference)) ?? null,
    numbers: freeNumbers(document.transfers),
  };
}

const say = (context: CheckContext, { estimate, node, numbers }: Trace): string =>
  [
    node === null ? '' : context.say(` bij ${node}`, ` at ${node}`),
    estimate === null ? '' : context.say(`, raming ${estimate}`, `, estimate ${estimate}`),
    numbers.length === 0
      ? ''
      : context.say(
          ` (in de nummering ontbreekt ${numbers.join(', ')})`,
          ` (the numbering passes over ${numbers.join(', ')})`,
        ),
  ].join('');

/** A line that is not in the list: the totals under it count more than is listed, and nothing that is listed explains it. */
export const creditsMissingTransfer = causeCheck({
  id: 'credits.missing-transfer',
  severity: 'error',
  nl: [
    'In de lijst {list} ontbreekt een overdracht van {missingCents}{where}: met die lijn sluiten de totalen.',
    'Voeg de lijn toe, of kijk na of een bladzijde ontbreekt.',
  ],
  en: [
    'The list {list} lacks a transfer of {missingCents}{where}: with that line the totals close.',
    'Add the line, or check whether a page is missing.',
  ],
  reads: READS,
  *causes(document, context, broken) {
    for (const { total, residual } of brokenTotals(document, broken)) {
      const example = document.transfers.find((transfer) => isOfList(total, transfer));
      if (residual <= 0 || !example) continue;
      const trace = traceOf(document, context, total, residual);
      if (trace.node === null && trace.estimate === null && trace.numbers.length === 0) continue;
      const { kind, direction } = total;
      const line: Transfer = {
        ...example,
        id: `+${kind}${direction}${residual}`,
        estimate: trace.estimate,
        node: trace.node,
        references: [],
        toYear: total.year ?? example.toYear,
        amountCents: residual,
        transactionCreditCents: residual,
      };
      yield {
        finding: {
          place: placeAt({ node: trace.node, schema: TRANSFERS, line: total.source.line }),
          figures: {
            list: `${labelOfKind(kind)}, ${labelOfDirection(direction)}`,
            missingCents: residual,
            where: say(context, trace),
          },
          subject: `${kind} ${direction}`,
        },
        mended: { ...document, transfers: [...document.transfers, line] },
      };
    }
  },
});
