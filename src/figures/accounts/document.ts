import {
  DOCUMENT_FORMAT,
  type DocumentInfo,
  type Level,
  type LineAccount,
  type PlanDocument,
  type PlanNode,
  type Statement,
} from '../../plan/document';
import type { Finding } from '../../plan/finding';
import type { Ledger } from '../../plan/ledger';
import type { SchemaSet } from '../../plan/vocabulary';
import { isInternalAccount } from '../../schema/accounts';
import { amountsOf } from './amounts';
import { balanceStatement, resultStatement } from './balanceSheet';
import { booksOf, type Books } from './books';
import { creditStatement } from './credits';
import { debtStatement } from './debt';
import { economicStatement } from './economic';
import { equilibriumStatement } from './equilibrium';
import { assetStatement } from './fixedAssets';
import { domainStatement, objectiveStatement } from './grouped';
import { offBalanceRows } from './offBalance';
import { projectStatement } from './projects';

/** The schemas that a ledger determines, in legal order: those of the accounts of a year, or of a plan. */
export function computedStatements(books: Books, { lines, overrides = [] }: Ledger): readonly Statement[] {
  const isInternal = (account: string): boolean => books.group.eliminates && isInternalAccount(account);
  const has = lines.length > 0;
  return [
    has ? objectiveStatement(books) : null,
    has ? equilibriumStatement(books) : null,
    has ? creditStatement(books) : null,
    balanceStatement(books, overrides),
    resultStatement(books, overrides, isInternal),
    has ? domainStatement(books) : null,
    has ? economicStatement(books) : null,
    has && books.report.set === '2020' ? projectStatement(books) : null,
    has ? debtStatement(books) : null,
    assetStatement(books, overrides),
  ].filter((statement) => statement !== null);
}

/** What a document of tables is made of. */
export interface LedgerInput {
  readonly ledger: Ledger;
  readonly nodes: readonly PlanNode[];
  readonly levels: readonly Level[];
  readonly findings: readonly Finding[];
  readonly lines: LineAccount;
  /** Overrules the legal set that follows from the year. */
  readonly set?: SchemaSet;
  /** Of the report that the lines belong to: its board and officers go before those of the table of entities. */
  readonly info?: DocumentInfo;
}

const TITLES: Readonly<Record<Books['report']['kind'], string>> = {
  annualAccounts: 'Jaarrekening',
  multiYearPlan: 'Meerjarenplan',
};

function infoOf(books: Books | null, { info, set }: LedgerInput): DocumentInfo {
  const main = books?.group.main[0];
  const kind = books?.report.kind ?? 'annualAccounts';
  return {
    kind,
    title: TITLES[kind],
    fiscalYear: books && kind === 'annualAccounts' ? books.report.year : null,
    schemaSet: books?.report.set ?? set ?? null,
    entity: info?.entity ?? (main ? entityOf(main) : null),
    planPeriod: info?.planPeriod ?? (books ? periodOf(books) : null),
    officers: info?.officers ?? officersOf(main),
  };
}

type MainEntity = Books['group']['main'][number];

const officersOf = (main: MainEntity | undefined): DocumentInfo['officers'] => ({
  generalDirector: main?.generalDirector ?? null,
  financialDirector: main?.financialDirector ?? null,
});

const entityOf = ({ name, enterpriseNumber, address }: MainEntity): DocumentInfo['entity'] =>
  name === '' ? null : { name, enterpriseNumber, address };

function periodOf({ report }: Books): DocumentInfo['planPeriod'] {
  const years = [...report.closed, ...report.planned];
  return years.length === 0 ? null : { from: `${Math.min(...years)}-01-01`, to: `${Math.max(...years)}-12-31` };
}

/** The document of budget lines and trial balance: the plan with its amounts, and every schema that they determine. */
export function ledgerDocument(input: LedgerInput): PlanDocument {
  const { ledger, nodes, levels, findings, lines, set } = input;
  const books = booksOf({ ledger, nodes, ...(set ? { set } : {}) });
  return {
    format: DOCUMENT_FORMAT,
    document: infoOf(books, input),
    levels,
    nodes,
    amounts: books ? amountsOf(books, ledger, nodes) : [],
    statements: books ? computedStatements(books, ledger) : [],
    transfers: [],
    transferTotals: [],
    offBalance: books ? offBalanceRows(books, ledger) : [],
    offBalanceEntries: [],
    offBalanceLabels: [],
    depreciation: [],
    participations: [],
    indicators: [],
    links: [],
    ledger,
    texts: [],
    announcements: [],
    lines,
    findings,
  };
}
