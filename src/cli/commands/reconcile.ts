import { success, type Result } from '../../plan/result';
import { reconcile } from '../../figures/reconciliation/reconciliation';
import { DEFAULT_SETTINGS } from '../../check/settings';
import { EXIT, type Command, type ExitCode, type Invocation } from '../command';
import type { Host } from '../host';
import { loadInput } from '../input';
import { loadProfiles, PROFILE_OPTION } from '../profiles';
import { reconciliationRecord } from '../reconciliationRecord';
import { reconciliationText } from '../reconciliationText';
import { readSubject } from '../subject';

async function reconcileFile(invocation: Invocation, host: Host): Promise<Result<ExitCode, string>> {
  const {
    files: [file = ''],
    values,
    texts,
  } = invocation;
  const profiles = await loadProfiles(invocation, host);
  if (!profiles.ok) return profiles;
  const input = await loadInput(file, texts, host);
  if (!input.ok) return input;
  host.showProgress(texts.progress.reading(input.value.name));
  const subject = await readSubject(input.value, invocation, profiles.value);
  host.showProgress('');
  if (!subject.ok) return subject;
  const { document, settings = DEFAULT_SETTINGS } = subject.value;
  const reconciliation = reconcile(document, settings.thresholds);
  host.print(
    values.json === undefined
      ? reconciliationText(document, reconciliation, invocation)
      : JSON.stringify(reconciliationRecord(document, reconciliation), null, 2),
  );
  return success(EXIT.done);
}

/** `planboek reconcile FILE|BOOK.xlsx [--json]`: where each credit went, as the sheet Afstemming shows it. */
export const reconcileCommand: Command = {
  name: 'reconcile',
  options: { json: { type: 'boolean' }, ...PROFILE_OPTION },
  maxFiles: 1,
  run: async (invocation, host) => {
    const done = await reconcileFile(invocation, host);
    if (done.ok) return done.value;
    host.complain(`planboek: ${done.failure}`);
    return EXIT.failed;
  },
};
