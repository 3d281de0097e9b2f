import {
  CREDIT_FIGURES,
  creditFigures,
  sumOfFigures,
  type CreditFigures,
  type PrintedCredit,
} from '../figures/reconciliation/creditFigures';
import { verdictLabel } from '../figures/reconciliation/creditLabels';
import { transferCode } from '../figures/reconciliation/creditLines';
import { DEFAULT_VERDICT_THRESHOLDS, severestOf, verdictOf, type Verdict } from '../figures/reconciliation/verdict';
import type { Cents } from '../plan/money';
import { success, type Result } from '../plan/result';
import type { Flow, Kind, Phase } from '../plan/vocabulary';
import { totalCents } from '../figures/sums';
import { directionOfLabel, kindOfLabel, labelOfDirection, labelOfKind } from '../schema/rows/labels';
import { centsOf, euroOrBlank } from '../sheets/amounts';
import { CREDIT_COLUMNS } from '../sheets/creditColumns';
import { figureColumn, RECONCILIATION_COLUMNS } from '../sheets/reconciliation/columns';
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
  readonly direction: Flow;
  readonly cents: Cents;
}

/** Reads the transfers. */
function transfersOf(argument: unknown): Result<readonly GivenTransfer[], Refusal> {
  const c = TRANSFER_COLUMNS;
  const read = givenTable(argument, 'overdrachten', [c.node, c.kind, c.direction, c.fromYear, c.amount]);
  if (!read.ok) return read;
  const table = read.value;
  const column = (name: string): ((row: readonly unknown[]) => unknown) => {
    const at = table.at(name);
    return (row) => (at < 0 ? null : row[at]);
  };
  const [node, actionPlan, objective, id] = [column(c.node), column(c.actionPlan), column(c.objective), column(c.id)];
  const [kind, direction, year, amount] = [column(c.kind), column(c.direction), column(c.fromYear), column(c.amount)];
  const transfers: GivenTransfer[] = [];
  for (const [index, row] of table.rows.entries()) {
    const [plan, top] = [textOf(actionPlan(row)), textOf(objective(row))];
    const code = transferCode({ node: textOf(node(row)), actionPlan: plan, objective: top, id: textOf(id(row)) });
    const [rowKind, rowDirection] = [kindOfLabel(textOf(kind(row))), directionOfLabel(textOf(direction(row)))];
    if (code === '' || rowKind === null || rowDirection === null || rowDirection === 'balance') continue;
    const value = plain(amount(row));
    const cents = typeof value === 'number' ? centsOf(value) : value === null ? 0 : null;
    if (cents === null)
      return refuse(
        SENTENCES.badTransfer(table.firstRow + index, value instanceof CellError ? value.text : String(value)),
      );
    const yearText = textOf(year(row));
    if (!/^\d{4}$/.test(yearText)) return refuse(SENTENCES.badTransferYear(table.firstRow + index, yearText));
    const path = [top, plan, code].map(foldCode).filter((each, at, all) => each !== '' && all.indexOf(each) === at);
    transfers.push({ code, path, year: Number(yearText), kind: rowKind, direction: rowDirection, cents });
  }
  return success(transfers);
}

const PHASES: readonly Phase[] = ['initialBudget', 'finalBudget', 'actual'];

type Head = { readonly year: number; readonly code: string; readonly kind: Kind; readonly direction: Flow };

/** The credit of one code, kind and direction in a year, as the tables hold it. */
interface GivenLine extends Head, PrintedCredit {
  /** Folded codes it counts for, from the top down. */
  readonly path: readonly string[];
}

/** A row of the answer. */
interface AnswerLine extends Head, CreditFigures {
  readonly verdict: Verdict | null;
}

const keyOf = ({ year, code, kind, direction }: Head): string => `${year}|${foldCode(code)}|${kind}|${direction}`;

class Lines {
  private readonly found = new Map<string, GivenLine>();

  add(head: Head, path: readonly string[], part: Partial<PrintedCredit>): void {
    const known = this.found.get(keyOf(head)) ?? {
      ...head,
      path,
      initial: null,
      final: null,
      actual: null,
      carriedOver: null,
    };
    const sum = (name: keyof PrintedCredit): Cents | null => totalCents([known[name], part[name] ?? null]);
    this.found.set(keyOf(head), {
      ...known,
      initial: sum('initial'),
      final: sum('final'),
      actual: sum('actual'),
      carriedOver: sum('carriedOver'),
    });
  }

