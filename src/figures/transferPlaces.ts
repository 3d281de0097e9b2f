import type { Transfer } from '../plan/document';
import { placeAt, type Place } from '../plan/finding';

/** Name of the lists of transfers in the place of a finding. */
export const TRANSFERS = 'transfers';

/** Columns of a transfer that hold money, in printed order. */
export const TRANSFER_COLUMNS = ['transactionCreditCents', 'amountCents'] as const;

/** A line of the lists. */
export const transferPlace = ({ id, node, source }: Transfer): Place =>
  placeAt({ node, schema: TRANSFERS, row: id, line: source.line });
