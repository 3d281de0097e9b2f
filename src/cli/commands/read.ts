import { withProposals } from '../../figures/links/between';
import { inBookOrder } from '../book';
import { EXIT, type Command } from '../command';
import { readReports } from '../input';
import { loadProfiles, PROFILE_OPTION } from '../profiles';
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
    const [first, ...rest] =
      (await readReports(invocation, host, () => profiles.value))?.map(({ reading }) => reading) ?? [];
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

/** The documents with proposals between them, as `build` makes them. */
function withLinks(readings: Parameters<typeof inBookOrder>[0]): ReturnType<typeof withProposals> {
  const [main, ...rest] = inBookOrder(readings);
  return withProposals([main.document, ...rest.map(({ document }) => document)]);
}
