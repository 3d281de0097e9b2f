import { ledgerDocument } from '../../src/figures/accounts/document';
import type { PlanDocument, PlanNode, Statement, StatementRow } from '../../src/plan/document';
import type { BudgetLine, Ledger, LedgerEntity, PolicyDomain, TrialBalanceEntry } from '../../src/plan/ledger';
import { FLOWS, KINDS, type Flow, type Kind, type SchemaName } from '../../src/plan/vocabulary';
import { accountPrefixes, accountTarget } from '../../src/schema/accounts';
import { cellsOf } from './cells';
import { jointOf, type Part } from './joint';
import { relax, type Equation } from './solve';

type AmountKey = 'initialCents' | 'finalCents' | 'carriedOverCents' | 'actualCents' | 'planCents';

/** An amount of a line that may still move by some cents. */
interface Variable {
  readonly line: number;
  readonly key: AmountKey;
  readonly cents: number;
}

/** A set of tables that gives the figures of a report. */
export interface DerivedLedger {
  readonly ledger: Ledger;
  readonly nodes: readonly PlanNode[];
  readonly levels: PlanDocument['levels'];
}

const SOURCE = { line: 1, page: null, file: 'lijnen.csv' };
const FIELDS = ['0119', '0200', '0300', '0740', '0900', '0800'];
const GENERAL_FIELD = '0010';
const CENTS = 100;

/** An account of 7 digits for every row of T2. */
const ACCOUNT_OF_ROW: ReadonlyMap<string, string> = new Map<string, string>([
  ...plainAccounts(),
  // Loans of credit institutions, as the reports have.
  ['T2.financing.expenditure.A.1', '4233000'],
  ['T2.financing.receipts.A.1', '1733000'],
]);
function plainAccounts(): readonly (readonly [string, string])[] {
  return FLOWS.flatMap((flow) =>
    [...accountPrefixes(flow)].reverse().map((prefix) => {
      const target = accountTarget(prefix, flow)!;
      return [`T2.${target.kind}.${flow}.${target.path.join('.')}`, prefix.padEnd(7, '0')] as const;
    }),
  );
}

/** Rows that one set prints and the accounts know one level deeper. */
const DEEPER: Readonly<Record<string, string>> = {
  'T2.operating.receipts.A.1': 'T2.operating.receipts.A.1.a',
  'T2.financing.receipts.A': 'T2.financing.receipts.A.1',
};

const statementOf = (document: PlanDocument, schema: SchemaName): Statement | undefined =>
  document.statements.find((statement) => statement.schema === schema);

const eurosAt = (row: StatementRow, column: number): number => Math.round((row.values[column] ?? 0) / CENTS);

/** A leaf of T2 with what a line needs to land there. */
interface Leaf {
  readonly row: StatementRow;
  readonly name: string;
  readonly kind: Kind;
  readonly flow: Flow;
}

/** The rows of T2 with none below them; a dash row is the counterparty of the row above it. */
function leavesOf(statement: Statement): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const open: string[] = [];
  statement.rows.forEach((row, index) => {
    const next = statement.rows[index + 1];
    const depth = row.path.length;
    open.length = Math.max(0, depth - 1);
    const dash = row.path.at(-1) === '-';
    if (row.schemaRow !== null) open[depth - 1] = row.schemaRow;
    else if (dash) open[depth - 1] = row.label;
    if (depth === 0 || (next?.section === row.section && next.path.length > depth)) return;
    const ids = open.filter((name) => name.startsWith('T2.'));
    const labels = open.filter((name) => name !== undefined && !name.startsWith('T2.'));
    const id = ids.at(-1);
    const match = /^T2\.(operating|investment|financing)\.(expenditure|receipts)\./.exec(id ?? '');
    if (!id || !match) return;
    const leaf = DEEPER[id] ?? id;
    // New loans stand behind a dash that is a row of the law.
    const told = leaf === 'T2.financing.receipts.A.1' ? '' : labels.join(' > ');
    leaves.push({
      row,
      name: told === '' ? leaf : `${leaf} - ${told}`,
      kind: match[1] as Kind,
      flow: match[2] as Flow,
    });
  });
  return leaves;
}

