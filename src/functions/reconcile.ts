import { sumCents, type Cents } from '../plan/money';
import { success, type Result } from '../plan/result';
import type { Direction, Kind, Phase } from '../plan/vocabulary';
import { directionOfLabel, kindOfLabel, labelOfDirection, labelOfKind } from '../schema/labels';
import { centsOf, euroOrBlank } from '../sheets/amounts';
import { CREDIT_COLUMNS } from '../sheets/creditColumns';
import { lapsedOf, leftOf, RECONCILIATION_COLUMNS, verdictOf, type ReconciliationLine } from '../sheets/reconciliation';
import { TRANSFER_COLUMNS } from '../sheets/transfers';
import { cellsOf, CellError, foldCode, plain, textOf } from './cells';
import { askedCodes } from './codes';
import { creditTable } from './creditRows';
import { allOf, Refusal, refuse, SENTENCES, type Answer, type AnswerCell } from './failure';
import { givenTable } from './givenTable';

/** A transfer to the next year: from which code, and how much. */
interface GivenTransfer {
  readonly code: string;
  /** Folded codes it counts for by what its own row says, from the top down. */
  readonly path: readonly string[];
  readonly year: number;
  readonly kind: Kind;
  readonly direction: Direction;
  readonly cents: Cents;
}

/** Reads the transfers; those that name no action have no place in a reconciliation per action. */
function transfersOf(argument: unknown): Result<readonly GivenTransfer[], Refusal> {
  const c = TRANSFER_COLUMNS;
  const read = givenTable(argument, 'overdrachten', [c.node, c.kind, c.direction, c.fromYear, c.amount]);
  if (!read.ok) return read;
  const table = read.value;
  const column = (name: string): ((row: readonly unknown[]) => unknown) => {
    const at = table.at(name);
    return (row) => (at < 0 ? null : row[at]);
  };
  const [node, kind, direction, year, amount] = [column(c.node), column(c.kind), column(c.direction), column(c.fromYear), column(c.amount)];
  const above = [column(c.objective), column(c.actionPlan)];
  const transfers: GivenTransfer[] = [];
  for (const [index, row] of table.rows.entries()) {
    const code = textOf(node(row));
    const [rowKind, rowDirection] = [kindOfLabel(textOf(kind(row))), directionOfLabel(textOf(direction(row)))];
    if (code === '' || rowKind === null || rowDirection === null) continue;
    const value = plain(amount(row));
    const cents = typeof value === 'number' ? centsOf(value) : value === null ? 0 : null;
    if (cents === null) return refuse(SENTENCES.badTransfer(table.firstRow + index, value instanceof CellError ? value.text : String(value)));
    const yearText = textOf(year(row));
    if (!/^\d{4}$/.test(yearText)) return refuse(SENTENCES.badTransferYear(table.firstRow + index, yearText));
    const path = [...above.map((codeOf) => foldCode(codeOf(row))), foldCode(code)].filter((each, at, all) => each !== '' && all.indexOf(each) === at);
    transfers.push({ code, path, year: Number(yearText), kind: rowKind, direction: rowDirection, cents });
  }
  return success(transfers);
}

const PHASES: readonly Phase[] = ['initialBudget', 'finalBudget', 'actual'];

/** A line, and how many lines of credits it adds up. */
interface Sum {
  readonly line: ReconciliationLine;
  readonly lines: number;
}

type Head = Pick<ReconciliationLine, 'year' | 'code' | 'kind' | 'direction'>;

class Sums {
  private readonly found = new Map<string, Sum>();

  add(head: Head, part: Pick<ReconciliationLine, 'phases' | 'carried'>, lines: number): void {
    const key = `${head.year}|${foldCode(head.code)}|${head.kind}|${head.direction}`;
    const known = this.found.get(key) ?? { line: { ...head, phases: {}, carried: null }, lines: 0 };
    const phases = Object.fromEntries(PHASES.map((phase) => [phase, sumCents([known.line.phases[phase] ?? null, part.phases[phase] ?? null])]));
    this.found.set(key, { line: { ...known.line, phases, carried: sumCents([known.line.carried, part.carried]) }, lines: known.lines + lines });
  }

