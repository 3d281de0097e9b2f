import { failure, success, type Result } from '../../plan/result';
import { fieldRule } from './draft';
import {
  idFromName,
  literally,
  MAX_FURNITURE,
  MAX_LEVELS,
  type OutlineLevel,
  type OutlineProfile,
  type OutlineRule,
} from './profile';
import { patternOf } from './pattern';

/** Putting a profile right by example, as a user does: this line is that, this level stands higher. Each gives a new profile. */

/** What a user says a line is. */
export type Lesson =
  /** A node of a level that is there, or of a new one that stands right under `under` (null: at the top). */
  | { readonly as: 'node'; readonly level: string }
  | { readonly as: 'newLevel'; readonly name: string; readonly under: string | null }
  /** A labelled part of the node it stands under: "Trekker: ...". */
  | { readonly as: 'field' }
  /** Announces or holds an indicator: "Indicator: ...". */
  | { readonly as: 'indicators' }
  /** A heading of text; `closes`: nothing of the plan is open after it. */
  | { readonly as: 'heading'; readonly closes: boolean }
  | { readonly as: 'text' }
  /** A page number or running head. */
  | { readonly as: 'furniture' }
  /** A row of figures under a heading: one column per name; the last row may be the total. */
  | {
      readonly as: 'table';
      readonly title: string;
      readonly columns: readonly { readonly name: string; readonly unit: string }[];
      readonly total: string | null;
    };

export type TeachProblem = 'noMark' | 'unknownLevel' | 'levelExists' | 'noFigures' | 'lastLevel' | 'noRoom';

export type Taught = Result<OutlineProfile, TeachProblem>;

/** Enough of a line to tell it from all others, and less than a pattern may measure. */
const MOST_OF_LINE = 120;

