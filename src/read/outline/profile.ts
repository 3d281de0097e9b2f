import { en, nl } from 'zod/v4/locales';
import type { Language } from '../../plan/finding';
import { LINE_ROLES } from '../../plan/lineRole';
import { failure, success, type Result } from '../../plan/result';
import { REVIEW_REASONS } from '../../plan/review';
import { DOCUMENT_KINDS } from '../../plan/vocabulary';
import { z } from '../../plan/zod';
import { compilePattern, type PatternProblem } from './pattern';

/**
 * What a plan without codes of a report looks like, as data: its levels, what marks them, what ends a text, and what is mere furniture.
 * A user makes one as a JSON file; the reader knows nothing of any plan but what stands in it.
 */

export const PROFILE_FORMAT = 'planboek/profile@1';

/** Longer patterns are no longer readable, and invite patterns that never end. */
const MAX_PATTERN_LENGTH = 400;
export const MAX_FURNITURE = 30;
export const MAX_LEVELS = 20;
const MAX_RULES = 200;

/** Said in the language of the user when the problem is told: as these stand in `badPattern`. */
const checkPattern = (source: string, context: z.core.$RefinementCtx<string>): void => {
  const compiled = compilePattern(source);
  if (!compiled.ok) context.addIssue({ code: 'custom', message: compiled.failure });
};

/** A regular expression (with the flag u) as text. */
const pattern = z.string().min(1).max(MAX_PATTERN_LENGTH).superRefine(checkPattern);
const MAX_ID = 31;

/** A name as an id of levels, tables and profiles can hold it; '' when nothing is left. */
export const idFromName = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N} _-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .slice(0, MAX_ID)
    .trim();

/** A text as a pattern that finds just that. */
export const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const id = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} _-]{0,30}$/u);
const name = z.string().min(1).max(120);
const isoDate = z.iso.date();

/** When a rule holds. Everything named must hold; what is not named does not matter. */
const conditions = {
  /** On the first line, without the mark of its list. A named group `code` is the code, `title` the title; else the title is what follows the match. */
  pattern: pattern.optional(),
  /** Found anywhere in the whole text. */
  contains: pattern.optional(),
  /** Not found anywhere in the whole text. */
  lacks: pattern.optional(),
  /** Name of the list mark, or null for text without one. */
  item: z.string().nullable().optional(),
  /** Only capitals. */
  capitals: z.boolean().optional(),
  /** First on its page. */
  pageStart: z.boolean().optional(),
  singleLine: z.boolean().optional(),
  maxLength: z.int().min(1).optional(),
  /** How the text ends: with the sign of a sentence, with a colon, or with neither. */
  ends: z.array(z.enum(['sentence', 'colon', 'open'])).optional(),
  /** Length of the longest line but the last, in characters: a narrower column shows another kind of text. */
  columnMax: z.int().min(1).optional(),
  columnMin: z.int().min(1).optional(),
  /** What stands before it: a line with nothing but blanks, an empty line, or nothing. */
  gap: z.array(z.enum(['none', 'empty', 'blank'])).optional(),
  /** Is directly followed by a line without any gap. */
  tight: z.boolean().optional(),
  /** The text before the list it stands in, or before itself. */
  after: pattern.optional(),
  /** A heading it stands under. */
  within: pattern.optional(),
  outside: pattern.optional(),
  /** Levels, one of which is open above it (the innermost open node, or an ancestor of it). */
  under: z.array(id).optional(),
  /** Levels, one of which is the innermost open one. */
  directlyUnder: z.array(id).optional(),
  notUnder: z.array(id).optional(),
  /** The innermost open node of the level has a part of one of these levels. */
  having: z.strictObject({ level: id, parts: z.array(id), found: z.boolean() }).optional(),
  /** The innermost open node of the level has a title that fits. */
  titled: z.strictObject({ level: id, pattern }).optional(),
  /** Mark of the text that follows; null for text without one. */
  next: z.string().nullable().optional(),
  /** Entries of an announced list of indicators. */
  announced: z.literal('indicators').optional(),
};

/** Starts a text of its own wherever its pattern is found at the start of a line; false for patterns that also occur inside texts. */
const starts = z.boolean().optional();
const review = z.enum(REVIEW_REASONS).optional();
/** What the lines are called in the account of the source, when that is not plain from the rule. */
const role = z.enum(LINE_ROLES).optional();

