import type { PlanDocument, Transfer } from '../plan/document';

export interface MirroredPair {
  readonly expenditure: Transfer;
  readonly receipts: Transfer;
}

/** Expenditure and the subsidy for it, paired by the estimates their descriptions name. Either may name the other. */
export function mirroredPairs(document: PlanDocument): readonly MirroredPair[] {
  const expenditures = document.transfers.filter(({ direction }) => direction === 'expenditure');
  return document.transfers
    .filter(({ direction }) => direction === 'receipts')
    .flatMap((receipts) => {
      const expenditure = expenditures.find(
        ({ estimate, references }) =>
          (estimate !== null && receipts.references.includes(estimate)) ||
          (receipts.estimate !== null && references.includes(receipts.estimate)),
      );
      return expenditure ? [{ expenditure, receipts }] : [];
    });
}
