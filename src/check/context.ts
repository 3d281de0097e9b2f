import type { PlanDocument, PlanNode, Statement } from '../plan/document';
import type { Language } from '../plan/finding';
import { statusByCode, type StatusTerm, type StatusVocabulary } from '../plan/status';
import type { SchemaName } from '../plan/vocabulary';
import { rollUp, type Rollup } from '../figures/amounts';
import { reconcile, type Reconciliation } from '../figures/reconciliation/reconciliation';
import type { PlanTree } from '../figures/tree';
import { relationsOf } from '../schema/relations';
import type { Relation } from '../schema/relations/relation';
import { auditIdentities, type Audit } from './audit';
import type { Check } from './check';
import { statusesInForce, type CheckSettings } from './settings';

/** What checks share: made once per run, each part when it is first asked for. */
export interface CheckContext {
  readonly settings: CheckSettings;
  /** Every status that counts, whatever level it is laid on. */
  readonly statuses: StatusVocabulary;
  readonly language: Language;
  /** Words of our own within a figure, in the language of the run. */
  readonly say: (nl: string, en: string) => string;
  readonly tree: PlanTree;
  readonly rollup: Rollup;
  readonly reconciliation: Reconciliation;
  readonly audit: Audit;
  readonly statements: (schema: SchemaName) => readonly Statement[];
  readonly relations: (statement: Statement) => readonly Relation[];
  /** What the status of a node means; null without an evaluation or with an unknown status. */
  readonly meaningOf: (node: PlanNode) => StatusTerm['meaning'] | null;
}

function lazy<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** Relations follow from the rows; statements are immutable, so they are worked out once per list of rows. */
const knownRelations = new WeakMap<Statement['rows'], readonly Relation[]>();

function relationsOnce(statement: Statement): readonly Relation[] {
  const known = knownRelations.get(statement.rows) ?? relationsOf(statement);
  knownRelations.set(statement.rows, known);
  return known;
}

/** Context for running `checks` on a document. `localise`: look for the figure behind sums that do not close. */
export function createContext(document: PlanDocument, settings: CheckSettings, checks: readonly Check[], localise: boolean, language: Language = 'nl'): CheckContext {
  const rollup = lazy(() => rollUp(document));
  const reconciliation = lazy(() => reconcile(document, settings.thresholds));
  const statuses = statusesInForce(settings);
  const audit = lazy(() => auditIdentities(checks.flatMap((check) => check.identities?.(document, context) ?? []), localise, language));
  const context: CheckContext = {
    settings,
    statuses,
    language,
    say: (nl, en) => (language === 'nl' ? nl : en),
    get tree() {
      return rollup().tree;
    },
    get rollup() {
      return rollup();
    },
    get reconciliation() {
      return reconciliation();
    },
    get audit() {
      return audit();
    },
    statements: (schema) => document.statements.filter((statement) => statement.schema === schema),
    relations: relationsOnce,
    meaningOf: (node) => (node.evaluation ? (statusByCode(statuses, node.evaluation.status)?.meaning ?? null) : null),
  };
  return context;
}