/** "M1. ", "OD 1.1: ": letters with a number are a code. "PIJLER 1 - ": a word with a number is a mark, and no code. */
const CODED = /^(?<letters>\p{Lu}{1,4})(?<blank> ?)(?<digits>\d{1,3}(?:\.\d{1,3})*)(?<end>[.:)]? +)(?=\S)/u;
const NUMBERED = /^(?<word>\p{L}[\p{L} ]{1,30}?) \d{1,3}(?<sign> ?[-–:.)]? )(?=\S)/u;
const NUMBER = /^(?<digits>\d{1,3}(?:\.\d{1,3})*)(?<end>[.)]? +)(?=\S)/u;
const LABEL = /^(?<label>\p{L}[\p{L} -]{1,30}?) ?: /u;
const GLYPH = /^(?<glyph>[^\p{L}\p{N}\s("'‘“]{1,2}\s+)(?=\S)/u;

/** "M1.2. " or "1.2 " as a pattern: codes with the same letters and as many numbers. */
const codePattern = (letters: string, { digits = '', end = '' }: Readonly<Record<string, string>>): string =>
  `^(?<code>${letters}\\d{1,3}${'\\.\\d{1,3}'.repeat(digits.split('.').length - 1)})${literally(end.trim())} +(?=\\S)`;

/** The mark a line begins with, as a pattern that fits its like; null when it begins like any text. */
export function markOfLine(text: string): string | null {
  const coded = CODED.exec(text)?.groups;
  if (coded) return codePattern(`${coded['letters'] ?? ''}${coded['blank'] ?? ''}`, coded);
  const numbered = NUMBERED.exec(text)?.groups;
  if (numbered)
    return `^${literally(numbered['word'] ?? '')} \\d{1,3}${literally((numbered['sign'] ?? ' ').trimEnd())} +`;
  const number = NUMBER.exec(text)?.groups;
  if (number) return codePattern('', number);
  const glyph = GLYPH.exec(text)?.groups?.['glyph'];
  if (glyph !== undefined) return `^${literally(glyph.trim())}\\s+`;
  const label = LABEL.exec(text)?.groups?.['label'];
  return label === undefined ? null : `^${literally(label)} ?: `;
}

const exactly = (text: string): string =>
  text.length > MOST_OF_LINE ? `^${literally(text.slice(0, MOST_OF_LINE))}` : `^${literally(text)}$`;

/** How lines like this one are told: by their mark; in capitals; or, without either, only this very line. */
function look(text: string): Pick<OutlineRule, 'pattern' | 'capitals' | 'singleLine'> {
  const mark = markOfLine(text);
  if (mark !== null) return { pattern: mark };
  return text === text.toUpperCase() && /\p{Lu}{2}/u.test(text)
    ? { capitals: true, singleLine: true }
    : { pattern: exactly(text), singleLine: true };
}

/** Rules for what was shown come before those that were guessed. */
const withRule = (profile: OutlineProfile, rule: OutlineRule): OutlineProfile => ({
  ...profile,
  rules: [rule, ...profile.rules.filter((each) => JSON.stringify(each) !== JSON.stringify(rule))],
});

/** The line without the mark of a list of the profile, and the name of that list. */
function itemOf(profile: OutlineProfile, text: string): { readonly item: string | null; readonly text: string } {
  for (const item of profile.items) {
    const match = 'pattern' in item ? patternOf(item.pattern).exec(text) : null;
    if (match) return { item: item.name, text: text.slice(match[0].length).trim() };
  }
  return { item: null, text };
}

function nodeRule(profile: OutlineProfile, text: string, level: string): OutlineRule {
  const line = itemOf(profile, text);
  return line.item === null ? { as: 'node', level, item: null, ...look(text) } : { as: 'node', level, item: line.item };
}

function newLevel(profile: OutlineProfile, text: string, name: string, under: string | null): Taught {
  const id = idFromName(name);
  if (id === '' || profile.levels.some((level) => level.id === id)) return failure('levelExists');
  if (profile.levels.length >= MAX_LEVELS) return failure('noRoom');
  const rank = under === null ? 1 : (profile.levels.find((level) => level.id === under)?.rank ?? 0) + 1;
  if (under !== null && rank === 1) return failure('unknownLevel');
  const levels: readonly OutlineLevel[] = [
    ...profile.levels.map((level) => (level.rank >= rank ? { ...level, rank: level.rank + 1 } : level)),
    { id, name, rank },
  ];
  return success(withRule({ ...profile, levels: ordered(levels) }, nodeRule(profile, text, id)));
}

/** By rank, and ranks without gaps. */
const ordered = (levels: readonly OutlineLevel[]): OutlineLevel[] =>
  [...levels].sort((left, right) => left.rank - right.rank).map((level, index) => ({ ...level, rank: index + 1 }));

const FIGURE = '(?:-?[\\d.]+(?:,\\d+)?|-)';

function table(profile: OutlineProfile, text: string, lesson: Extract<Lesson, { as: 'table' }>): Taught {
  const figures = `${FIGURE}(?: +${FIGURE}){${lesson.columns.length - 1}}`;
  const pattern = `^(?<label>\\p{L}.*?) +(?<figures>${figures})$`;
  if (lesson.columns.length === 0 || !new RegExp(pattern, 'u').test(text)) return failure('noFigures');
  const id = idFromName(lesson.title) || 'tabel';
  const shape: OutlineProfile['tables'][number] = {
    id,
    title: lesson.title,
    columns: lesson.columns.map((column) => ({ ...column })),
    ...(lesson.total === null ? {} : { total: `^${literally(lesson.total)}` }),
  };
  return success(
    withRule(
      { ...profile, tables: [...profile.tables.filter((each) => each.id !== id), shape] },
      { as: 'row', table: id, item: null, pattern },
    ),
  );
}

/** What the profile becomes when a line, and everything that looks like it, is what the user says. */
export function teach(profile: OutlineProfile, text: string, lesson: Lesson): Taught {
  switch (lesson.as) {
    case 'node':
      return profile.levels.some(({ id }) => id === lesson.level)
        ? success(withRule(profile, nodeRule(profile, text, lesson.level)))
        : failure('unknownLevel');
    case 'newLevel':
      return newLevel(profile, text, lesson.name, lesson.under);
    case 'field': {
      const label = LABEL.exec(text)?.groups?.['label'];
      return label === undefined ? failure('noMark') : success(withRule(profile, fieldRule(label)));
    }
    case 'indicators': {
      const label = LABEL.exec(text)?.groups?.['label'];
      return label === undefined
        ? failure('noMark')
        : success(withRule(profile, { as: 'indicators', item: null, pattern: `^${literally(label)} ?: ` }));
    }
    case 'heading':
      return success(
        withRule(profile, {
          as: 'heading',
          depth: 1,
          item: null,
          ...(lesson.closes ? { closes: true } : {}),
          ...look(text),
        }),
      );
    case 'text':
      return success(
        withRule(profile, { as: 'text', ...look(itemOf(profile, text).text), item: itemOf(profile, text).item }),
      );
    case 'furniture':
      return profile.furniture.length < MAX_FURNITURE
        ? success({ ...profile, furniture: [...profile.furniture, exactly(text).replace(/\d+/g, '\\d+')] })
        : failure('noRoom');
    case 'table':
      return table(profile, text, lesson);
  }
}

/** Moves a level one step up or down among the levels. */
export function moveLevel(profile: OutlineProfile, level: string, step: -1 | 1): Taught {
  const levels = ordered(profile.levels);
  const at = levels.findIndex(({ id }) => id === level);
  const [moved, other] = [levels[at], levels[at + step]];
  if (!moved) return failure('unknownLevel');
  if (!other) return failure('lastLevel');
  const swapped = levels.map((each) =>
    each === moved ? { ...moved, rank: other.rank } : each === other ? { ...other, rank: moved.rank } : each,
  );
  return success({ ...profile, levels: ordered(swapped) });
}

export function renameLevel(profile: OutlineProfile, level: string, name: string): Taught {
  if (!profile.levels.some(({ id }) => id === level)) return failure('unknownLevel');
  if (name.trim() === '') return failure('levelExists');
  return success({
    ...profile,
    levels: profile.levels.map((each) => (each.id === level ? { ...each, name: name.trim() } : each)),
  });
}

/** Says whether the titles of a level stand on one line, so that what follows them is another text. */
export function setSingleLine(profile: OutlineProfile, level: string, singleLine: boolean): Taught {
  if (!profile.levels.some(({ id }) => id === level)) return failure('unknownLevel');
  const rules = profile.rules.map((rule): OutlineRule => {
    if (rule.as !== 'node' || rule.level !== level) return rule;
    const { singleLine: _, ...rest } = rule;
    return singleLine ? { ...rest, singleLine } : rest;
  });
  return success({ ...profile, rules });
}

/** Takes a level out, with the rules that make it: what it took becomes text again, or another level's. */
export function removeLevel(profile: OutlineProfile, level: string): Taught {
  if (!profile.levels.some(({ id }) => id === level)) return failure('unknownLevel');
  if (profile.levels.length === 1) return failure('lastLevel');
  const without = (levels: readonly string[] | undefined): string[] | undefined => levels?.filter((id) => id !== level);
  const rules = profile.rules.flatMap((rule): OutlineRule[] => {
    if (rule.as === 'node' && rule.level === level) return [];
    const [under, directlyUnder, notUnder] = [without(rule.under), without(rule.directlyUnder), without(rule.notUnder)];
    if (
      under?.length === 0 ||
      directlyUnder?.length === 0 ||
      rule.titled?.level === level ||
      rule.having?.level === level
    )
      return [];
    return [
      {
        ...rule,
        ...(under ? { under } : {}),
        ...(directlyUnder ? { directlyUnder } : {}),
        ...(notUnder ? { notUnder } : {}),
      },
    ];
  });
  const levels = ordered(
    profile.levels
      .filter(({ id }) => id !== level)
      .map((each) => (each.parents ? { ...each, parents: each.parents.filter((id) => id !== level) } : each)),
  );
  return success({ ...profile, levels, rules });
}

/** Says what the document is called and which years it is about. */
export const nameDocument = (
  profile: OutlineProfile,
  title: string,
  period: OutlineProfile['document']['period'],
): OutlineProfile => ({
  ...profile,
  document: { ...profile.document, title: title.trim() || profile.document.title, period },
});
