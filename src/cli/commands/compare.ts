import { compareDocuments } from '../../changes/comparison';
import { failure, success, type Result } from '../../plan/result';
import { COMPARISON_SHEETS } from '../../sheets/comparison/labels';
import { comparisonSheets } from '../../sheets/comparison/sheets';
import type { FileContent } from '../../workbook/file/read/readXlsx';
import { writeComparedXlsx } from '../../workbook/file/verified';
import { EXIT, type Command, type ExitCode, type Invocation } from '../command';
import { comparisonRecord } from '../comparisonRecord';
import { comparisonText } from '../comparisonText';
import type { Host } from '../host';
import { forEachInput, readFailureText } from '../input';
import { loadProfiles, PROFILE_OPTION } from '../profiles';
import { readSubject } from '../subject';
import { otherTargetAt } from '../target/target';
import { writeResult } from '../target/writeResult';

async function compare(invocation: Invocation, host: Host): Promise<Result<ExitCode, string>> {
  const profiles = await loadProfiles(invocation, host);
  if (!profiles.ok) return profiles;
  const subjects = await forEachInput(invocation, host, async (input) => {
    host.showProgress(invocation.texts.progress.reading(input.name));
    const subject = await readSubject(input, invocation, profiles.value);
    host.showProgress('');
    return subject.ok ? success({ name: input.name, document: subject.value.document }) : subject;
  });
  const [old, now] = subjects ?? [];
  if (!old || !now) return success(EXIT.failed);
  const comparison = compareDocuments(old.document, now.document);
  const { output, json } = invocation.values;
  const text =
    json === undefined
      ? comparisonText(comparison, [old.name, now.name], invocation)
      : JSON.stringify(comparisonRecord(comparison), null, 2);
  if (typeof output !== 'string') {
    host.print(text);
    return success(EXIT.done);
  }
  const place = await otherTargetAt(output, invocation, host, isComparison);
  if (!place.ok) return place;
  const bytes = await writeComparedXlsx(comparisonSheets(comparison, [old, now]));
  if (!bytes.ok) return failure(readFailureText(bytes.failure, invocation.language));
  return writeResult(place.value, bytes.value, text, invocation, host);
}

/** A comparison that was kept before is made again. */
const isComparison = ({ sheets: [first] }: FileContent): boolean => first?.name === COMPARISON_SHEETS.summary;

/** `planboek compare OLD NEW [--json] [-o BOOK.xlsx]`: what differs between two reports, plans or books. */
export const compareCommand: Command = {
  name: 'compare',
  options: {
    json: { type: 'boolean' },
    output: { type: 'string', short: 'o' },
    replace: { type: 'boolean' },
    ...PROFILE_OPTION,
  },
  minFiles: 2,
  maxFiles: 2,
  run: async (invocation, host) => {
    const done = await compare(invocation, host);
    if (done.ok) return done.value;
    host.complain(`planboek: ${done.failure}`);
    return EXIT.failed;
  },
};
