import { placeAt } from '../../plan/finding';
import { ruleCheck } from '../check';
import { excerpt, excerptAround, narrativesOf, perNarrative } from '../narrative';

const MONTH = '(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)';
/** A year told as a moment ("in 2023", "eind 2022", "op 3 mei 2021"): in a name, a decree or a project it tells no time. */
const MOMENT = new RegExp(
  `\\b(?:in|begin|midden|medio|eind|einde|voorjaar|najaar|zomer|winter|loop|jaar|tijdens|seizoen|op \\d{1,2} ${MONTH}|in ${MONTH})(?: van)?(?: het)?(?: jaar)? ((?:19|20)\\d{2})\\b(?!\\s?[-\u2013/]\\s?\\d)`,
  'gi',
);
const MOMENT_ONCE = new RegExp(MOMENT.source, 'i');
/** "Since 2023" tells of something that goes on. */
const SINCE = /\b(?:sinds|sedert|vanaf)\s(?:\p{L}+\s){0,3}$/iu;

/** The years of which a text tells that something happened in them. */
const momentsIn = (text: string): readonly number[] =>
  [...text.matchAll(MOMENT)].filter((match) => !SINCE.test(text.slice(0, match.index))).map(([, year]) => Number(year));

const momentsOf = perNarrative(({ text }) => momentsIn(text));

/** Words that bring a text back to the year of the report. */
const PRESENT = /\b(?:dit jaar|voorbije jaar|afgelopen jaar|momenteel|op dit moment|sindsdien|tot op heden)\b/i;
/** Weaker: enough beside a single earlier year. */
const NOW = /\b(?:nu|nog steeds|nog altijd|intussen|ondertussen|inmiddels)\b/i;
/** One sentence about an earlier year in a long text is background; this share of the sentences makes it the subject. */
const SUBJECT_SHARE = 0.2;

const listed = (years: readonly number[]): string => [...new Set(years)].sort((left, right) => left - right).join(', ');

/** A narrative that names years, all of them before the year of the report. */
export const textEarlierYears = ruleCheck({
  id: 'text.earlier-years',
  severity: 'attention',
  nl: ['De toelichting van {node} vertelt wat er in {years} gebeurde, en niets over {year}: "{text}".', '{advice}'],
  en: ['The narrative of {node} tells what happened in {years}, and nothing of {year}: "{text}".', '{advice}'],
  reads: ['info', 'nodes'],
  *rule(document, context) {
    const year = document.document.fiscalYear;
    if (year === null) return;
    for (const narrative of narrativesOf(document)) {
      const { node, text, sentences } = narrative;
      const years = momentsOf(narrative);
      const only = years.length > 0 && years.every((named) => named < year) && !text.includes(String(year));
      if (!only || PRESENT.test(text) || (years.length === 1 && NOW.test(text))) continue;
      const telling = sentences.filter((sentence) => momentsIn(sentence).length > 0);
      if (telling.length < sentences.length * SUBJECT_SHARE) continue;
      const evidence = telling[0] ?? text;
      const moment = MOMENT_ONCE.exec(evidence);
      // Of what was achieved before, little more is to be said.
      const finished = context.meaningOf(node) === 'done';
      yield {
        ...(finished ? { severity: 'info' as const } : {}),
        place: placeAt({ node: node.id, line: node.source.line }),
        figures: {
          years: listed(years),
          year,
          advice: finished
            ? context.say(
                'Wat klaar is, kan in de planning afgesloten worden.',
                'What is finished can be closed in the planning.',
              )
            : context.say(`Vul aan wat er in ${year} gebeurd is.`, `Add what happened in ${year}.`),
          text: moment ? excerptAround(evidence, moment.index, moment[0].length) : excerpt(evidence),
        },
      };
    }
  },
});

/** What will happen, told with the year of the report itself. */
const futureIn = (year: number): RegExp => {
  const moment = `(?:in|tegen|rond|voorjaar van|najaar van|loop van|begin|midden|eind|einde|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\\s(?:\\S+\\s)?${year}\\b(?!\\s?[-\u2013/]\\s?\\d)`;
  const verb = '\\b(?:zal|zullen|gaat|gaan|blijven we|blijft men|willen we|hopen we)\\b';
  return new RegExp(
    `${verb}[^.]{0,90}${moment}|${moment}\\s(?:zal|zullen|wordt\\s(?:dit|deze|het|er)\\s[^.]{0,40}(?:verder ?gezet|opgestart|voortgezet))\\b`,
    'i',
  );
};

/** The sentence around what was found in it. */
function aroundMatch(sentence: string, pattern: RegExp): string {
  const found = pattern.exec(sentence);
  return found ? excerptAround(sentence, found.index, found[0].length) : excerpt(sentence);
}

/** The year of the report spoken of as the future: the text was written for an earlier report. */
export const textYearAsFuture = ruleCheck({
  id: 'text.year-as-future',
  severity: 'attention',
  nl: [
    'De toelichting van {node} spreekt over {year} alsof het nog moet komen: "{text}".',
    'Kijk na of dit de tekst van een vorig verslag is en werk hem bij, of verbeter het jaartal.',
  ],
  en: [
    'The narrative of {node} speaks of {year} as if it were still to come: "{text}".',
    'Check whether this is the text of an earlier report and bring it up to date, or correct the year.',
  ],
  reads: ['info', 'nodes'],
  *rule(document) {
    const year = document.document.fiscalYear;
    if (year === null) return;
    const pattern = futureIn(year);
    for (const { node, sentences } of narrativesOf(document)) {
      const found = sentences.find((sentence) => pattern.test(sentence));
      if (found !== undefined)
        yield {
          place: placeAt({ node: node.id, line: node.source.line }),
          figures: { year, text: aroundMatch(found, pattern) },
        };
    }
  },
});
