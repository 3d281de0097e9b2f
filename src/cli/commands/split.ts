import path from 'node:path';
import { DEFAULT_STATUSES } from '../../plan/status';
import { failure, success, type Result } from '../../plan/result';
import { settingsFromWorkbook } from '../../sheets/readBack/readBack';
import { partsOf } from '../../sheets/parts/ownerColumn';
import { partSheets } from '../../sheets/parts/partSheets';
import { statusesInForce } from '../../check/settings';
import { planView } from '../../sheets/planView';
import { writeComparedXlsx } from '../../workbook/file/verified';
import { EXIT, type Command, type ExitCode, type Invocation } from '../command';
import type { Host } from '../host';
import { readFailureText } from '../input';
import { openBook } from '../openedBook';
import { otherTargetAt, type Target } from '../target/target';
import { writeTarget } from '../target/writeTarget';

/** Signs that a file system refuses, or takes for a folder. */
const fileName = (name: string): string =>
  name
    .replace(/[\\/:*?"<>|\x00-\x1f]+/g, '-')
    .replace(/[. ]+$/, '')
    .slice(0, 100) || 'deel';

/** Names of the files of parts: after the book and the code, told apart where two would be the same. */
function namesOf(book: string, parts: readonly { readonly name: string }[]): readonly string[] {
  const taken = new Set<string>();
  return parts.map(({ name }) => {
    const plain = `${book}-${fileName(name)}`;
    let free = plain;
    for (let copy = 2; taken.has(free.toLowerCase()); copy += 1) free = `${plain}-${copy}`;
    taken.add(free.toLowerCase());
    return `${free}.xlsx`;
  });
}

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
  const parts = partsOf(document, content, by);
  if (!parts) return failure(texts.parts.unknownBy(by ?? '', document.levels.map(({ id }) => id).join(', ')));
  if (parts.length === 0) return failure(texts.parts.nothingToSplit(name));
  const settings = settingsFromWorkbook(content);
  const statuses = settings ? statusesInForce(settings) : DEFAULT_STATUSES;
  const view = planView(document, statuses);
  const linkOf = (id: string): string => view.linkOf(id) ?? id;
  const names = namesOf(path.parse(name).name, parts);
  const folder = String(values.output);
  const targets = names.map((each) => path.join(folder, each));
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
    host.showProgress(texts.progress.building(names[index] ?? ''));
    const bytes = await writeComparedXlsx(partSheets(document, part, statuses, linkOf));
    host.showProgress('');
    if (!bytes.ok) return failure(readFailureText(bytes.failure, language));
    const written = await writeTarget(place, bytes.value, invocation, host);
    if (!written.ok) return written;
  }
  const inParts = new Set(parts.flatMap(({ nodes }) => nodes));
  const left = document.nodes.filter(({ id }) => !inParts.has(id)).length;
  host.print(
    [
      ...parts.map(
        ({ name: owner, nodes }, index) => `${targets[index] ?? ''}: ${owner}, ${texts.summary.rows(nodes.length)}`,
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
