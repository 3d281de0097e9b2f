import path from 'node:path';
import { isReport } from '../../plan/document';
import { success, failure, type Result } from '../../plan/result';
import type { OutlineProfile } from '../../read/outline/profile';
import type { Reading } from '../../read/source';
import { writeXlsxFile } from '../../workbook/file/write';
import { writeOver } from '../../workbook/file/writeOver';
import { bookOfReadings, formerBook, inBookOrder, type FormerBook, type Readings } from '../book';
import { EXIT, type Command, type ExitCode, type Invocation } from '../command';
import type { Host } from '../host';
import { forEachInput, inputName, readReport, STANDARD_INPUT } from '../input';
import { loadProfiles, PROFILE_OPTION } from '../profiles';
import { documentSummary } from '../summary';

interface Book {
  readonly target: string;
  readonly bytes: Uint8Array;
  readonly sheets: number;
  readonly summary: string;
  readonly strangers: readonly string[];
  /** The workbook that is written over, when not all that its users added could be taken along. */
  readonly former: { readonly bytes: Uint8Array; readonly lost: readonly string[] } | null;
}

/** Where a book goes, and what users said in the one that stands there now. */
interface Target {
  readonly target: string;
  readonly former: FormerBook;
}

async function bookOf(
  readings: Readings,
  { target, former }: Target,
  profiles: readonly OutlineProfile[],
  invocation: Invocation,
  host: Host,
): Promise<Book> {
  const { texts } = invocation;
  host.showProgress(texts.progress.building(path.basename(target)));
  const { sheets, documents, findings, dropped, strangers } = bookOfReadings(
    inBookOrder(readings),
    former,
    profiles,
    invocation,
  );
  const { bytes, lost } = former.bytes
    ? await writeOver(former.bytes, sheets)
    : { bytes: await writeXlsxFile(sheets), lost: [] };
  host.showProgress('');
  const all = [...dropped, ...lost];
  const summary = documents
    .map((document, index) => documentSummary(document, index === 0 ? findings : document.findings, invocation))
    .join('\n\n');
  return {
    target,
    bytes,
    sheets: sheets.filter(({ visibility }) => visibility === 'visible').length,
    summary,
    strangers,
    former: former.bytes && all.length > 0 ? { bytes: former.bytes, lost: all } : null,
  };
}

/** Where the books go: all in the file named, or one book per document in the folder named. The failure is a sentence. */
async function targetsOf(
  output: string,
  { files, texts }: Invocation,
  host: Host,
): Promise<Result<readonly string[], string>> {
  const folder = output.endsWith('/') || (await host.isFolder(output));
  if (!folder) return success([output]);
  const targets = files.map((file) =>
    path.join(output, `${path.parse(file === STANDARD_INPUT ? 'planboek' : file).name}.xlsx`),
  );
  const twice = targets.find((target, index) => targets.indexOf(target) !== index);
  return twice === undefined ? success(targets) : failure(texts.usage.sameTarget('-o', twice));
}

/** Which documents go into which book: each its own when there is a target for each, else together; a workbook is about one report. */
function gather(
  readings: Readings,
  targets: readonly string[],
  { files, texts }: Invocation,
): Result<readonly Readings[], string> {
  if (targets.length === readings.length) return success(readings.map((reading): Readings => [reading]));
  const reports = readings.flatMap((reading, index) =>
    isReport(reading.document) ? [inputName(files[index] ?? '', texts)] : [],
  );
  return reports.length > 1 ? failure(texts.usage.folderNeeded('-o', reports.join(', '))) : success([readings]);
}

async function writeBook(
  { target, bytes, sheets, summary, strangers, former }: Book,
  { texts }: Invocation,
  host: Host,
): Promise<ExitCode> {
  for (const title of strangers) host.complain(`planboek: ${texts.otherBoard(title)}`);
  if (target === STANDARD_INPUT) {
    host.writeOutput(bytes);
    host.complain(summary);
    return EXIT.done;
  }
  if (former) {
    const kept = await host.writeFile(`${target}.bak`, former.bytes);
    if (!kept.ok) {
      host.complain(`planboek: ${texts.file.notWritten(`${target}.bak`, kept.failure.detail)}`);
      return EXIT.failed;
    }
    host.complain(`planboek: ${texts.notCarried(kept.value, former.lost)}`);
  }
  const written = await host.writeFile(target, bytes);
  if (!written.ok) {
    const { problem, detail } = written.failure;
    host.complain(
      `planboek: ${problem === 'directory' ? texts.file.targetIsFolder(target) : texts.file.notWritten(target, detail)}`,
    );
    return EXIT.failed;
  }
  host.print(`${summary}\n\n${texts.summary.workbook}: ${written.value} (${texts.summary.sheets(sheets)})`);
  return EXIT.done;
}

async function build(invocation: Invocation, host: Host): Promise<Result<ExitCode, string>> {
  const named = await targetsOf(String(invocation.values.output), invocation, host);
  if (!named.ok) return named;
  const profiles = await loadProfiles(invocation, host);
  if (!profiles.ok) return profiles;
  const targets: Target[] = [];
  for (const target of named.value) targets.push({ target, former: await formerBook(target, host) });
  const readings: readonly Reading[] | null = await forEachInput(invocation, host, (input, index) => {
    // The profiles kept in the workbook that is made again read its plans as before; those given now come first.
    const former = (targets[index] ?? targets[0])?.former.profiles ?? [];
    return readReport(input, invocation, host, [...profiles.value, ...former]);
  });
  const [first, ...rest] = readings ?? [];
  if (!first) return success(EXIT.failed);
  const groups = gather([first, ...rest], named.value, invocation);
  if (!groups.ok) return groups;
  const books: Book[] = [];
  for (const [index, group] of groups.value.entries()) {
    const target = targets[index];
    if (target) books.push(await bookOf(group, target, profiles.value, invocation, host));
  }
  let code: ExitCode = EXIT.done;
  for (const book of books) {
    const written = await writeBook(book, invocation, host);
    if (written !== EXIT.done) code = written;
  }
  return success(code);
}

/** `planboek build FILE.. -o BOOK.xlsx`: nothing is written unless every document could be read. */
export const buildCommand: Command = {
  name: 'build',
  options: { output: { type: 'string', short: 'o', required: true }, ...PROFILE_OPTION },
  maxFiles: Infinity,
  run: async (invocation, host) => {
    const done = await build(invocation, host);
    if (done.ok) return done.value;
    host.complain(`planboek: ${done.failure}`);
    return EXIT.failed;
  },
};
