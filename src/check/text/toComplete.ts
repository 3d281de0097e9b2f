import { placeAt } from '../../plan/finding';
import { ruleCheck } from '../check';
import { excerptAround, narrativesOf, perNarrative } from '../narrative';

/** Marks and words with which writers leave a place open, or speak to each other: none belongs in a report. */
const OPEN_PLACES: readonly RegExp[] = [
  /\[(?:aanvullen|aan te vullen|in te vullen|invullen|tekst|naam|datum|bedrag|\.{2,}|\u2026|x+|\?+)[^\]]{0,30}\]/i,
  /\b(?:TODO|TBD|FIXME)\b/,
  /\b[xX]{3,}\b/,
  /\?{3,}/,
  /\bnog (?:verder )?(?:aan te vullen|in te vullen|na te kijken|na te vragen|uit te schrijven)\b/i,
  /\b(?:opmerking|nota|vraag) (?:aan|voor|van) (?:de )?(?:dienst|redactie|directie|MT|managementteam|collega)\b/i,
  /\blorem ipsum\b/i,
];

const openPlaceIn = perNarrative(({ text }): RegExpExecArray | null => {
  for (const pattern of OPEN_PLACES) {
    const found = pattern.exec(text);
    if (found) return found;
  }
  return null;
});

/** A place in a narrative that was to be completed, or a remark that was not meant for the reader. */
export const textToComplete = ruleCheck({
  id: 'text.to-complete',
  severity: 'attention',
  nl: [
    'In de toelichting van {node} staat nog iets dat voor de redactie bedoeld was: "{text}".',
    'Vul de tekst aan, of schrap de opmerking.',
  ],
  en: [
    'The narrative of {node} still holds something meant for its writers: "{text}".',
    'Complete the text, or delete the remark.',
  ],
  reads: ['nodes'],
  *rule(document) {
    for (const narrative of narrativesOf(document)) {
      const found = openPlaceIn(narrative);
      const { node, text } = narrative;
      if (found)
        yield {
          place: placeAt({ node: node.id, line: node.source.line }),
          figures: { text: excerptAround(text, found.index, found[0].length) },
        };
    }
  },
});