  get all(): readonly Sum[] {
    return [...this.found.values()];
  }
}

const RECONCILE_HEADINGS = [
  RECONCILIATION_COLUMNS.year, RECONCILIATION_COLUMNS.code, RECONCILIATION_COLUMNS.kind, RECONCILIATION_COLUMNS.direction, RECONCILIATION_COLUMNS.initial,
  RECONCILIATION_COLUMNS.final, RECONCILIATION_COLUMNS.actual, RECONCILIATION_COLUMNS.left, RECONCILIATION_COLUMNS.carried, RECONCILIATION_COLUMNS.lapsed,
  RECONCILIATION_COLUMNS.verdict,
] as const;

const answerRow = ({ line, lines }: Sum): readonly AnswerCell[] => [
  line.year, line.code, labelOfKind(line.kind), labelOfDirection(line.direction), ...PHASES.map((phase) => euroOrBlank(line.phases[phase] ?? null)),
  euroOrBlank(leftOf(line)), euroOrBlank(line.carried), euroOrBlank(lapsedOf(line)), verdictOf(line, Math.max(1, lines)),
];

/**
 * PLAN.AFSTEMMING: from initial credit to what lapsed. Without codes a line per action, kind and direction; with codes a line per code, kind
 * and direction that adds up all below it.
 */
export function reconcile(kredieten: unknown, overdrachten: unknown, codes: unknown): Answer {
  const everyone = cellsOf(codes) === null;
  const question = allOf({
    credits: creditTable(kredieten, PHASES.filter((phase) => phase !== 'initialBudget'), [CREDIT_COLUMNS.year]),
    transfers: transfersOf(overdrachten),
    asked: everyone ? success({ cells: [], wanted: new Set<string>() }) : askedCodes(codes),
  });
  if (!question.ok) return question;
  const { credits, transfers, asked } = question.value;
  const printed = new Map(asked.cells.flatMap((row) => row.map((cell) => [foldCode(cell), textOf(cell)] as const)));
  const codesFor = (code: string, path: readonly string[]): readonly string[] =>
    everyone ? [code] : path.filter((folded) => asked.wanted.has(folded)).map((folded) => printed.get(folded) ?? folded);
  const sums = new Sums();
  const paths = new Map<string, readonly string[]>();
  for (const row of credits.rows) {
    const { year, kind, direction } = row;
    paths.set(foldCode(row.code), row.path);
    if (year === null || kind === null || direction === null) continue;
    const phases: Partial<Record<Phase, Cents>> = {};
    for (const phase of PHASES) {
      const cents = row.cents(phase);
      if (cents instanceof Refusal) return refuse(cents.sentence);
      if (cents !== null) phases[phase] = cents;
    }
    if (Object.keys(phases).length === 0) continue;
    for (const code of codesFor(row.code, row.path)) sums.add({ year, code, kind, direction }, { phases, carried: null }, 1);
  }
  for (const { code, path, year, kind, direction, cents } of transfers) {
    // Where the action stands now goes before where it stood when the transfer was printed.
    for (const each of codesFor(code, paths.get(foldCode(code)) ?? path)) sums.add({ year, code: each, kind, direction }, { phases: {}, carried: cents }, 0);
  }
  return success([[...RECONCILE_HEADINGS], ...inAskedOrder(sums.all, [...printed.keys()]).map(answerRow)]);
}

/** By year, then in the order of the codes that were asked, else as they came. */
function inAskedOrder(sums: readonly Sum[], codes: readonly string[]): readonly Sum[] {
  const places = new Map(codes.map((code, index) => [code, index]));
  const place = ({ line }: Sum): number => places.get(foldCode(line.code)) ?? 0;
  return [...sums].sort((left, right) => left.line.year - right.line.year || place(left) - place(right));
}
