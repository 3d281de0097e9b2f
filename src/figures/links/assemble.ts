import type { PlanDocument } from '../../plan/document';
import { withProposals } from './between';

/** A document of a workbook with what users said of its former version, and as it counts as imported. */
export interface AssembledDocument {
  readonly document: PlanDocument;
  readonly imported: PlanDocument;
}

/**
 * Documents that were read, put together for one workbook, and links between them proposed. `merged`: a document with what users made of its former
 * version. Links are as much of the import as the texts they were found in; all else is what users added to it.
 */
export function assemble(
  fresh: readonly [PlanDocument, ...PlanDocument[]],
  merged: (document: PlanDocument) => PlanDocument,
): readonly [AssembledDocument, ...AssembledDocument[]] {
  const [main, ...others] = fresh;
  const [first, ...rest] = withProposals([merged(main), ...others.map(merged)]);
  const assembled = (document: PlanDocument, read: PlanDocument): AssembledDocument => ({
    document,
    imported: { ...read, links: document.links },
  });
  return [assembled(first, main), ...others.map((read, index) => assembled(rest[index] ?? read, read))];
}
