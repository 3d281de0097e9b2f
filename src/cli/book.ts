import type { Conflict } from '../changes/merge/conflict';
import { withAnswers } from '../changes/merge/answer';
import { answerOf, conflictFindings, MERGE_CONFLICT } from '../check/run/conflicts';
import { isReport, type PlanDocument } from '../plan/document';
import type { Language } from '../plan/finding';
import { matchBoard } from '../plan/board';
import { inOrder } from '../check/run/run';
import { DEFAULT_SETTINGS, statusesInForce } from '../check/settings';
import type { OutlineProfile } from '../read/outline/profile';
import type { Reading } from '../read/source';
import { assemble } from '../figures/links/assemble';
import { editsOf } from '../sheets/readBack/edits';
import type { SheetSpec } from '../sheets/spec';
import { buildSheets } from '../sheets/workbook/workbook';
import { allFindings } from './findings';
import type { FormerBook } from './formerBook';
import { mergeReadings } from './mergeBook';

export type Readings = readonly [Reading, ...Reading[]];

/** The report first, whatever the order in which the files were named. */
export function inBookOrder(readings: Readings): Readings {
  const [first = readings[0], ...rest] = [...readings].sort(
    (left, right) => Number(isReport(right.document)) - Number(isReport(left.document)),
  );
  return [first, ...rest];
}

export interface BookOfReadings {
  readonly sheets: readonly SheetSpec[];
  readonly documents: readonly PlanDocument[];
  readonly findings: ReturnType<typeof allFindings>;
  /** Titles of reports of the former book that have no place in this one. */
  readonly dropped: readonly string[];
  /** Titles of documents that do not show to be of the board of the first. */
  readonly strangers: readonly string[];
}

/** What a version of a document is called in the list of changes: its title and year, and the plan that its first schema rests on. */
const versionName = ({ document: { title, fiscalYear }, statements }: PlanDocument): string =>
  [title, fiscalYear, statements.find(({ version }) => version !== null)?.version].filter(Boolean).join(' ');

/** What was typed on Controle beside conflicts of an earlier merge, as far as it decides them. */
const answersOf = ({ conflicts, explanations }: FormerBook): Parameters<typeof withAnswers>[1] =>
  conflicts.flatMap((conflict) => {
    const [, said] =
      Object.entries(explanations).find(
        ([key]) => key.startsWith(MERGE_CONFLICT.id) && key.endsWith(`|${conflict.key}`),
      ) ?? [];
    const answer = answerOf(said?.text ?? '');
    return answer === null || conflict.document !== undefined ? [] : [{ conflict, answer }];
  });

/** What is not decided: what this merge found, and what an earlier one did that nobody answered yet. */
function openConflicts(found: readonly Conflict[], { conflicts, explanations }: FormerBook): readonly Conflict[] {
  const now = new Set(found.map(({ key }) => key));
  const keys = new Map(conflicts.map((conflict) => [conflict.key, conflict]));
  const isOpen = ({ key }: Conflict): boolean =>
    !now.has(key) && !Object.keys(explanations).some((answered) => answered.includes(`|${key}`));
  return [...found, ...[...keys.values()].filter(isOpen)];
}

export interface BookOptions {
  readonly language: Language;
  /** How the documents are put together; with links proposed between them unless it is said. */
  readonly putTogether?: typeof assemble;
}

/** The sheets of one workbook for documents that belong together, merged into the one before: what users said and made in it goes on. */
export function bookOfReadings(
  readings: Readings,
  former: FormerBook,
  profiles: readonly OutlineProfile[],
  { language, putTogether = assemble }: BookOptions,
): BookOfReadings {
  const merged = mergeReadings(readings, former.documents);
  const [main, ...rest] = merged.readings;
  const settings = former.settings ?? DEFAULT_SETTINGS;
  const mergedOf = (read: PlanDocument): PlanDocument =>
    read === main.document
      ? withAnswers(merged.mergedOf(read), answersOf(former), statusesInForce(settings))
      : merged.mergedOf(read);
  const [first, ...others] = putTogether([main.document, ...rest.map(({ document }) => document)], mergedOf);
  const documents = [first, ...others].map(({ document }) => document);
  const conflicts = openConflicts(merged.conflicts, former);
  const findings = inOrder([
    ...conflictFindings(first.document, documents.slice(1), conflicts, language),
    ...allFindings(first.document, language, {
      settings,
      others: documents.slice(1),
      ...(former.documents.length > 0 ? { edits: editsOf(first.imported, first.document) } : {}),
    }),
  ]);
  const { statuses, ...checks } = settings;
  const sheets = buildSheets({ ...main, document: first.document }, findings, {
    language,
    explanations: former.explanations,
    ...(former.settings === null ? {} : { statuses, settings: checks }),
    profiles: [...profiles, ...former.profiles.filter(({ id }) => profiles.every((profile) => profile.id !== id))],
    imported: first.imported,
    conflicts,
    ...(former.documents.length > 0 ? { changesSince: versionName(main.document) } : {}),
    others: rest.map((reading, index) => ({ ...reading, ...others[index] })),
  });
  return {
    sheets,
    documents,
    findings,
    dropped: merged.dropped,
    strangers: rest
      .filter((reading) => matchBoard(main.document, reading.document) !== 'same')
      .map((reading) => reading.document.document.title),
  };
}