class Deriver {
  private readonly lines: BudgetLine[] = [];
  private readonly variables: Variable[] = [];
  private readonly byKey = new Map<string, number>();
  private readonly leaves: readonly Leaf[];
  private readonly domains: readonly string[];
  private readonly fieldOf: ReadonlyMap<string, string>;
  private readonly actions = new Map<string, PlanNode>();
  private readonly is3_0: boolean;
  private readonly isPlan: boolean;

  constructor(private readonly document: PlanDocument) {
    this.is3_0 = document.document.schemaSet === '3.0';
    this.isPlan = document.document.kind === 'multiYearPlan';
    const t2 = statementOf(document, 'T2');
    this.leaves = t2 ? leavesOf(t2) : [];
    const t1 = statementOf(document, 'T1')?.rows ?? [];
    this.domains = [
      ...new Set(t1.filter(({ schemaRow }) => schemaRow?.startsWith('T1.domain.')).map(({ section }) => section)),
    ];
    this.fieldOf = new Map(
      this.domains.map((name, index) => [
        name,
        /^algemene financiering$/i.test(name) ? GENERAL_FIELD : FIELDS[index % FIELDS.length]!,
      ]),
    );
  }

  /** Objectives with an action each, where the report has no plan of its own. */
  plan(): readonly PlanNode[] {
    const rows = [...(statementOf(this.document, 'J1')?.rows ?? []), ...(statementOf(this.document, 'M1')?.rows ?? [])];
    const heads = rows.filter(
      ({ section, label, values }) => /beleidsdoelstelling:/i.test(section) && values.length === 0 && label !== '',
    );
    const seen = new Set<string>();
    return heads.flatMap(({ section, label }): readonly PlanNode[] => {
      const code = section.slice(section.indexOf(':') + 1).trim();
      if (seen.has(code)) return [];
      seen.add(code);
      const base = { priority: true, period: null, evaluation: null, source: SOURCE };
      const objective: PlanNode = {
        ...base,
        id: code,
        code,
        level: 'BD',
        parent: null,
        order: seen.size * 2,
        title: label,
      };
      const own = `AC-${code}`;
      const action: PlanNode = {
        ...base,
        id: own,
        code: own,
        level: 'AC',
        parent: code,
        order: seen.size * 2 + 1,
        title: `Actie van ${code}`,
      };
      this.actions.set(section, action);
      return [objective, action];
    });
  }

  private entityName(): string {
    return this.document.document.entity?.name ?? 'AGB Waterdorp';
  }

  /** The amount on the line with this place, made when there is none. */
  add(
    key: AmountKey,
    year: number,
    flow: Flow,
    kind: Kind,
    objective: string,
    domain: string,
    leaf: string,
    euros: number,
    entity = this.entityName(),
  ): void {
    if (euros === 0) return;
    const [row = '', counterparty] = leaf.split(' - ');
    const place = [entity, year, kind, flow, objective, domain, leaf].join('|');
    let index = this.byKey.get(place);
    if (index === undefined) {
      index = this.lines.length;
      this.byKey.set(place, index);
      this.lines.push({
        entity,
        estimate: `MJP${String(index + 1).padStart(6, '0')}`,
        description: `Lijn ${index + 1}`,
        action: this.actions.get(objective)?.code ?? null,
        account: ACCOUNT_OF_ROW.get(row) ?? row,
        policyField: this.fieldOf.get(domain) ?? GENERAL_FIELD,
        kind,
        direction: flow,
        year,
        initialCents: null,
        finalCents: null,
        carriedOverCents: null,
        actualCents: null,
        planCents: null,
        counterparty: counterparty ?? null,
        source: { ...SOURCE, line: index + 2 },
      });
    }
    this.variables.push({ line: index, key, cents: euros * CENTS });
  }

