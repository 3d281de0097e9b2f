import { compareDocuments, type Comparison } from '../../changes/comparison';
import type { PlanDocument } from '../../plan/document';
import type { Finding, Language } from '../../plan/finding';
import type { Result } from '../../plan/result';
import { readSource } from '../../read/file/read';
import { readProfileText, type OutlineProfile } from '../../read/outline/profile';
import type { Reading } from '../../read/source';
import { writeVerifiedXlsx } from '../../workbook/file/verified';
import { bookOfReadings, inBookOrder } from '../book';
import { allFindings } from '../findings';
import { NO_FORMER_BOOK } from '../formerBook';
import { readFailureText } from '../input';
import { isWorkbook, readSubject } from '../subject';

export type { Comparison, Finding, Language, PlanDocument, Reading };

/** A file that cannot be read, or a workbook that would not hold what it should: the message is a sentence for a user. */
export class PlanboekError extends Error {
  override readonly name = 'PlanboekError';
}

export interface ReadingOptions {
  /** The name of the file, for messages. */
  readonly name?: string;
  /** Of messages and findings; Dutch when left out. */
  readonly language?: Language;
  /** How plans that are no report are read: the text of files that `planboek profile` wrote. */
  readonly profiles?: readonly string[];
}

function valueOf<T>(result: Result<T, string>): T {
  if (result.ok) return result.value;
  throw new PlanboekError(result.failure);
}

function profileOf(text: string, language: Language): OutlineProfile {
  const read = readProfileText(text, language);
  if (read.ok) return read.value;
  throw new PlanboekError(read.failure.map(({ path, message }) => `${path}: ${message}`).join('\n'));
}

/**
 * Reads a report or a plan (text or PDF) into a document and its lines, each with the one role it was read in. Amounts are whole euro
 * cents; null is what was not printed, never 0. Throws a `PlanboekError` for what cannot be read; reads no disk and no network.
 */
export async function readReport(bytes: Uint8Array, options: ReadingOptions = {}): Promise<Reading> {
  const { name = 'invoer', language = 'nl', profiles = [] } = options;
  const reading = await readSource(bytes, {
    name,
    language,
    profiles: profiles.map((text) => profileOf(text, language)),
  });
  if (reading.ok) return reading.value;
  throw new PlanboekError(readFailureText(reading.failure, language));
}

/** What a file says, a report, a plan or a workbook of Planboek with every edit in it, and what the checks say of it, the gravest first. */
export async function checkFile(
  bytes: Uint8Array,
  { name = 'invoer', language = 'nl', profiles = [] }: ReadingOptions = {},
): Promise<{ readonly document: PlanDocument; readonly findings: readonly Finding[] }> {
  const known = isWorkbook(bytes) ? [] : profiles.map((text) => profileOf(text, language));
  const { document, ...subject } = valueOf(await readSubject({ file: name, name, bytes }, { language }, known));
  return { document, findings: allFindings(document, language, subject) };
}

/** What differs between two documents, in cents: nodes matched by code, then by title and place. */
export const compare = (before: PlanDocument, after: PlanDocument): Comparison => compareDocuments(before, after);

/** One workbook (.xlsx) of what was read: a report, and the plans it is linked to; read back and compared before it is given. */
export async function buildWorkbook(
  readings: readonly [Reading, ...Reading[]],
  { language = 'nl' }: Pick<ReadingOptions, 'language'> = {},
): Promise<Uint8Array> {
  const { sheets } = bookOfReadings(inBookOrder(readings), NO_FORMER_BOOK, [], { language });
  const written = await writeVerifiedXlsx(sheets);
  if (written.ok) return written.value;
  throw new PlanboekError(readFailureText(written.failure, language));
}
