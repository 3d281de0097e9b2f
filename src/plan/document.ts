import type { Cents } from './money';
import type {
  AmountSchema,
  Direction,
  DocumentKind,
  Kind,
  Phase,
  Revision,
  SchemaName,
  SchemaSet,
  Unit,
} from './vocabulary';
import type { DataTable } from './dataTable';
import type { Finding } from './finding';
import type { Indicator } from './indicator';
import type { Ledger } from './ledger';
import type { Link } from './link';
import type { ReviewItem } from './review';

export const DOCUMENT_FORMAT = 'planboek/document@1';

/** A place in the source: 1-based line, and the printed page number where the page prints one. */
export interface Source {
  readonly line: number;
  readonly page: number | null;
  /** Where it stands on its page; absent for a source without pages of its own. */
  readonly box?: Box;
  /** Name of the file, where a document comes from several. */
  readonly file?: string;
}

/** Left, top, right and bottom edge in points, from the top left of the page. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** ISO dates, both inclusive. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export interface Entity {
  readonly name: string;
  readonly enterpriseNumber: string | null;
  readonly address: string | null;
}

export interface Officers {
  readonly generalDirector: string | null;
  readonly financialDirector: string | null;
}

export interface DocumentInfo {
  readonly kind: DocumentKind;
  readonly title: string;
  readonly fiscalYear: number | null;
  readonly schemaSet: SchemaSet | null;
  readonly entity: Entity | null;
  readonly planPeriod: Period | null;
  readonly officers: Officers;
}

/** A level of the plan is data, never an enum: boards have BD > AP > AC, SD > TD > OD > resultaat, ... Rank 1 is the top. */
export interface Level {
  readonly id: string;
  readonly name: string;
  readonly rank: number;
}

/** status: code of the board's vocabulary, or `unknown` with the printed phrase in statusText. text: paragraphs separated by an empty line. */
export interface Evaluation {
  readonly status: string;
  readonly statusText: string;
  readonly text: string;
}

export interface PlanNode {
  readonly id: string;
  readonly code: string | null;
  readonly level: string;
  readonly parent: string | null;
  /** Place among all nodes in printed order, from 0. Printed order is not code order. */
  readonly order: number;
  readonly title: string;
  readonly priority: boolean | null;
  readonly period: Period | null;
  readonly evaluation: Evaluation | null;
  /** Labelled parts of the node, as printed: "Centrale vraag: ..."; absent when it has none. */
  readonly fields?: readonly NodeField[];
  readonly source: Source;
}

export interface NodeField {
  readonly name: string;
  readonly text: string;
  readonly source: Source;
}

/** One printed cell. cents null never stands for zero: a cell that is not printed has no Amount at all, or null when its row is. */
export interface Amount {
  /** Node id; null for the plan total. */
  readonly node: string | null;
  readonly year: number;
  readonly kind: Kind;
  readonly direction: Direction;
  readonly phase: Phase;
  readonly cents: Cents | null;
  readonly unit: Unit;
  readonly schema: AmountSchema;
  readonly version: string | null;
  /** Only where versions of the plan stand beside each other. */
  readonly revision?: Revision;
  /** From 1: another line of credits on the node, beside what is printed there. Absent for what a report prints. */
  readonly line?: number;
  readonly source: Source;
}

export interface StatementColumn {
  readonly year: number;
  readonly phase: Phase;
  /** Only where a schema splits its columns by direction (J3). */
  readonly direction?: Direction;
  /** Only where versions of the plan stand beside each other: Referentie, Wijziging, Nieuw. */
  readonly revision?: Revision;
  /** Only where a schema has a part per entity. */
  readonly entity?: string;
  /** What the column is called where year and phase do not tell it (T5: "Aankopen"). */
  readonly label?: string;
}

export interface StatementRow {
  /** Heading the row stands under, as printed; '' when the schema has none there. */
  readonly section: string;
  /** The printed markers from the section down: ['I', 'a'], ['A', '3', 'b', '-']; [] for a row without a marker. */
  readonly path: readonly string[];
  readonly label: string;
  readonly depth: number;
  /** Cents per column of the statement; [] for a row printed without figures; null for a cell that is not printed. */
  readonly values: readonly (Cents | null)[];
  readonly node: string | null;
  readonly kind: Kind | null;
  readonly direction: Direction | null;
  /** The row of the legal schema that it is, by id ("J2.margin.III"); null when it is none. */
  readonly schemaRow: string | null;
  readonly source: Source;
}

/** A plan or accounts file that a report names as its basis ("Andere gebruikte dossiers"). */
export interface Dossier {
  readonly role: string;
  readonly name: string;
  readonly year: number | null;
  readonly reference: string;
}

export interface Statement {
  readonly schema: SchemaName;
  readonly title: string;
  /** The ledger numbers in the head of this schema: the plan version belongs to the schema, not to the report. */
  readonly version: string | null;
  readonly columns: readonly StatementColumn[];
  readonly rows: readonly StatementRow[];
  readonly dossiers: readonly Dossier[];
  readonly unit: Unit;
  /** Computed from budget lines or a trial balance, and printed nowhere. */
  readonly computed?: true;
  readonly source: Source;
}

