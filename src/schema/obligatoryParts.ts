import type { PlanDocument } from '../plan/document';
import { both, type Phrase } from '../plan/phrase';
import type { DocumentKind, SchemaName, SchemaSet } from '../plan/vocabulary';

/** A schema the law wants in a report of a kind. `always`: every board has figures for it; the others may have nothing to show. */
export interface ObligatorySchema {
  readonly schema: SchemaName;
  readonly always: boolean;
}

/** A part of the notes that is no schema, and the words by which it is known. */
export interface ObligatoryText {
  readonly name: Phrase;
  readonly words: RegExp;
  /** Only as a title: the words also occur in other texts. */
  readonly asTitle?: true;
  /** The same part kept as figures. */
  readonly figures?: (document: PlanDocument) => boolean;
}

const always = (...names: readonly SchemaName[]): readonly ObligatorySchema[] =>
  names.map((schema) => ({ schema, always: true }));
const whereUsed = (...names: readonly SchemaName[]): readonly ObligatorySchema[] =>
  names.map((schema) => ({ schema, always: false }));

/**
 * Source: the models of policy reports of the Flemish minister (ministerial decree of 26 June 2018 for the 2020 set; BBC 3.0 for plans
 * from 2026). T3 lists investment projects and T5 the movements behind the balance sheet: a board may have none. A policy plan of the
 * board's own making has no obligatory parts.
 */
const SCHEMAS: Readonly<
  Record<Exclude<DocumentKind, 'policyPlan'>, Readonly<Record<SchemaSet, readonly ObligatorySchema[]>>>
> = {
  annualAccounts: {
    '2020': [...always('J1', 'J2', 'J3', 'J4', 'J5', 'T1', 'T2', 'T4'), ...whereUsed('T3', 'T5')],
    '3.0': always('J1', 'J2', 'J3', 'J4', 'J5', 'T1', 'T2', 'T3'),
  },
  multiYearPlan: {
    '2020': [...always('M1', 'M2', 'M3', 'T1', 'T2', 'T4'), ...whereUsed('T3')],
    '3.0': always('M1', 'M2', 'M3', 'T1', 'T2', 'T3'),
  },
};

/** The schemas that the law wants in this report; none for a document that is no report. */
export function obligatorySchemas({ kind, schemaSet }: PlanDocument['document']): readonly ObligatorySchema[] {
  return kind === 'policyPlan' || schemaSet === null ? [] : SCHEMAS[kind][schemaSet];
}

/** The parts of the notes to the accounts (decree of 30 March 2018 on the policy and management cycle) that are words or lists. */
const NOTES: readonly ObligatoryText[] = [
  { name: both('de financiële risico’s', 'the financial risks'), words: /financi[eë]le risico/i, asTitle: true },
  {
    name: both('de waarderingsregels', 'the valuation rules'),
    words: /waarderingsregel/i,
    asTitle: true,
  },
  {
    name: both('de verklaring van de verschillen', 'the explanation of differences'),
    words:
      /materi[eë]le verschillen|verschillen? tussen|verklaring van (?:de )?\p{L}* ?verschillen|analyse en toelichting/iu,
  },
  {
    name: both(
      'de rechten en verplichtingen die niet in de balans staan',
      'the rights and commitments that are not on the balance sheet',
    ),
    words: /niet in de balans opgenomen|buiten ?balans/i,
    figures: ({ offBalance }) => offBalance.length > 0,
  },
  {
    name: both(
      'de verwijzing naar de documentatie met de lijst van acties',
      'the reference to the documentation with the list of actions',
    ),
    words: /documentatie|lijst van (?:alle )?acties|overzicht van (?:alle )?(?:acties|actieplannen)/i,
  },
];

/** What else the notes hold: known for accounts only. */
export const obligatoryTexts = ({ kind }: PlanDocument['document']): readonly ObligatoryText[] =>
  kind === 'annualAccounts' ? NOTES : [];
