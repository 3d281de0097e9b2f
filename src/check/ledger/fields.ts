import type { PlanDocument } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import { domainsOf, UNASSIGNED_DOMAIN } from '../../figures/accounts/domains';
import { misfits, strayActions } from '../../figures/accounts/problems';
import { nearestPrefix } from '../../schema/balanceAccounts';
import { POLICY_FIELD_NAMES } from '../../schema/policyFields';
import { ruleCheck } from '../check';
import { misfitFinding } from './places';

const FIELD = { key: 'policyField', name: 'Beleidsveld' };
const ACTION = { key: 'action', name: 'Actie' };

/** A policy field that the board put in no domain: T1 keeps it under Niet toegewezen. */
export const ledgerUnmappedField = ruleCheck({
  id: 'ledger.unmapped-field',
  severity: 'error',
  nl: [
    '{file}, rij {rows}, kolom "{column}": beleidsveld {value} hoort bij geen beleidsdomein; het dichtst bij is {nearest}.',
    'Verbeter het veld, of zet het in de tabel Beleidsdomeinen. In T1 staan de bedragen onder Niet toegewezen.',
  ],
  en: [
    '{file}, row {rows}, column "{column}": policy field {value} is in no policy domain; the nearest is {nearest}.',
    'Correct the field, or put it in the table Beleidsdomeinen. In T1 the amounts stand under Niet toegewezen.',
  ],
  reads: ['ledger'],
  *rule({ ledger }) {
    const domains = ledger && domainsOf(ledger.domains);
    if (!ledger || !domains) return;
    const own = ledger.domains.map(({ policyField }) => policyField);
    const found = ledger.lines.filter(({ policyField }) => domains.nameOf(policyField) === UNASSIGNED_DOMAIN);
    const nearest = (field: string): string | null =>
      nearestPrefix(own, field) ?? nearestPrefix(POLICY_FIELD_NAMES.keys(), field);
    const groups = misfits(
      found,
      ({ policyField }) => policyField ?? '',
      ({ policyField }) => nearest(policyField ?? ''),
    );
    for (const misfit of groups) yield misfitFinding(ledger, misfit, FIELD);
  },
});

/** An action that the plan does not have: J1 keeps its lines under Niet toegewezen. */
export const ledgerUnknownAction = ruleCheck({
  id: 'ledger.unknown-action',
  severity: 'error',
  nl: [
    '{file}, rij {rows}, kolom "{column}": de actie {value} staat niet in het plan; het dichtst bij is {nearest}.',
    'Verbeter de code, of voeg de actie toe. De bedragen staan onder Niet toegewezen.',
  ],
  en: [
    '{file}, row {rows}, column "{column}": action {value} is not in the plan; the nearest is {nearest}.',
    'Correct the code, or add the action. The amounts stand under Niet toegewezen.',
  ],
  reads: ['ledger', 'nodes'],
  *rule({ ledger, nodes }) {
    if (!ledger || nodes.length === 0) return;
    for (const misfit of strayActions(ledger, nodes)) yield misfitFinding(ledger, misfit, ACTION);
  },
});

interface Absence {
  readonly schema: string;
  readonly nl: string;
  readonly en: string;
}

function* absences({ ledger, nodes, document }: PlanDocument): Iterable<Absence> {
  if (!ledger || ledger.lines.length === 0) return;
  if (nodes.length === 0 && ledger.lines.some(({ action }) => action !== null)) {
    yield {
      schema: 'J1, M1',
      nl: 'een tabel van acties (Code, Titel, Boven)',
      en: 'a table of actions (Code, Titel, Boven)',
    };
  }
  if (ledger.domains.length === 0) {
    yield { schema: 'T1', nl: 'een tabel Beleidsdomeinen', en: 'a table Beleidsdomeinen' };
  }
  if (ledger.balance.length === 0) {
    const schema = document.kind === 'annualAccounts' ? 'J4, J5, T4, T5' : 'T3, T4';
    yield { schema, nl: 'een proef- en saldibalans', en: 'a trial balance' };
  }
}

/** Schemas that cannot be made because a table is not there. */
export const ledgerIncomplete = ruleCheck({
  id: 'ledger.incomplete',
  severity: 'attention',
  nl: ['{schema} is niet gemaakt: daarvoor is {table} nodig.', 'Voeg die tabel bij de andere bestanden.'],
  en: ['{schema} was not made: it needs {table}.', 'Add that table to the other files.'],
  reads: ['ledger', 'nodes', 'info'],
  *rule(document, { say }) {
    for (const { schema, nl, en } of absences(document)) {
      yield { place: placeAt({}), figures: { schema, table: say(nl, en) }, subject: schema };
    }
  },
});
