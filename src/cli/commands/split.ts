import path from 'node:path';
import { failure, success, type Result } from '../../plan/result';
import { settingsFromWorkbook } from '../../sheets/readBack/readBack';
import { splitBook } from '../../sheets/parts/splitBook';
import { DEFAULT_SETTINGS } from '../../check/settings';
import { writeComparedXlsx } from '../../workbook/file/verified';
import { EXIT, type Command, type ExitCode, type Invocation } from '../command';
import type { Host } from '../host';
import { readFailureText } from '../input';
import { openBook } from '../openedBook';
import { otherTargetAt, type Target } from '../target/target';
import { writeTarget } from '../target/writeTarget';

async function split(invocation: Invocation, host: Host): Promise<Result<ExitCode, string>> {
  const {
    files: [file = ''],
    values,
    texts,
    language,
  } = invocation;
  const opened = await openBook(file, invocation, host);
  if (!opened.ok) return opened;
  const { name, content, document } = opened.value;
  const by = typeof values.by === 'string' ? values.by : null;
  const settings = settingsFromWorkbook(content) ?? DEFAULT_SETTINGS;
  const divided = splitBook(document, content, settings, path.parse(name).name, by);
  if (!divided) return failure(texts.parts.unknownBy(by ?? '', document.levels.map(({ id }) => id).join(', ')));
  const { parts, left } = divided;
  if (parts.length === 0) return failure(texts.parts.nothingToSplit(name));
  const folder = String(values.output);
  const targets = parts.map((part) => path.join(folder, part.file));
  // A part that stands there may hold what somebody filled in.
  const places: Target[] = [];
  for (const target of targets) {
    const place = await otherTargetAt(target, invocation, host);
    if (!place.ok) return place;
    places.push(place.value);
  }
  for (const [index, part] of parts.entries()) {
    const place = places[index];
    if (!place) continue;
    host.showProgress(texts.progress.building(part.file));
    const bytes = await writeComparedXlsx(part.sheets());
    host.showProgress('');
    if (!bytes.ok) return failure(readFailureText(bytes.failure, language));
    const written = await writeTarget(place, bytes.value, invocation, host);
    if (!written.ok) return written;
  }
  host.print(
    [
      ...parts.map(
        ({ part }, index) => `${targets[index] ?? ''}: ${part.name}, ${texts.summary.rows(part.nodes.length)}`,
      ),
      '',
      texts.parts.written(parts.length, left),
    ].join('\n'),
  );
  return success(EXIT.done);
}

/** `planboek split BOOK -o DIR [--by LEVEL|COLUMN]`: one workbook for each owner, with only their rows to fill in. */
export const splitCommand: Command = {
  name: 'split',
  options: {
    output: { type: 'string', short: 'o', required: true },
    by: { type: 'string' },
    replace: { type: 'boolean' },
  },
  maxFiles: 1,
  run: async (invocation, host) => {
    const done = await split(invocation, host);
    if (done.ok) return done.value;
    host.complain(`planboek: ${done.failure}`);
    return EXIT.failed;
  },
};
