import type { PlanDocument, Transfer, TransferTotal } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import { labelOfDirection, labelOfKind } from '../../schema/rows/labels';
import { blockCell } from '../printed';
import type { FigureSource } from '../quantities';
import { minusTerm, plusTerm, type CellRef, type Identity, type IdentityTerm } from '../identity';
import { carryOvers, type CarryOverSource } from '../reconciliation/carryOvers';
import { mirroredPairs } from '../transferPairs';
import { TRANSFER_COLUMNS, transferPlace, TRANSFERS } from '../transferPlaces';
import { both, type Phrase } from '../../plan/phrase';

const COLUMN_NAMES = { amountCents: 'bedrag', transactionCreditCents: 'transactiekrediet' } as const;

/** A figure of a transfer; its amount takes part in totals. */
export function transferCell(transfer: Transfer, column: (typeof TRANSFER_COLUMNS)[number] = 'amountCents'): CellRef {
  return {
    id: `transfer|${transfer.id}|${transfer.source.line}|${column}`,
    schema: TRANSFERS,
    name: `Overdracht ${transfer.id}, ${COLUMN_NAMES[column]}`,
    cents: transfer[column],
    unit: 'cent',
    place: { ...transferPlace(transfer), column: TRANSFER_COLUMNS.indexOf(column) },
  };
}

const SCOPES = { entity: 'Totaal van de entiteit', total: 'Algemeen totaal' } as const;

function totalCell(total: TransferTotal): CellRef {
  const year = total.year === null ? 'alle jaren' : String(total.year);
  const row = `${SCOPES[total.scope]} / ${labelOfKind(total.kind)} / ${labelOfDirection(total.direction)} / ${year}`;
  return {
    id: `transferTotal|${row}|${total.source.line}`,
    schema: TRANSFERS,
    name: `Overdrachten, ${row.replaceAll(' / ', ', ')}`,
    cents: total.amountCents,
    unit: 'cent',
    place: placeAt({ schema: TRANSFERS, row, line: total.source.line }),
  };
}

type TotalKey = Pick<TransferTotal, 'kind' | 'direction' | 'scope' | 'year'>;

const sameTotal = (left: TotalKey, right: TotalKey): boolean =>
  left.kind === right.kind &&
  left.direction === right.direction &&
  left.scope === right.scope &&
  left.year === right.year;

/** What a printed total adds up: the lines of the list, or the totals above it. */
function termsOf(
  document: PlanDocument,
  total: TransferTotal,
): { readonly terms: readonly IdentityTerm[]; readonly rule: Phrase } {
  const find = (wanted: Partial<TotalKey>): readonly CellRef[] =>
    document.transferTotals.filter((other) => sameTotal(other, { ...total, ...wanted })).map(totalCell);
  if (total.direction === 'balance') {
    return {
      terms: [...find({ direction: 'receipts' }).map(plusTerm), ...find({ direction: 'expenditure' }).map(minusTerm)],
      rule: both('ontvangsten - uitgaven', 'receipts - expenditure'),
    };
  }
  const lines = document.transfers.filter(
    ({ kind, direction, toYear }) =>
      kind === total.kind && direction === total.direction && (total.year === null || toYear === total.year),
  );
  return {
    terms: lines.map((line) => plusTerm(transferCell(line))),
    rule: both(`som van ${lines.length} overdrachten`, `sum of ${lines.length} transfers`),
  };
}

/** The totals under a list of credits carried over close to the cent. */
export function* transferTotals(document: PlanDocument, source: FigureSource & CarryOverSource): Iterable<Identity> {
  yield* totals(document);
  yield* hints(document, source);
}

function* totals(document: PlanDocument): Iterable<Identity> {
  // Totals per entity can only be held against the lines of that entity; with several, the general total is.
  const entities = new Set(document.transfers.map(({ entity }) => entity));
  for (const total of document.transferTotals) {
    if (total.scope === 'entity' && entities.size > 1 && total.direction !== 'balance') continue;
    yield { target: totalCell(total), ...termsOf(document, total) };
  }
}

/**
 * What usually holds, and tells which line is behind a total that does not close: a subsidy equals the expenditure it goes with, and
 * what an action carries over is what it had left.
 */
function* hints(document: PlanDocument, source: FigureSource & CarryOverSource): Iterable<Identity> {
  for (const { expenditure, receipts } of mirroredPairs(document)) {
    yield {
      hint: true,
      target: transferCell(receipts),
      terms: [plusTerm(transferCell(expenditure))],
      rule: 'spiegelt de uitgave',
    };
  }
  for (const { node, kind, direction, transfers } of carryOvers(source)) {
    const [first, ...others] = transfers;
    if (!first) continue;
    const credit = (phase: 'actual' | 'finalBudget'): CellRef =>
      blockCell(document, source.rollup, node.id, { year: first.fromYear, kind, direction, phase });
    yield {
      hint: true,
      target: transferCell(first),
      terms: [
        plusTerm(credit('finalBudget')),
        minusTerm(credit('actual')),
        ...others.map((other) => minusTerm(transferCell(other))),
      ],
      rule: 'wat overbleef',
    };
  }
}
