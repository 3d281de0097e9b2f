import { isReport, type PlanDocument } from '../../plan/document';
import { explanationOf, isAnswered, NO_EXPLANATIONS, type Explanations } from '../../plan/explanation';
import { withRules, type Rules } from '../../check/rules';
import { DEFAULT_SETTINGS } from '../../check/settings';
import { whatRan, type CheckRun } from '../../check/run/ran';
import type { Finding } from '../../plan/finding';
import { failure, success, type Result } from '../../plan/result';
import type { Grid } from '../../read/lines/grid';
import type { OutlineProfile } from '../../read/outline/profile';
import { EXIT, type Command, type Invocation } from '../command';
import { allFindings, FAMILIES, isCheckName } from '../findings';
import { countText, findingLines, ranLines, type AnsweredFinding } from '../findingsText';
import type { Host } from '../host';
import { forEachInput, readFailureText, type Input } from '../input';
import { loadProfiles, PROFILE_OPTION } from '../profiles';
import { loadRules, RULES_OPTION } from '../rules';
import { readSubject, type Subject } from '../subject';
import { documentOfTables, SET_OPTION, tablesIn } from '../tables';

export const FINDINGS_FORMAT = 'planboek/findings@1';

interface Checked {
  readonly name: string;
  readonly document: PlanDocument;
  readonly findings: readonly AnsweredFinding[];
  /** Which checks ran, on how much: what was not looked at shows. */
  readonly ran: readonly CheckRun[];
}

/** Checks and families named with --only, separated by commas; undefined when all are wanted. */
const wantedChecks = ({ values: { only } }: Invocation): readonly string[] | undefined =>
  typeof only === 'string' ? only.split(',').map((name) => name.trim()) : undefined;

/** What a file gives: its findings, or tables that are checked together with those of the other files. */
type Part = Checked | { readonly name: string; readonly grids: readonly Grid[] };

async function checkInput(
  input: Input,
  invocation: Invocation,
  host: Host,
  profiles: readonly OutlineProfile[],
  rules: Rules | null,
): Promise<Result<Part, string>> {
  host.showProgress(invocation.texts.progress.checking(input.name));
  const tables = await tablesIn(input);
  if (!tables.ok) return failure(readFailureText(tables.failure, invocation.language));
  if (tables.value !== null) return success({ name: input.name, grids: tables.value });
  const subject = await readSubject(input, invocation, profiles);
  host.showProgress('');
  return subject.ok ? success(checked(input.name, subject.value, invocation, rules)) : subject;
}

function checked(name: string, subject: Subject, invocation: Invocation, rules: Rules | null): Checked {
  const { document, others, ofSheets, explanations, edits } = subject;
  const settings = rules === null ? subject.settings : withRules(subject.settings ?? DEFAULT_SETTINGS, rules);
  const only = wantedChecks(invocation);
  const findings = allFindings(document, invocation.language, {
    only,
    ofSheets,
    settings,
    ...(edits ? { edits } : {}),
    ...(others ? { others } : {}),
  });
  const ran = whatRan(document, findings, { ...(only ? { only } : {}), ...(settings ? { settings } : {}) });
  return { name, document, findings: findings.map((finding) => answered(finding, explanations)), ran };
}

/** Tables of all files are one document, under the name of the first of them; a report beside them gives the plan. */
function together(parts: readonly Part[], invocation: Invocation, rules: Rules | null): readonly Checked[] {
  const grids = parts.flatMap((part) => ('grids' in part ? part.grids : []));
  const report = parts.flatMap((part) => ('grids' in part || !isReport(part.document) ? [] : [part.document]))[0];
  const first = parts.findIndex((part) => 'grids' in part);
  return parts.flatMap((part, index) => {
    if (!('grids' in part)) return [part];
    if (index !== first) return [];
    const { document } = documentOfTables(grids, report, invocation);
    return [checked(part.name, { document, ofSheets: [], explanations: NO_EXPLANATIONS }, invocation, rules)];
  });
}

function answered(finding: Finding, explanations: Explanations): AnsweredFinding {
  if (!isAnswered(explanations, finding.key)) return finding;
  const { state, text, initials } = explanationOf(explanations, finding.key);
  return { ...finding, state, explanation: text, initials };
}

function printed(results: readonly Checked[], { values, texts }: Invocation): string {
  if (values.json !== undefined) {
    const records = results.map(({ findings, ran }) => ({ format: FINDINGS_FORMAT, findings, ran }));
    return JSON.stringify(records.length === 1 ? records[0] : records, null, 2);
  }
  return results
    .flatMap(({ name, findings, ran }) => [
      ...findingLines(findings, texts),
      `${name}: ${countText(findings, texts)}`,
      ...ranLines(ran, texts),
    ])
    .join('\n');
}

/** `planboek check FILE|BOOK.xlsx.. [--json] [--only id|family]`: exit code 1 when there is an error among the findings. */
export const checkCommand: Command = {
  name: 'check',
  options: { json: { type: 'boolean' }, only: { type: 'string' }, ...RULES_OPTION, ...SET_OPTION, ...PROFILE_OPTION },
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
    const rules = await loadRules(invocation, host);
    if (!rules.ok) {
      host.complain(`planboek: ${rules.failure}`);
      return EXIT.failed;
    }
    const parts = await forEachInput(invocation, host, (input) =>
      checkInput(input, invocation, host, profiles.value, rules.value),
    );
    if (parts === null) return EXIT.failed;
    const results = together(parts, invocation, rules.value);
    host.print(printed(results, invocation));
    return results.some(({ findings }) => findings.some(({ severity }) => severity === 'error'))
      ? EXIT.errorsFound
      : EXIT.done;
  },
};
