import { placeAt } from '../../plan/finding';
import { statusByCode } from '../../plan/status';
import { foldLabel } from '../../schema/rows/labels';
import type { StatusMeaning } from '../../figures/statusCount';
import { ruleCheck } from '../check';
import { excerpt, narrativesOf, perNarrative } from '../narrative';

/** Sentences that say a thing did not happen, or not as it should. */
const WENT_WRONG = [
  /\b(?:nog )?niet (?:opgestart|gestart|uitgevoerd|gerealiseerd|behaald|doorgegaan|gelukt|bereikt|gebeurd)\b/i,
  /\bgeen (?:\p{L}+ ){0,3}(?:initiatieven|initiatief|acties|actie|projecten|samenwerking|vooruitgang|stappen|start|realisatie)\b(?! (?:gepland|voorzien|nodig|vereist)\b)/iu,
  /\bon hold\b/i,
  /\b(?:stilgevallen|stilgelegd|stopgezet|ligt stil|op pauze|geannuleerd|afgelast)\b/i,
  /\b(?:vertraging opgelopen|lopen vertraging op|loopt vertraging op|onvoldoende continuïteit)\b/i,
];
/** Sentences that say a thing is done. */
const IS_DONE = [
  /\b(?:is|zijn|werd|werden)\b[^.]{0,60}\b(?:gerealiseerd|behaald|afgerond|uitgevoerd|opgeleverd|voltooid|bereikt|geplaatst|georganiseerd|goedgekeurd|afgewerkt)\b/i,
  /\b(?:loopt|verloopt|lopen|verlopen|verliep|verliepen|vorder(?:en|t))\b[^.]{0,30}\b(?:zoals gepland|zoals voorzien|goed|vlot|normaal|naar wens)\b/i,
];

/** Sentences that say a thing still goes on: no contradiction, unless it is all that is said of something achieved. */
const STILL_GOES_ON =
  /\b(?:is|zijn|wordt|worden)\b[^.]{0,50}\b(?:in uitvoering|lopende|in opmaak|in ontwikkeling|in voorbereiding|in ontwerpfase)\b/i;
/** A part of a hundred: not the whole. */
const IN_PART = /\bvoor \d{1,2} ?% (?:gerealiseerd|uitgevoerd|afgerond|voltooid|afgewerkt|behaald)\b/i;

const saysWrong = (sentence: string): boolean => WENT_WRONG.some((pattern) => pattern.test(sentence));
const saysDone = (sentence: string): boolean =>
  !saysWrong(sentence) && IS_DONE.some((pattern) => pattern.test(sentence));

/** In longer texts one sentence about what went wrong is honest detail, no contradiction. */
const MOST_SENTENCES = 4;
/** Share of the sentences that must speak against the status. */
const AGAINST_SHARE = 0.5;

/** The sentence that speaks against the status, when it is what the text as a whole says. */
function against(
  sentences: readonly string[],
  speaks: (sentence: string) => boolean,
  supports: (sentence: string) => boolean,
): string | null {
  const found = sentences.filter(speaks);
  const [first] = found;
  if (first === undefined) return null;
  const opensWithIt = sentences[0] === first;
  const whole = sentences.length <= MOST_SENTENCES && found.length >= sentences.length * AGAINST_SHARE;
  const supporting = sentences.filter(supports).length;
  return whole || (opensWithIt && found.length > supporting) ? first : null;
}

/** The sentence that contradicts the status; null when none does. */
function contradiction(meaning: StatusMeaning, sentences: readonly string[]): string | null {
  const [first = null] = sentences;
  if (meaning === 'offTrack' || meaning === 'notStarted') return sentences.every(saysDone) ? first : null;
  const wrong = against(sentences, saysWrong, saysDone);
  if (wrong !== null || meaning === 'onTrack') return wrong;
  const partly = sentences.find((sentence) => IN_PART.test(sentence));
  return partly ?? (sentences.every((sentence) => STILL_GOES_ON.test(sentence)) ? first : null);
}

const contradictionOf = perNarrative(({ sentences }) => {
  const known = new Map<StatusMeaning, string | null>();
  return (meaning: StatusMeaning): string | null => {
    const found = known.has(meaning) ? (known.get(meaning) ?? null) : contradiction(meaning, sentences);
    known.set(meaning, found);
    return found;
  };
});

/** A text that contradicts its status: achieved while nothing happened, or going wrong while all is done. */
export const textAgainstStatus = ruleCheck({
  id: 'text.against-status',
  severity: 'attention',
  nl: [
    'De toelichting van {node} spreekt de status "{status}" tegen: "{text}".',
    'Pas de status of de toelichting aan.',
  ],
  en: ['The narrative of {node} contradicts the status "{status}": "{text}".', 'Change the status or the narrative.'],
  reads: ['nodes'],
  *rule(document, context) {
    for (const narrative of narrativesOf(document)) {
      const { node } = narrative;
      const meaning = context.meaningOf(node);
      if (meaning === null) continue;
      const found = contradictionOf(narrative)(meaning);
      if (found === null) continue;
      const label = node.evaluation ? statusByCode(context.statuses, node.evaluation.status)?.label : undefined;
      yield {
        place: placeAt({ node: node.id, line: node.source.line }),
        figures: { status: label ?? '', text: excerpt(found) },
      };
    }
  },
});

/** The text itself names another status of the vocabulary than the one it was given. */
export const textOtherStatus = ruleCheck({
  id: 'text.other-status',
  severity: 'attention',
  nl: [
    'De toelichting van {node} noemt zelf de status "{named}", maar de status is "{status}".',
    'Pas de status of de toelichting aan.',
  ],
  en: [
    'The narrative of {node} itself names the status "{named}", but the status is "{status}".',
    'Change the status or the narrative.',
  ],
  reads: ['nodes'],
  *rule(document, context) {
    const terms = context.statuses;
    const labels = terms.map(({ label }) => label.toLowerCase());
    for (const { node, text, sentences } of narrativesOf(document)) {
      const lower = text.toLowerCase();
      if (!labels.some((label) => lower.includes(label))) continue;
      const own = node.evaluation ? statusByCode(terms, node.evaluation.status) : undefined;
      if (!own) continue;
      const folded = sentences.map((sentence) => foldLabel(sentence.replace(/^de (?=voortgang)/i, '')));
      const other = terms.find(
        (term) =>
          term.code !== own.code &&
          folded.some(
            (sentence) => sentence === foldLabel(term.label) || sentence.startsWith(`${foldLabel(term.label)}:`),
          ),
      );
      if (other)
        yield {
          place: placeAt({ node: node.id, line: node.source.line }),
          figures: { status: own.label, named: other.label },
        };
    }
  },
});
