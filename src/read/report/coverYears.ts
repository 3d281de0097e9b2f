import type { Period } from '../../plan/document';
import type { LineLedger } from '../ledger';

/** What the cover of a report says of its years, for reports whose schemas have no head of their own. */
export interface CoverYears {
  /** "Jaarrekening 2024" */
  readonly fiscalYear: number | null;
  /** "Meerjarenplan 2026-2031" */
  readonly planPeriod: Period | null;
}

/** A cover and a list of contents have no more lines. */
const LINES_OF_COVER = 80;

const ACCOUNTS = /^(?:beleidsrapport |de )?jaarrekening(?: boekjaar| dienstjaar| over)? ((?:19|20)\d{2})$/i;
const PLAN = /\bmeerjarenplan(?:ning)? ((?:19|20)\d{2}) ?(?:-|\u2013|tot|t\.e\.m\.) ?((?:19|20)\d{2})$/i;

export function readCoverYears(ledger: LineLedger): CoverYears {
  let fiscalYear: number | null = null;
  let planPeriod: Period | null = null;
  for (let index = 0; index < Math.min(ledger.lines.length, LINES_OF_COVER); index += 1) {
    const text = ledger.text(index);
    if (text.length > LONGEST_LINE || !/\d{4}$/.test(text)) continue;
    const year = ACCOUNTS.exec(text)?.[1];
    const plan = PLAN.exec(text);
    if (year !== undefined) fiscalYear ??= Number(year);
    if (plan) planPeriod ??= { from: `${plan[1]}-01-01`, to: `${plan[2]}-12-31` };
  }
  return { fiscalYear, planPeriod };
}

const LONGEST_LINE = 100;