  private columnAt(schema: SchemaName, year: number, phase: 'actual' | 'plan', last = false): number {
    const columns = statementOf(this.document, schema)?.columns ?? [];
    const fits = (column: number): boolean =>
      columns[column]!.year === year && (this.isPlan || columns[column]!.phase === phase);
    const found = [...columns.keys()].filter(fits);
    return (last ? found.at(-1) : found[0]) ?? -1;
  }

  /** Parts of J1, M1 or T1 in a column: the groups, of a kind where the set tells them apart. */
  private groupParts(schema: 'J1' | 'M1' | 'T1', column: number, kind: Kind, flow: Flow): readonly Part[] {
    const rows = column < 0 ? [] : (statementOf(this.document, schema)?.rows ?? []);
    return rows
      .filter(
        (row) =>
          row.direction === flow &&
          (this.is3_0 || row.kind === kind) &&
          row.values.length > 0 &&
          !row.schemaRow?.startsWith(`${schema}.total`),
      )
      .map((row) => ({ name: row.section, euros: eurosAt(row, column) }));
  }

  private leafParts(column: number, kinds: readonly Kind[], flow: Flow): readonly Part[] {
    if (column < 0) return [];
    return this.leaves
      .filter((leaf) => kinds.includes(leaf.kind) && leaf.flow === flow)
      .map(({ row, name }) => ({ name, euros: eurosAt(row, column) }));
  }

  /** Lines for one column of the report; margins that it does not print are one part. */
  column(
    key: AmountKey,
    year: number,
    columns: { readonly objectives: number; readonly domains: number; readonly leaves: number },
  ): void {
    const schema = this.isPlan ? 'M1' : 'J1';
    for (const flow of FLOWS) {
      for (const kinds of this.is3_0 ? [KINDS] : KINDS.map((kind) => [kind])) {
        const [kind = 'operating'] = kinds;
        const margins = [
          this.groupParts(schema, columns.objectives, kind, flow),
          this.groupParts('T1', columns.domains, kind, flow),
          this.leafParts(columns.leaves, kinds, flow),
        ];
        const sum = Math.max(...margins.map((parts) => parts.reduce((total, { euros }) => total + euros, 0)));
        const fallback = (name: string): readonly Part[] => [{ name, euros: sum }];
        const filled = margins.map((parts, at) =>
          parts.some(({ euros }) => euros !== 0) ? parts : fallback(at === 2 ? plainLeaf(kind, flow) : ''),
        );
        for (const { names, euros } of jointOf(filled)) {
          const [objective = '', domain = '', leaf = ''] = names;
          this.add(key, year, flow, kindOfLeaf(leaf), objective, domain, leaf, euros);
        }
      }
    }
  }

  /** What T1 leaves out of the final credits is carried over, on lines of the domain that can bear it. */
  carried(year: number): void {
    const [credits, kept] = [this.columnAt('J1', year, 'plan'), this.columnAt('T1', year, 'plan')];
    for (const flow of FLOWS) {
      for (const kind of KINDS) {
        const final = this.groupParts('J1', credits, kind, flow);
        const after = this.groupParts('T1', kept, kind, flow);
        const sum = (parts: readonly Part[]): number => parts.reduce((total, { euros }) => total + euros, 0);
        const gap = sum(final) - sum(after);
        const home = after.find(({ euros }) => euros !== 0)?.name ?? this.domains[0] ?? '';
        const parts = after.map((part) => (part.name === home ? { ...part, euros: part.euros + gap } : part));
        const filled = parts.some(({ euros }) => euros !== 0) ? parts : [{ name: home, euros: gap }];
        let left = gap;
        for (const { names, euros } of jointOf([final, filled])) {
          const [objective = '', domain = ''] = names;
          const leaf = plainLeaf(kind, flow);
          this.add('finalCents', year, flow, kind, objective, domain, leaf, euros);
          const carried = domain === home ? Math.min(left, Math.max(0, euros)) : 0;
          this.add('carriedOverCents', year, flow, kind, objective, domain, leaf, carried);
          left -= carried;
        }
      }
    }
  }

