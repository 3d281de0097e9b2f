import { EXIT, type Command } from '../command';
import { forEachInput, readReport } from '../input';
import { documentSummary } from '../summary';

/** `planboek read FILE.. [--json]`: the document as JSON, or a summary. */
export const readCommand: Command = {
  name: 'read',
  options: { json: { type: 'boolean' } },
  maxFiles: Infinity,
  run: async (invocation, host) => {
    const readings = await forEachInput(invocation, host, (input) => readReport(input, invocation, host));
    if (readings === null) return EXIT.failed;
    const documents = readings.map(({ document }) => document);
    if (invocation.values.json !== undefined) {
      host.print(JSON.stringify(documents.length === 1 ? documents[0] : documents, null, 2));
      return EXIT.done;
    }
    host.print(documents.map((document) => documentSummary(document, document.findings, invocation)).join('\n\n'));
    return EXIT.done;
  },
};
