import { conflictFindings } from '../../check/run/conflicts';
import { recheck } from '../../check/run/recheck';
import { inOrder, runChecks } from '../../check/run/run';
import type { CheckSettings } from '../../check/settings';
import { findingIn, lostEnds } from '../../check/run/together';
import type { PlanDocument } from '../../plan/document';
import type { Finding, Language } from '../../plan/finding';
import { success, type Result } from '../../plan/result';
import type { Line } from '../../read/lines';
import type { OutlineProfile } from '../../read/outline/profile';
import { readLines, readSource } from '../../read/file/read';
import type { ReadFailure } from '../../read/source';
import type { WorkbookContent } from '../../sheets/content';
import { versionName } from '../../sheets/merging/mergeIntoBook';
import { followUpSheet } from '../../sheets/parts/followUpSheet';
import { editsOf } from '../../sheets/readBack/edits';
import type { SheetSpec } from '../../sheets/spec';
import { buildSheets } from '../../sheets/workbook/workbook';
import { writeXlsxFile } from '../../workbook/file/write';
import { otherDocuments, type Book, type CheckedBook } from '../ports/book';
import type { BookInput, Checked, InputFile, ReadPhase } from '../ports/engine';
import { bookFromContent } from './openBook';
import { sameParts, sharing } from './sharing';

interface LastCheck {
  readonly document: PlanDocument;
  /** As it was read. */
  readonly base: PlanDocument;
  readonly options: string;
  readonly findings: readonly Finding[];
}

let last: LastCheck | null = null;

/** What readers and checks have to say of a document, each finding once, gravest first. After an edit only what it can touch is checked again. */
export function checkBook(book: CheckedBook, settings: CheckSettings, language: Language): readonly Finding[] {
  const { document, imported, cells, conflicts = [] } = book;
  const others = otherDocuments(book);
  const options = JSON.stringify([settings, language]);
  const known = last?.options === options ? last : null;
  const shared = known ? sharing(known.document, document) : document;
  const base = known ? sharing(known.base, imported) : imported;
  const edits = editsOf(base, shared, cells);
  // What is told of an edit depends on what was read: from another document everything is checked.
  const again = known && sameParts(known.base, base);
  const findings = again
    ? recheck(known.findings, known.document, shared, { language, settings, edits })
    : runChecks(shared, { language, settings, edits });
  last = { document: shared, base: again ? known.base : base, options, findings };
  return inOrder([
    ...conflictFindings(document, others, conflicts, language),
    ...document.findings,
    ...findings,
    ...findingsOfOthers(document, others, settings, language),
  ]);
}

/** What readers and checks say of the other plans of the workbook, and of links to them. */
function findingsOfOthers(
  document: PlanDocument,
  others: readonly PlanDocument[],
  settings: CheckSettings,
  language: Language,
): readonly Finding[] {
  if (others.length === 0) return [];
  const read = others.flatMap((other) => other.findings.map((finding) => findingIn(other, finding)));
  return [
    ...read,
    ...lostEnds([document, ...others], language),
    ...others.flatMap((other) => runChecks(other, { settings, language }).map((finding) => findingIn(other, finding))),
  ];
}

/** Reads a file and checks what it holds; `report` hears each phase before it starts. */
export async function readFile(
  { name, bytes }: InputFile,
  settings: CheckSettings,
  language: Language,
  report: (phase: ReadPhase) => void,
  profiles: readonly OutlineProfile[] = [],
): Promise<Result<Checked, ReadFailure>> {
  report('reading');
  const reading = await readSource(bytes, { name, language, vocabulary: settings.statuses, profiles });
  if (!reading.ok) return reading;
  report('checking');
  return success({
    reading: reading.value,
    findings: checkBook({ document: reading.value.document, imported: reading.value.document }, settings, language),
  });
}

/** The lines of a file as they are printed. */
export async function fileLines({ name, bytes }: InputFile): Promise<Result<readonly Line[], ReadFailure>> {
  const source = await readLines(bytes, name);
  return source.ok ? success(source.value.lines) : source;
}

/** The sheets of a book; what the user changed is in them, and what was imported is remembered beside it. */
export function bookSheets({ book, findings, language }: BookInput): readonly SheetSpec[] {
  const {
    document,
    imported,
    lines,
    explanations,
    settings,
    name,
    others = [],
    profiles = [],
    conflicts = [],
    followUp,
  } = book;
  const { statuses, ...checks } = settings;
  const sheets = buildSheets({ document, lines }, findings, {
    statuses,
    settings: checks,
    language,
    name,
    imported,
    explanations,
    others,
    profiles,
    conflicts,
    changesSince: versionName(imported),
  });
  // What the workbook keeps to itself stands last.
  return followUp ? sheets.toSpliced(-1, 0, followUpSheet(followUp, document.document.entity?.name ?? '')) : sheets;
}

/** The workbook of a book as the bytes of an .xlsx file. */
export const bookFile = (input: BookInput): Promise<Uint8Array> => writeXlsxFile(bookSheets(input));

export const openBook = (content: WorkbookContent): Result<Book | null, ReadFailure> => bookFromContent(content);
