import type { PlanDocument } from '../plan/document';
import { dormantExplanations, NO_EXPLANATIONS, type Explanations } from '../plan/explanation';
import type { Finding, Language } from '../plan/finding';
import type { Link } from '../plan/link';
import { DEFAULT_STATUSES, type StatusVocabulary } from '../plan/status';
import type { Reading } from '../read/source';
import { creditSheet, creditTable } from './credits';
import { dashboardSheet } from './dashboard';
import { findingSheet, findingTable } from './findings';
import { indicatorSheets } from './indicatorSheets';
import { linkSheets } from './linkSheet';
import { planSheet } from './planSheet';
import { planTable } from './planTable';
import { planView } from './planView';
import { reconciliationSheet, reconciliationTable } from './reconciliation';
import { sourceIndex, sourceSheet } from './sourceSheet';
import type { SheetSpec } from './spec';
import { startSheet } from './start';
import { stateSheet, STATE_FORMAT, type BoardSettings } from './state';
import { statementSheet, statementViews } from './statementSheet';
import { togetherSheets } from './together/together';
import { transferSheet, transferTable } from './transfers';

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
  /** Other plans that belong in the same workbook, and links to them. */
  readonly others?: readonly PlanDocument[];
  readonly links?: readonly Link[];
}

/** Every sheet of the workbook of one document, in order. `findings` are those of the checks; those of the reading come along by themselves. */
export function buildSheets(reading: Reading, findings: readonly Finding[], options: BuildOptions = {}): readonly SheetSpec[] {
  const { document, lines } = reading;
  const statuses = options.statuses ?? DEFAULT_STATUSES;
  const entity = document.document.entity?.name ?? '';
  const source = sourceIndex(lines);
  const view = planView(document, statuses);
  const statements = statementViews(document, source);
  const all = unique([...findings, ...document.findings]);
  const explanations = options.explanations ?? NO_EXPLANATIONS;
  const dormant = dormantExplanations(explanations, new Set(all.map(({ key }) => key)));
  const plan = planTable(view, source);
  const credits = creditTable(view, source);
  const reconciliation = reconciliationTable(view);
  const sheets: readonly SheetSpec[] = [
    planSheet(view, plan, entity),
    creditSheet(credits, entity),
    transferSheet(document, transferTable(document, source), source, entity),
    ...(reconciliation ? [reconciliationSheet(view, reconciliation, entity)] : []),
    ...statements.map((statement) => statementSheet(statement, document)),
    ...indicatorSheets(document, view.linkOf, source, entity),
    ...(options.others && options.others.length > 0
      ? togetherSheets(view, options.others, options.links ?? [], source, entity)
      : linkSheets(document, view.linkOf, source, entity)),
    findingSheet(findingTable(all, { plan: view, statements, source }, explanations), entity),
    dashboardSheet(view, statements, all, entity),
    sourceSheet(lines, entity),
  ];
  return [
    startSheet({ document, statuses, statements, findings: all, sheets: sheets.map(({ name }) => name) }),
    ...sheets,
    stateSheet({
      format: STATE_FORMAT,
      document: options.imported ?? document,
      settings: { statuses, language: options.language ?? 'nl', ...(options.settings ? { checks: options.settings } : {}) },
      lineage: [{ title: document.document.title, lines: document.lines.total, ...(options.name === undefined ? {} : { name: options.name }) }],
      ...(Object.keys(dormant).length === 0 ? {} : { dormant }),
    }),
  ];
}

/** Checks and reading may report the same thing: the first word counts. */
function unique(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ key }) => !seen.has(key) && seen.add(key));
}