  /** J3 is the only place that shows initial credits. */
  initial(year: number): void {
    const j3 = statementOf(this.document, 'J3');
    for (const row of j3?.rows ?? []) {
      if (row.kind === null || row.schemaRow !== `J3.${row.kind}`) continue;
      j3!.columns.forEach(({ phase, direction }, column) => {
        if (phase !== 'initialBudget' || !direction || direction === 'balance') return;
        this.add(
          'initialCents',
          year,
          direction,
          row.kind!,
          '',
          '',
          plainLeaf(row.kind!, direction),
          eurosAt(row, column),
        );
      });
    }
  }

  /** Accounts of a report, and the plan around them. */
  annualAccounts(year: number): void {
    const t2 = statementOf(this.document, 'T2');
    this.column('actualCents', year, {
      objectives: this.columnAt('J1', year, 'actual'),
      domains: this.columnAt('T1', year, 'actual'),
      leaves: this.columnAt('T2', year, 'actual'),
    });
    this.carried(year);
    this.initial(year);
    for (const { year: of, phase } of t2?.columns ?? []) {
      if (of === year && phase === 'actual') continue;
      this.column(phase === 'actual' ? 'actualCents' : 'planCents', of, {
        objectives: -1,
        domains: of === year ? -1 : this.columnAt('T1', of, phase === 'actual' ? 'actual' : 'plan'),
        leaves: this.columnAt('T2', of, phase === 'actual' ? 'actual' : 'plan'),
      });
    }
  }

  multiYearPlan(): void {
    for (const { year } of statementOf(this.document, 'T2')?.columns ?? []) {
      this.column('planCents', year, {
        objectives: this.columnAt('M1', year, 'plan'),
        domains: this.columnAt('T1', year, 'plan'),
        leaves: this.columnAt('T2', year, 'plan'),
      });
    }
    this.others();
  }

  private consolidated(part: string): readonly StatementRow[] {
    return (statementOf(this.document, 'M2')?.rows ?? []).filter(
      ({ schemaRow }) => schemaRow === `M2.consolidated.${part}.entity`,
    );
  }

  /** Bodies that only the consolidated part names: an operating balance that is their margin, and investments for the rest of the result. */
  private others(): void {
    const columns = statementOf(this.document, 'M2')?.columns ?? [];
    const margins = new Map(this.consolidated('II').map((row) => [row.label, row]));
    for (const result of this.consolidated('I').slice(1)) {
      let before: number | null = null;
      for (const [column, { year }] of columns.entries()) {
        if (result.values.length === 0) continue;
        const margin = eurosAt(margins.get(result.label)!, column);
        const moved = before === null ? margin : eurosAt(result, column) - before;
        before = eurosAt(result, column);
        const flowOf = (euros: number): Flow => (euros < 0 ? 'expenditure' : 'receipts');
        const put = (kind: Kind, euros: number): void => {
          this.add(
            'planCents',
            year,
            flowOf(euros),
            kind,
            '',
            '',
            plainLeaf(kind, flowOf(euros)),
            Math.abs(euros),
            result.label,
          );
        };
        put('operating', margin);
        put('investment', moved - margin);
      }
    }
  }

  /** Bodies with figures, the report first, and the result each begins the plan with. */
  private openings(): readonly (readonly [entity: string, cents: number])[] {
    const m2 = statementOf(this.document, 'M2');
    const result = m2?.rows.find(({ schemaRow }) => schemaRow === 'M2.VI')?.values[0] ?? 0;
    const margins = new Map(this.consolidated('II').map((row) => [row.label, row]));
    const others = this.consolidated('I')
      .slice(1)
      .filter(({ values }) => values.length > 0)
      .map(({ label, values }) => [label, (values[0] ?? 0) - (margins.get(label)?.values[0] ?? 0)] as const);
    return [[this.entityName(), result], ...others];
  }