  /**
   * Lines of which something is printed, of years with final credits or accounts; and all that something was carried
   * over of.
   */
  get all(): readonly GivenLine[] {
    const lines = [...this.found.values()];
    const years = new Set(
      lines.filter(({ final, actual }) => final !== null || actual !== null).map(({ year }) => year),
    );
    return lines.filter(
      ({ year, initial, final, actual, carriedOver }) =>
        carriedOver !== null || (years.has(year) && (initial !== null || final !== null || actual !== null)),
    );
  }
}

const RECONCILE_HEADINGS = [
  RECONCILIATION_COLUMNS.year,
  RECONCILIATION_COLUMNS.code,
  RECONCILIATION_COLUMNS.kind,
  RECONCILIATION_COLUMNS.direction,
  ...CREDIT_FIGURES.map(figureColumn),
  RECONCILIATION_COLUMNS.verdict,
] as const;

const answerRow = (line: AnswerLine): readonly AnswerCell[] => [
  line.year,
  line.code,
  labelOfKind(line.kind),
  labelOfDirection(line.direction),
  ...CREDIT_FIGURES.map((name) => euroOrBlank(line[name])),
  verdictLabel(line.verdict, line.direction),
];

function answerLine(line: GivenLine): AnswerLine {
  const figures = creditFigures(line);
  const { year, code, kind, direction } = line;
  return { year, code, kind, direction, ...figures, verdict: verdictOf(figures, DEFAULT_VERDICT_THRESHOLDS) };
}

/** The sums of the lines under each code, per year, kind and direction; the verdict is the severest among them. */
function sumsOf(lines: readonly GivenLine[], codes: ReadonlyMap<string, string>): readonly AnswerLine[] {
  const groups = new Map<string, { readonly head: Head; readonly lines: AnswerLine[] }>();
  for (const line of lines) {
    for (const folded of line.path.filter((each) => codes.has(each))) {
      const head = { year: line.year, code: codes.get(folded) ?? folded, kind: line.kind, direction: line.direction };
      const group = groups.get(keyOf(head)) ?? { head, lines: [] };
      group.lines.push(answerLine(line));
      groups.set(keyOf(head), group);
    }
  }
  const places = new Map([...codes.keys()].map((code, index) => [code, index]));
  const place = ({ code }: AnswerLine): number => places.get(foldCode(code)) ?? 0;
  return [...groups.values()]
    .map(({ head, lines: own }): AnswerLine => ({
      ...head,
      ...sumOfFigures(own),
      verdict: severestOf(own.map(({ verdict }) => verdict)),
    }))
    .sort((left, right) => place(left) - place(right));
}

/**
 * PLAN.AFSTEMMING: from initial credit to what lapsed. Without codes a line per action, kind and direction; with codes
 * a line per code, kind
 * and direction that adds up all below it.
 */
export function reconcile(kredieten: unknown, overdrachten: unknown, codes: unknown): Answer {
  const everyone = cellsOf(codes) === null;
  const question = allOf({
    credits: creditTable(
      kredieten,
      PHASES.filter((phase) => phase !== 'initialBudget'),
      [CREDIT_COLUMNS.year],
    ),
    transfers: transfersOf(overdrachten),
    asked: everyone ? success({ cells: [], wanted: new Set<string>() }) : askedCodes(codes),
  });
  if (!question.ok) return question;
  const { credits, transfers, asked } = question.value;
  const lines = new Lines();
  const paths = new Map<string, readonly string[]>();
  for (const row of credits.rows) {
    const { year, code, kind, direction, path } = row;
    paths.set(foldCode(code), path);
    if (year === null || kind === null || direction === null || direction === 'balance') continue;
    const [initial, final, actual] = [row.cents('initialBudget'), row.cents('finalBudget'), row.cents('actual')];
    if (initial instanceof Refusal) return refuse(initial.sentence);
    if (final instanceof Refusal) return refuse(final.sentence);
    if (actual instanceof Refusal) return refuse(actual.sentence);
    lines.add({ year, code, kind, direction }, path, { initial, final, actual });
  }
  for (const { code, path, cents, ...head } of transfers) {
    // Where the action stands now goes before where it stood when the transfer was printed.
    lines.add({ ...head, code }, paths.get(foldCode(code)) ?? path, { carriedOver: cents });
  }
  const printed = new Map(asked.cells.flatMap((row) => row.map((cell) => [foldCode(cell), textOf(cell)] as const)));
  const answer = everyone ? lines.all.map(answerLine) : sumsOf(lines.all, printed);
  return success([
    [...RECONCILE_HEADINGS],
    ...[...answer].sort((left, right) => left.year - right.year).map(answerRow),
  ]);
}
