import type { Conflict } from '../changes/merge/conflict';
import { withAnswers } from '../changes/merge/answer';
import { answerOf, conflictFindings, MERGE_CONFLICT } from '../check/conflicts';
import { NO_EXPLANATIONS, type Explanations } from '../plan/explanation';
import { isReport, type PlanDocument } from '../plan/document';
import { matchBoard } from '../plan/board';
import { inOrder } from '../check/run';
import { DEFAULT_SETTINGS, statusesInForce, type CheckSettings } from '../check/settings';
import type { OutlineProfile } from '../read/outline/profile';
import type { Reading } from '../read/source';
import { assemble } from '../figures/links/assemble';
import { sourceLines } from '../sheets/readBack/sourceLines';
import {
  conflictsFromWorkbook,
  documentFromWorkbook,
  explanationsFromWorkbook,
  importedFromWorkbook,
  profilesFromWorkbook,
  settingsFromWorkbook,
} from '../sheets/readBack';
import { editsOf } from '../sheets/edits';
import type { WorkbookContent } from '../sheets/content';
import type { SheetSpec } from '../sheets/spec';
import { buildSheets } from '../sheets/workbook';
import { readXlsxFile } from '../workbook/file/read';
import { allFindings } from './findings';
import type { Invocation } from './command';
import { mergeReadings, type FormerDocument } from './mergeBook';
import type { Host } from './host';
import { STANDARD_INPUT } from './input';

/** What users wrote and set in the workbook that is to be replaced: it goes on in the new one. */
export interface FormerBook {
  readonly explanations: Explanations;
  readonly settings: CheckSettings | null;
  readonly profiles: readonly OutlineProfile[];
  /** In the order of the workbook. */
  readonly documents: readonly FormerDocument[];
  /** What was not decided when a version was merged into it before. */
  readonly conflicts: readonly Conflict[];
  /** The file itself: what users added to its sheets beside what these are read for; null when there is none. */
  readonly bytes: Uint8Array | null;
}

const NOTHING: FormerBook = {
  explanations: NO_EXPLANATIONS,
  settings: null,
  profiles: [],
  documents: [],
  conflicts: [],
  bytes: null,
};

export async function formerBook(target: string, host: Host): Promise<FormerBook> {
  const file = target === STANDARD_INPUT ? null : await host.readFile(target);
  const content = file?.ok ? await readXlsxFile(file.value) : null;
  return file?.ok && content?.ok ? formerOf(content.value, file.value) : NOTHING;
}

/** What users wrote and set in a workbook, and made of its documents. */
export function formerOf(content: WorkbookContent, bytes: Uint8Array): FormerBook {
  const read = documentFromWorkbook(content);
  const imported = importedFromWorkbook(content);
  const edited = read.ok ? [read.value.document, ...(read.value.others ?? [])] : [];
  return {
    explanations: explanationsFromWorkbook(content),
    settings: settingsFromWorkbook(content),
    profiles: profilesFromWorkbook(content),
    documents: imported.flatMap((document, index) =>
      edited[index] ? [{ imported: document, edited: edited[index], lines: sourceLines(content, index + 1) }] : [],
    ),
    conflicts: conflictsFromWorkbook(content),
    bytes: imported.length > 0 ? bytes : null,
  };
}

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

/** The sheets of one workbook for documents that belong together, with links proposed between them and what users said before carried over. */
export function bookOfReadings(
  readings: Readings,
  former: FormerBook,
  profiles: readonly OutlineProfile[],
  { language }: Invocation,
): BookOfReadings {
  const merged = mergeReadings(readings, former.documents);
  const [main, ...rest] = merged.readings;
  const settings = former.settings ?? DEFAULT_SETTINGS;
  const mergedOf = (read: PlanDocument): PlanDocument =>
    read === main.document
      ? withAnswers(merged.mergedOf(read), answersOf(former), statusesInForce(settings))
      : merged.mergedOf(read);
  const [first, ...others] = assemble([main.document, ...rest.map(({ document }) => document)], mergedOf);
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
