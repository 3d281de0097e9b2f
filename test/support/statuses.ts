import type { PlanDocument } from '../../src/plan/document';
import type { StatusVocabulary } from '../../src/plan/status';

/** The document with a status from the list on these nodes, in turn, and a word of explanation. */
export function withStatuses(
  document: PlanDocument,
  vocabulary: StatusVocabulary,
  nodes: readonly string[],
  codes: readonly string[],
  text = '',
): PlanDocument {
  const given = new Map(
    nodes.map((id, index) => [id, vocabulary.find(({ code }) => code === codes[index % codes.length])]),
  );
  return {
    ...document,
    nodes: document.nodes.map((node) => {
      const term = given.get(node.id);
      return term === undefined ? node : { ...node, evaluation: { status: term.code, statusText: term.label, text } };
    }),
  };
}
