import { placeAt } from '../../plan/finding';
import { misplacedLines, unconfirmedPrefixes, unmappedAccounts } from '../../figures/accounts/problems';
import { ruleCheck, type RuleFinding } from '../check';
import { misfitFinding } from './places';

const LINE_ACCOUNT = { key: 'account', name: 'Algemene rekening' };
const BALANCE_ACCOUNT = { key: 'account', name: 'Rekening' };

/** The schema an account has no place in is told, though the finding is about the row of the file. */
const inSchema = <Found extends RuleFinding>(found: Found, schema: string) => ({
  ...found,
  figures: { ...found.figures, schema },
});

/** An account that no row of T2, J4 or J5 is for: its amounts stand under Niet toegewezen. */
export const ledgerUnmappedAccount = ruleCheck({
  id: 'ledger.unmapped-account',
  severity: 'error',
  nl: [
    '{file}, rij {rows}, kolom "{column}": rekening {value} heeft geen plaats in {schema}; het dichtst bij is {nearest}.',
    'Verbeter de rekening. Haar bedragen staan onder Niet toegewezen.',
  ],
  en: [
    '{file}, row {rows}, column "{column}": account {value} has no place in {schema}; the nearest is {nearest}.',
    'Correct the account. Its amounts stand under Niet toegewezen.',
  ],
  reads: ['ledger'],
  *rule({ ledger }) {
    if (!ledger) return;
    for (const misfit of misplacedLines(ledger, 'unmapped')) {
      yield inSchema(misfitFinding(ledger, misfit, LINE_ACCOUNT), 'T2');
    }
    for (const misfit of unmappedAccounts(ledger)) {
      const schema = /^[67]/.test(misfit.value) ? 'J5' : 'J4';
      yield inSchema(misfitFinding(ledger, misfit, BALANCE_ACCOUNT), schema);
    }
  },
});

/** A line whose kind or direction neither the file nor the account tells: it counts nowhere. */
export const ledgerUndetermined = ruleCheck({
  id: 'ledger.undetermined',
  severity: 'error',
  nl: [
    '{file}, rij {rows}, kolom "{column}": rekening {value} kan een uitgave en een ontvangst zijn, en de rij zegt niet welke. Haar bedragen tellen nergens mee.',
    'Vul op die rijen Soort (E, I, F) en Richting (U, O) in.',
  ],
  en: [
    '{file}, row {rows}, column "{column}": account {value} may be expenditure or receipts, and the row does not say which. Its amounts count nowhere.',
    'Fill in Soort (E, I, F) and Richting (U, O) on those rows.',
  ],
  reads: ['ledger'],
  *rule({ ledger }) {
    if (!ledger) return;
    for (const misfit of misplacedLines(ledger, 'undetermined')) yield misfitFinding(ledger, misfit, LINE_ACCOUNT);
  },
});

/** A line that says it is of another kind than its account is. */
export const ledgerOtherKind = ruleCheck({
  id: 'ledger.other-kind',
  severity: 'error',
  nl: [
    '{file}, rij {rows}, kolom "{column}": rekening {value} hoort niet bij de soort of de richting van die rijen.',
    'Verbeter Soort, Richting of de rekening. In T2 staan de bedragen onder Niet toegewezen.',
  ],
  en: [
    '{file}, row {rows}, column "{column}": account {value} is not of the kind or direction of those rows.',
    'Correct Soort, Richting or the account. In T2 the amounts stand under Niet toegewezen.',
  ],
  reads: ['ledger'],
  *rule({ ledger }) {
    if (!ledger) return;
    for (const misfit of misplacedLines(ledger, 'otherKind')) yield misfitFinding(ledger, misfit, LINE_ACCOUNT);
  },
});

/** Accounts placed by likeness with other charts of accounts: nobody confirmed them yet. */
export const ledgerUnconfirmed = ruleCheck({
  id: 'ledger.unconfirmed',
  severity: 'info',
  nl: [
    '{schema} steunt op {count:rekening|rekeningen} waarvan de plaats nog niet bevestigd is: {prefixes}.',
    'Kijk na of die rekeningen bij uw bestuur in de juiste rij staan.',
  ],
  en: [
    '{schema} rests on {count:account|accounts} whose place is not confirmed yet: {prefixes}.',
    'See whether those accounts stand in the right row for your board.',
  ],
  reads: ['ledger'],
  *rule({ ledger }) {
    if (!ledger) return;
    for (const schema of ['J4', 'J5'] as const) {
      const prefixes = unconfirmedPrefixes(ledger, schema);
      if (prefixes.length === 0) continue;
      const figures = { schema, count: prefixes.length, prefixes: prefixes.join(', ') };
      yield { place: placeAt({ schema }), figures };
    }
  },
});
