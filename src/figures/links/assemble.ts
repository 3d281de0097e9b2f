import { carryOver, type EditedDocument } from '../../plan/carryOver';
import type { PlanDocument } from '../../plan/document';
import { documentKey } from '../../plan/link';
import { withProposals } from './between';

/** A document of a workbook with what users said of its former version, and as it counts as imported. */
export interface AssembledDocument {
  readonly document: PlanDocument;
  readonly imported: PlanDocument;
}

/**
 * Documents that were read, put together for one workbook: what users said in the one before is carried over, and links between them are
 * proposed. `former`: by key of the document. Links are as much of the import as the texts they were found in; statuses and measures are what
 * users added to it.
 */
export function assemble(
  fresh: readonly [PlanDocument, ...PlanDocument[]],
  former: ReadonlyMap<string, EditedDocument>,
): readonly [AssembledDocument, ...AssembledDocument[]] {
  const carried = (document: PlanDocument): PlanDocument => {
    const before = former.get(documentKey(document.document));
    return before ? carryOver(document, before) : document;
  };
  const [main, ...others] = fresh;
  const [first, ...rest] = withProposals([carried(main), ...others.map(carried)]);
  const assembled = (document: PlanDocument, read: PlanDocument): AssembledDocument => ({
    document,
    imported: { ...read, links: document.links },
  });
  return [assembled(first, main), ...others.map((read, index) => assembled(rest[index] ?? read, read))];
}
