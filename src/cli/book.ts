import { isReport, type PlanDocument } from '../plan/document';
import type { Language } from '../plan/finding';
import { matchBoard } from '../plan/board';
import { DEFAULT_SETTINGS } from '../check/settings';
import type { OutlineProfile } from '../read/outline/profile';
import type { Reading } from '../read/source';
import { assemble } from '../figures/links/assemble';
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
  /** Titles of documents that do not show to be of the board of the first. */
  readonly strangers: readonly string[];
}

/** The sheets of one workbook for documents that belong together, with links proposed between them and what users said before carried over; `putTogether` says how. */
export function bookOfReadings(
  readings: Readings,
  former: FormerBook,
  profiles: readonly OutlineProfile[],
  { language }: { readonly language: Language },
  putTogether: typeof assemble = assemble,
): BookOfReadings {
  const [main, ...rest] = readings;
  const [first, ...others] = putTogether([main.document, ...rest.map(({ document }) => document)], former.documents);
  const documents = [first, ...others].map(({ document }) => document);
  const settings = former.settings ?? DEFAULT_SETTINGS;
  const findings = allFindings(first.document, language, { settings, others: documents.slice(1) });
  const { statuses, ...checks } = settings;
  const sheets = buildSheets({ ...main, document: first.document }, findings, {
    language,
    explanations: former.explanations,
    ...(former.settings === null ? {} : { statuses, settings: checks }),
    profiles: [...profiles, ...former.profiles.filter(({ id }) => profiles.every((profile) => profile.id !== id))],
    imported: first.imported,
    others: rest.map((reading, index) => ({ ...reading, ...others[index] })),
  });
  return {
    sheets,
    documents,
    findings,
    strangers: rest
      .filter((reading) => matchBoard(main.document, reading.document) !== 'same')
      .map((reading) => reading.document.document.title),
  };
}
