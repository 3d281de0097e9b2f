import { failure, success, type Result } from '../plan/result';
import { documentFromWorkbook } from '../sheets/readBack/readBack';
import type { WorkbookContent } from '../sheets/content';
import { isOurSheet } from '../sheets/names';
import type { Finding } from '../plan/finding';
import type { PlanDocument } from '../plan/document';
import { readXlsxFile } from '../workbook/file/read/readXlsx';
import type { Invocation } from './command';
import type { Host } from './host';
import { loadInput, readFailureText } from './input';

/** A workbook of Planboek as it was saved. */
export interface OpenedBook {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly content: WorkbookContent;
  readonly document: PlanDocument;
  readonly findings: readonly Finding[];
}

/** Opens a workbook of ours; the failure is a sentence. */
export async function openBook(
  file: string,
  { language, texts }: Invocation,
  host: Host,
): Promise<Result<OpenedBook, string>> {
  const input = await loadInput(file, texts, host);
  if (!input.ok) return input;
  const { name, bytes } = input.value;
  const content = await readXlsxFile(bytes, isOurSheet);
  if (!content.ok) return failure(`${name}: ${readFailureText(content.failure, language)}`);
  const read = documentFromWorkbook(content.value);
  if (!read.ok) return failure(`${name}: ${readFailureText(read.failure, language)}`);
  return success({ name, bytes, content: content.value, document: read.value.document, findings: read.value.findings });
}
