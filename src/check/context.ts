import type { PlanDocument, PlanNode, Statement } from '../plan/document';
import { hasConsequences, movesFigures, nodeOf } from '../changes/change';
import { describeFinding, findingKey, type Language, type RawFinding } from '../plan/finding';
import { statusByCode, type StatusTerm, type StatusVocabulary } from '../plan/status';
import type { SchemaName } from '../plan/vocabulary';
import { rollUp, type Rollup } from '../figures/amounts';
import { statementsOf } from '../figures/quantities';
import { reconcile, type Reconciliation } from '../figures/reconciliation/reconciliation';
import type { PlanTree } from '../figures/tree';
import { auditIdentities, brokenAmong, brokenSums, sumKey, type Audit, type CheckedSum, type Judged } from './audit';
import { findCauses, type Causes } from './causeSearch';
import type { Edits } from './edits';
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
  /** What explains sums that do not close, without any figure being wrong. */
  readonly causes: Causes;
  /** What was edited since the document was read; null when nothing is known of that. */
  readonly edits: Edits | null;
  /** What checks of one part against another find only since an edit. */
  readonly contradictions: readonly Contradiction[];
  readonly statements: (schema: SchemaName) => readonly Statement[];
  /** What the status of a node means; null without an evaluation or with an unknown status. */
  readonly meaningOf: (node: PlanNode) => StatusTerm['meaning'] | null;
}

function lazy<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** Context for running `checks` on a document. `localise`: look for the figure behind sums that do not close. */
export function createContext(
  document: PlanDocument,
  settings: CheckSettings,
  checks: readonly Check[],
  localise: boolean,
  language: Language = 'nl',
  edits: Edits | null = null,
): CheckContext {
  const rollup = lazy(() => rollUp(document));
  const reconciliation = lazy(() => reconcile(document, settings.thresholds));
  const statuses = statusesInForce(settings);
  const identitiesOf = (about: PlanDocument, within: CheckContext): readonly CheckedSum[] =>
    checks.flatMap((check) => check.identities?.(about, within) ?? []);
  const read = lazy(() => (edits ? asRead(edits.base, settings, checks, language, identitiesOf) : null));
  const judged = judge(document, () => context, { identitiesOf, checks, settings, localise, language, edits, read });
  const contradictions = lazy(() =>
    contradictionsSince(read()?.contradictions, document, checks, context).filter(({ finding }) =>
      isOfAnEdit(finding, edits),
    ),
  );
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
      return judged.audit();
    },
    get causes() {
      return judged.causes();
    },
    edits,
    get contradictions() {
      return contradictions();
    },
    statements: statementsOf(document),
    meaningOf: (node) => (node.evaluation ? (statusByCode(statuses, node.evaluation.status)?.meaning ?? null) : null),
  };
  return context;
}

/** How the sums of a document are judged. */
interface Judging {
  readonly identitiesOf: (about: PlanDocument, within: CheckContext) => readonly CheckedSum[];
  readonly checks: readonly Check[];
  readonly settings: CheckSettings;
  readonly localise: boolean;
  readonly language: Language;
  readonly edits: Edits | null;
  /** What the document as it was read says of itself; null when nothing was edited. */
  readonly read: () => AsRead | null;
}

/** The sums of a document, judged when they are first asked for: what explains those that do not close, and then the rest. */
function judge(
  document: PlanDocument,
  contextOfIt: () => CheckContext,
  { identitiesOf, checks, settings, localise, language, edits, read }: Judging,
): { readonly causes: () => Causes; readonly audit: () => Audit } {
  const sums = lazy(() => identitiesOf(document, contextOfIt()));
  const contextOf = (about: PlanDocument): CheckContext =>
    about === document ? contextOfIt() : createContext(about, settings, [], false, language);
  const sumsOf = (about: PlanDocument, within = contextOf(about)): readonly CheckedSum[] =>
    about === document ? sums() : identitiesOf(about, within);
  const isOwn = ({ identity }: Judged): boolean => edits === null || read()?.broken.has(sumKey(identity)) === true;
  const brokenIn = (about: PlanDocument, within: CheckContext): readonly Judged[] => brokenAmong(sumsOf(about, within));
  const causes = lazy(() => findCauses(document, checks, { contextOf, brokenIn, isOwn }));
  const audit = lazy(() => auditIdentities(sumsOf(causes().document), localise, language, read()?.broken));
  return { causes, audit };
}

/** What one part of the report says against another, only since an edit: the finding, and its sentence without the remedy. */
export interface Contradiction {
  readonly finding: RawFinding;
  readonly text: string;
}

/** What the checks of one part against another find and did not find when the document was read; nothing when nothing was edited. */
function contradictionsSince(
  known: ReadonlySet<string> | undefined,
  document: PlanDocument,
  checks: readonly Check[],
  context: CheckContext,
): readonly Contradiction[] {
  if (!known) return [];
  return checks
    .filter((check) => check.contradicts)
    .flatMap((check) => [...check.run(document, context)])
    .filter((finding) => !known.has(findingKey(finding)))
    .map((finding) => ({ finding, text: sentenceOf(finding, checks, context.language) }));
}

/** Can it be told with an edit: of the node that was edited, or of no node at all while figures were? */
const isOfAnEdit = ({ place: { node } }: RawFinding, edits: Edits | null): boolean =>
  edits !== null &&
  edits.changes.some(
    (change) => hasConsequences(change) && (node === null ? movesFigures(change) : nodeOf(change) === node),
  );

function sentenceOf(finding: RawFinding, checks: readonly Check[], language: Language): string {
  const check = checks.find(({ id }) => id === finding.check);
  return check ? describeFinding({ ...check, remedy: { nl: '', en: '' } }, finding, language).message : finding.check;
}

/** What the document as it was read says of itself: sums that do not close, and parts that contradict each other. */
interface AsRead {
  readonly broken: ReadonlySet<string>;
  readonly contradictions: ReadonlySet<string>;
}

const knownAsRead = new WeakMap<
  PlanDocument,
  { readonly checks: string; readonly settings: CheckSettings; readonly value: AsRead }
>();

/** A workbook is checked after every edit, against a document that stays the same. */
function asRead(
  base: PlanDocument,
  settings: CheckSettings,
  checks: readonly Check[],
  language: Language,
  identitiesOf: (about: PlanDocument, within: CheckContext) => readonly CheckedSum[],
): AsRead {
  const names = checks.map(({ id }) => id).join(' ');
  const known = knownAsRead.get(base);
  if (known?.checks === names && known.settings === settings) return known.value;
  const within = createContext(base, settings, checks, false, language);
  const found = checks.filter((check) => check.contradicts).flatMap((check) => [...check.run(base, within)]);
  const value = { broken: brokenSums(identitiesOf(base, within)), contradictions: new Set(found.map(findingKey)) };
  knownAsRead.set(base, { checks: names, settings, value });
  return value;
}
