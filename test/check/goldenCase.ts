import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type {
  Amount,
  OffBalanceEntry,
  OffBalanceRow,
  PlanDocument,
  PlanNode,
  Statement,
  TextSection,
  Transfer,
  TransferTotal,
} from '../../src/plan/document';
import { DOCUMENT_FORMAT } from '../../src/plan/document';
import type { Place, Severity } from '../../src/plan/finding';
import type { Indicator } from '../../src/plan/indicator';
import type { Link } from '../../src/plan/link';
import type { Direction, DocumentKind, Kind, Phase, Revision, SchemaName } from '../../src/plan/vocabulary';
import type { Edits } from '../../src/check/edits';
import type { CheckSettings } from '../../src/check/settings';
import { derivationsOf } from '../../src/figures/follow/derivations';
import { follow } from '../../src/figures/follow/follow';
import { editsOf } from '../../src/sheets/readBack/edits';
import { identifyRows, type PrintedRow } from '../../src/schema/rows/identify';
import { ledgerDocument } from '../../src/figures/accounts/document';
import { gridOfCsv } from '../../src/read/lines/csv';
import { readTables } from '../../src/read/lines/tables';
import { readReport } from '../../src/read/report/report';

/** What a golden case expects of the findings of its check: the sentence as a user reads it, and what else is told. */
export interface ExpectedFinding {
  /** In Dutch, with its remedy. */
  readonly message: string;
  readonly check?: string;
  readonly severity?: Severity;
  readonly place?: Partial<Place>;
  readonly figures?: Readonly<Record<string, unknown>>;
}

type AmountEntry = readonly [
  node: string | null,
  kind: Kind,
  direction: Direction,
  phase: Phase,
  euro: number,
  year?: number,
];
type NodeEntry = Partial<PlanNode> & Pick<PlanNode, 'id'> & { readonly status?: string; readonly text?: string };
type RowEntry = readonly [
  section: string,
  path: string,
  label: string,
  euros: readonly (number | null)[],
  more?: Partial<PrintedRow>,
];
type StatementEntry = Partial<Omit<Statement, 'rows' | 'columns'>> & {
  readonly schema: SchemaName;
  readonly columns: readonly (readonly [
    year: number,
    phase: Phase,
    direction?: Direction | null,
    revision?: Revision,
  ])[];
  readonly rows: readonly RowEntry[];
};
type TextEntry = { readonly title: string; readonly paragraphs: readonly string[] };

/** A golden case: parts of a document in a short form, or the lines of a report, and what is expected. */
export interface GoldenCase {
  readonly about: string;
  /** Lines of a report; [text, times] for a line too long to print. */
  readonly report?: readonly (string | readonly [text: string, times: number])[];
  readonly kind?: DocumentKind;
  readonly fiscalYear?: number | null;
  readonly planPeriod?: PlanDocument['document']['planPeriod'];
  readonly nodes?: readonly NodeEntry[];
  readonly amounts?: readonly AmountEntry[];
  readonly statements?: readonly StatementEntry[];
  readonly transfers?: readonly (Partial<Transfer> & Pick<Transfer, 'id'> & { readonly euro: number })[];
  readonly transferTotals?: readonly (Pick<TransferTotal, 'kind' | 'direction' | 'scope' | 'year'> & {
    readonly euro: number;
  })[];
  readonly offBalance?: readonly (readonly [
    code: string,
    debit: number,
    credit: number,
    balance: number,
    account?: string,
  ])[];
  readonly participations?: readonly (readonly [name: string, euro: number])[];
  readonly texts?: readonly TextEntry[];
  readonly announcements?: readonly { readonly text: string; readonly node?: string; readonly schema?: SchemaName }[];
  readonly indicators?: readonly (Partial<Indicator> & Pick<Indicator, 'name'>)[];
  readonly links?: readonly (Partial<Link> & Pick<Link, 'from' | 'to'>)[];
  readonly tables?: PlanDocument['tables'];
  /** Tables of budget lines and the like, as the rows of a csv. */
  readonly ledger?: Readonly<Record<string, readonly string[]>>;
  readonly settings?: Partial<CheckSettings>;
  /** Credits after an edit of the workbook, in euro. */
  readonly edited?: readonly AmountEntry[];
  readonly expect?: readonly ExpectedFinding[];
}

export const GOLDEN = path.resolve(__dirname, '../golden/check');