  /** Openings of the plan: 092, whose cents may still move, and the debts. */
  private planBalance(vector: readonly number[]): readonly TrialBalanceEntry[] {
    const year = statementOf(this.document, 'M2')?.columns[0]?.year ?? 0;
    const debt = statementOf(this.document, 'T3')?.rows.find(({ schemaRow }) => schemaRow === 'T3.A.3')?.values[0] ?? 0;
    const free = vector.slice(this.variables.length);
    return [
      ...this.openings().flatMap(([entity], index) => [
        entry(entity, '0920000', year, free[index]!, 0, 0),
        entry(entity, '0930000', year, -free[index]!, 0, 0),
      ]),
      entry(this.entityName(), '1733000', year, -debt, 0, 0),
      entry(this.entityName(), '5500000', year, debt, 0, 0),
    ];
  }

  /** T4 from year to year, from its first opening and what moved: in cents that may still move. */
  private debtBalance(vector: readonly number[], lines: readonly BudgetLine[]): readonly TrialBalanceEntry[] {
    const t4 = statementOf(this.document, 'T4');
    if (!t4) return [];
    const own = this.entityName();
    const free = vector.slice(this.variables.length);
    let [long = 0, current = 0] = free;
    return t4.columns.flatMap(({ year, phase }, column) => {
      const [transfer = 0, short = 0] = free.slice(2 + 2 * column);
      const of = (prefix: string, flow: Flow): number =>
        lines
          .filter((line) => line.year === year && line.direction === flow && line.account.startsWith(prefix))
          .reduce((sum, line) => sum + ((phase === 'actual' ? line.actualCents : line.planCents) ?? 0), 0);
      const [borrowed, paid] = [of('17', 'receipts'), of('42', 'expenditure')];
      const accounts = [
        entry(own, '1733000', year, -long, transfer, borrowed),
        entry(own, '4233000', year, -current, paid, transfer),
        entry(own, '4330000', year, -short, 0, 0),
        entry(own, '5500000', year, long + current + short, borrowed, paid),
      ];
      [long, current] = [long + borrowed - transfer, current - paid + transfer];
      return accounts;
    });
  }

  private debtStart(): readonly number[] {
    const t4 = statementOf(this.document, 'T4');
    const at = (id: string, column: number): number =>
      t4?.rows.find(({ schemaRow }) => schemaRow === id)?.values[column] ?? 0;
    return t4
      ? [
          at('T4.A.1', 0),
          at('T4.B.1', 0),
          ...t4.columns.flatMap((_, column) => [at('T4.B.3', column), at('T4.C', column)]),
        ]
      : [];
  }

  start(): readonly number[] {
    const openings = this.isPlan ? this.openings().map(([, cents]) => cents) : [];
    return [...this.variables.map(({ cents }) => cents), ...openings, ...this.debtStart()];
  }

  private linesOf(vector: readonly number[]): readonly BudgetLine[] {
    const amounts = this.lines.map(() => ({}) as Partial<Record<AmountKey, number>>);
    this.variables.forEach(({ line, key }, index) => {
      const of = amounts[line]!;
      of[key] = (of[key] ?? 0) + vector[index]!;
    });
    return this.lines.map((line, index) => ({ ...line, ...amounts[index] }));
  }

  /** The tables with these amounts. */
  ledger(vector: readonly number[], offBalance: readonly TrialBalanceEntry[]): Ledger {
    const lines = this.linesOf(vector);
    const balance = this.isPlan ? this.planBalance(vector) : [...offBalance, ...this.debtBalance(vector, lines)];
    const domains = this.domains.map((name): PolicyDomain => ({
      policyField: this.fieldOf.get(name)!,
      name,
      source: SOURCE,
    }));
    const [main, ...others] = this.consolidated('I');
    const nothing = { enterpriseNumber: null, address: null, generalDirector: null, financialDirector: null };
    const kind = /provincie/i.test(this.entityName()) ? 'province' : 'agb';
    const entities: readonly LedgerEntity[] = [
      { ...nothing, name: this.entityName(), kind },
      ...(main ? others : []).map(({ label }): LedgerEntity => ({ ...nothing, name: label, kind: 'apb' })),
    ];
    return { lines, balance, domains, entities };
  }
}

