import { withProposals } from '../../figures/links/between';
import { isReport, type PlanDocument } from '../../plan/document';
import { success, type Result } from '../../plan/result';
import type { OutlineProfile } from '../../read/outline/profile';
import { EXIT, type Command, type Invocation } from '../command';
import type { Host } from '../host';
import { forEachInput, readReport, type Input } from '../input';
import { loadProfiles, PROFILE_OPTION } from '../profiles';
import { isWorkbook, readSubject } from '../subject';
import { documentSummary } from '../summary';

/** `planboek read FILE.. [--json] [--links]`: the documents as JSON, or a summary of each. */
export const readCommand: Command = {
  name: 'read',
  options: { json: { type: 'boolean' }, links: { type: 'boolean' }, ...PROFILE_OPTION },
  maxFiles: Infinity,
  run: async (invocation, host) => {
    const profiles = await loadProfiles(invocation, host);
    if (!profiles.ok) {
      host.complain(`planboek: ${profiles.failure}`);
      return EXIT.failed;
    }
    const read = await forEachInput(invocation, host, (input) => documentsOf(input, invocation, host, profiles.value));
    const plain = (read ?? []).flat();
    if (plain.length === 0) return EXIT.failed;
    const linked = invocation.values.links === undefined ? [] : withLinks(plain);
    const documents = plain.map((document) => linked.find(({ lines }) => lines === document.lines) ?? document);
    if (invocation.values.json !== undefined) {
      host.print(JSON.stringify(documents.length === 1 ? documents[0] : documents, null, 2));
      return EXIT.done;
    }
    host.print(documents.map((document) => documentSummary(document, document.findings, invocation)).join('\n\n'));
    return EXIT.done;
  },
};

/** The document of a report or a plan, or those of a workbook as its sheets hold them now. */
async function documentsOf(
  input: Input,
  invocation: Invocation,
  host: Host,
  profiles: readonly OutlineProfile[],
): Promise<Result<readonly PlanDocument[], string>> {
  if (isWorkbook(input.bytes)) {
    const subject = await readSubject(input, invocation, profiles);
    if (!subject.ok) return subject;
    for (const { message } of subject.value.ofSheets) host.complain(`planboek: ${message}`);
    return success([subject.value.document, ...(subject.value.others ?? [])]);
  }
  const reading = await readReport(input, invocation, host, profiles);
  return reading.ok ? success([reading.value.document]) : reading;
}

/** The documents with proposals between them, as `build` makes them. */
function withLinks(documents: readonly PlanDocument[]): readonly PlanDocument[] {
  const [first, ...others] = [...documents].sort((left, right) => Number(isReport(right)) - Number(isReport(left)));
  return first ? withProposals([first, ...others]) : [];
}
