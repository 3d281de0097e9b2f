import { isTooLong, type Line } from '../lines';
import { idFromName, literally, PROFILE_FORMAT, type OutlineProfile, type OutlineRule } from './profile';

/** A first profile for a plan nobody described yet, from the marks that are seen often. It is a start to work on, in the pane or as a file. */

/** Letters, digits set off by dots: "SD 1", "OD 1.1.1", "A2.3". */
const CODE = /^(?<letters>\p{Lu}{1,4})(?<blank> ?)(?<digits>\d{1,3}(?:\.\d{1,3}){0,4})(?<end>[:.]? )/u;
/** A word with a number, and what sets the title off: "PIJLER 1 - FIETSEN", "Hoofdstuk 2: Wonen", "Fase 3". */
const NUMBERED = /^(?<word>\p{Lu}\p{L}{3,20}) \d{1,2}(?<end> ?[-–:.] |$)/u;
/** A word or two with a colon: "Trekker: dienst Mobiliteit". */
const LABELLED = /^(?<label>\p{Lu}[\p{L}-]{2,20}(?: \p{Ll}{2,15})?): \S/u;
const INDICATOR = /^Indicator(?:en)?$/u;
const LIST_MARKS: readonly (readonly [name: string, pattern: string])[] = [
  ['streepje', '^- '],
  ['bol', '^•\\s*'],
  ['o', '^o '],
  ['pijl', '^»+\\s*'],
];
/** A mark that is seen less often is a coincidence. */
const SELDOM = 3;
/** Words with a number and labels stand out more than a lone code. */
const TWICE = 2;
/** The title of a plan stands at its start. */
const TITLE_LINES = 12;
const PERIOD = /(?<from>(?:19|20)\d{2}) ?[-–] ?(?<to>(?:19|20)\d{2})/u;
const MAX_TITLE = 120;

/** A mark that tells a level, with where it is first seen and how deep its number says it stands. */
interface Mark {
  readonly id: string;
  readonly name: string;
  readonly pattern: string;
  readonly depth: number;
  readonly first: number;
  /** Are all its lines in capitals? Then what follows is another text. */
  capitals: boolean;
  count: number;
}

const inCapitalsToWord = (word: string): string =>
  word === word.toUpperCase() ? word.charAt(0) + word.slice(1).toLowerCase() : word;

function markOf(text: string): Omit<Mark, 'first' | 'count' | 'capitals'> | null {
  const numbered = NUMBERED.exec(text)?.groups;
  if (numbered?.['word'] !== undefined) {
    const { word, end = '' } = numbered;
    const sign = end.trim();
    return {
      id: inCapitalsToWord(word),
      name: inCapitalsToWord(word),
      depth: 1,
      pattern: `^${literally(word)} \\d{1,2}${sign === '' ? '(?: |$)' : ` ?${literally(sign)} `}`,
    };
  }
  const { letters, blank = '', digits = '' } = CODE.exec(text)?.groups ?? {};
  if (letters === undefined) return null;
  const depth = digits.split('.').length;
  return {
    id: depth === 1 ? letters : `${letters} ${depth}`,
    name: letters,
    depth,
    pattern: `^(?<code>${letters}${blank}\\d{1,3}${'\\.\\d{1,3}'.repeat(depth - 1)})[:.]? +(?=\\S)`,
  };
}

function marksOf(lines: readonly Line[]): readonly Mark[] {
  const marks = new Map<string, Mark>();
  lines.forEach(({ text }, first) => {
    const mark = markOf(text);
    if (!mark) return;
    const known = marks.get(mark.id) ?? { ...mark, first, capitals: true, count: 0 };
    known.count += 1;
    known.capitals &&= text === text.toUpperCase();
    marks.set(mark.id, known);
  });
  return [...marks.values()]
    .filter(({ count, depth }) => count >= SELDOM || (depth === 1 && count >= TWICE))
    .sort((left, right) => left.depth - right.depth || left.first - right.first);
}

function labelsOf(lines: readonly Line[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    const label = LABELLED.exec(text)?.groups?.['label'];
    if (label !== undefined && !INDICATOR.test(label)) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= TWICE).map(([label]) => label);
}

/** The rule for a labelled part. */
export const fieldRule = (label: string): OutlineRule => ({
  as: 'field',
  name: label,
  pattern: `^${literally(label)} ?: `,
});

/**
 * A profile with a level for each form of code, numbered word and mark of lists that is seen often, and a part for each label; null when the
 * source shows no mark. What nothing takes is kept as text.
 */
