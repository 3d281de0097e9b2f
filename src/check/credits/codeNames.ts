import type { Transfer } from '../../plan/document';
import { ruleCheck } from '../check';
import { transferPlace } from '../../figures/transferPlaces';
import { both, inLanguage, type Phrase } from '../../plan/phrase';

/** A code of a budget line with the name printed beside it. */
interface Named {
  readonly what: Phrase;
  /** As much of the code as tells one name from another: boards pad and subdivide accounts. */
  readonly code: string;
  readonly name: string;
  readonly transfer: Transfer;
}

/** Digits of an account that the law lays down; what follows is the board's own. */
const ACCOUNT_DIGITS = 4;

function* namesOf(transfer: Transfer): Iterable<Named> {
  const { account, accountName, policyDomain, policyDomainName, policyField, policyFieldName } = transfer;
  if (account !== null && accountName)
    yield { what: both('rekening', 'account'), code: account.slice(0, ACCOUNT_DIGITS), name: accountName, transfer };
  if (policyDomain !== null && policyDomainName)
    yield { what: both('beleidsdomein', 'policy domain'), code: policyDomain, name: policyDomainName, transfer };
  if (policyField !== null && policyFieldName)
    yield { what: both('beleidsveld', 'policy field'), code: policyField, name: policyFieldName, transfer };
}

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The same name with another code than most of its lines have: a slip in the code. */
export const creditsCodeName = ruleCheck({
  id: 'credits.code-name',
  severity: 'attention',
  nl: [
    '{id}: bij {what} "{name}" staat {code}; elders in de lijsten is dat {usual}.',
    'Verbeter de code, of de omschrijving.',
  ],
  en: [
    '{id}: {what} "{name}" has {code}; elsewhere in the lists it is {usual}.',
    'Correct the code, or the description.',
  ],
  reads: ['transfers'],
  *rule(document, { language }) {
    const groups = new Map<string, Named[]>();
    for (const transfer of document.transfers) {
      for (const named of namesOf(transfer)) {
        const key = `${inLanguage(named.what, 'nl')} ${plain(named.name)}`;
        groups.set(key, [...(groups.get(key) ?? []), named]);
      }
    }
    for (const group of groups.values()) {
      const counts = new Map<string, number>();
      for (const { code } of group) counts.set(code, (counts.get(code) ?? 0) + 1);
      const [usual, second] = [...counts].sort((left, right) => right[1] - left[1]);
      if (!usual || !second || usual[1] === second[1]) continue;
      for (const { what, code, name, transfer } of group) {
        if (code !== usual[0])
          yield {
            place: transferPlace(transfer),
            figures: { id: transfer.id, what: inLanguage(what, language), name, code, usual: usual[0] },
            subject: inLanguage(what, 'nl'),
          };
      }
    }
  },
});
