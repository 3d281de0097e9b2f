import type { OffBalanceRow, PlanDocument } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import type { Cents } from '../../plan/money';
import { statementCell } from '../cells';
import { sumCheck } from '../check';
import type { CheckContext } from '../context';
import { minusTerm, plusTerm, type CellRef, type Identity } from '../identity';
import { EQUILIBRIUM_SECTION, rowAt } from './quantities';

const SIDES = ['debitCents', 'creditCents', 'balanceCents'] as const;
type Side = (typeof SIDES)[number];
const SIDE_NAMES: Readonly<Record<Side, string>> = { debitCents: 'debet', creditCents: 'credit', balanceCents: 'saldo' };

const nameOf = (row: OffBalanceRow): string => (row.account === undefined ? row.code : `${row.account} ${row.code}`);

function offBalanceCell(row: OffBalanceRow, index: number, side: Side): CellRef {
  return {
    id: `offBalance|${index}|${side}`,
    name: `Buiten balans ${nameOf(row)}, ${SIDE_NAMES[side]}`,
    cents: row[side],
    unit: 'cent',
    place: placeAt({ schema: 'offBalance', row: nameOf(row), column: SIDES.indexOf(side), line: row.source.line }),
  };
}

const isAccount = ({ code, account }: OffBalanceRow): boolean => account === undefined && /^\d+$/.test(code);

/** Rows directly under each row: the account whose code is the longest proper beginning of its own, or the account a booking stands under. */
function partsOf(rows: readonly OffBalanceRow[]): ReadonlyMap<number, readonly number[]> {
  const byCode = new Map(rows.flatMap((row, index) => (isAccount(row) ? [[row.code, index] as const] : [])));
  const parts = new Map<number, number[]>();
  rows.forEach((row, index) => {
    const parent = row.account !== undefined ? byCode.get(row.account) : parentOf(row.code, byCode);
    if (parent !== undefined) parts.set(parent, [...(parts.get(parent) ?? []), index]);
  });
  return parts;
}

function parentOf(code: string, byCode: ReadonlyMap<string, number>): number | undefined {
  for (let length = code.length - 1; length > 0; length -= 1) {
    const found = byCode.get(code.slice(0, length));
    if (found !== undefined) return found;
  }
  return undefined;
}

function* sumIdentities(document: PlanDocument): Iterable<Identity> {
  const rows = document.offBalance;
  for (const [index, row] of rows.entries()) {
    const cell = (side: Side): CellRef => offBalanceCell(row, index, side);
    yield {
      check: schemasOffBalance.id,
      target: cell('balanceCents'),
      terms: [plusTerm(cell('debitCents')), minusTerm(cell('creditCents'))],
      rule: 'debet - credit',
      subject: 'saldo',
    };
  }
  for (const [parent, parts] of partsOf(rows)) {
    const row = rows[parent];
    if (!row) continue;
    for (const side of SIDES) {
      const terms = parts.flatMap((part) => {
        const found = rows[part];
        return found ? [plusTerm(offBalanceCell(found, part, side))] : [];
      });
      yield { check: schemasOffBalance.id, target: offBalanceCell(row, parent, side), terms, rule: `som van ${terms.length} rijen` };
    }
  }
}

/** The off-balance table: saldo = debit - credit, an account = the accounts and bookings under it. */
export const schemasOffBalance = sumCheck({
  id: 'schemas.off-balance',
  about: {
    nl: 'Rechten en verplichtingen buiten balans: saldo = debet - credit, en een rekening is de som van de rekeningen en boekingen eronder.',
    en: 'Off-balance rights and commitments: balance = debit - credit, and an account is the sum of the accounts and bookings under it.',
  },
  reads: ['offBalance'],
  identities: sumIdentities,
});

/** Accounts that carry the accumulated budgetary result of the year before: three digits from 090 on (BBC.md, identity 9). */
const CARRIED_RESULT = /^09\d$/;

/** The 09x account that stands for the carried result: the one nearest to it among those that are not zero. */
function carriedAccount(rows: readonly OffBalanceRow[], result: Cents): number {
  let best = -1;
  rows.forEach(({ code, balanceCents }, index) => {
    if (!CARRIED_RESULT.test(code) || balanceCents === 0) return;
    const known = rows[best];
    if (!known || Math.abs(balanceCents - result) < Math.abs(known.balanceCents - result)) best = index;
  });
  return best;
}

function* carriedIdentities(document: PlanDocument, context: CheckContext): Iterable<Identity> {
  for (const statement of context.statements('J2')) {
    const row = rowAt(statement, EQUILIBRIUM_SECTION, 'VI');
    if (row < 0) continue;
    for (const column of statement.columns.keys()) {
      const target = statementCell(statement, row, column);
      const account = carriedAccount(document.offBalance, target.cents ?? 0);
      const found = document.offBalance[account];
      if (!found) continue;
      yield {
        check: schemasCarriedResult.id,
        target,
        terms: [plusTerm(offBalanceCell(found, account, 'balanceCents'))],
        rule: `saldo van rekening ${found.code}`,
        subject: '09',
      };
    }
  }
}

/** The balance of the 09x account = J2 VI, the accumulated result of the year before (BBC.md, identity 9). */
export const schemasCarriedResult = sumCheck({
  id: 'schemas.carried-result',
  about: {
    nl: 'Het saldo van de rekening 09x buiten balans is het gecumuleerd budgettair resultaat van vorig boekjaar (J2 VI).',
    en: 'The balance of off-balance account 09x is the accumulated budgetary result of the year before (J2 VI).',
  },
  reads: ['offBalance', 'statements'],
  identities: carriedIdentities,
});
