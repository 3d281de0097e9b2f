import path from 'node:path';
import { keptConflicts, type Collected, type PartField, type Rejection } from '../../changes/merge/collect';
import { statusesInForce } from '../../check/settings';
import { documentKey } from '../../plan/link';
import { failure, success, type Result } from '../../plan/result';
import { DEFAULT_STATUSES, statusByCode, type StatusVocabulary } from '../../plan/status';
import { settingsFromWorkbook } from '../../sheets/readBack/readBack';
import { collectParts, unreadPart, type Collection, type NamedPart } from '../../sheets/parts/collectParts';
import { followUpSheet } from '../../sheets/parts/followUpSheet';
import { readPart } from '../../sheets/parts/readPart';
import { readXlsxFile } from '../../workbook/file/read/readXlsx';
import { writeOver } from '../../workbook/file/writeOver';
import { bookOfReadings, inBookOrder } from '../book';
import { EXIT, type Command, type ExitCode, type Invocation } from '../command';
import { formerBook } from '../formerBook';
import type { Host } from '../host';
import { loadInput, readFailureText } from '../input';
import { openBook, type OpenedBook } from '../openedBook';
import { otherTargetAt } from '../target/target';
import { writeTarget, type WrittenTarget } from '../target/writeTarget';

const COLLECTION_FORMAT = 'planboek/collection@1';

/** Reads every part; one that is no workbook at all is a rejection like any other, so that the rest comes in. */
async function readParts(
  files: readonly string[],
  document: string,
  statuses: StatusVocabulary,
  { language, texts }: Invocation,
  host: Host,
): Promise<readonly NamedPart[]> {
  const parts: NamedPart[] = [];
  for (const file of files) {
    const part = path.basename(file);
    host.showProgress(texts.progress.reading(part));
    const input = await loadInput(file, texts, host);
    const content = input.ok ? await readXlsxFile(input.value.bytes) : null;
    host.showProgress('');
    if (!input.ok) parts.push(unreadPart(part, input.failure));
    else if (content?.ok) parts.push({ part, ...readPart(content.value, part, document, statuses) });
    else if (content) parts.push(unreadPart(part, readFailureText(content.failure, language)));
  }
  return parts;
}

const recordOf = ({ taken, conflicts }: Collected, rejected: readonly Rejection[]): unknown => ({
  format: COLLECTION_FORMAT,
  taken: taken.map(({ part, code, field, base, value }) => ({ part, code, field, old: base, new: value })),
  conflicts: conflicts.map(({ code, field, base, values }) => ({ code, field, base, values })),
  rejected,
});

function textOf(parts: readonly NamedPart[], { collected, progress }: Collection, { texts }: Invocation): string {
  const t = texts.parts;
  const shown = (field: PartField, value: string): string => `${field === 'text' ? excerptOf(value) : value}`;
  return [
    ...progress.map(({ part, rows, filled, taken, conflicts, rejected }) =>
      t.progress(part, rows, filled, taken, conflicts, rejected),
    ),
    ...collected.conflicts.map(({ code, field, values }) =>
      t.conflict(code, t.fields[field], values.map(({ part, value }) => `${part}: ${shown(field, value)}`).join(' | ')),
    ),
    ...parts.flatMap(({ rejections }) => rejections.map(({ part, reason }) => t.rejected(part, reason))),
  ].join('\n');
}

const EXCERPT = 60;
const excerptOf = (text: string): string => (text.length > EXCERPT ? `${text.slice(0, EXCERPT - 1)}…` : text);

/** The workbook with what was taken, its conflicts on Controle and the sheet Opvolging. */
async function writeCollected(
  output: string,
  { bytes, content, document }: OpenedBook,
  { collected, progress }: Collection,
  invocation: Invocation,
  host: Host,
): Promise<Result<WrittenTarget, string>> {
  const { texts, files, language } = invocation;
  const place = await otherTargetAt(output, invocation, host);
  if (!place.ok) return place;
  const former = formerBook(content, bytes);
  const [main, ...others] = former.documents;
  if (!main) return failure(texts.target.otherFile(output));
  const edited = { ...document, nodes: collected.nodes };
  const readings = [main, ...others].map(({ imported, lines }) => ({ document: imported, lines }));
  const [first, ...rest] = readings;
  if (!first) return failure(texts.target.otherFile(output));
  const wordsOf = wordsIn(content);
  const { sheets } = bookOfReadings(
    inBookOrder([first, ...rest]),
    {
      ...former,
      documents: [{ ...main, edited }, ...others],
      conflicts: [...former.conflicts, ...keptConflicts(collected, document.nodes, wordsOf)],
    },
    [],
    invocation,
  );
  const follow = followUpSheet(progress, document.document.entity?.name ?? '');
  const state = sheets.at(-1);
  const book = await writeOver(bytes, [...sheets.slice(0, -1), follow, ...(state ? [state] : [])]);
  if (!book.ok) return failure(readFailureText(book.failure, language));
  const { lost } = book.value;
  if (lost.length > 0) host.complain(`planboek: ${texts.notCarried(files[0] ?? '', lost)}`);
  return writeTarget(place.value, book.value.bytes, invocation, host);
}

const statusesOf = (content: OpenedBook['content']): StatusVocabulary => {
  const settings = settingsFromWorkbook(content);
  return settings ? statusesInForce(settings) : DEFAULT_STATUSES;
};

const wordsIn =
  (content: OpenedBook['content']) =>
  (status: string): string =>
    statusByCode(statusesOf(content), status)?.label ?? status;

const placeText = ({ path: file, copy }: WrittenTarget, { summary }: Invocation['texts']): string =>
  [`${summary.workbook}: ${file}`, ...(copy === null ? [] : [`${summary.before}: ${copy}`])].join('\n');

async function collect(invocation: Invocation, host: Host): Promise<Result<ExitCode, string>> {
  const {
    files: [file = '', ...partFiles],
    values,
    texts,
  } = invocation;
  const opened = await openBook(file, invocation, host);
  if (!opened.ok) return opened;
  const { name, document, content } = opened.value;
  const parts = await readParts(partFiles, documentKey(document.document), statusesOf(content), invocation, host);
  const collection = collectParts(document, parts, name, wordsIn(content), texts.parts.notInBook);
  const { collected, rejected } = collection;
  if (typeof values.output === 'string') {
    const written = await writeCollected(values.output, opened.value, collection, invocation, host);
    if (!written.ok) return written;
    if (values.json === undefined) host.print(`${placeText(written.value, texts)}\n`);
  }
  host.print(
    values.json === undefined
      ? textOf(parts, collection, invocation)
      : JSON.stringify(recordOf(collected, rejected), null, 2),
  );
  return success(collected.conflicts.length > 0 || rejected.length > 0 ? EXIT.errorsFound : EXIT.done);
}

/** `planboek collect BOOK PART... [-o BOOK2] [--json]`: what owners filled in, taken back into the book. */
export const collectCommand: Command = {
  name: 'collect',
  options: { json: { type: 'boolean' }, output: { type: 'string', short: 'o' }, replace: { type: 'boolean' } },
  minFiles: 2,
  maxFiles: Infinity,
  run: async (invocation, host) => {
    const done = await collect(invocation, host);
    if (done.ok) return done.value;
    host.complain(`planboek: ${done.failure}`);
    return EXIT.failed;
  },
};
