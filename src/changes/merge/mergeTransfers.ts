import type { Transfer } from '../../plan/document';
import { transferKeyOf } from '../differences';
import { keyed } from '../pairs';
import { conflictOf, type Conflict } from './conflict';
import { mergeList, type MergeField } from './threeWay';

const NAMES = [
  'id',
  'estimate',
  'description',
  'reason',
  'entity',
  'kind',
  'direction',
  'objective',
  'actionPlan',
  'node',
  'account',
  'accountName',
  'policyDomain',
  'policyDomainName',
  'policyField',
  'policyFieldName',
  'fromYear',
  'toYear',
  'transactionCreditCents',
  'amountCents',
  'references',
] as const satisfies readonly (keyof Transfer)[];

const FIELDS: readonly MergeField<Transfer>[] = NAMES.map((name) => ({
  name,
  get: (transfer) => transfer[name],
  set: (transfer, value) => ({ ...transfer, [name]: value }),
}));

export interface TransferVersions {
  readonly base: readonly Transfer[];
  readonly mine: readonly Transfer[];
  readonly theirs: readonly Transfer[];
}

/** My transfers under the keys of those they were before: whatever I changed of one, it is the one printed on that line. */
function mineByKey(base: ReadonlyMap<string, Transfer>, mine: readonly Transfer[]): ReadonlyMap<string, Transfer> {
  const printed = keyed([...base.keys()], (key) => String(base.get(key)?.source.line ?? ''));
  const lines = keyed(mine, ({ source }) => String(source.line));
  const own: Transfer[] = [];
  const found = [...lines].flatMap(([line, transfer]): readonly (readonly [string, Transfer])[] => {
    const key = printed.get(line);
    if (key !== undefined) return [[key, transfer]];
    own.push(transfer);
    return [];
  });
  const added = [...keyed(own, transferKeyOf)].map(
    ([key, transfer]) => [base.has(key) ? `+${key}` : key, transfer] as const,
  );
  return new Map([...found, ...added]);
}

/** Merges the lists of transfers of three versions that name nodes alike. */
export function mergeTransfers({ base, mine, theirs }: TransferVersions): {
  readonly transfers: readonly Transfer[];
  readonly conflicts: readonly Conflict[];
} {
  const before = keyed(base, transferKeyOf);
  const { items, clashes } = mergeList(before, mineByKey(before, mine), keyed(theirs, transferKeyOf), FIELDS);
  return {
    transfers: [...items.values()],
    conflicts: clashes.map(({ key, clash }) => conflictOf('transfer', null, key, clash)),
  };
}
