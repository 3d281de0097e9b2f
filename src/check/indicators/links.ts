import { placeAt } from '../../plan/finding';
import { FULL_WEIGHT } from '../../plan/link';
import { weightSums } from '../../figures/links/weights';
import { ruleCheck } from '../check';

/** A node that gives more than the whole of itself to one document. */
export const linksOverweight = ruleCheck({
  id: 'links.overweight',
  severity: 'error',
  nl: [
    '{node} geeft samen {percent} % door aan {target}; meer dan 100 % kan niet.',
    'Verlaag de gewichten op het blad Koppelingen.',
  ],
  en: [
    '{node} passes on {percent} % to {target}; more than 100 % cannot be.',
    'Lower the weights on the sheet Koppelingen.',
  ],
  reads: ['links'],
  *rule(document, { say }) {
    for (const { from, toDocument, percent } of weightSums(document.links).values()) {
      if (percent <= FULL_WEIGHT) continue;
      const target = toDocument ?? say('dit document', 'this document');
      yield {
        place: placeAt({ node: from }),
        subject: toDocument ?? '',
        figures: { percent: percent.toLocaleString('nl-BE'), target },
      };
    }
  },
});

/** A link whose end in this document is not there. */
export const linksLooseEnd = ruleCheck({
  id: 'links.loose-end',
  severity: 'error',
  nl: [
    'De koppeling van {from} naar {to} wijst naar {missing}, maar dat staat niet in het plan.',
    'Verbeter de koppeling, of verwijder ze.',
  ],
  en: [
    'The link from {from} to {to} points at {missing}, which is not in the plan.',
    'Correct the link, or remove it.',
  ],
  reads: ['nodes', 'links'],
  *rule(document) {
    const ids = new Set(document.nodes.map(({ id }) => id));
    for (const { id, from, to, fromDocument, toDocument, source } of document.links) {
      const missing = [
        fromDocument === null && !ids.has(from) ? from : null,
        toDocument === null && !ids.has(to) ? to : null,
      ].find((end) => end !== null);
      if (missing !== undefined && missing !== null)
        yield { place: placeAt({ line: source.line }), subject: id, figures: { from, to, missing } };
    }
  },
});
