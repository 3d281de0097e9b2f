import { DEFAULT_THRESHOLDS } from '../../check/settings';
import type { Conflict } from '../../changes/merge/conflict';
import { findingIn } from '../../check/run/together';
import { reconcile } from '../../figures/reconciliation/reconciliation';
import type { VerdictThresholds } from '../../figures/reconciliation/verdict';
import type { PlanDocument } from '../../plan/document';
import { dormantExplanations, NO_EXPLANATIONS, type Explanations } from '../../plan/explanation';
import type { Finding, Language } from '../../plan/finding';
import { allStatuses, type LevelStatuses } from '../../plan/followUp';
import { DEFAULT_STATUSES, type StatusVocabulary } from '../../plan/status';
import type { OutlineProfile } from '../../read/outline/profile';
import type { Reading } from '../../read/source';
import { changeSheet } from '../changes/changeSheet';
import { changeList } from '../changes/changeTable';
import { contentSum } from '../checkedState';
import { creditSheet, creditTable } from '../credits';
import { dashboardSheet } from '../dashboard';
import { findingSheet, findingTable, type PlaceIndex } from '../findings';
import { indicatorSheets } from '../indicatorSheets';
import { ledgerSheets } from '../ledgerSheets';
import { LISTS } from '../names';
import { planSheet } from '../planSheet';
import { planTable } from '../planTable';
import { planView, type PlanView } from '../planView';
import { reconciliationSheet } from '../reconciliation/sheet';
import { reconciliationTable } from '../reconciliation/table';
import { sourceIndex, sourceSheet } from '../sourceSheet';
import type { SheetSpec } from '../spec';
import { startSheet } from '../start';
import { stateSheet, STATE_FORMAT, type BoardSettings, type WorkbookState } from '../state';
import { statementSheet } from '../statementSheet';
import { figureFinder } from '../statementLayout';
import { statementViews, type StatementView } from '../statementTable';
import { levelStatusLists } from '../statusLists';
import { nameDocuments, type OtherPlan } from '../ends';
import { together, togetherSheets } from '../together/together';
import { transferSheet, transferTable } from '../transfers';

export interface BuildOptions {
  /** The board's own list of statuses. */
  readonly statuses?: StatusVocabulary;
  readonly language?: Language;
  /** What users wrote about findings, by key of the finding. */
  readonly explanations?: Explanations;
  readonly settings?: BoardSettings;
  /** Name of the file the document was read from. */
  readonly name?: string;
  /** The document as it was imported, when `reading` holds edits on top of it. */
  readonly imported?: PlanDocument;
  /** Other plans that belong in the same workbook. Links between documents stand in the documents. */
  readonly others?: readonly OtherPlan[];
  /** Profiles of plans that users of this board made. */
  readonly profiles?: readonly OutlineProfile[];
  /** What could not be decided when this version was merged in. */
  readonly conflicts?: readonly Conflict[];
  /** What the version is called that changes are counted from: with it comes the sheet of changes, when there are any. */
  readonly changesSince?: string;
}

