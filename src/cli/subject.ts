import type { PlanDocument } from '../plan/document';
import { NO_EXPLANATIONS, type Explanations } from '../plan/explanation';
import type { Finding } from '../plan/finding';
import { failure, success, type Result } from '../plan/result';
import { decodeText } from '../read/file/decode';
import { FAILURE_KINDS } from '../read/findingKinds';
import type { OutlineProfile } from '../read/outline/profile';
import { readSource } from '../read/file/read';
import { conflictFindings } from '../check/run/conflicts';
import type { CheckSettings } from '../check/settings';
import type { Edits } from '../check/edits';
import { editsOf } from '../sheets/readBack/edits';
import { isOurSheet } from '../sheets/names';
import {
  conflictsFromWorkbook,
  documentFromWorkbook,
  explanationsFromWorkbook,
  importedFromWorkbook,
  settingsFromWorkbook,
} from '../sheets/readBack/readBack';
import { readXlsxFile } from '../workbook/file/read/readXlsx';
import type { Invocation } from './command';
import { readFailureText, type Input } from './input';

/** What a command looks into: the document of a report or a workbook, with what users set and said in the workbook. */
export interface Subject {
  readonly document: PlanDocument;
  readonly others?: readonly PlanDocument[];
  /** What was wrong with the cells of a workbook. */
  readonly ofSheets: readonly Finding[];
  readonly settings?: CheckSettings;
  readonly explanations: Explanations;
  /** What was edited in a workbook since its document was read. */
  readonly edits?: Edits;
}

type Reader = Pick<Invocation, 'language'>;

/** First bytes of a zip. */
const ZIP = [0x50, 0x4b] as const;

/** Is it a workbook, by what the file says of itself? */
export function isWorkbook(bytes: Uint8Array): boolean {
  if (!ZIP.every((byte, index) => bytes[index] === byte)) return false;
  const text = decodeText(bytes, '');
  return !text.ok && text.failure.kind.id === FAILURE_KINDS.workbook.id;
}

/** A report, or a workbook as it was saved with every edit in it; the failure is a sentence. */
export async function readSubject(
  input: Input,
  { language }: Reader,
  profiles: readonly OutlineProfile[],
): Promise<Result<Subject, string>> {
  const reading = await readSource(input.bytes, { name: input.name, language, profiles });
  if (reading.ok) return success({ document: reading.value.document, ofSheets: [], explanations: NO_EXPLANATIONS });
  if (reading.failure.kind.id !== FAILURE_KINDS.workbook.id) return failure(readFailureText(reading.failure, language));
  const content = await readXlsxFile(input.bytes, isOurSheet);
  if (!content.ok) return failure(readFailureText(content.failure, language));
  const book = documentFromWorkbook(content.value);
  if (!book.ok) return failure(readFailureText(book.failure, language));
  const settings = settingsFromWorkbook(content.value);
  const explanations = explanationsFromWorkbook(content.value);
  const { document, others = [], findings, cells } = book.value;
  const conflicts = conflictsFromWorkbook(content.value);
  const ofSheets = [...findings, ...conflictFindings(document, others, conflicts, language)];
  const [imported] = importedFromWorkbook(content.value);
  const edits = imported ? editsOf(imported, document, cells) : undefined;
  return success({
    document,
    others,
    ofSheets,
    explanations,
    ...(edits ? { edits } : {}),
    ...(settings === null ? {} : { settings }),
  });
}
