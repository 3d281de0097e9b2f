import { compareDocuments } from '../../changes/comparison';
import { keptConflicts } from '../../changes/merge/collect';
import { statusesInForce, type CheckSettings } from '../../check/settings';
import type { PlanDocument } from '../../plan/document';
import { describeFinding, placeAt, type Language } from '../../plan/finding';
import { documentKey } from '../../plan/link';
import { failure, success, type Result } from '../../plan/result';
import { statusByCode } from '../../plan/status';
import { PANE_TEXTS } from '../../i18n/pane/paneTexts';
import { FAILURE_KINDS } from '../../read/findingKinds';
import { readSource } from '../../read/file/read';
import type { ReadFailure } from '../../read/source';
import type { WorkbookContent } from '../../sheets/content';
import { comparisonSheets } from '../../sheets/comparison/sheets';
import { frozenSheets, type FreezeStamp } from '../../sheets/freeze';
import { versionName } from '../../sheets/merging/mergeIntoBook';
import { collectParts, unreadPart, type NamedPart } from '../../sheets/parts/collectParts';
import { readPart } from '../../sheets/parts/readPart';
import { splitBook } from '../../sheets/parts/splitBook';
import { isOurSheet } from '../../sheets/names';
import { documentFromWorkbook } from '../../sheets/readBack/readBack';
import { readXlsxFile } from '../../workbook/file/read/readXlsx';
import { writeComparedXlsx } from '../../workbook/file/verified';
import { packZip } from '../../workbook/zip/zipPatch';
import type { Book } from '../ports/book';
import type { BookInput, ComparedFile, InputFile, PartsBack, PartsMade, ReferenceSide } from '../ports/engine';
import { bookSheets, checkBook } from './jobs';

/** The document of a report, or of a workbook with every edit in it. */
async function documentOf(
  { name, bytes }: InputFile,
  settings: CheckSettings,
  language: Language,
): Promise<Result<PlanDocument, ReadFailure>> {
  const reading = await readSource(bytes, { name, language, vocabulary: settings.statuses });
  if (reading.ok) return success(reading.value.document);
  if (reading.failure.kind.id !== FAILURE_KINDS.workbook.id) return reading;
  const content = await readXlsxFile(bytes, isOurSheet);
  if (!content.ok) return content;
  const read = documentFromWorkbook(content.value);
  return read.ok ? success(read.value.document) : read;
}

/** Compares the book with a file; `reference`: which of both is compared with. The workbook of the comparison comes along. */
export async function compareFile(
  book: Book,
  file: InputFile,
  reference: ReferenceSide,
  language: Language,
): Promise<Result<ComparedFile, ReadFailure>> {
  const read = await documentOf(file, book.settings, language);
  if (!read.ok) return read;
  const sides = [
    { name: file.name, document: read.value },
    { name: book.name, document: book.document },
  ] as const;
  const [old, now] = reference === 'file' ? sides : ([sides[1], sides[0]] as const);
  const comparison = compareDocuments(old.document, now.document);
  const bytes = await writeComparedXlsx(comparisonSheets(comparison, [old, now]));
  if (!bytes.ok) return bytes;
  const { nodes, amounts, lines, totals, figures, proposals, summary } = comparison;
  return success({
    name: file.name,
    reference,
    bytes: bytes.value,
    nodes: nodes.filter(({ change }) => change !== 'same'),
    amounts: lines.flatMap((index) => amounts[index] ?? []),
    totals,
    figures: figures.length,
    proposals,
    summary,
  });
}

const sentenceOf = ({ kind, figures }: ReadFailure, language: Language): string =>
  describeFinding(kind, { check: kind.id, place: placeAt({}), figures }, language).message;

const withoutExtension = (name: string): string => name.replace(/\.[^.]+$/, '');

/** One workbook for each owner, together in a zip; null when nobody's rows could be told. */
export async function splitParts(
  book: Book,
  content: WorkbookContent,
  by: string | null,
): Promise<Result<PartsMade | null, ReadFailure>> {
  const name = withoutExtension(book.name);
  const divided = splitBook(book.document, content, book.settings, name, by);
  if (!divided || divided.parts.length === 0) return success(null);
  const files: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  for (const part of divided.parts) {
    const bytes = await writeComparedXlsx(part.sheets());
    if (!bytes.ok) return failure(bytes.failure);
    files.push({ name: part.file, bytes: bytes.value });
  }
  return success({
    file: `${name}-delen.zip`,
    bytes: await packZip(new Map(files.map((part) => [part.name, part.bytes]))),
    parts: files.length,
    left: divided.left,
  });
}

/** Takes parts back into the book: what was filled in, what contradicts, and what is refused. */
export async function collectFiles(book: Book, files: readonly InputFile[], language: Language): Promise<PartsBack> {
  const statuses = statusesInForce(book.settings);
  const wordsOf = (status: string): string => statusByCode(statuses, status)?.label ?? status;
  const key = documentKey(book.document.document);
  const parts: NamedPart[] = [];
  for (const { name, bytes } of files) {
    const content = await readXlsxFile(bytes);
    parts.push(
      content.ok
        ? { part: name, ...readPart(content.value, name, key, statuses) }
        : unreadPart(name, sentenceOf(content.failure, language)),
    );
  }
  const { notInBook } = PANE_TEXTS[language].changes.parts;
  const { collected, rejected, progress } = collectParts(book.document, parts, book.name, wordsOf, notInBook);
  const conflicts = keptConflicts(collected, book.document.nodes, wordsOf);
  const known = new Set(conflicts.map((conflict) => conflict.key));
  const open = [...(book.conflicts ?? []).filter((conflict) => !known.has(conflict.key)), ...conflicts];
  const next: Book = {
    ...book,
    document: { ...book.document, nodes: collected.nodes },
    followUp: progress,
    ...(open.length === 0 ? {} : { conflicts: open }),
  };
  return {
    book: next,
    findings: checkBook(next, next.settings, language),
    progress,
    taken: collected.taken.length,
    conflicts,
    rejected,
  };
}

/** A copy of the workbook that holds values only. */
export async function freezeBook(
  input: BookInput,
  moment: Pick<FreezeStamp, 'date' | 'time'>,
): Promise<Result<Uint8Array, ReadFailure>> {
  const { book } = input;
  return writeComparedXlsx(
    frozenSheets(bookSheets(input), {
      workbook: book.name,
      version: versionName(book.imported),
      entity: book.document.document.entity?.name ?? '',
      ...moment,
    }),
  );
}
