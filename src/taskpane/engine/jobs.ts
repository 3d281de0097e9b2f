import { recheck } from '../../check/recheck';
import { inOrder, runChecks } from '../../check/run';
import type { CheckSettings } from '../../check/settings';
import type { PlanDocument } from '../../plan/document';
import type { Finding, Language } from '../../plan/finding';
import { success, type Result } from '../../plan/result';
import { readSource } from '../../read/read';
import type { ReadFailure } from '../../read/source';
import type { WorkbookContent } from '../../sheets/content';
import type { SheetSpec } from '../../sheets/spec';
import { buildSheets } from '../../sheets/workbook';
import { writeXlsxFile } from '../../workbook/file/write';
import type { Book } from '../book';
import type { BookInput, Checked, InputFile, ReadPhase } from '../engine';
import { bookFromContent } from './openBook';
import { sharing } from './sharing';

interface LastCheck {
  readonly document: PlanDocument;
  readonly options: string;
  readonly findings: readonly Finding[];
}

let last: LastCheck | null = null;

/** What readers and checks have to say of a document, each finding once, gravest first. After an edit only what it can touch is checked again. */
export function checkDocument(document: PlanDocument, settings: CheckSettings, language: Language): readonly Finding[] {
  const options = JSON.stringify([settings, language]);
  const known = last?.options === options ? last : null;
  const shared = known ? sharing(known.document, document) : document;
  const findings = known ? recheck(known.findings, known.document, shared, { language, settings }) : runChecks(shared, { language, settings });
  last = { document: shared, options, findings };
  return inOrder([...document.findings, ...findings]);
}

/** Reads a file and checks what it holds; `report` hears each phase before it starts. */
export async function readFile(
  { name, bytes }: InputFile,
  settings: CheckSettings,
  language: Language,
  report: (phase: ReadPhase) => void,
): Promise<Result<Checked, ReadFailure>> {
  report('reading');
  const reading = await readSource(bytes, { name, language, vocabulary: settings.statuses });
  if (!reading.ok) return reading;
  report('checking');
  return success({ reading: reading.value, findings: checkDocument(reading.value.document, settings, language) });
}

/** The sheets of a book; what the user changed is in them, and what was imported is remembered beside it. */
export function bookSheets({ book, findings, language }: BookInput): readonly SheetSpec[] {
  const { document, imported, lines, explanations, settings, name } = book;
  const { statuses, ...checks } = settings;
  return buildSheets({ document, lines }, findings, { statuses, settings: checks, language, name, imported, explanations });
}

/** The workbook of a book as the bytes of an .xlsx file. */
export const bookFile = (input: BookInput): Promise<Uint8Array> => writeXlsxFile(bookSheets(input));

export const openBook = (content: WorkbookContent): Result<Book | null, ReadFailure> => bookFromContent(content);
