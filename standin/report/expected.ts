import type {
  Amount,
  Evaluation,
  Period,
  PlanNode,
  Statement,
  StatementColumn,
  StatementRow,
  Transfer,
  TransferTotal,
} from '../../src/plan/document';

/** What reading the report must give: the parts of the document that the generator decides, without lines and pages. */
export interface ExpectedReport {
  readonly entityName: string;
  readonly enterpriseNumber: string;
  readonly address: string;
  readonly fiscalYear: number;
  readonly planPeriod: Period;
  readonly nodes: readonly (Pick<
    PlanNode,
    'id' | 'code' | 'level' | 'parent' | 'order' | 'title' | 'priority' | 'period'
  > & {
    readonly evaluation: Pick<Evaluation, 'status' | 'statusText' | 'text'> | null;
  })[];
  readonly amounts: readonly Pick<Amount, 'node' | 'year' | 'kind' | 'direction' | 'phase' | 'cents'>[];
  readonly statements: readonly ExpectedStatement[];
  readonly transfers: readonly Omit<Transfer, 'source'>[];
  readonly transferTotals: readonly Omit<TransferTotal, 'source'>[];
}

export type ExpectedRow = Pick<StatementRow, 'section' | 'path' | 'label' | 'values' | 'node' | 'kind' | 'direction'>;

export interface ExpectedStatement extends Pick<Statement, 'schema' | 'title' | 'version'> {
  readonly columns: readonly StatementColumn[];
  readonly rows: readonly ExpectedRow[];
}
