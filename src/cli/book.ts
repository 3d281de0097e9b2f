import type { EditedDocument } from '../plan/carryOver';
import { NO_EXPLANATIONS, type Explanations } from '../plan/explanation';
import { isReport, type PlanDocument } from '../plan/document';
import { documentKey } from '../plan/link';
import { matchBoard } from '../plan/board';
import { DEFAULT_SETTINGS, type CheckSettings } from '../check/settings';
import type { OutlineProfile } from '../read/outline/profile';
import type { Reading } from '../read/source';
import { assemble } from '../figures/links/assemble';
import {
  documentFromWorkbook,
  explanationsFromWorkbook,
  importedFromWorkbook,
  profilesFromWorkbook,
  settingsFromWorkbook,
} from '../sheets/readBack';
import type { SheetSpec } from '../sheets/spec';
import { buildSheets } from '../sheets/workbook';
import { readXlsxFile } from '../workbook/file/readXlsx';
import { allFindings } from './findings';
import type { Invocation } from './command';
import type { Host } from './host';
import { STANDARD_INPUT } from './input';

/** What users wrote and set in the workbook that is to be replaced: it goes on in the new one. */
export interface FormerBook {
  readonly explanations: Explanations;
  readonly settings: CheckSettings | null;
  readonly profiles: readonly OutlineProfile[];
  /** By key of the document. */
  readonly documents: ReadonlyMap<string, EditedDocument>;
}

const NOTHING: FormerBook = { explanations: NO_EXPLANATIONS, settings: null, profiles: [], documents: new Map() };

export async function formerBook(target: string, host: Host): Promise<FormerBook> {
  const file = target === STANDARD_INPUT ? null : await host.readFile(target);
  const content = file?.ok ? await readXlsxFile(file.value) : null;
  if (!content?.ok) return NOTHING;
  const read = documentFromWorkbook(content.value);
  const imported = importedFromWorkbook(content.value);
  const edited = read.ok ? [read.value.document, ...(read.value.others ?? [])] : [];
  return {
    explanations: explanationsFromWorkbook(content.value),
    settings: settingsFromWorkbook(content.value),
    profiles: profilesFromWorkbook(content.value),
    documents: new Map(
      imported.flatMap((document, index) =>
        edited[index] ? [[documentKey(document.document), { imported: document, edited: edited[index] }] as const] : [],
      ),
    ),
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
  /** Titles of documents that do not show to be of the board of the first. */
  readonly strangers: readonly string[];
}

/** The sheets of one workbook for documents that belong together, with links proposed between them and what users said before carried over. */
export function bookOfReadings(
  readings: Readings,
  former: FormerBook,
  profiles: readonly OutlineProfile[],
  { language }: Invocation,
): BookOfReadings {
  const [main, ...rest] = readings;
  const [first, ...others] = assemble([main.document, ...rest.map(({ document }) => document)], former.documents);
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
