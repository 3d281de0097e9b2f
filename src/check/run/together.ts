import type { PlanDocument } from '../../plan/document';
import { describeFinding, placeAt, type Finding, type FindingKind, type Language } from '../../plan/finding';
import { documentKey } from '../../plan/link';
import { inOrder, runChecks, type CheckOptions } from './run';

/** Between the key of a document and a node of it, in the place of a finding about a document that is not the first of its workbook. */
const NODE_SIGN = '#';

/** A link to a document that stands in the same workbook, but not to anything in it: a new version may have left it out. */
export const LOST_END: FindingKind = {
  id: 'links.lost-end',
  family: 'links',
  severity: 'attention',
  text: {
    nl: 'De koppeling van {from} naar {to} wijst naar {missing}, en dat staat niet (meer) in {document}.',
    en: 'The link from {from} to {to} points at {missing}, which is not (any more) in {document}.',
  },
  remedy: {
    nl: 'Koppel opnieuw op het blad Koppelingen, of verwijder de rij.',
    en: 'Link again on the sheet Koppelingen, or remove the row.',
  },
};

/** A finding about another document of the workbook: its key, its sentence and its place say so. */
export function findingIn(document: PlanDocument, finding: Finding): Finding {
  const { node, ...place } = finding.place;
  const key = documentKey(document.document);
  return {
    ...finding,
    key: `${finding.key}|@${key}`,
    message: `${document.document.title}: ${finding.message}`,
    place: { ...place, node: node === null ? null : `${key}${NODE_SIGN}${node}`, document: key },
  };
}

/** Links between the documents of a workbook whose other end is not there. */
export function lostEnds(documents: readonly PlanDocument[], language: Language): readonly Finding[] {
  const known = new Map(
    documents.map((document) => [
      documentKey(document.document),
      { title: document.document.title, ids: new Set(document.nodes.map(({ id }) => id)) },
    ]),
  );
  return documents.flatMap((home, index) =>
    home.links.flatMap(({ id, from, to, fromDocument, toDocument, source }) => {
      const lost = [
        { end: from, of: fromDocument },
        { end: to, of: toDocument },
      ].find(({ end, of }) => of !== null && known.get(of)?.ids.has(end) === false);
      if (!lost) return [];
      const document = known.get(lost.of ?? '')?.title ?? '';
      const finding = describeFinding(
        LOST_END,
        {
          check: LOST_END.id,
          place: placeAt({ line: source.line }),
          subject: id,
          figures: { from, to, missing: lost.end, document },
        },
        language,
      );
      return [index === 0 ? finding : findingIn(home, finding)];
    }),
  );
}

/** What the checks say of every document of a workbook, and of the links between them; the first is the one it is about. */
export function runChecksTogether(
  document: PlanDocument,
  others: readonly PlanDocument[],
  options: CheckOptions = {},
): readonly Finding[] {
  const { only, language = 'nl' } = options;
  const ofLinks =
    only === undefined || only.some((name) => name === LOST_END.id || name === LOST_END.family)
      ? lostEnds([document, ...others], language)
      : [];
  return inOrder([
    ...runChecks(document, options),
    ...ofLinks,
    ...others.flatMap((other) =>
      runChecks(other, { ...options, edits: undefined }).map((finding) => findingIn(other, finding)),
    ),
  ]);
}
