import type { Cents } from '../plan/money';
import { success, type Result } from '../plan/result';
import type { Direction, Kind, Phase } from '../plan/vocabulary';
import { totalCents } from '../figures/sums';
import { realisationRate } from '../figures/realisation';
import { euroOrBlank } from '../sheets/amounts';
import { CREDIT_COLUMNS } from '../sheets/creditColumns';
import { PLAN_COLUMNS } from '../sheets/planColumns';
import { cellsOf, foldCode } from './cells';
import { directionOf, kindOf, phaseOf, yearOf } from './choices';
import { askedCodes, perCode, type AskedCodes } from './codes';
import { creditTable, type CreditRow } from './creditRows';
import { allOf, refuse, Refusal, SENTENCES, type Answer } from './failure';
import { givenTable } from './givenTable';
import { unknownInPlan } from './planAnswers';

interface Question {
  readonly kind: Kind;
  readonly direction: Direction;
  readonly phase: Phase;
  /** null: all years together. */
  readonly year: number | null;
}

/** Sign of a line in what is asked: in a balance, expenditure is taken off the receipts. 0 when it has no part in it. */
function signIn({ direction }: CreditRow, asked: Direction): 1 | -1 | 0 {
  if (asked !== 'balance') return direction === asked ? 1 : 0;
  return direction === 'receipts' ? 1 : direction === 'expenditure' ? -1 : 0;
}

/** Sums per asked code over its own lines and those of all codes below, in one pass over the table; absent when nothing is printed. */
function sumsPerCode(
  rows: readonly CreditRow[],
  { wanted }: AskedCodes,
  { kind, direction, phase, year }: Question,
): ReadonlyMap<string, Cents | Refusal> {
  const sums = new Map<string, Cents | Refusal>();
  for (const row of rows) {
    const sign = signIn(row, direction);
    if (
      sign === 0 ||
      row.kind !== kind ||
      (year !== null && row.year !== year) ||
      !row.path.some((code) => wanted.has(code))
    )
      continue;
    const cents = row.cents(phase);
    if (cents === null) continue;
    for (const code of row.path) {
      if (!wanted.has(code)) continue;
      const before = sums.get(code) ?? 0;
      if (before instanceof Refusal) continue;
      sums.set(code, cents instanceof Refusal ? cents : (totalCents([before, sign * cents]) ?? 0));
    }
  }
  return sums;
}

/** Codes of the plan; null when no plan was handed over. */
function codesOfPlan(plan: unknown): Result<ReadonlySet<string> | null, Refusal> {
  if (cellsOf(plan) === null) return success(null);
  const table = givenTable(plan, 'plan', [PLAN_COLUMNS.code]);
  if (!table.ok) return table;
  const { rows, at } = table.value;
  const code = at(PLAN_COLUMNS.code);
  return success(new Set(rows.map((row) => foldCode(row[code]))));
}

/** A code that is neither in the plan nor in the credits is a mistyped one; of the others nothing may be printed. */
const isUnknown = (plan: ReadonlySet<string> | null, code: string, sum: unknown): boolean =>
  plan !== null && sum === undefined && !plan.has(code);

/** PLAN.BEDRAG: euro per code, as the plan sheet rolls them up; '' where nothing is printed. */
export function amounts(
  kredieten: unknown,
  codes: unknown,
  soort: unknown,
  richting: unknown,
  fase: unknown,
  jaar: unknown,
  plan?: unknown,
): Answer {
  const question = allOf({
    kind: kindOf(soort),
    direction: directionOf(richting),
    phase: phaseOf(fase),
    year: yearOf(jaar),
    asked: askedCodes(codes),
    known: codesOfPlan(plan),
  });
  if (!question.ok) return question;
  const { asked, phase, year, known } = question.value;
  const table = creditTable(kredieten, [phase], year === null ? [] : [CREDIT_COLUMNS.year]);
  if (!table.ok) return table;
  const sums = sumsPerCode(table.value.rows, asked, question.value);
  return success(
    perCode(asked, (code, printed) => {
      const sum = sums.get(code);
      if (isUnknown(known, code, sum)) return unknownInPlan(printed);
      return sum instanceof Refusal ? sum : euroOrBlank(sum ?? null);
    }),
  );
}

/** PLAN.REALISATIE: what was realised of the final credit, as a fraction per code; '' without a credit. */
export function realisation(
  kredieten: unknown,
  codes: unknown,
  soort: unknown,
  richting: unknown,
  plan?: unknown,
): Answer {
  const question = allOf({
    kind: kindOf(soort),
    direction: directionOf(richting),
    asked: askedCodes(codes),
    table: creditTable(kredieten, ['finalBudget', 'actual']),
    known: codesOfPlan(plan),
  });
  if (!question.ok) return question;
  const { kind, direction, asked, table, known } = question.value;
  if (direction === 'balance') return refuse(SENTENCES.rateOfBalance);
  const sums = (phase: Phase): ReadonlyMap<string, Cents | Refusal> =>
    sumsPerCode(table.rows, asked, { kind, direction, phase, year: null });
  const [actual, budget] = [sums('actual'), sums('finalBudget')];
  return success(
    perCode(asked, (code, printed) => {
      if (isUnknown(known, code, actual.get(code) ?? budget.get(code))) return unknownInPlan(printed);
      const [realised, credit] = [actual.get(code) ?? null, budget.get(code) ?? null];
      if (realised instanceof Refusal) return realised;
      if (credit instanceof Refusal) return credit;
      return realisationRate(realised, credit) ?? '';
    }),
  );
}
