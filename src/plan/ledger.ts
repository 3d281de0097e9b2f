import type { Source } from './document';
import type { Cents } from './money';
import type { Flow, Kind } from './vocabulary';

/** What a row of a table holds beyond the columns that are known, by its heading in the file. */
export type ExtraColumns = Readonly<Record<string, string>>;

/** One estimate (raming) of one year: where it belongs in plan, accounts and policy fields, and its amounts per phase. */
export interface BudgetLine {
  /** '' where the file names none. */
  readonly entity: string;
  readonly estimate: string | null;
  readonly description: string;
  /** Code of the action; null without an objective. */
  readonly action: string | null;
  readonly account: string;
  readonly policyField: string | null;
  /** As the file says; null leaves it to the account. */
  readonly kind: Kind | null;
  readonly direction: Flow | null;
  readonly year: number;
  readonly initialCents: Cents | null;
  readonly finalCents: Cents | null;
  readonly carriedOverCents: Cents | null;
  readonly actualCents: Cents | null;
  readonly planCents: Cents | null;
  /** By whom or to whom, as T2 prints it behind a dash; a deeper dash after " > ". */
  readonly counterparty: string | null;
  readonly extra?: ExtraColumns;
  readonly source: Source;
}

/** One account of a trial balance; debit is positive in opening and closing. */
export interface TrialBalanceEntry {
  readonly entity: string;
  readonly account: string;
  readonly description: string;
  /** null where the file names none: the financial year of the lines. */
  readonly year: number | null;
  readonly openingCents: Cents | null;
  readonly debitCents: Cents | null;
  readonly creditCents: Cents | null;
  readonly closingCents: Cents | null;
  readonly extra?: ExtraColumns;
  readonly source: Source;
}

/** The board's own grouping of policy fields, for T1. */
export interface PolicyDomain {
  readonly policyField: string;
  readonly name: string;
  readonly source: Source;
}

/** The kinds of bodies that report together or are consolidated. */
export const ENTITY_KINDS = ['municipality', 'ocmw', 'district', 'province', 'agb', 'apb', 'other'] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

export interface LedgerEntity {
  readonly name: string;
  readonly kind: EntityKind;
  readonly enterpriseNumber: string | null;
  readonly address: string | null;
  readonly generalDirector: string | null;
  readonly financialDirector: string | null;
}

/** A board's own place for an account, before that of the law: a row of T2 by flow, or of J4, J5 or T5. */
export interface AccountOverride {
  readonly prefix: string;
  readonly side: Flow | 'debit' | 'credit';
  /** Id of a row of a legal schema, such as "T2.operating.expenditure.A.1". */
  readonly row: string;
}

/** What the accounts are computed from. */
export interface Ledger {
  readonly lines: readonly BudgetLine[];
  readonly balance: readonly TrialBalanceEntry[];
  readonly domains: readonly PolicyDomain[];
  readonly entities: readonly LedgerEntity[];
  readonly overrides?: readonly AccountOverride[];
  /** What a file calls its columns, by file and by our own name of the column. */
  readonly headings?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
