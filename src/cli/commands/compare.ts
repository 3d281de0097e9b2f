import { compareDocuments } from '../../changes/comparison';
import { success, type Result } from '../../plan/result';
import { COMPARISON_SHEETS } from '../../sheets/comparison/labels';
import { comparisonSheets } from '../../sheets/comparison/sheets';
import { writeXlsxFile } from '../../workbook/file/write';
import { EXIT, type Command, type ExitCode, type Invocation } from '../command';
import { comparisonRecord } from '../comparisonRecord';
import { comparisonText } from '../comparisonText';
import type { Host } from '../host';
import { forEachInput } from '../input';
import { loadProfiles, PROFILE_OPTION } from '../profiles';
import { readSubject } from '../subject';
import { writeResult } from '../writeResult';

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
  const bytes = await writeXlsxFile(comparisonSheets(comparison, [old, now]));
  return success(
    await writeResult({ output, bytes, inputs: invocation.files, text }, invocation, host, COMPARISON_SHEETS.summary),
  );
}

/** `planboek compare OLD NEW [--json] [-o BOOK.xlsx]`: what differs between two reports, plans or books. */
export const compareCommand: Command = {
  name: 'compare',
  options: { json: { type: 'boolean' }, output: { type: 'string', short: 'o' }, ...PROFILE_OPTION },
  minFiles: 2,
  maxFiles: 2,
  run: async (invocation, host) => {
    const done = await compare(invocation, host);
    if (done.ok) return done.value;
    host.complain(`planboek: ${done.failure}`);
    return EXIT.failed;
  },
};
