import type { Random } from './random';

/** Dutch words of our own choosing; some are long enough to break inside a narrow cell, some carry a hyphen of their own. */
const NOUNS = [
  'buurtwerking',
  'fietspad',
  'leeromgeving',
  'zorgaanbod',
  'marktplein',
  'bibliotheek',
  'sporthal',
  'waterbeheer',
  'energiescan',
  'dorpskern',
  'jeugdhuis',
  'archiefwerking',
  'vrijwilligersbeleid',
  'financieel-administratieve',
  'personeelsplanning',
  'speelplein',
  'kunstencentrum',
  'erfgoedwerking',
  'welzijnsschakel',
  'toegankelijkheidsadviesraad',
  'klimaatadaptatiemaatregelen',
  'gebouwenbeheersystemen',
  'stationsomgeving',
  'wandelnetwerk',
  'co-creatie',
  'ICT-infrastructuur',
];
const VERBS = [
  'versterkt',
  'vernieuwt',
  'ondersteunt',
  'ontwikkelt',
  'organiseert',
  'onderhoudt',
  'verduurzaamt',
  'bundelt',
  'begeleidt',
  'opent',
];
const LINKS = ['met', 'voor', 'binnen', 'samen met', 'ten behoeve van', 'in', 'rond', 'dankzij'];
const QUALITIES = [
  'duurzame',
  'nieuwe',
  'lokale',
  'laagdrempelige',
  'digitale',
  'geïntegreerde',
  'zichtbare',
  'betaalbare',
  'onderhouds- en',
  'vlotte',
];

/** One phrase of a few words, without a full stop. Never starts like a heading, a status or a list item. */
export function phrase(random: Random): string {
  return [
    `${random.pick(['De', 'Het', 'Elk', 'Ons'])} ${random.pick(NOUNS)} ${random.pick(VERBS)}`,
    ...Array.from(
      { length: random.int(1, 4) },
      () => `${random.pick(LINKS)} ${random.pick(QUALITIES)} ${random.pick(NOUNS)}`,
    ),
  ].join(' ');
}

export const sentence = (random: Random): string => `${phrase(random)}.`;

export const paragraph = (random: Random, sentences: number): string =>
  Array.from({ length: sentences }, () => sentence(random)).join(' ');

/**
 * Lines of at most `width` characters, the first of at most `first`. They break at blanks and after hyphens inside words, as a word processor does; a word longer than
 * the line breaks anywhere.
 */
export function wrap(text: string, width: number, first: number = width): readonly string[] {
  const pieces = text.split(/(?<= )|(?<=\p{L}-)(?=\p{L})/u);
  const lines: string[] = [];
  let line = '';
  const room = (): number => (lines.length === 0 ? first : width);
  for (const piece of pieces) {
    if (line !== '' && (line + piece).trimEnd().length > room()) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
    while (line.trimEnd().length > room()) {
      const cut = room();
      lines.push(line.slice(0, cut));
      line = line.slice(cut);
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}
