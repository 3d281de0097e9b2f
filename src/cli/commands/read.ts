import { withProposals } from '../../figures/links/between';
import { success, type Result } from '../../plan/result';
import type { OutlineProfile } from '../../read/outline/profile';
import type { Reading } from '../../read/source';
import { inBookOrder } from '../book';
import { EXIT, type Command, type Invocation } from '../command';
import type { Host } from '../host';
import { readReports, type Input } from '../input';
import { loadProfiles, PROFILE_OPTION } from '../profiles';
import { isWorkbook, readSubject } from '../subject';
import { SET_OPTION } from '../tables';
import { documentSummary } from '../summary';

/** `planboek read FILE.. [--json] [--links]`: the documents as JSON, or a summary of each. */
export const readCommand: Command = {
  name: 'read',
  options: { json: { type: 'boolean' }, links: { type: 'boolean' }, ...SET_OPTION, ...PROFILE_OPTION },
  maxFiles: Infinity,
  run: async (invocation, host) => {
    const profiles = await loadProfiles(invocation, host);
    if (!profiles.ok) {
      host.complain(`planboek: ${profiles.failure}`);
      return EXIT.failed;
    }
    const sources = await readReports(
      invocation,
      host,
      () => profiles.value,
      (input) => documentsOfBook(input, invocation, host, profiles.value),
    );
    const [first, ...rest] = sources?.map(({ reading }) => reading) ?? [];
    if (!first) return EXIT.failed;
    const plain = [first, ...rest].map(({ document }) => document);
    const linked = invocation.values.links === undefined ? [] : withLinks([first, ...rest]);
    const documents = plain.map((document) => linked.find(({ lines }) => lines === document.lines) ?? document);
    if (invocation.values.json !== undefined) {
      host.print(JSON.stringify(documents.length === 1 ? documents[0] : documents, null, 2));
      return EXIT.done;
    }
    host.print(documents.map((document) => documentSummary(document, document.findings, invocation)).join('\n\n'));
    return EXIT.done;
  },
};

/** The documents of a workbook as its sheets hold them now; null when the file is none. */
async function documentsOfBook(
  input: Input,
  invocation: Invocation,
  host: Host,
  profiles: readonly OutlineProfile[],
): Promise<Result<readonly Reading[], string> | null> {
  if (!isWorkbook(input.bytes)) return null;
  const subject = await readSubject(input, invocation, profiles);
  if (!subject.ok) return subject;
  const { document, others = [], ofSheets } = subject.value;
  for (const { message } of ofSheets) host.complain(`planboek: ${message}`);
  return success([document, ...others].map((each) => ({ document: each, lines: [] })));
}

/** The documents with proposals between them, as `build` makes them. */
function withLinks(readings: Parameters<typeof inBookOrder>[0]): ReturnType<typeof withProposals> {
  const [main, ...rest] = inBookOrder(readings);
  return withProposals([main.document, ...rest.map(({ document }) => document)]);
}
