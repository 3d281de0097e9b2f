import path from 'node:path';
import { describeFinding, placeAt, type Language } from '../plan/finding';
import { failure, success, type Result } from '../plan/result';
import { isReport } from '../plan/document';
import type { Grid } from '../read/lines/grid';
import { documentOfTables, tablesIn } from './tables';
import { FAILURE_KINDS } from '../read/findingKinds';
import type { OutlineProfile } from '../read/outline/profile';
import { readSource } from '../read/file/read';
import type { Reading, ReadFailure } from '../read/source';
import type { CliTexts } from '../i18n/cliTexts';
import type { Invocation } from './command';
import type { FileFailure, Host } from './host';

/** A source as it was given on the command line; name is what messages and workbooks call it. */
export interface Input {
  readonly file: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const STANDARD_INPUT = '-';

export const inputName = (file: string, texts: CliTexts): string =>
  file === STANDARD_INPUT ? texts.standardInput : path.basename(file);

export function fileText(texts: CliTexts, file: string, { problem, detail }: FileFailure): string {
  return problem === 'other' ? texts.file.other(file, detail) : texts.file[problem](file);
}

/** The bytes of one file or of standard input; the failure is a sentence. */
export async function loadInput(file: string, texts: CliTexts, host: Host): Promise<Result<Input, string>> {
  const name = inputName(file, texts);
  const bytes = file === STANDARD_INPUT ? await host.readInput() : await host.readFile(file);
  return bytes.ok
    ? success({ file, name, bytes: bytes.value })
    : failure(fileText(texts, file === STANDARD_INPUT ? name : file, bytes.failure));
}

/** The sentence of a failure of a reader. */
export const readFailureText = ({ kind, figures }: ReadFailure, language: Language): string =>
  describeFinding(kind, { check: kind.id, place: placeAt({}), figures }, language).message;

const NO_REMEDY = { nl: '', en: '' } as const;

/** The same without what to do about it. */
export const readFailureReason = ({ kind, figures }: ReadFailure, language: Language): string =>
  readFailureText({ kind: { ...kind, remedy: NO_REMEDY }, figures }, language);

/** Of several files the one that is meant is named, whatever the sentence says. */
const naming = (file: string, sentence: string): string =>
  sentence.includes(path.basename(file)) || file === STANDARD_INPUT ? sentence : `${file}: ${sentence}`;

/** Reads one document; the failure is a sentence that names the file. */
export async function readReport(
  input: Input,
  { language, texts }: Invocation,
  host: Host,
  profiles: readonly OutlineProfile[] = [],
): Promise<Result<Reading, string>> {
  host.showProgress(texts.progress.reading(input.name));
  const reading = await readSource(input.bytes, { name: input.name, language, profiles });
  host.showProgress('');
  if (reading.ok) return success(reading.value);
  const reason = readFailureText(reading.failure, language);
  const { noSections, nearSections } = FAILURE_KINDS;
  const unknownPlan = [noSections.id, nearSections.id].includes(reading.failure.kind.id);
  return failure(
    unknownPlan
      ? `${reason} ${texts.profile.unknownPlan(
          input.file,
          profiles.map(({ id }) => id),
        )}`
      : reason,
  );
}

/** A document with the place of the file it was read from; tables make one document, at the place of the first of them. */
export interface Source {
  readonly reading: Reading;
  readonly index: number;
}

type Part = { readonly grids: readonly Grid[] } | { readonly readings: readonly Reading[] };

/** What a command takes a workbook for; null when the file is none. */
type BookReader = (input: Input) => Promise<Result<readonly Reading[], string> | null>;

/**
 * Reads every file; tables of budget lines and what belongs to them become one document. Whole or not at all: null when a file could not
 * be read, which has been said.
 */
export async function readReports(
  invocation: Invocation,
  host: Host,
  profilesOf: (index: number) => readonly OutlineProfile[],
  readBook: BookReader = () => Promise.resolve(null),
): Promise<readonly Source[] | null> {
  const parts = await forEachInput(invocation, host, async (input, index): Promise<Result<Part, string>> => {
    const tables = await tablesIn(input);
    if (!tables.ok) return failure(readFailureText(tables.failure, invocation.language));
    if (tables.value !== null) return success({ grids: tables.value });
    const book = await readBook(input);
    if (book) return book.ok ? success({ readings: book.value }) : book;
    const report = await readReport(input, invocation, host, profilesOf(index));
    return report.ok ? success({ readings: [report.value] }) : report;
  });
  return parts && sourcesOf(parts, invocation);
}

function sourcesOf(parts: readonly Part[], invocation: Invocation): readonly Source[] {
  const sources = parts.flatMap((part, index) =>
    'readings' in part ? part.readings.map((reading) => ({ reading, index })) : [],
  );
  const grids = parts.flatMap((part) => ('grids' in part ? part.grids : []));
  if (grids.length === 0) return sources;
  const report = sources.find(({ reading }) => isReport(reading.document))?.reading.document;
  const index = parts.findIndex((part) => 'grids' in part);
  return [...sources, { reading: documentOfTables(grids, report, invocation), index }].sort(
    (left, right) => left.index - right.index,
  );
}

/** Loads and treats each file in turn. Whole or not at all: every failure is said, and then there is no value. */
export async function forEachInput<T>(
  invocation: Invocation,
  host: Host,
  treat: (input: Input, index: number) => Promise<Result<T, string>>,
): Promise<readonly T[] | null> {
  const values: T[] = [];
  let failed = false;
  for (const [index, file] of invocation.files.entries()) {
    const input = await loadInput(file, invocation.texts, host);
    const treated = input.ok ? await treat(input.value, index) : input;
    if (treated.ok) values.push(treated.value);
    else {
      failed = true;
      host.complain(`planboek: ${naming(file, treated.failure)}`);
    }
  }
  return failed ? null : values;
}
