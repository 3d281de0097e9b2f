import type { PlanDocument, Statement } from '../../plan/document';
import type { Explanations } from '../../plan/explanation';
import type { Finding } from '../../plan/finding';
import type { DocumentKind, SchemaName, SchemaSet } from '../../plan/vocabulary';
import { isOpen } from './findingList';

/** A schema of the set that goes with the document: as it is in the report, and what the checks say of it. */
export interface SchemaState {
  readonly schema: SchemaName;
  readonly statement: Statement | null;
  readonly openErrors: number;
  readonly openAttentions: number;
  readonly answered: number;
}

/** The schemas each kind of document holds, per legal set (BBC.md, "Two schema sets live side by side"). */
const SCHEMAS: Readonly<Record<DocumentKind, Readonly<Record<SchemaSet, readonly SchemaName[]>>>> = {
  annualAccounts: {
    '2020': ['J1', 'J2', 'J3', 'J4', 'J5', 'T1', 'T2', 'T3', 'T4', 'T5'],
    '3.0': ['J1', 'J2', 'J3', 'J4', 'J5', 'T1', 'T2', 'T3', 'T5'],
  },
  multiYearPlan: { '2020': ['M1', 'M2', 'M3', 'T1', 'T2', 'T3', 'T4'], '3.0': ['M1', 'M2', 'M3', 'T1', 'T2', 'T3'] },
  policyPlan: { '2020': [], '3.0': [] },
};

/** Boards plan and report in the set of 2020 until a report says otherwise. */
const USUAL_SET: SchemaSet = '2020';

/** Every schema the document could hold, in legal order, with those it holds beyond them at the end. */
export function schemaOverview(
  document: PlanDocument,
  findings: readonly Finding[],
  explanations: Explanations,
): readonly SchemaState[] {
  const { kind, schemaSet } = document.document;
  const expected = SCHEMAS[kind][schemaSet ?? USUAL_SET];
  const extra = document.statements
    .map(({ schema }) => schema)
    .filter((schema, index, all) => !expected.includes(schema) && all.indexOf(schema) === index);
  return [...expected, ...extra].map((schema) => {
    const own = findings.filter(({ place }) => place.schema === schema);
    const open = own.filter((finding) => isOpen(finding, explanations));
    return {
      schema,
      statement: document.statements.find((statement) => statement.schema === schema) ?? null,
      openErrors: open.filter(({ severity }) => severity === 'error').length,
      openAttentions: open.filter(({ severity }) => severity === 'attention').length,
      answered: own.length - open.length,
    };
  });
}

export const agrees = ({ statement, openErrors }: SchemaState): boolean => statement !== null && openErrors === 0;