const ruleSchema = z.discriminatedUnion('as', [
  /** A node of the plan. */
  z.strictObject({
    as: z.literal('node'),
    level: id,
    starts,
    review,
    alternatives: z.array(id).optional(),
    /** A title that ends with a colon goes on in the unmarked text after it. */
    continues: z.boolean().optional(),
    /** No heading of texts stands above it. */
    clears: z.boolean().optional(),
    /** Put before the printed code: "tafel " makes "tafel 1". */
    codePrefix: z.string().max(20).optional(),
    ...conditions,
  }),
  /** A heading of texts. `closes`: no node is open after it. */
  z.strictObject({
    as: z.literal('heading'),
    depth: z.int().min(1).max(6),
    closes: z.boolean().optional(),
    starts,
    role,
    ...conditions,
  }),
  /** A word that announces or separates, and is nothing itself. */
  z.strictObject({ as: z.literal('label'), starts, role, ...conditions }),
  /** Announces indicators; what stands after it on the line is the first, or several set off by the separator. */
  z.strictObject({
    as: z.literal('indicators'),
    starts,
    review,
    separator: z.string().min(1).max(3).optional(),
    ...conditions,
  }),
  /** One indicator, norm or figure. */
  z.strictObject({ as: z.literal('indicator'), starts, review, measured: z.boolean().optional(), ...conditions }),
  z.strictObject({ as: z.literal('norm'), starts, review, ...conditions }),
  /** A labelled part of the node it stands under; unmarked texts after it go on with it until a line of blanks. */
  z.strictObject({ as: z.literal('field'), name, starts, ...conditions }),
  /** A row of a table named in `tables`; the pattern has the groups `label` and `figures`. */
  z.strictObject({ as: z.literal('row'), table: id, starts, ...conditions }),
  /** Running text. `figures`: the figures named in it become indicators. */
  z.strictObject({ as: z.literal('text'), starts, review, figures: z.boolean().optional(), ...conditions }),
]);
export type OutlineRule = z.infer<typeof ruleSchema>;

const levelSchema = z.strictObject({
  id,
  name,
  rank: z.int().min(1).max(20),
  /** Levels its parent may have; any higher one when left out, none when empty. */
  parents: z.array(id).optional(),
  /** No text of its own stands under it: what follows belongs to the node above. */
  leaf: z.boolean().optional(),
  /** The figures and dates named in its titles become indicators: as what is promised, or as what was measured. */
  figures: z.enum(['promised', 'measured']).optional(),
});

export const profileSchema = z.strictObject({
  format: z.literal(PROFILE_FORMAT),
  id,
  name,
  /** Patterns each of which must be found at the start of some line before the profile is tried on a file. */
  recognise: z.array(pattern).min(1).max(20),
  document: z.strictObject({
    kind: z.enum(DOCUMENT_KINDS),
    /** Used when no line gives a title. */
    title: name,
    /** Pattern of the line that holds the title; a group `title` when it is not the whole line. */
    titleLine: pattern.optional(),
    period: z.strictObject({ from: isoDate, to: isoDate }).nullable(),
    /** Names by which other documents call this one. */
    aliases: z.array(pattern).optional(),
  }),
  /** Marks of lists, the first that fits. `lost`: the glyph is gone, a leading blank is all that is left. */
  items: z
    .array(z.union([z.strictObject({ name, pattern }), z.strictObject({ name, lost: z.literal(true) })]))
    .max(20)
    .default([]),
  text: z
    .strictObject({
      /** Does an empty line end a text? Not where every printed line is followed by one. */
      emptyLineEnds: z.boolean().default(true),
      /** Does a line of nothing but blanks end one? */
      blankLineEnds: z.boolean().default(true),
      /** A heading is a line directly followed by another, in a text whose lines are otherwise set apart. */
      tightHeadings: z.boolean().default(false),
      /** A line that ends a sentence was ended on purpose when it is at most this share of the common length, the next word included. */
      finishedLine: z.number().min(0.3).max(1.1).default(0.96),
      /** The same for a first line that does not end a sentence: a heading. */
      shortLine: z.number().min(0.3).max(1).default(0.8),
      /** soft: a hyphen at a line end only breaks the word; kept: it belongs to it. */
      lineEndHyphen: z.enum(['soft', 'kept']).default('kept'),
      /** A line of at least this many blanks stands above footnotes, which end at the next empty line or page. */
      footnoteRule: z.int().min(5).nullable().default(null),
    })
    .prefault({}),
  /** Lines that belong to the paper: page numbers, running heads. */
  furniture: z.array(pattern).max(MAX_FURNITURE).default([]),
  levels: z.array(levelSchema).min(1).max(MAX_LEVELS),
  rules: z.array(ruleSchema).min(1).max(MAX_RULES),
  /** What becomes of a text no rule takes. */
  otherwise: z.enum(['text', 'unrecognised']).default('unrecognised'),
  tables: z
    .array(
      z.strictObject({
        id,
        title: name,
        total: pattern.optional(),
        columns: z
          .array(
            z.strictObject({
              name,
              unit: name,
              share: z.strictObject({ part: z.int().min(0), whole: z.int().min(0) }).optional(),
            }),
          )
          .min(1)
          .max(24),
      }),
    )
    .max(20)
    .default([]),
  /** Patterns of names of services, found in texts. */
  services: z.array(pattern).max(20).default([]),
});
export type OutlineProfile = z.infer<typeof profileSchema>;
export type OutlineLevel = OutlineProfile['levels'][number];

