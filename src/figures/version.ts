import type { Statement } from '../plan/document';
import type { Phase } from '../plan/vocabulary';

/** The columns in which figures can be compared: a plan column of the closed year is the final credit. */
export type QuantityPhase = 'actual' | 'plan' | 'initialBudget';

export const phaseOf = (phase: Phase): QuantityPhase => (phase === 'finalBudget' ? 'plan' : phase);

/**
 * The files a schema was made from, by ledger number: the accounts of each year, the plan behind its plan or final-credit columns (EK, MJP)
 * and the initial plan (IK). The plan version belongs to the schema, not to the report (BBC.md).
 */
export interface Versions {
  readonly accounts: ReadonlyMap<number, string>;
  readonly plan: ReadonlySet<string>;
  readonly initial: ReadonlySet<string>;
}

/** "JR Budg. 23508 Alg. 2024036795 / EK 22287 IK 15710": each mark with what follows it. */
const MARKED = /\b(JR-1|JR|EK|IK|MJP)(?![-\w])\s*(.*?)(?=\s*(?:\/|\b(?:JR-1|JR|EK|IK|MJP)\b|$))/g;

const lastNumber = (text: string): string | null => /(\d+)\D*$/.exec(text)?.[1] ?? null;

type VersionSource = Pick<Statement, 'version' | 'dossiers' | 'columns'>;

/** The closed year of a statement: the latest one whose accounts it prints. */
export const closedYearOf = ({ columns }: Pick<Statement, 'columns'>): number | null =>
  columns.reduce<number | null>(
    (latest, { year, phase }) => (phase === 'actual' && (latest === null || year > latest) ? year : latest),
    null,
  );

export function versionsOf(statement: VersionSource): Versions {
  const accounts = new Map<number, string>();
  const plan = new Set<string>();
  const initial = new Set<string>();
  const closed = closedYearOf(statement);
  for (const [, mark, value = ''] of (statement.version ?? '').matchAll(MARKED)) {
    const number = lastNumber(value);
    if (number === null) continue;
    if (mark === 'JR' || mark === 'JR-1') {
      if (closed !== null) accounts.set(mark === 'JR' ? closed : closed - 1, number);
    } else (mark === 'IK' ? initial : plan).add(number);
  }
  for (const { role, reference, year } of statement.dossiers) {
    const number = lastNumber(reference);
    if (number === null || /andere/i.test(role)) continue;
    if (/\bJR\b|jaarrekening/i.test(role)) {
      if (year !== null && !accounts.has(year)) accounts.set(year, number);
    } else if (/mjp|meerjarenplan/i.test(role)) (/initie/i.test(role) ? initial : plan).add(number);
  }
  return { accounts, plan, initial };
}

const meet = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean =>
  [...left].some((number) => right.has(number));

/**
 * Do two schemas print the same accounts of a year, or were their columns made from the same version of the plan? Unknown accounts count
 * as the same: a report holds one set. A schema that names no plan is not held against another.
 */
export function sameVersion(left: Versions, right: Versions, phase: QuantityPhase, year: number): boolean {
  if (phase !== 'actual') return phase === 'plan' ? samePlan(left, right) : meet(left.initial, right.initial);
  const [one, other] = [left.accounts.get(year), right.accounts.get(year)];
  return one === undefined || other === undefined || one === other;
}

/** Were the plan columns of two schemas made from the same version of the plan? */
export const samePlan = (left: Versions, right: Versions): boolean => meet(left.plan, right.plan);
