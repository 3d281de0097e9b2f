import type { Dossier } from '../../plan/document';
import type { LineLedger } from '../ledger';
import { nextContent } from './furniture';

/** "Andere gebruikte dossiers op dit rapport:" and the files it names, by role ("MJP eindkrediet:"). */

const TITLE = /^Andere gebruikte dossiers op dit rapport\s*:$/;
const ROLE = /^(\p{L}[^:\d]{1,60}):$/u;
/** "JR_ORIGINEEL_2023 2023: Budg. 16936 Alg. 2023210025" */
const DOSSIER = /^(\S+) (\d{4}): ((?:Budg\.|Alg\.|EK|IK) .{1,80})$/;

export const isDossierTitle = (text: string): boolean => TITLE.test(text);

/** Reads the list that starts at `index` (its title line); gives the first index after it. "/" says that a role has none. */
export function readDossiers(
  ledger: LineLedger,
  index: number,
  end: number,
): { readonly dossiers: readonly Dossier[]; readonly next: number } {
  const dossiers: Dossier[] = [];
  ledger.claim(index, 'dossierTitle');
  let role = '';
  let next = index + 1;
  for (;;) {
    const at = nextContent(ledger, next, end);
    if (at >= end) break;
    const text = ledger.text(at);
    const roleMatch = ROLE.exec(text);
    const dossier = DOSSIER.exec(text);
    if (roleMatch) {
      role = roleMatch[1] ?? '';
      ledger.claim(at, 'dossierRole');
    } else if (dossier) {
      const [, name = '', year = '', reference = ''] = dossier;
      dossiers.push({ role, name, year: Number(year), reference });
      ledger.claim(at, 'dossier');
    } else if (text === '/') {
      ledger.claim(at, 'dossierNone');
    } else break;
    next = at + 1;
  }
  return { dossiers, next };
}
