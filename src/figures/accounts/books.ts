import type { PlanNode } from '../../plan/document';
import type { BudgetLine, Ledger } from '../../plan/ledger';
import type { Flow, Kind, SchemaSet } from '../../plan/vocabulary';
import { isInternalAccount } from '../../schema/accounts';
import { debtAccount } from '../../schema/balanceAccounts';
import { BalanceStocks } from './stocks';
import { reportOf, type Report } from './columns';
import { domainsOf, type Domains } from './domains';
import { groupOf, type Group } from './group';
import { objectivesOf, type Objectives } from './objectives';
import { Placements } from './placement';
import { factsByYear, measure, MEASURES, Tally, type YearsFacts } from './tally';

/** The sums that the schemas are made of: one pass over the lines, whatever their number. */
export interface Books {
  readonly report: Report;
  readonly group: Group;
  readonly objectives: Objectives;
  readonly domains: Domains | null;
  readonly stocks: BalanceStocks;
  readonly facts: YearsFacts;
  /** By objective: node id, or one of the groups of Objectives. */
  readonly byObjective: Tally;
  readonly byDomain: Tally;
  /** By row of T2 and, behind a blank and a dash, by counterparty; UNASSIGNED_ROW for what has no row. */
  readonly byRow: Tally;
  /** By body of the report (its place in Group.main). */
  readonly byBody: Tally;
  /** By body and row of T2: "0 T2....". */
  readonly byBodyRow: Tally;
  /** By unit of the consolidated part: 0 the report, then the others. */
  readonly byUnit: Tally;
  readonly byUnitRow: Tally;
  /** New loans and repayments by unit, term and sort of debt. */
  readonly byDebt: Tally;
  /** What was bought and sold of fixed assets, by three digits of the account. */
  readonly byAsset: Tally;
  /** Investment by action node and row of T2, for the projects. */
  readonly byProject: Tally;
}

/** T2 keeps what has no row of its own under this name. */
export const UNASSIGNED_ROW = 'unassigned';

/** Between a row of T2 and the counterparty of some of its lines. */
export const COUNTERPARTY_MARK = ' - ';

interface Place {
  readonly kind: Kind;
  readonly flow: Flow;
  readonly row: string | null;
}

/** Does the line count in the report itself, after elimination? */
const isEliminated = (line: BudgetLine, group: Group): boolean => group.eliminates && isInternalAccount(line.account);

function addToReport(books: Books, line: BudgetLine, place: Place, figures: Float64Array): void {
  const { kind, flow, row } = place;
  const { year } = line;
  const add = (tally: Tally, name: string): void => tally.add(name, year, kind, flow, figures);
  add(books.byObjective, books.objectives.groupOf(line.action));
  if (books.domains) add(books.byDomain, books.domains.nameOf(line.policyField));
  add(books.byRow, row ?? UNASSIGNED_ROW);
  if (row !== null && line.counterparty !== null) add(books.byRow, `${row}${COUNTERPARTY_MARK}${line.counterparty}`);
  if (kind !== 'investment') return;
  add(books.byAsset, line.account.slice(0, ASSET_DIGITS));
  add(books.byProject, `${books.objectives.projectOf(line.action)}|${row ?? UNASSIGNED_ROW}`);
}

/** Prefixes of fixed assets in J4 and T5 are no longer. */
const ASSET_DIGITS = 3;

/** Lines that stand in the same places of every schema, as one of them with the figures of all. */
interface LineGroup {
  readonly line: BudgetLine;
  readonly figures: Float64Array;
}

const NOTHING = '';

/** However many lines there are, places are few: each is looked up once. */
function groupLines(lines: readonly BudgetLine[], facts: YearsFacts): Iterable<LineGroup> {
  const groups = new Map<string, LineGroup>();
  const figures = new Float64Array(MEASURES.length);
  for (const line of lines) {
    const of = facts.get(line.year);
    if (!of) continue;
    measure(line, of, figures);
    const { entity, year, account, action, policyField, kind, direction, counterparty } = line;
    const key = `${account}|${action ?? NOTHING}|${policyField ?? NOTHING}|${year}|${entity}|${kind ?? NOTHING}|${direction ?? NOTHING}|${counterparty ?? NOTHING}`;
    const group = groups.get(key);
    if (!group) groups.set(key, { line, figures: figures.slice() });
    else {
      const held = group.figures;
      for (let at = 0; at < held.length; at += 1) held[at] = (held[at] ?? 0) + (figures[at] ?? 0);
    }
  }
  return groups.values();
}

function addLine(books: Books, placements: Placements, { line, figures }: LineGroup): void {
  const { kind, flow, row } = placements.of(line);
  if (kind === null || flow === null) return;
  const { group } = books;
  const body = group.bodyOf(line.entity);
  if (body !== null && isEliminated(line, group)) return;
  if (body !== null) {
    books.byBody.add(String(body), line.year, kind, flow, figures);
    if (row !== null) books.byBodyRow.add(`${body} ${row}`, line.year, kind, flow, figures);
  }
  const unit = group.unitOf(line.entity);
  books.byUnit.add(String(unit), line.year, kind, flow, figures);
  if (row !== null) books.byUnitRow.add(`${unit} ${row}`, line.year, kind, flow, figures);
  const debt = kind === 'financing' ? debtAccount(line.account) : null;
  if (debt) books.byDebt.add(`${unit} ${debt.term} ${debt.sort}`, line.year, kind, flow, figures);
  if (body !== null) addToReport(books, line, { kind, flow, row }, figures);
}

export interface BooksInput {
  readonly ledger: Ledger;
  readonly nodes: readonly PlanNode[];
  /** Overrules the set that follows from the year. */
  readonly set?: SchemaSet;
}

/** Adds the lines up; null when there are neither lines nor a balance that names its year. */
export function booksOf({ ledger, nodes, set }: BooksInput): Books | null {
  const facts = factsByYear(ledger.lines);
  const balanceYears = new Set(ledger.balance.flatMap(({ year }) => year ?? []));
  const report = reportOf(facts, balanceYears, set);
  if (!report) return null;
  const group = groupOf(ledger);
  const tally = (): Tally => new Tally();
  const books: Books = {
    report,
    group,
    facts,
    objectives: objectivesOf(nodes),
    domains: domainsOf(ledger.domains),
    stocks: new BalanceStocks(ledger, group, report.year),
    byObjective: tally(),
    byDomain: tally(),
    byRow: tally(),
    byBody: tally(),
    byBodyRow: tally(),
    byUnit: tally(),
    byUnitRow: tally(),
    byDebt: tally(),
    byAsset: tally(),
    byProject: tally(),
  };
  const placements = new Placements(ledger.overrides);
  for (const group of groupLines(ledger.lines, facts)) addLine(books, placements, group);
  return books;
}