/** Where a profile is wrong, and how, in words. */
export interface ProfileProblem {
  readonly path: string;
  readonly message: string;
}

/** Levels, lists and tables that rules name but the profile does not have. */
function danglingNames(
  { levels, rules, items, tables }: OutlineProfile,
  { unknownName }: ProfileTexts,
): readonly ProfileProblem[] {
  const problems: ProfileProblem[] = [];
  const known = {
    level: new Set(levels.map((level) => level.id)),
    item: new Set(items.map((item) => item.name)),
    table: new Set(tables.map((table) => table.id)),
  };
  const expect = (kind: keyof typeof known, value: string | null | undefined, path: string): void => {
    if (typeof value === 'string' && !known[kind].has(value)) problems.push({ path, message: unknownName(value) });
  };
  levels.forEach((level, at) => level.parents?.forEach((parent) => expect('level', parent, `levels.${at}.parents`)));
  rules.forEach((rule, at) => {
    if (rule.as === 'node')
      [rule.level, ...(rule.alternatives ?? [])].forEach((level) => expect('level', level, `rules.${at}.level`));
    if (rule.as === 'row') expect('table', rule.table, `rules.${at}.table`);
    for (const level of [
      ...(rule.under ?? []),
      ...(rule.directlyUnder ?? []),
      ...(rule.notUnder ?? []),
      ...(rule.having ? [rule.having.level, ...rule.having.parts] : []),
      ...(rule.titled ? [rule.titled.level] : []),
    ]) {
      expect('level', level, `rules.${at}`);
    }
    expect('item', rule.item, `rules.${at}.item`);
    expect('item', rule.next, `rules.${at}.next`);
  });
  return problems;
}

interface ProfileTexts {
  readonly badPattern: Readonly<Record<PatternProblem, string>>;
  readonly unknownName: (name: string) => string;
  readonly badJson: (reason: string) => string;
  /** What zod says by itself. */
  readonly locale: ReturnType<typeof nl>;
}

const isPatternProblem = (message: string): message is PatternProblem => Object.hasOwn(TEXTS.nl.badPattern, message);

const TEXTS: Readonly<Record<Language, ProfileTexts>> = {
  nl: {
    badPattern: {
      invalid: 'geen geldig patroon (reguliere uitdrukking)',
      unsupported:
        'dit patroon kijkt vooruit of terug op een manier die niet kan; vooruitkijken (?=...) kan alleen helemaal achteraan, en terugverwijzen niet',
      tooLarge: 'dit patroon telt te ver, zodat lezen te lang zou duren; gebruik * of + in plaats van grote aantallen',
    },
    unknownName: (name) => `"${name}" staat niet in de lijst van niveaus, lijsttekens of tabellen van dit profiel`,
    badJson: (reason) => `geen geldige JSON: ${reason}`,
    locale: nl(),
  },
  en: {
    badPattern: {
      invalid: 'no valid pattern (regular expression)',
      unsupported:
        'this pattern looks ahead or back in a way that cannot be done; to look ahead (?=...) is possible at the very end only, and to refer back is not',
      tooLarge: 'this pattern counts too far, so that reading would take too long; use * or + instead of large numbers',
    },
    unknownName: (name) => `"${name}" is not among the levels, list marks or tables of this profile`,
    badJson: (reason) => `no valid JSON: ${reason}`,
    locale: en(),
  },
};

/** Checks a profile that comes from outside; every problem is named with its place. */
export function readProfile(
  value: unknown,
  language: Language = 'nl',
): Result<OutlineProfile, readonly ProfileProblem[]> {
  const texts = TEXTS[language];
  const parsed = profileSchema.safeParse(value, { error: texts.locale.localeError });
  if (!parsed.success)
    return failure(
      parsed.error.issues.map(({ path, message }) => ({
        path: path.join('.'),
        message: isPatternProblem(message) ? texts.badPattern[message] : message,
      })),
    );
  const dangling = danglingNames(parsed.data, texts);
  return dangling.length > 0 ? failure(dangling) : success(parsed.data);
}

/** A profile as the text of a JSON file. */
export function readProfileText(
  text: string,
  language: Language = 'nl',
): Result<OutlineProfile, readonly ProfileProblem[]> {
  try {
    return readProfile(JSON.parse(text), language);
  } catch (error) {
    return failure([
      { path: '', message: TEXTS[language].badJson(error instanceof Error ? error.message : String(error)) },
    ]);
  }
}
