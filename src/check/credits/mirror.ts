import type { PlanDocument, Transfer } from '../../plan/document';
import { labelOfDirection } from '../../schema/rows/labels';
import { ruleCheck } from '../check';
import { carryOvers, ownShares, pairRounding } from '../../figures/reconciliation/carryOvers';
import { mirroredPairs } from '../../figures/transferPairs';
import { transferPlace } from '../../figures/transferPlaces';

/** An expenditure and its subsidy that name each other, but are carried over for different amounts. Information where the credits foresaw an own share. */
export const creditsMirror = ruleCheck({
  id: 'credits.mirror',
  severity: 'attention',
  nl: [
    '{node}: de uitgave {estimate} draagt {expenditureCents} over, de toelage {other} die ernaar verwijst {receiptsCents}; verschil {differenceCents}.',
    'Kijk na of het verschil eigen middelen zijn, of trek de twee gelijk.',
  ],
  en: [
    '{node}: expenditure {estimate} carries over {expenditureCents}, the subsidy {other} that goes with it {receiptsCents}; difference {differenceCents}.',
    'Check whether the difference is own means, or make the two equal.',
  ],
  reads: ['nodes', 'amounts', 'transfers'],
  *rule(document, context) {
    const { exceededCents } = context.settings.thresholds;
    const shares = ownShares(carryOvers(context), exceededCents);
    for (const { expenditure, receipts } of mirroredPairs(document)) {
      const difference = expenditure.amountCents - receipts.amountCents;
      if (difference === 0) continue;
      const share = shares.find((one) => one.expenditure.transfers.includes(expenditure));
      const foreseen =
        difference > 0 && share !== undefined && Math.abs(share.unforeseenCents) <= pairRounding(exceededCents);
      yield {
        ...(foreseen ? { severity: 'info' as const } : {}),
        place: transferPlace(expenditure),
        figures: {
          estimate: expenditure.estimate,
          other: receipts.estimate,
          expenditureCents: expenditure.amountCents,
          receiptsCents: receipts.amountCents,
          differenceCents: difference,
        },
      };
    }
  },
});

/** An expenditure and its subsidy that name each other, but stand under different actions or policy fields. */
export const creditsMirrorPlace = ruleCheck({
  id: 'credits.mirror-place',
  severity: 'attention',
  nl: [
    'De uitgave {estimate} staat onder {expenditurePlace}, de toelage {other} die erbij hoort onder {receiptsPlace}.',
    'Zet beide onder dezelfde actie, hetzelfde beleidsveld en hetzelfde jaar.',
  ],
  en: [
    'Expenditure {estimate} stands under {expenditurePlace}, the subsidy {other} that goes with it under {receiptsPlace}.',
    'Put both under one action, policy field and year.',
  ],
  reads: ['transfers'],
  *rule(document) {
    const where = ({ node, policyField, toYear }: Transfer): string =>
      `${node ?? '?'} / ${policyField ?? '?'} / ${toYear}`;
    for (const { expenditure, receipts } of mirroredPairs(document)) {
      if (where(expenditure) === where(receipts)) continue;
      yield {
        place: transferPlace(expenditure),
        figures: {
          estimate: expenditure.estimate,
          other: receipts.estimate,
          expenditurePlace: where(expenditure),
          receiptsPlace: where(receipts),
        },
      };
    }
  },
});

/** Two transfers that name each other on the same side: one of the two stands under the wrong letter. */
export const creditsSameSide = ruleCheck({
  id: 'credits.same-side',
  severity: 'error',
  nl: [
    '{estimate} en {other} verwijzen naar elkaar, maar staan allebei bij de {side}.',
    'Een uitgave en de toelage ervoor horen aan weerszijden; verbeter de richting van een van beide.',
  ],
  en: [
    '{estimate} and {other} name each other, but both stand under {side}.',
    'Expenditure and the subsidy for it belong on either side; correct the direction of one of them.',
  ],
  reads: ['transfers'],
  *rule(document) {
    const byEstimate = new Map(document.transfers.map((transfer) => [transfer.estimate, transfer]));
    for (const transfer of document.transfers) {
      for (const reference of transfer.references) {
        const other = byEstimate.get(reference);
        if (
          !other ||
          other.direction !== transfer.direction ||
          transfer.estimate === null ||
          !other.references.includes(transfer.estimate)
        )
          continue;
        yield {
          place: transferPlace(transfer),
          figures: {
            estimate: transfer.estimate,
            other: other.estimate,
            side: labelOfDirection(transfer.direction).toLowerCase(),
          },
          subject: reference,
        };
      }
    }
  },
});

/** The word behind an estimate in a description tells whose it is: "(cf MJP000111 AGB + MJP002832 STAD)". */
function ownerOf(transfer: Transfer, reference: string): string {
  const at = transfer.description.indexOf(reference);
  return at < 0 ? '' : (/^\s*([A-Z]{2,})\b/.exec(transfer.description.slice(at + reference.length))?.[1] ?? '');
}

/** Owners of whom at least one estimate is in the list: the list is theirs, so that a missing one is a gap. */
function listedOwners(document: PlanDocument, estimates: ReadonlySet<string>): ReadonlySet<string> {
  const owners = new Set<string>();
  for (const transfer of document.transfers) {
    for (const reference of transfer.references) if (estimates.has(reference)) owners.add(ownerOf(transfer, reference));
  }
  owners.delete('');
  return owners;
}

/** A reference to an estimate of the entity itself that is not in the lists. Those of other entities stand in their own report. */
export const creditsUnknownEstimate = ruleCheck({
  id: 'credits.unknown-estimate',
  severity: 'attention',
  nl: [
    '{estimate} verwijst naar {reference} ({owner}), maar die raming staat in geen van de lijsten: {description}',
    'Kijk na of ook die raming overgedragen moest worden, of verbeter de verwijzing.',
  ],
  en: [
    '{estimate} refers to {reference} ({owner}), but that estimate is in none of the lists: {description}',
    'Check whether that estimate should have been carried over too, or correct the reference.',
  ],
  reads: ['transfers'],
  *rule(document) {
    const estimates = new Set(document.transfers.flatMap(({ estimate }) => (estimate === null ? [] : [estimate])));
    const owners = listedOwners(document, estimates);
    for (const transfer of document.transfers) {
      for (const reference of transfer.references) {
        const owner = ownerOf(transfer, reference);
        if (estimates.has(reference) || !owners.has(owner)) continue;
        yield {
          place: transferPlace(transfer),
          figures: { estimate: transfer.estimate, reference, owner, description: transfer.description },
          subject: reference,
        };
      }
    }
  },
});
