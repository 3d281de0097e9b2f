import { placeAt } from '../../plan/finding';
import { ruleCheck } from '../check';
import { excerpt, narrativesOf, perNarrative } from '../narrative';

/** What pages print around the text: the running title of a report, the page of pages. */
const FURNITURE = [
  /^JAARREKENING\s.+\d{4}\s*:/,
  /^MEERJARENPLAN\s.+\d{4}\s*:/,
  /\s\d{1,4} \/ \d{1,4}$/,
  /^\d{1,4}$/,
  /^(?:pagina|blz\.?|p\.)\s*\d{1,4}\b/i,
];

const furnitureIn = perNarrative(
  ({ lines }): ReadonlySet<string> => new Set(lines.filter((line) => FURNITURE.some((pattern) => pattern.test(line)))),
);

/** A footer or page number that ended up in a title or a narrative. */
export const readingFurniture = ruleCheck({
  id: 'reading.page-furniture',
  severity: 'attention',
  nl: ['In de tekst van {node} staat een kop- of voettekst van een pagina: "{text}".', 'Haal die regel uit de tekst.'],
  en: ['The text of {node} holds a header or footer of a page: "{text}".', 'Take that line out of the text.'],
  reads: ['info', 'nodes'],
  *rule(document) {
    const number = document.document.entity?.enterpriseNumber;
    for (const narrative of narrativesOf(document)) {
      const { node, lines } = narrative;
      const furniture = furnitureIn(narrative);
      const found = lines.find((line) => furniture.has(line) || (number != null && line.includes(`(${number})`)));
      if (found !== undefined)
        yield { place: placeAt({ node: node.id, line: node.source.line }), figures: { text: excerpt(found) } };
    }
  },
});