/** Every sheet of the workbook, in order. `findings` are those of the checks; those of the reading come along by themselves. */
export function buildSheets(
  reading: Reading,
  findings: readonly Finding[],
  options: BuildOptions = {},
): readonly SheetSpec[] {
  const { document, lines } = reading;
  const { others = [], imported = document, explanations = NO_EXPLANATIONS } = options;
  const statuses = statusesOf(options);
  const entity = document.document.entity?.name ?? '';
  const source = sourceIndex(lines);
  const view = planView(document, allStatuses(statuses), imported);
  const parts = together(view, nameDocuments(view, source, others));
  const statements = statementViews(document, imported, view, source);
  const all = allFindings(findings, document, others);
  const places: PlaceIndex = { plan: view, statements, source, others: parts.documents.slice(1) };
  const contents: readonly SheetSpec[] = [
    planSheet(view, planTable(view, source), statuses, entity),
    creditSheet(creditTable(view, source), entity),
    transferSheet(document, transferTable(document, source), source, entity),
    ...reconciliationSheets(view, statements, options.settings?.thresholds ?? DEFAULT_THRESHOLDS, entity),
    ...statements.map((statement) => statementSheet(statement, document)),
  ];
  const sheets: readonly SheetSpec[] = [
    ...contents,
    ...togetherSheets(view, parts, statuses, entity),
    ...indicatorSheets(parts.documents, entity),
    ...ledgerSheets(document.ledger, entity),
    findingSheet(findingTable(all, places, explanations), entity, contentSum(contents)),
    ...changeSheets(imported, view, statuses, options.changesSince, entity),
    dashboardSheet(view, statements, all, explanations, entity),
    sourceSheet(lines, entity),
    ...others.map((other, index) => sourceSheet(other.lines, entity, index + 2, other.document.document.title)),
  ];
  return [
    startSheet({
      document,
      others: others.map((other) => other.document),
      statuses,
      statements,
      findings: all,
      explanations,
      sheets: sheets.map(({ name }) => name),
    }),
    ...sheets,
    stateSheet(stateOf(document, all, options), [
      [LISTS.documents, parts.documents.map(({ name }) => name)],
      ...levelStatusLists(statuses),
    ]),
  ];
}

const statusesOf = ({ statuses, settings }: BuildOptions): LevelStatuses => ({
  board: statuses ?? DEFAULT_STATUSES,
  byLevel: settings?.levelStatuses ?? {},
});

const allFindings = (
  findings: readonly Finding[],
  document: PlanDocument,
  others: readonly OtherPlan[],
): readonly Finding[] =>
  unique([
    ...findings,
    ...document.findings,
    ...others.flatMap((other) => other.document.findings.map((finding) => findingIn(other.document, finding))),
  ]);

/** None when no year is closed. */
function reconciliationSheets(
  view: PlanView,
  statements: readonly StatementView[],
  thresholds: VerdictThresholds,
  entity: string,
): readonly SheetSpec[] {
  const reconciliation = reconcile(view.document, thresholds);
  const table = reconciliationTable(view, reconciliation.lines, thresholds);
  return table ? [reconciliationSheet(view, table, reconciliation, figureFinder(statements), entity)] : [];
}

/** None when nobody asked for it, or nothing changed. */
function changeSheets(
  imported: PlanDocument,
  view: PlanView,
  statuses: LevelStatuses,
  since: string | undefined,
  entity: string,
): readonly SheetSpec[] {
  if (since === undefined || imported === view.document) return [];
  const changes = changeList(imported, view, allStatuses(statuses), since);
  return changes.model.rows.length > 0 ? [changeSheet(changes, entity)] : [];
}

/** What the workbook remembers. `findings`: those that have an answer on the sheet Controle. */
function stateOf(document: PlanDocument, findings: readonly Finding[], options: BuildOptions): WorkbookState {
  const { others = [], profiles = [], conflicts = [], settings, name, explanations = NO_EXPLANATIONS } = options;
  const dormant = dormantExplanations(explanations, new Set(findings.map(({ key }) => key)));
  return {
    format: STATE_FORMAT,
    document: options.imported ?? document,
    ...(others.length > 0 && { others: others.map((other) => other.imported ?? other.document) }),
    settings: {
      statuses: statusesOf(options).board,
      language: options.language ?? 'nl',
      ...(settings && { checks: settings }),
      ...(profiles.length > 0 && { profiles }),
    },
    lineage: [{ title: document.document.title, lines: document.lines.total, ...(name !== undefined && { name }) }],
    ...(Object.keys(dormant).length > 0 && { dormant }),
    ...(conflicts.length > 0 && { conflicts }),
  };
}

/** Checks and reading may report the same thing: the first word counts. */
function unique(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ key }) => !seen.has(key) && seen.add(key));
}
