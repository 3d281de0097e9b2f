import type { PlanDocument } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import { brokenEntries, imbalances, unequalPairs, type Imbalance } from '../../figures/accounts/problems';
import { ruleCheck, type RuleFinding } from '../check';
import { headingOf } from './places';

/** A row of the trial balance of which opening, debit and credit do not make the closing. */
export const ledgerBalanceRow = ruleCheck({
  id: 'ledger.balance-row',
  severity: 'error',
  nl: [
    '{file}, rij {row}, kolom "{column}": rekening {account} eindigt op {closingCents}, maar beginsaldo + debet - credit is {computedCents}.',
    'Verbeter een van de vier bedragen van de rij.',
  ],
  en: [
    '{file}, row {row}, column "{column}": account {account} closes at {closingCents}, but opening + debit - credit is {computedCents}.',
    'Correct one of the four amounts of the row.',
  ],
  reads: ['ledger'],
  *rule({ ledger }) {
    if (!ledger) return;
    for (const { entry, computedCents, closingCents } of brokenEntries(ledger)) {
      const { account, source } = entry;
      const file = source.file ?? '';
      const column = headingOf(ledger, file, 'closingCents', 'Eindsaldo');
      yield {
        place: placeAt({ line: source.line }),
        figures: { file, row: source.line, column, account, closingCents, computedCents },
        subject: `${file}|${source.line}`,
      };
    }
  },
});

const isSheet = (account: string): boolean => !account.startsWith('0');
const isClassZero = (account: string): boolean => account.startsWith('0');

type ImbalanceFinding = RuleFinding<'file' | 'entity' | 'year' | 'openingCents' | 'closingCents'>;

const imbalanceFinding = ({ entity, year, file, openingCents, closingCents }: Imbalance): ImbalanceFinding => ({
  place: placeAt({}),
  figures: { file, entity: entity === '' ? '-' : entity, year: year ?? '-', openingCents, closingCents },
  subject: `${file}|${entity}|${year ?? ''}`,
});

function* imbalanceFindings({ ledger }: PlanDocument, isOf: (account: string) => boolean): Iterable<ImbalanceFinding> {
  if (!ledger) return;
  for (const imbalance of imbalances(ledger, isOf)) yield imbalanceFinding(imbalance);
}

/** Debit and credit of a trial balance are equal, on 1 January and at the end. */
export const ledgerUnbalanced = ruleCheck({
  id: 'ledger.unbalanced',
  severity: 'error',
  nl: [
    '{file}: de balans van {entity} ({year}) is niet in evenwicht: beginsaldi samen {openingCents}, eindsaldi samen {closingCents}.',
    'Debet en credit van de klassen 1 tot 7 moeten gelijk zijn: kijk na of de uitvoer volledig is.',
  ],
  en: [
    '{file}: the trial balance of {entity} ({year}) does not balance: openings together {openingCents}, closings together {closingCents}.',
    'Debit and credit of classes 1 to 7 must be equal: see whether the export is complete.',
  ],
  reads: ['ledger'],
  rule: (document) => imbalanceFindings(document, isSheet),
});

/** Accounts of class 0 come in pairs. */
export const ledgerClassZero = ruleCheck({
  id: 'ledger.class-zero',
  severity: 'attention',
  nl: [
    '{file}: klasse 0 van {entity} ({year}) is niet in evenwicht: beginsaldi samen {openingCents}, eindsaldi samen {closingCents}.',
    'Elke rekening van klasse 0 heeft een tegenrekening: kijk na of beide in de uitvoer staan.',
  ],
  en: [
    '{file}: class 0 of {entity} ({year}) does not balance: openings together {openingCents}, closings together {closingCents}.',
    'Every account of class 0 has a counterpart: see whether both are in the export.',
  ],
  reads: ['ledger'],
  rule: (document) => imbalanceFindings(document, isClassZero),
});

/** What gemeente and OCMW charge each other is left out, and must then be equal on both sides. */
export const ledgerInternal = ruleCheck({
  id: 'ledger.internal',
  severity: 'attention',
  nl: [
    '{year}: tussen gemeente en OCMW staat {costCents} op {cost} en {revenueCents} op {revenue}. Beide zijn weggelaten, en ze zijn niet gelijk.',
    'Maak de doorrekening aan beide kanten gelijk.',
  ],
  en: [
    '{year}: between gemeente and OCMW {costCents} stands on {cost} and {revenueCents} on {revenue}. Both are left out, and they are not equal.',
    'Make what is charged equal on both sides.',
  ],
  reads: ['ledger'],
  *rule({ ledger }) {
    if (!ledger) return;
    for (const { year, accounts, costCents, revenueCents } of unequalPairs(ledger)) {
      const [cost, revenue] = accounts;
      yield {
        place: placeAt({}),
        figures: { year: String(year), cost, revenue, costCents, revenueCents },
        subject: `${year}|${cost}`,
      };
    }
  },
});