const entry = (
  entity: string,
  account: string,
  year: number,
  openingCents: number,
  debitCents: number,
  creditCents: number,
): TrialBalanceEntry => ({
  entity,
  account,
  description: `Rekening ${account}`,
  year,
  openingCents,
  debitCents,
  creditCents,
  closingCents: openingCents + debitCents - creditCents,
  source: { ...SOURCE, file: 'balans.csv' },
});

const PLAIN: Readonly<Record<string, string>> = {
  'operating expenditure': 'T2.operating.expenditure.A.1',
  'operating receipts': 'T2.operating.receipts.A.1.a',
  'investment expenditure': 'T2.investment.expenditure.B.1.a',
  'investment receipts': 'T2.investment.receipts.D',
  'financing expenditure': 'T2.financing.expenditure.A.1',
  'financing receipts': 'T2.financing.receipts.A.1',
};

const plainLeaf = (kind: Kind, flow: Flow): string => PLAIN[`${kind} ${flow}`]!;
const kindOfLeaf = (leaf: string): Kind => leaf.split('.')[1] as Kind;

/** How far, in cents, a figure may lie from its print: less than half a euro, with room for whole cents. */
const SLACK = 44;
const STEP = 1_000_000;

const roundsTo = (cents: number, printed: number): boolean => Math.abs(cents - printed) <= CENTS / 2;

/**
 * Budget lines, trial balance and domains from which every printed figure of these schemas follows. Printed figures are whole euros, each
 * rounded on its own: lines begin at them, and then move by cents until all figures come out.
 */
export function deriveLedger(document: PlanDocument, schemas: readonly SchemaName[]): DerivedLedger {
  const deriver = new Deriver(document);
  const nodes = deriver.plan();
  const { fiscalYear } = document.document;
  if (fiscalYear === null) deriver.multiYearPlan();
  else deriver.annualAccounts(fiscalYear);
  const result = statementOf(document, 'J2')?.rows.find(({ schemaRow }) => schemaRow === 'J2.VI')?.values[0] ?? 0;
  const exact = document.offBalance.find(({ code }) => code === '092')?.balanceCents ?? result;
  const name = document.document.entity?.name ?? '';
  const offBalance = [
    entry(name, '0920000', fiscalYear ?? 0, exact, 0, 0),
    entry(name, '0930000', fiscalYear ?? 0, -exact, 0, 0),
  ];
  const levels = [
    { id: 'BD', name: 'Beleidsdoelstelling', rank: 1 },
    { id: 'AC', name: 'Actie', rank: 2 },
  ];
  const figures = (vector: readonly number[]): ReadonlyMap<string, number> => {
    const ledger = deriver.ledger(vector, offBalance);
    const lines = { total: 0, roles: {}, unrecognised: [] };
    return cellsOf(ledgerDocument({ ledger, nodes, levels, findings: [], lines }), schemas);
  };
  const printed = [...cellsOf(document, schemas)];
  const start = deriver.start();
  const base = figures(start);
  const missing = printed.filter(([cell]) => !base.has(cell)).map(([cell]) => cell);
  if (missing.length > 0) throw new Error(`not computed: ${missing.slice(0, 10).join('\n')}`);
  const terms = printed.map((): [number, number][] => []);
  start.forEach((at, variable) => {
    const moved = figures(start.map((cents, index) => (index === variable ? at + STEP : cents)));
    printed.forEach(([cell], index) => {
      const factor = (moved.get(cell)! - base.get(cell)!) / STEP;
      if (factor !== 0) terms[index]!.push([variable, factor]);
    });
  });
  const equations = printed.flatMap(([cell, cents], index): readonly Equation[] => {
    const of = terms[index]!;
    const constant = base.get(cell)! - of.reduce((sum, [variable, factor]) => sum + factor * start[variable]!, 0);
    if (of.length === 0 && !roundsTo(base.get(cell)!, cents))
      throw new Error(`nothing moves ${cell}: ${base.get(cell)} for ${cents}`);
    return of.length === 0 ? [] : [{ name: cell, wanted: cents - constant, terms: of }];
  });
  const found = relax(start, equations, SLACK).map(Math.round);
  return { ledger: deriver.ledger(found, offBalance), nodes, levels };
}
