/** The closed lists of the budget: how an amount is classified. English follows IPSAS 24; the glossary has the Dutch terms. */

/** exploitatie | investeringen | financiering */
export const KINDS = ['operating', 'investment', 'financing'] as const;
export type Kind = (typeof KINDS)[number];

/** uitgaven | ontvangsten: reconciled apart and never added, for receipts that stay out are no saving on expenditure. */
export const FLOWS = ['expenditure', 'receipts'] as const;
export type Flow = (typeof FLOWS)[number];

/** uitgaven | ontvangsten | saldo (= ontvangsten - uitgaven) */
export const DIRECTIONS = [...FLOWS, 'balance'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** jaarrekening | eindkredieten | initiële kredieten | meerjarenplan, in the order reports print them */
export const PHASES = ['actual', 'finalBudget', 'initialBudget', 'plan'] as const;
export type Phase = (typeof PHASES)[number];

/** Referentie | Wijziging | Nieuw: the versions that a changed plan prints beside each other. */
export const REVISIONS = ['reference', 'change', 'new'] as const;
export type Revision = (typeof REVISIONS)[number];

/** How a figure was printed: whole euros, or to the cent. */
export const UNITS = ['euro', 'cent'] as const;
export type Unit = (typeof UNITS)[number];

export const DOCUMENT_KINDS = ['annualAccounts', 'multiYearPlan', 'policyPlan'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** The two legal sets of schemas: plans 2020-2025 and their accounts, and plans from 2026 (BBC 3.0). */
export const SCHEMA_SETS = ['2020', '3.0'] as const;
export type SchemaSet = (typeof SCHEMA_SETS)[number];

export const SCHEMA_NAMES = ['J1', 'J2', 'J3', 'J4', 'J5', 'T1', 'T2', 'T3', 'T4', 'T5', 'M1', 'M2', 'M3'] as const;
export type SchemaName = (typeof SCHEMA_NAMES)[number];

/** Where the finance blocks under the plan nodes stand: not a legal schema, but amounts name it as theirs. */
export const EVALUATION = 'evaluation';
export type AmountSchema = SchemaName | typeof EVALUATION;
