import path from 'node:path';
import { isReport } from '../../plan/document';
import { success, failure, type Result } from '../../plan/result';
import type { OutlineProfile } from '../../read/outline/profile';
import type { ReadFailure } from '../../read/source';
import { writeVerifiedXlsx } from '../../workbook/file/verified';
import { writeOver, type WrittenOver } from '../../workbook/file/writeOver';
import { bookOfReadings, inBookOrder, type BookOfReadings, type Readings } from '../book';
import { EXIT, type Command, type ExitCode, type Invocation } from '../command';
import type { Host } from '../host';
import { inputName, readFailureText, readReports, STANDARD_INPUT, type Source } from '../input';
import { loadProfiles, profileFiles, PROFILE_OPTION } from '../profiles';
import { documentSummary } from '../summary';
import { SET_OPTION } from '../tables';
import { wouldBeLost } from '../target/overBook';
import { inputsOf, targetAt, type Target } from '../target/target';
import { writeTarget } from '../target/writeTarget';

interface Book {
  readonly place: Target;
  readonly bytes: Uint8Array;
  readonly sheets: number;
  readonly summary: string;
  readonly strangers: readonly string[];
}

/** A workbook that is merged into takes along what its user added to it. */
async function writtenOver(
  { former }: Target,
  sheets: BookOfReadings['sheets'],
): Promise<Result<WrittenOver, ReadFailure>> {
  if (former.bytes !== null) return writeOver(former.bytes, sheets);
  const bytes = await writeVerifiedXlsx(sheets);
  return bytes.ok ? success({ bytes: bytes.value, lost: [] }) : bytes;
}

async function bookOf(
  readings: Readings,
  place: Target,
  profiles: readonly OutlineProfile[],
  invocation: Invocation,
  host: Host,
): Promise<Result<Book, string>> {
  const { texts, language } = invocation;
  host.showProgress(texts.progress.building(path.basename(place.target)));
  const { sheets, documents, findings, dropped, strangers } = bookOfReadings(
    inBookOrder(readings),
    place.former,
    profiles,
    invocation,
  );
  const written = await writtenOver(place, sheets);
  host.showProgress('');
  if (!written.ok) return failure(readFailureText(written.failure, language));
  const { bytes, lost } = written.value;
  const all = [...dropped, ...lost];
  if (all.length > 0)
    return failure(
      wouldBeLost(
        place.target,
        all.map((each) => `  ${each}`),
        texts,
      ),
    );
  const summary = documents
    .map((document, index) => documentSummary(document, index === 0 ? findings : document.findings, invocation))
    .join('\n\n');
  return success({
    place,
    bytes,
    sheets: sheets.filter(({ visibility }) => visibility === 'visible').length,
    summary,
    strangers,
  });
}

/** Where the books go: all in the file named, or one book per document in the folder named. The failure is a sentence. */
async function targetsOf(
  output: string,
  { files, texts }: Invocation,
  host: Host,
): Promise<Result<readonly string[], string>> {
  const folder = output.endsWith('/') || (await host.inspect(output)).at === 'folder';
  if (!folder) return success([output]);
  const targets = files.map((file) =>
    path.join(output, `${path.parse(file === STANDARD_INPUT ? 'planboek' : file).name}.xlsx`),
  );
  const twice = targets.find((target, index) => targets.indexOf(target) !== index);
  return twice === undefined ? success(targets) : failure(texts.usage.sameTarget('-o', twice));
}

/** The documents of one book, and the place of its target. */
interface Gathered {
  readonly index: number;
  readonly readings: Readings;
}

/** Which documents go into which book: each its own when there is a target for each file, else together; a workbook is about one report. */
function gather(
  sources: readonly [Source, ...Source[]],
  targets: readonly string[],
  { files, texts }: Invocation,
): Result<readonly Gathered[], string> {
  if (targets.length === files.length) {
    return success(sources.map(({ reading, index }): Gathered => ({ index, readings: [reading] })));
  }
  const reports = sources.flatMap(({ reading, index }) =>
    isReport(reading.document) ? [inputName(files[index] ?? '', texts)] : [],
  );
  const [first, ...rest] = sources;
  return reports.length > 1
    ? failure(texts.usage.folderNeeded('-o', reports.join(', ')))
    : success([{ index: 0, readings: [first.reading, ...rest.map(({ reading }) => reading)] }]);
}

