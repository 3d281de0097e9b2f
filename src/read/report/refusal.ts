import { numberedTitle, bareTitle } from '../../schema/titles';
import { FAILURE_KINDS } from '../findingKinds';
import type { Line } from '../lines';
import type { ReadFailure } from '../source';
import { isContentsEntry, parseHeading } from './heading';

/** Schemas that only the rules before 2020 have: budgets B1-B3, accounts J6 and J7, and the explanations TB, TJ and TM. */
const OLD_NUMBERED =
  /^(?:schema\s+)?(B[1-3]|BW[1-3]|J[67]|T[BJM][1-7])\s*(?:[:.\u2013\u2014-]\s*|\s+)(\p{L}.{2,80})$/iu;
const OLD_NAMES =
  /^(?:de |het )?(?:exploitatiebudget|liquiditeitenbudget|liquiditeitenrekening|investeringsenveloppen?|doelstellingenbudget|exploitatierekening|investeringsrekening)\b/i;

/** The first letters these can have, so that most lines cost one look-up. */
const OLD_INITIALS = new Set('SsBbJjTtDdHhEeLlIi');

/** One name may stand in a list of what changed; so many different ones are a report of the old rules. */
const FEWEST_OLD = 2;
/** A refusal names so many lines that came near. */
const MOST_NEAR = 3;
const LONGEST_LINE = 120;

/** Titles of schemas of before 2020 in the text, each once, in their order. */
export function oldSchemas(lines: readonly Line[]): readonly string[] {
  const found = new Map<string, string>();
  for (const { text } of lines) {
    if (!OLD_INITIALS.has(text.charAt(0)) || text.length > LONGEST_LINE) continue;
    const numbered = OLD_NUMBERED.exec(text);
    const key = numbered?.[1]?.toUpperCase() ?? OLD_NAMES.exec(text)?.[0].toLowerCase();
    if (key !== undefined && !found.has(key) && !isContentsEntry(text)) found.set(key, text);
  }
  return found.size >= FEWEST_OLD ? [...found.values()] : [];
}

/** Lines that look like a heading of a report, though nothing under them does. */
function nearTitles(lines: readonly Line[]): readonly string[] {
  const near: string[] = [];
  lines.forEach(({ text }, index) => {
    if (near.length >= MOST_NEAR || text === '' || text.length > LONGEST_LINE) return;
    const isNear =
      numberedTitle(text)?.isKnown === true || bareTitle(text).length > 0 || parseHeading(text, 'codes') !== null;
    if (isNear) near.push(`regel ${index + 1}: "${text}"`);
  });
  return near;
}

/** Why a text is no report that can be read: of the old rules, nearly one, or none at all. */
export function refusalOf(lines: readonly Line[], name: string): ReadFailure {
  const old = oldSchemas(lines);
  if (old.length > 0)
    return { kind: FAILURE_KINDS.oldSchemas, figures: { name, schemas: old.slice(0, MOST_NEAR).join('; ') } };
  const near = nearTitles(lines);
  return near.length === 0
    ? { kind: FAILURE_KINDS.noSections, figures: { name } }
    : { kind: FAILURE_KINDS.nearSections, figures: { name, near: near.join('; ') } };
}
