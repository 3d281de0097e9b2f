import { DEFAULT_THRESHOLDS } from '../../check/settings';
import type { Conflict } from '../../changes/merge/conflict';
import { findingIn } from '../../check/run/together';
import { reconcile } from '../../figures/reconciliation/reconciliation';
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
import { findingSheet, findingTable } from '../findings';
import { indicatorSheets } from '../indicatorSheets';
import { ledgerSheets } from '../ledgerSheets';
import { LISTS } from '../names';
import { planSheet } from '../planSheet';
import { planTable } from '../planTable';
import { planView } from '../planView';
import { reconciliationSheet } from '../reconciliation/sheet';
import { reconciliationTable } from '../reconciliation/table';
import { sourceIndex, sourceSheet } from '../sourceSheet';
import type { SheetSpec } from '../spec';
import { startSheet } from '../start';
import { stateSheet, STATE_FORMAT, type BoardSettings } from '../state';
import { statementSheet } from '../statementSheet';
import { figureFinder } from '../statementLayout';
import { statementViews } from '../statementTable';
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
  const { others = [], profiles = [], conflicts = [], settings } = options;
  const statuses: LevelStatuses = {
    board: options.statuses ?? DEFAULT_STATUSES,
    byLevel: settings?.levelStatuses ?? {},
  };
  const entity = document.document.entity?.name ?? '';
  const source = sourceIndex(lines);
  const view = planView(document, allStatuses(statuses), options.imported ?? document);
  const parts = together(view, nameDocuments(view, source, others));
  const statements = statementViews(document, options.imported ?? document, view, source);
  const all = unique([
    ...findings,
    ...document.findings,
    ...others.flatMap((other) => other.document.findings.map((finding) => findingIn(other.document, finding))),
  ]);
  const explanations = options.explanations ?? NO_EXPLANATIONS;
  const dormant = dormantExplanations(explanations, new Set(all.map(({ key }) => key)));
  const plan = planTable(view, source);
  const credits = creditTable(view, source);
  const thresholds = settings?.thresholds ?? DEFAULT_THRESHOLDS;
  const reconciliation = reconcile(document, thresholds);
  const creditLines = reconciliationTable(view, reconciliation.lines, thresholds);
  const { imported = document, changesSince } = options;
  const changes =
    changesSince === undefined || imported === document
      ? null
      : changeList(imported, view, allStatuses(statuses), changesSince);
  const contents: readonly SheetSpec[] = [
    planSheet(view, plan, statuses, entity),
    creditSheet(credits, entity),
    transferSheet(document, transferTable(document, source), source, entity),
    ...(creditLines ? [reconciliationSheet(view, creditLines, reconciliation, figureFinder(statements), entity)] : []),
    ...statements.map((statement) => statementSheet(statement, document)),
  ];
  const sheets: readonly SheetSpec[] = [
    ...contents,
    ...togetherSheets(view, parts, statuses, entity),
    ...indicatorSheets(parts.documents, entity),
    ...ledgerSheets(document.ledger, entity),
    findingSheet(
      findingTable(all, { plan: view, statements, source, others: parts.documents.slice(1) }, explanations),
      entity,
      contentSum(contents),
    ),
    ...(changes && changes.model.rows.length > 0 ? [changeSheet(changes, entity)] : []),
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
    stateSheet(
      {
        format: STATE_FORMAT,
        document: options.imported ?? document,
        ...(others.length > 0 ? { others: others.map((other) => other.imported ?? other.document) } : {}),
        settings: {
          statuses: statuses.board,
          language: options.language ?? 'nl',
          ...(settings ? { checks: settings } : {}),
          ...(profiles.length > 0 ? { profiles } : {}),
        },
        lineage: [
          {
            title: document.document.title,
            lines: document.lines.total,
            ...(options.name === undefined ? {} : { name: options.name }),
          },
        ],
        ...(Object.keys(dormant).length === 0 ? {} : { dormant }),
        ...(conflicts.length === 0 ? {} : { conflicts }),
      },
      [[LISTS.documents, parts.documents.map(({ name }) => name)], ...levelStatusLists(statuses)],
    ),
  ];
}

/** Checks and reading may report the same thing: the first word counts. */
function unique(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ key }) => !seen.has(key) && seen.add(key));
}