export function readGoldenCase(check: string, name: 'fires' | 'neighbour'): GoldenCase | null {
  const file = path.join(GOLDEN, check, `${name}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as GoldenCase) : null;
}

const cents = (euro: number): number => Math.round(euro * 100);
const FISCAL_YEAR = 2024;
const LEVEL_NAMES = { BD: 'Beleidsdoelstelling', AP: 'Actieplan', AC: 'Actie' } as const;
const LEVELS = Object.keys(LEVEL_NAMES);

function nodesOf(entries: readonly NodeEntry[]): readonly PlanNode[] {
  return entries.map(({ status, text, ...entry }, order) => ({
    code: entry.id,
    level: LEVELS.find((level) => entry.id.startsWith(level)) ?? 'AC',
    parent: null,
    order,
    title: `Titel van ${entry.id}`,
    priority: true,
    period: { from: '2020-01-01', to: '2025-12-31' },
    evaluation: status === undefined ? null : { status, statusText: status, text: text ?? '' },
    source: { line: 10 * (order + 1), page: null },
    ...entry,
  }));
}

const amountsOf = (entries: readonly AmountEntry[], fiscalYear: number): readonly Amount[] =>
  entries.map(([node, kind, direction, phase, euro, year = fiscalYear], index) => ({
    node,
    year,
    kind,
    direction,
    phase,
    cents: cents(euro),
    unit: 'euro',
    schema: 'evaluation',
    version: null,
    source: { line: 1000 + index, page: null },
  }));

function statementsOf(entries: readonly StatementEntry[]): readonly Statement[] {
  return entries.map(({ rows, columns, ...entry }, position) => {
    const start = 10_000 * (position + 1);
    return {
      title: entry.schema,
      version: null,
      dossiers: [],
      unit: 'euro',
      source: { line: start, page: null },
      ...entry,
      columns: columns.map(([year, phase, direction, revision]) => ({
        year,
        phase,
        ...(direction ? { direction } : {}),
        ...(revision ? { revision } : {}),
      })),
      rows: identifyRows(
        entry.schema,
        rows.map(([section, markers, label, euros, more], index) => ({
          section,
          path: markers === '' ? [] : markers.split('.'),
          label,
          depth: 0,
          values: euros.map((euro) => (euro === null ? null : cents(euro))),
          node: null,
          kind: null,
          direction: null,
          source: { line: start + index + 1, page: null },
          ...more,
        })),
      ),
    };
  });
}

const transfersOf = (entries: NonNullable<GoldenCase['transfers']>, fiscalYear: number): readonly Transfer[] =>
  entries.map(({ euro, ...entry }, index) => ({
    estimate: `MJP${entry.id}`,
    description: '',
    reason: '',
    entity: 'AGB',
    kind: 'investment',
    direction: 'expenditure',
    objective: null,
    actionPlan: null,
    node: null,
    account: '2350000',
    policyDomain: '01',
    policyField: '0119',
    accountName: null,
    policyDomainName: null,
    policyFieldName: null,
    fromYear: fiscalYear,
    toYear: fiscalYear + 1,
    transactionCreditCents: cents(euro),
    amountCents: cents(euro),
    references: [],
    source: { line: 50_000 + index, page: null },
    ...entry,
  }));

type OffBalanceLine = NonNullable<GoldenCase['offBalance']>[number];

const offBalanceOf = (entries: readonly OffBalanceLine[]): readonly OffBalanceRow[] =>
  entries.flatMap(([code, debit, credit, balance, account], index) =>
    account !== undefined
      ? []
      : [
          {
            code,
            debitCents: cents(debit),
            creditCents: cents(credit),
            balanceCents: cents(balance),
            label: null,
            source: { line: 60_000 + index, page: null },
          },
        ],
  );

const offBalanceEntriesOf = (entries: readonly OffBalanceLine[]): readonly OffBalanceEntry[] =>
  entries.flatMap(([reference, debit, credit, balance, account], index) =>
    account === undefined
      ? []
      : [
          {
            account,
            reference,
            description: 'Openingspost',
            debitCents: cents(debit),
            creditCents: cents(credit),
            balanceCents: cents(balance),
            source: { line: 60_000 + index, page: null },
          },
        ],
  );

const textsOf = (entries: readonly TextEntry[]): readonly TextSection[] =>
  entries.map(({ title, paragraphs }, section) => ({
    title,
    blocks: paragraphs.map((text, index) => ({ role: 'paragraph', text, line: 70_000 + 100 * section + index })),
    source: { line: 70_000 + 100 * section, page: null },
  }));

const BARE_INDICATOR: Omit<Indicator, 'id' | 'name' | 'source'> = {
  node: null,
  kind: 'indicator',
  unit: null,
  frequency: null,
  dueYears: [],
  target: null,
  service: null,
  measures: [],
};
const BARE_LINK: Omit<Link, 'id' | 'from' | 'to' | 'source'> = {
  fromDocument: null,
  toDocument: null,
  kind: 'worksOut',
  state: 'confirmed',
  weight: null,
  reason: null,
  evidence: null,
};

/** The document a golden case stands for. What it leaves out is empty. */
export function documentOf(golden: GoldenCase): PlanDocument {
  if (golden.report) {
    const reading = readReport(
      golden.report.map((line) => (typeof line === 'string' ? line : line[0].repeat(line[1]))).join('\n'),
    );
    if (!reading) throw new Error(`not a report: ${golden.about}`);
    return reading.document;
  }
  if (golden.ledger) {
    const grids = Object.entries(golden.ledger).map(([name, rows]) => gridOfCsv(rows.join('\n'), name));
    return ledgerDocument(readTables(grids));
  }
  const fiscalYear = golden.fiscalYear === undefined ? FISCAL_YEAR : golden.fiscalYear;
  const year = fiscalYear ?? FISCAL_YEAR;
  return {
    format: DOCUMENT_FORMAT,
    document: {
      kind: golden.kind ?? 'annualAccounts',
      title: 'Jaarrekening',
      fiscalYear,
      schemaSet: '2020',
      entity: null,
      planPeriod: golden.planPeriod === undefined ? { from: '2020-01-01', to: '2025-12-31' } : golden.planPeriod,
      officers: { generalDirector: null, financialDirector: null },
    },
    levels: Object.entries(LEVEL_NAMES).map(([id, name], index) => ({ id, name, rank: index + 1 })),
    nodes: nodesOf(golden.nodes ?? []),
    amounts: amountsOf(golden.amounts ?? [], year),
    statements: statementsOf(golden.statements ?? []),
    transfers: transfersOf(golden.transfers ?? [], year),
    transferTotals: (golden.transferTotals ?? []).map(({ euro, ...total }, index) => ({
      ...total,
      amountCents: cents(euro),
      source: { line: 55_000 + index, page: null },
    })),
    offBalance: offBalanceOf(golden.offBalance ?? []),
    offBalanceEntries: offBalanceEntriesOf(golden.offBalance ?? []),
    offBalanceLabels: [],
    depreciation: [],
    participations: (golden.participations ?? []).map(([name, euro], index) => ({
      name,
      cents: cents(euro),
      source: { line: 65_000 + index, page: null },
    })),
    indicators: (golden.indicators ?? []).map((indicator, index) => ({
      ...BARE_INDICATOR,
      id: `i${index}`,
      source: { line: 90_000 + index, page: null },
      ...indicator,
    })),
    links: (golden.links ?? []).map((link, index) => ({
      ...BARE_LINK,
      id: `l${index}`,
      source: { line: 95_000 + index, page: null },
      ...link,
    })),
    ...(golden.tables ? { tables: golden.tables } : {}),
    texts: textsOf(golden.texts ?? []),
    announcements: (golden.announcements ?? []).map(({ text, node = null, schema = null }, index) => ({
      text,
      node,
      schema,
      source: { line: 80_000 + index, page: null },
    })),
    lines: { total: 0, roles: {}, unrecognised: [] },
    findings: [],
  };
}

/** The document as the workbook holds it after the edits of the case, and what was edited; as it is when there are none. */
export function editedCase(golden: GoldenCase): { readonly document: PlanDocument; readonly edits?: Edits } {
  const base = documentOf(golden);
  if (!golden.edited) return { document: base };
  const after = new Map(
    golden.edited.map(([node, kind, direction, phase, euro, year = FISCAL_YEAR]) => [
      [node, kind, direction, phase, year].join('|'),
      cents(euro),
    ]),
  );
  const amounts = base.amounts.map((amount): Amount => {
    const now = after.get([amount.node, amount.kind, amount.direction, amount.phase, amount.year].join('|'));
    return now === undefined ? amount : { ...amount, cents: now };
  });
  const { document } = follow(base, derivationsOf(base), { ...base, amounts }, () => undefined);
  return { document, edits: editsOf(base, document) };
}
