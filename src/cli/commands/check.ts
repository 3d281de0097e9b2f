import { explanationOf, isAnswered, type Explanations } from '../../plan/explanation';
import type { Finding } from '../../plan/finding';
import { success, type Result } from '../../plan/result';
import type { OutlineProfile } from '../../read/outline/profile';
import { EXIT, type Command, type Invocation } from '../command';
import { allFindings, FAMILIES, isCheckName } from '../findings';
import { countText, findingLines, type AnsweredFinding } from '../findingsText';
import type { Host } from '../host';
import { forEachInput, type Input } from '../input';
import { loadProfiles, PROFILE_OPTION } from '../profiles';
import { readSubject } from '../subject';

export const FINDINGS_FORMAT = 'planboek/findings@1';

interface Checked {
  readonly name: string;
  readonly findings: readonly AnsweredFinding[];
}

/** Checks and families named with --only, separated by commas; undefined when all are wanted. */
const wantedChecks = ({ values: { only } }: Invocation): readonly string[] | undefined =>
  typeof only === 'string' ? only.split(',').map((name) => name.trim()) : undefined;

async function checkInput(
  input: Input,
  invocation: Invocation,
  host: Host,
  profiles: readonly OutlineProfile[],
): Promise<Result<Checked, string>> {
  host.showProgress(invocation.texts.progress.checking(input.name));
  const subject = await readSubject(input, invocation, profiles);
  host.showProgress('');
  if (!subject.ok) return subject;
  const { document, others, ofSheets, settings, explanations, edits } = subject.value;
  const findings = allFindings(document, invocation.language, {
    only: wantedChecks(invocation),
    ofSheets,
    settings,
    ...(edits ? { edits } : {}),
    ...(others ? { others } : {}),
  });
  return success({ name: input.name, findings: findings.map((finding) => answered(finding, explanations)) });
}

function answered(finding: Finding, explanations: Explanations): AnsweredFinding {
  if (!isAnswered(explanations, finding.key)) return finding;
  const { state, text, initials } = explanationOf(explanations, finding.key);
  return { ...finding, state, explanation: text, initials };
}

function printed(results: readonly Checked[], { values, texts }: Invocation): string {
  if (values.json !== undefined) {
    const records = results.map(({ findings }) => ({ format: FINDINGS_FORMAT, findings }));
    return JSON.stringify(records.length === 1 ? records[0] : records, null, 2);
  }
  return results
    .flatMap(({ name, findings }) => [...findingLines(findings, texts), `${name}: ${countText(findings, texts)}`])
    .join('\n');
}

/** `planboek check FILE|BOOK.xlsx.. [--json] [--only id|family]`: exit code 1 when there is an error among the findings. */
export const checkCommand: Command = {
  name: 'check',
  options: { json: { type: 'boolean' }, only: { type: 'string' }, ...PROFILE_OPTION },
  maxFiles: Infinity,
  run: async (invocation, host) => {
    const unknown = wantedChecks(invocation)?.find((name) => !isCheckName(name));
    if (unknown !== undefined) {
      host.complain(`planboek: ${invocation.texts.usage.unknownCheck(unknown, FAMILIES.join(', '))}`);
      return EXIT.failed;
    }
    const profiles = await loadProfiles(invocation, host);
    if (!profiles.ok) {
      host.complain(`planboek: ${profiles.failure}`);
      return EXIT.failed;
    }
    const results = await forEachInput(invocation, host, (input) =>
      checkInput(input, invocation, host, profiles.value),
    );
    if (results === null) return EXIT.failed;
    host.print(printed(results, invocation));
    return results.some(({ findings }) => findings.some(({ severity }) => severity === 'error'))
      ? EXIT.errorsFound
      : EXIT.done;
  },
};