/** One line of a list of credits carried over to the next year. */
export interface Transfer {
  readonly id: string;
  readonly estimate: string | null;
  /** Text of the estimate, with its references. */
  readonly description: string;
  /** Why the credit moves, as printed after the id: "Overdracht naar 2025". */
  readonly reason: string;
  readonly entity: string;
  readonly kind: Kind;
  readonly direction: Direction;
  readonly objective: string | null;
  readonly actionPlan: string | null;
  /** Code of the action. */
  readonly node: string | null;
  readonly account: string | null;
  readonly policyDomain: string | null;
  readonly policyField: string | null;
  readonly accountName: string | null;
  readonly policyDomainName: string | null;
  readonly policyFieldName: string | null;
  readonly fromYear: number;
  readonly toYear: number;
  readonly transactionCreditCents: Cents;
  readonly amountCents: Cents;
  /** Other estimates the description refers to, in the order they are named. */
  readonly references: readonly string[];
  readonly source: Source;
}

/** A total printed under a list of transfers. direction balance = "Resultaat". */
export interface TransferTotal {
  readonly kind: Kind;
  readonly direction: Direction;
  readonly scope: 'entity' | 'total';
  readonly year: number | null;
  readonly amountCents: Cents;
  readonly source: Source;
}

export interface OffBalanceRow {
  /** Account 0..., or TOTAAL. */
  readonly code: string;
  readonly debitCents: Cents;
  readonly creditCents: Cents;
  readonly balanceCents: Cents;
  /** null when the printed labels cannot be aligned to the codes; they are then kept in offBalanceLabels. */
  readonly label: string | null;
  readonly source: Source;
}

/** A booking printed under an off-balance account ("2022000015 Openingspost"). */
export interface OffBalanceEntry {
  /** Code of the account it is printed under. */
  readonly account: string;
  readonly reference: string;
  readonly description: string;
  readonly debitCents: Cents;
  readonly creditCents: Cents;
  readonly balanceCents: Cents;
  readonly source: Source;
}

export interface DepreciationTerm {
  readonly group: string;
  readonly category: string;
  readonly item: string;
  /** Whole years; null when the term is "-" or words. */
  readonly years: number | null;
  readonly term: string;
  readonly source: Source;
}

export interface Participation {
  readonly name: string;
  readonly cents: Cents;
  readonly source: Source;
}

/** A part of the report that is prose: kept as headings and paragraphs. */
export interface TextSection {
  readonly title: string;
  /** Node the text is printed under; absent for a part of the document itself. */
  readonly node?: string;
  readonly blocks: readonly {
    readonly role: 'heading' | 'paragraph' | 'item';
    readonly text: string;
    readonly line: number;
  }[];
  readonly source: Source;
}

/** An announced part of the report: "Geen niet-prioritaire acties" and the like, and covers of schemas. */
export interface Announcement {
  readonly text: string;
  readonly node: string | null;
  readonly schema: SchemaName | null;
  readonly source: Source;
}

export interface LineAccount {
  /** Non-blank lines of the source. */
  readonly total: number;
  /** How many lines had which role; sums to total. */
  readonly roles: Readonly<Record<string, number>>;
  /** 1-based numbers of the lines no reader recognised. */
  readonly unrecognised: readonly number[];
}

/** Everything one source file holds. Its JSON form is the published contract `planboek/document@1`. */
export interface PlanDocument {
  readonly format: typeof DOCUMENT_FORMAT;
  readonly document: DocumentInfo;
  readonly levels: readonly Level[];
  readonly nodes: readonly PlanNode[];
  readonly amounts: readonly Amount[];
  readonly statements: readonly Statement[];
  readonly transfers: readonly Transfer[];
  readonly transferTotals: readonly TransferTotal[];
  readonly offBalance: readonly OffBalanceRow[];
  readonly offBalanceEntries: readonly OffBalanceEntry[];
  readonly offBalanceLabels: readonly string[];
  readonly depreciation: readonly DepreciationTerm[];
  readonly participations: readonly Participation[];
  readonly indicators: readonly Indicator[];
  readonly links: readonly Link[];
  /** Tables that are no legal schema; absent when there are none. */
  readonly tables?: readonly DataTable[];
  /** What the reader was not sure of; absent when it was sure of everything. */
  readonly reviews?: readonly ReviewItem[];
  /** Budget lines and trial balance that the statements are computed from; absent when there are none. */
  readonly ledger?: Ledger;
  readonly texts: readonly TextSection[];
  readonly announcements: readonly Announcement[];
  readonly lines: LineAccount;
  readonly findings: readonly Finding[];
}

/** A report rather than a plan: what prints amounts or legal schemas. A workbook is about one of those. */
export const isReport = ({ amounts, statements }: PlanDocument): boolean => amounts.length > 0 || statements.length > 0;
