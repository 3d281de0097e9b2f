import { failure, type Result } from '../../plan/result';
import { FREEZE_SHEET, frozenSheets } from '../../sheets/freeze';
import { versionName } from '../../sheets/merging/mergeIntoBook';
import type { FileContent } from '../../workbook/file/read/readXlsx';
import { writeComparedXlsx } from '../../workbook/file/verified';
import { bookOfReadings, inBookOrder } from '../book';
import { EXIT, type Command, type ExitCode, type Invocation } from '../command';
import { formerBook } from '../formerBook';
import type { Host } from '../host';
import { readFailureText } from '../input';
import { openBook } from '../openedBook';
import { otherTargetAt } from '../target/target';
import { writeResult } from '../target/writeResult';

/** A fixed copy of before is made again. */
const isFrozen = ({ sheets: [first] }: FileContent): boolean => first?.name === FREEZE_SHEET;

const two = (value: number): string => String(value).padStart(2, '0');

async function freeze(invocation: Invocation, host: Host): Promise<Result<ExitCode, string>> {
  const {
    files: [file = ''],
    values,
    texts,
    language,
  } = invocation;
  const opened = await openBook(file, invocation, host);
  if (!opened.ok) return opened;
  const { name, bytes, content, document } = opened.value;
  const place = await otherTargetAt(String(values.output), invocation, host, isFrozen);
  if (!place.ok) return place;
  const former = formerBook(content, bytes);
  const [first, ...rest] = former.documents.map(({ imported, lines }) => ({ document: imported, lines }));
  if (!first) return failure(texts.target.otherFile(file));
  const { sheets } = bookOfReadings(inBookOrder([first, ...rest]), former, [], invocation);
  const now = new Date();
  const frozen = frozenSheets(sheets, {
    workbook: name,
    version: versionName(first.document),
    entity: document.document.entity?.name ?? '',
    date: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    time: `${two(now.getHours())}:${two(now.getMinutes())}`,
  });
  const written = await writeComparedXlsx(frozen);
  if (!written.ok) return failure(readFailureText(written.failure, language));
  return writeResult(place.value, written.value, texts.parts.frozen(name, frozen.length), invocation, host);
}

/** `planboek freeze BOOK -o COPY`: a copy that holds values only, stamped with when and of what. */
export const freezeCommand: Command = {
  name: 'freeze',
  options: { output: { type: 'string', short: 'o', required: true }, replace: { type: 'boolean' } },
  maxFiles: 1,
  run: async (invocation, host) => {
    const done = await freeze(invocation, host);
    if (done.ok) return done.value;
    host.complain(`planboek: ${done.failure}`);
    return EXIT.failed;
  },
};
