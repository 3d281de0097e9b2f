import { placeAt } from '../../plan/finding';
import { ruleCheck } from '../check';
import { excerpt, narrativesOf, perNarrative } from '../narrative';

/** How a writing assistant talks about the text it was given: none of it belongs in a report. */
const ASSISTANT = [
  /\bik heb (?:de|het|je|jouw|uw|een paar|enkele) (?:volgende )?(?:\w+ )?(?:aanpassing|wijziging|verbetering|correctie|tekst|zin)\w*/i,
  /\b(?:veranderd|gewijzigd|aangepast|gecorrigeerd) naar ["\u201c]/i,
  /\bgrammaticale (?:correctheid|fouten|verbetering)/i,
  /\bhier (?:is|volgt|vind je) (?:de|een|je|jouw|uw) (?:verbeterde|herschreven|aangepaste|gecorrigeerde|herwerkte)/i,
  /\bals (?:een )?(?:ai|taalmodel|kunstmatige intelligentie)\b/i,
  /\blaat (?:het )?(?:me|mij) (?:gerust )?weten (?:of|als|wat)\b/i,
  /\bhopelijk (?:helpt dit|is dit nuttig)/i,
  /\bas an ai\b|\bhere is (?:the|a) (?:revised|improved|corrected)\b|\bi have made the following\b|\blet me know if\b/i,
];

/** The sentence in which an assistant speaks; null when none does. */
const assistantIn = perNarrative(({ text, sentences }): string | null => {
  const speaks = (words: string): boolean => ASSISTANT.some((pattern) => pattern.test(words));
  return speaks(text) ? (sentences.find(speaks) ?? text) : null;
});

/** The answer of a writing assistant that was pasted along with the text. */
export const textAssistant = ruleCheck({
  id: 'text.writing-assistant',
  severity: 'attention',
  nl: [
    'In de toelichting van {node} staat een antwoord van een schrijfhulp: "{text}".',
    'Schrap dat stuk uit de toelichting.',
  ],
  en: [
    'The narrative of {node} holds an answer of a writing assistant: "{text}".',
    'Delete that part of the narrative.',
  ],
  reads: ['nodes'],
  *rule(document) {
    for (const narrative of narrativesOf(document)) {
      const found = assistantIn(narrative);
      const { node } = narrative;
      if (found !== null)
        yield { place: placeAt({ node: node.id, line: node.source.line }), figures: { text: excerpt(found) } };
    }
  },
});

/** Words that stand where an evaluation should: marks to fill in, and references to another text. */
const PLACEHOLDER = [
  /^(?:n\.?v\.?t|nihil|tbd|todo|te bepalen|aan te vullen|in te vullen|nog in te vullen|volgt|xx+|lorem ipsum.*|test|\?+|[-.\u2013]+)[.!]?$/i,
  /^zie (?:hierboven|hoger|boven|vorige?|eind\w*|evaluatie|toelichting|bijlage|actie|actieplan)\b.{0,40}$/i,
  /^idem\b.{0,40}$/i,
];
/** "This is ongoing": true of any year, so it says nothing of this one. */
const TIMELESS = /^dit is (?:een )?(?:ongoing|permanente?|continue?|doorlopende?|voortdurende?)\b.{0,30}$/i;

/** A placeholder, a reference or a sentence that says nothing of the year. */
export const textPlaceholder = ruleCheck({
  id: 'text.placeholder',
  severity: 'info',
  nl: [
    'De toelichting van {node} zegt niets over het jaar: "{text}".',
    'Schrijf in een paar zinnen wat er in het jaar gebeurd is.',
  ],
  en: [
    'The narrative of {node} says nothing of the year: "{text}".',
    'Say in a few sentences what happened in the year.',
  ],
  reads: ['nodes'],
  *rule(document) {
    for (const { node, text } of narrativesOf(document)) {
      const line = text.trim();
      if (![...PLACEHOLDER, TIMELESS].some((pattern) => pattern.test(line))) continue;
      yield { place: placeAt({ node: node.id, line: node.source.line }), figures: { text: excerpt(line) } };
    }
  },
});

/** A bullet without words: something was to come, or was lost. */
export const textEmptyItem = ruleCheck({
  id: 'text.empty-item',
  severity: 'info',
  nl: ['In de toelichting van {node} staat een leeg opsommingsteken, na "{text}".', 'Vul het punt aan, of schrap het.'],
  en: ['The narrative of {node} holds an empty bullet, after "{text}".', 'Complete the item, or delete it.'],
  reads: ['nodes'],
  *rule(document) {
    for (const { node, lines } of narrativesOf(document)) {
      const at = lines.findIndex((line, index) => /^(?:[-\u2022\u2013*o]|\d{1,2}[.)])$/.test(line) && index > 0);
      if (at < 0) continue;
      const before = lines.slice(0, at).findLast((line) => line !== '') ?? '';
      yield { place: placeAt({ node: node.id, line: node.source.line }), figures: { text: excerpt(before) } };
    }
  },
});
