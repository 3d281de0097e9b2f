import type { PlanDocument } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import { ruleCheck } from '../check';
import { excerpt, narrativesOf } from '../narrative';

/** What pages print around the text: the running title of a report, the page of pages. */
const FURNITURE = [/^JAARREKENING\s.+\d{4}\s*:/, /^MEERJARENPLAN\s.+\d{4}\s*:/, /\s\d{1,4} \/ \d{1,4}$/, /^\d{1,4}$/, /^(?:pagina|blz\.?|p\.)\s*\d{1,4}\b/i];

function isFurniture(line: string, document: PlanDocument): boolean {
  const number = document.document.entity?.enterpriseNumber;
  return FURNITURE.some((pattern) => pattern.test(line)) || (number != null && line.includes(`(${number})`));
}

/** A footer or page number that ended up in a title or a narrative. */
export const readingFurniture = ruleCheck({
  id: 'reading.page-furniture',
  severity: 'attention',
  nl: ['In de tekst van {node} staat een kop- of voettekst van een pagina: "{text}".', 'Haal die regel uit de tekst.'],
  en: ['The text of {node} holds a header or footer of a page: "{text}".', 'Take that line out of the text.'],
  reads: ['info', 'nodes'],
  *rule(document) {
    for (const { node, lines } of narrativesOf(document)) {
      const found = lines.find((line) => isFurniture(line, document));
      if (found !== undefined) yield { place: placeAt({ node: node.id, line: node.source.line }), figures: { text: excerpt(found) } };
    }
  },
});
