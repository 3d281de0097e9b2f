import { conflictFindings } from '../check/run/conflicts';
import { isReport, type PlanDocument } from '../plan/document';
import type { Language } from '../plan/finding';
import { matchBoard } from '../plan/board';
import { inOrder } from '../check/run/run';
import { DEFAULT_SETTINGS } from '../check/settings';
import type { OutlineProfile } from '../read/outline/profile';
import type { Reading } from '../read/source';
import { assemble } from '../figures/links/assemble';
import { mergeIntoBook, versionName } from '../sheets/merging/mergeIntoBook';
import { editsOf } from '../sheets/readBack/edits';
import type { SheetSpec } from '../sheets/spec';
import { buildSheets } from '../sheets/workbook/workbook';
import { allFindings } from './findings';
import type { FormerBook } from './formerBook';

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
  const merged = mergeIntoBook(readings, former, putTogether);
  const [main, ...rest] = merged.readings;
  const settings = former.settings ?? DEFAULT_SETTINGS;
  const {
    conflicts,
    documents: [first, ...others],
  } = merged;
  const documents = [first, ...others].map(({ document }) => document);
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