export function draftProfile(lines: readonly Line[], name: string): OutlineProfile | null {
  const filled = lines.filter((line) => line.text !== '' && !isTooLong(line));
  const marks = marksOf(filled);
  const items = LIST_MARKS.map(([mark, pattern]) => ({ name: mark, pattern })).filter(
    ({ pattern }) => filled.filter(({ text }) => new RegExp(pattern, 'u').test(text)).length >= SELDOM,
  );
  if (marks.length + items.length === 0) return null;
  const doubleSpaced =
    lines.filter(({ text }, index) => text !== '' && lines[index + 1]?.text === '').length > filled.length / 2;
  const start = filled.slice(0, TITLE_LINES);
  const { levels, rules } = levelsOf(marks, items, labelsOf(filled));
  return {
    format: PROFILE_FORMAT,
    id: idFromName(name) || 'nieuw plan',
    name: name.slice(0, MAX_TITLE) || 'Nieuw plan',
    recognise: (marks.length > 0 ? marks : items).map(({ pattern }) => pattern).slice(0, 20),
    document: aboutOf(start, name),
    items,
    text: {
      emptyLineEnds: !doubleSpaced,
      blankLineEnds: true,
      tightHeadings: false,
      finishedLine: 0.96,
      shortLine: 0.8,
      lineEndHyphen: 'kept',
      footnoteRule: null,
    },
    furniture: ['^\\d{1,3}$'],
    levels,
    rules,
    otherwise: 'text',
    tables: [],
    services: [],
  };
}

/** Title and period, from the first lines. */
function aboutOf(start: readonly Line[], name: string): OutlineProfile['document'] {
  const title = start.find(({ text }) => text.length <= MAX_TITLE)?.text ?? name;
  const years = start.map(({ text }) => PERIOD.exec(text)?.groups).find((groups) => groups !== undefined);
  const plain = title
    .replace(PERIOD, '')
    .replace(/[\s–:-]+$/u, '')
    .trim();
  return {
    kind: 'policyPlan',
    title: plain || name || 'Plan',
    period: years ? { from: `${years['from']}-01-01`, to: `${years['to']}-12-31` } : null,
  };
}

/** A level and its rule for each mark of a code, then for each mark of a list, with a rule for each label between. */
function levelsOf(
  marks: readonly Mark[],
  items: readonly { readonly name: string }[],
  labels: readonly string[],
): Pick<OutlineProfile, 'levels' | 'rules'> {
  const coded = marks.map(({ id, name: word }, rank) => ({ id, name: word, rank: rank + 1 }));
  const listed = items.map(({ name: mark }, index) => ({
    id: `punt ${mark}`,
    name: `Punt (${mark})`,
    rank: coded.length + index + 1,
  }));
  const codeRules = marks.map((mark, index): OutlineRule => ({
    as: 'node',
    level: coded[index]?.id ?? '',
    item: null,
    pattern: mark.pattern,
    ...(mark.capitals ? { singleLine: true } : {}),
  }));
  const listRules = listed.map(({ id }, index): OutlineRule => ({
    as: 'node',
    level: id,
    item: items[index]?.name ?? null,
    ...(coded.length > 0 ? { under: coded.map((level) => level.id) } : {}),
  }));
  const indicatorRules: readonly OutlineRule[] = [
    { as: 'indicators', item: null, pattern: '^Indicator(?:en)? ?:' },
    { as: 'indicator', item: null, announced: 'indicators' },
  ];
  return {
    levels: [...coded, ...listed],
    rules: [...codeRules, ...labels.map(fieldRule), ...listRules, ...indicatorRules],
  };
}

/** A profile to begin with where no mark is seen: one level, and all text until a user shows what is what. */
export function blankProfile(lines: readonly Line[], name: string): OutlineProfile {
  const first = lines.find(({ text }) => text !== '')?.text ?? name;
  return {
    format: PROFILE_FORMAT,
    id: idFromName(name) || 'nieuw plan',
    name: name.slice(0, MAX_TITLE) || 'Nieuw plan',
    recognise: [`^${literally(first.slice(0, MAX_TITLE))}`],
    document: { kind: 'policyPlan', title: first.slice(0, MAX_TITLE) || 'Plan', period: null },
    items: [],
    text: {
      emptyLineEnds: true,
      blankLineEnds: true,
      tightHeadings: false,
      finishedLine: 0.96,
      shortLine: 0.8,
      lineEndHyphen: 'kept',
      footnoteRule: null,
    },
    furniture: [],
    levels: [{ id: 'Onderdeel', name: 'Onderdeel', rank: 1 }],
    rules: [{ as: 'text', item: null }],
    otherwise: 'text',
    tables: [],
    services: [],
  };
}
