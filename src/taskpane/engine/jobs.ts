import { inOrder, runChecks } from '../../check/run';
import type { CheckSettings } from '../../check/settings';
import type { PlanDocument } from '../../plan/document';
import type { Finding, Language } from '../../plan/finding';
import { success, type Result } from '../../plan/result';
import { readSource } from '../../read/read';
import type { ReadFailure } from '../../read/source';
import { buildSheets } from '../../sheets/workbook';
import { writeXlsxFile } from '../../workbook/file/write';
import type { BookInput, Checked, InputFile, ReadPhase } from '../engine';
import { sheetAnswers } from './sheetAnswers';

/** What readers and checks have to say of a document, each finding once, gravest first. */
export function checkDocument(document: PlanDocument, settings: CheckSettings, language: Language): readonly Finding[] {
  return inOrder([...document.findings, ...runChecks(document, { language, settings })]);
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

/** The workbook of a book as the bytes of an .xlsx file. */
export async function buildBook({ reading, findings, explanations, settings, language }: BookInput): Promise<Uint8Array> {
  return writeXlsxFile(buildSheets(reading, findings, { statuses: settings.statuses, language, explanations: sheetAnswers(explanations) }));
}