async function writeBook(
  { place, bytes, sheets, summary, strangers }: Book,
  invocation: Invocation,
  host: Host,
): Promise<Result<null, string>> {
  const { texts } = invocation;
  for (const title of strangers) host.complain(`planboek: ${texts.otherBoard(title)}`);
  if (place.target === STANDARD_INPUT) {
    const sent = await host.writeOutput(bytes);
    if (!sent.ok) return failure(texts.file.outputFailed(sent.failure.detail));
    host.complain(summary);
    return success(null);
  }
  const written = await writeTarget(place, bytes, invocation, host);
  if (!written.ok) return written;
  const { path: file, copy } = written.value;
  if (place.notice !== null && copy !== null) host.complain(`planboek: ${place.notice}`);
  const lines = [
    `${texts.summary.workbook}: ${file} (${texts.summary.sheets(sheets)})`,
    ...(copy === null ? [] : [`${texts.summary.before}: ${copy}`]),
  ];
  host.print(`${summary}\n\n${lines.join('\n')}`);
  return success(null);
}

/** The places the books go to, each one looked at before anything is read or written; the failures are sentences. */
async function placesOf(
  targets: readonly string[],
  invocation: Invocation,
  host: Host,
): Promise<Result<readonly Target[], string>> {
  const inputs = await inputsOf([...invocation.files, ...profileFiles(invocation)], host);
  const places: Target[] = [];
  const refused: string[] = [];
  for (const target of targets) {
    const place = await targetAt(target, inputs, invocation, host);
    if (place.ok) places.push(place.value);
    else refused.push(place.failure);
  }
  return refused.length > 0 ? failure(refused.join('\nplanboek: ')) : success(places);
}

async function build(invocation: Invocation, host: Host): Promise<Result<ExitCode, string>> {
  const named = await targetsOf(String(invocation.values.output), invocation, host);
  if (!named.ok) return named;
  const profiles = await loadProfiles(invocation, host);
  if (!profiles.ok) return profiles;
  const places = await placesOf(named.value, invocation, host);
  if (!places.ok) return places;
  // The profiles kept in the workbook that is made again read its plans as before; those given now come first.
  const profilesOf = (index: number): readonly OutlineProfile[] => [
    ...profiles.value,
    ...((places.value[index] ?? places.value[0])?.former.profiles ?? []),
  ];
  const [first, ...rest] = (await readReports(invocation, host, profilesOf)) ?? [];
  if (!first) return success(EXIT.failed);
  const groups = gather([first, ...rest], named.value, invocation);
  if (!groups.ok) return groups;
  const books: Book[] = [];
  for (const { index, readings: group } of groups.value) {
    const place = places.value[index];
    const book = place && (await bookOf(group, place, profiles.value, invocation, host));
    if (book?.ok === false) return book;
    if (book) books.push(book.value);
  }
  let code: ExitCode = EXIT.done;
  for (const book of books) {
    const written = await writeBook(book, invocation, host);
    if (written.ok) continue;
    code = EXIT.failed;
    host.complain(`planboek: ${written.failure}`);
  }
  return success(code);
}

/** `planboek build FILE.. -o BOOK.xlsx`: nothing is written unless every document could be read. */
export const buildCommand: Command = {
  name: 'build',
  options: {
    output: { type: 'string', short: 'o', required: true },
    replace: { type: 'boolean' },
    ...SET_OPTION,
    ...PROFILE_OPTION,
  },
  maxFiles: Infinity,
  run: async (invocation, host) => {
    const done = await build(invocation, host);
    if (done.ok) return done.value;
    host.complain(`planboek: ${done.failure}`);
    return EXIT.failed;
  },
};
