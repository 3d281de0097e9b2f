import { joinLines, WrappedText } from '../wrap';

/** Puts printed lines together as one text. */
export type Join = (lines: readonly string[]) => string;

const BROKEN = /([\p{L}]+)-$/u;
const CONTINUES = /^([\p{Ll}]+)/u;

/** Words of the source that are not broken at a line end, hyphens included: they tell how a broken word is written. */
function knownWords(lines: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of lines) {
    const whole = line.match(/[\p{L}]+(?:-[\p{L}]+)*(?!-?$)/gu) ?? [];
    for (const word of whole) words.add(word.toLowerCase());
  }
  return words;
}

/** How a word that is broken at the end of a line goes on in the next. */
type Seam = 'none' | 'hyphen' | 'dropped';

/** The hyphen goes unless the word is written with it elsewhere in the source, or is a lone letter ("C-" / "mine"). */
function seamOf(words: ReadonlySet<string>, left: string, right: string): Seam {
  const broken = BROKEN.exec(left)?.[1];
  const rest = CONTINUES.exec(right)?.[1];
  if (broken === undefined || rest === undefined) return 'none';
  const hyphened = words.has(`${broken}-${rest}`.toLowerCase()) && !words.has(`${broken}${rest}`.toLowerCase());
  return broken.length === 1 || hyphened ? 'hyphen' : 'dropped';
}

/** A text of lines with soft hyphens. What is broken twice ("be-" / "leids-" / "plan") is looked up with what it has become. */
function joinSoft(words: ReadonlySet<string>, lines: readonly string[]): string {
  const text = new WrappedText();
  let open = '';
  for (const line of lines) {
    const seam = open === '' ? 'none' : seamOf(words, open, line);
    const kept = seam === 'dropped' ? open.slice(0, -1) : open;
    if (seam === 'none') {
      text.add(open);
      open = line;
    } else open = kept + line;
  }
  text.add(open);
  return text.toString();
}

/** Blanks become one; what is left of a soft hyphen inside a word goes. */
const tidy = (text: string): string =>
  text
    .replace(/[ \t\u00a0]+/gu, ' ')
    .replace(/(?<=\p{L})[\u00ac\u00ad](?=\p{L})/gu, '')
    .trim();

/** How lines of this source are joined: `soft` hyphens only break words, `kept` ones belong to them. */
export function joinerOf(hyphen: 'soft' | 'kept', source: readonly string[]): Join {
  if (hyphen === 'kept') return (lines) => tidy(joinLines(lines));
  const words = knownWords(source);
  return (lines) => tidy(joinSoft(words, lines));
}
