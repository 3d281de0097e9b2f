import type { DepreciationTerm } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import { READING_KINDS } from '../findingKinds';
import { joinLines } from '../wrap';
import type { ReportContext } from './context';
import { claimCover, nextContent } from './furniture';

/** Depreciation terms: a table of two columns whose text comes per category as all descriptions first, then all terms. */

export const DEPRECIATION_TITLE = /^Afschrijvingstermijnen\s*:?$/i;
const HEAD = /^(?:RUBRIEK AFSCHRIJVING|S-TERMIJN|RUBRIEK|AFSCHRIJVINGSTERMIJN)$/;
const GROUP = /^(?:im)?materiële vaste activa$|^financiële vaste activa$/i;
const TERM = /^(?:[-\u2013]|(\d{1,3}) ?(?:jr|jaar)\.?|naargelang .{1,60})$/i;
const INLINE_TERM = / ([-\u2013]|\d{1,3} ?(?:jr|jaar)\.?)$/;

interface Category {
  readonly group: string;
  readonly line: number;
  /** The printed lines of the name, of each description and of each term. */
  readonly name: string[];
  readonly items: string[][];
  readonly terms: { readonly text: string[]; readonly line: number }[];
}

export function readDepreciation(
  context: ReportContext,
  start: number,
  end: number,
): { readonly terms: readonly DepreciationTerm[]; readonly next: number } {
  const { ledger } = context;
  ledger.claim(start, 'depreciationTitle');
  const categories: Category[] = [];
  let group = '';
  let current: Category | null = null;
  let last = '';
  let next = start + 1;
  for (;;) {
    const at = nextContent(ledger, next, end);
    if (at >= end) break;
    const text = ledger.text(at);
    if (/\(.*\d{4}.*\)$/.test(text) && claimCover(context, at, null) !== null) break;
    next = at + 1;
    if (HEAD.test(text)) {
      ledger.claim(at, 'depreciationHead');
      continue;
    }
    if (GROUP.test(text)) {
      group = text;
      current = null;
      ledger.claim(at, 'depreciationGroup');
      continue;
    }
    ledger.claim(at, TERM.test(text) ? 'depreciationTerm' : 'depreciationItem');
    if (TERM.test(text) && current) current.terms.push({ text: [text], line: at });
    else current = readText(categories, current, group, last, text, at);
    last = text;
  }
  return { terms: categories.flatMap((category) => pairTerms(context, category)), next };
}

/** Words: a category, the rest of a wrapped name or term, or a description; gives the category that is open after it. */
function readText(
  categories: Category[],
  current: Category | null,
  group: string,
  last: string,
  text: string,
  at: number,
): Category | null {
  const lower = /^\p{Ll}/u.test(text);
  const term = current?.terms.at(-1);
  const goesOn = term !== undefined && term.text.every((line) => line.length > 1 && !/\d/.test(line));
  if (current && term && lower && goesOn) {
    term.text.push(text);
    return current;
  }
  const inline = INLINE_TERM.exec(text);
  if (inline && (current === null || current.terms.length > 0)) {
    categories.push({
      group,
      line: at,
      name: [text.slice(0, inline.index).trimEnd()],
      items: [],
      terms: [{ text: [inline[1] ?? ''], line: at }],
    });
    return categories.at(-1) ?? null;
  }
  if (current === null || current.terms.length > 0) {
    const opened: Category = { group, line: at, name: [text], items: [], terms: [] };
    categories.push(opened);
    return opened;
  }
  if (lower && current.items.length === 0) current.name.push(text);
  else if (current.items.length === 0 || (/[.)]$/.test(last) && /^\p{Lu}/u.test(text))) current.items.push([text]);
  else current.items.at(-1)?.push(text);
  return current;
}

/** Pairs descriptions with terms. One term more than descriptions: the category itself carries the first. */
function pairTerms(context: ReportContext, { group, line, terms, ...printed }: Category): readonly DepreciationTerm[] {
  const name = joinLines(printed.name);
  const items = printed.items.map(joinLines);
  const described =
    items.length + 1 === terms.length ? ['', ...items] : items.length === 0 && terms.length > 0 ? [''] : items;
  if (described.length !== terms.length) {
    context.findings.push({
      check: READING_KINDS.unalignedTerms.id,
      place: placeAt({ line: line + 1 }),
      figures: { category: name, items: items.length, terms: terms.length },
      subject: name,
    });
  }
  return terms.map((term, index) => {
    const text = joinLines(term.text);
    const years = /^\d{1,3}/.exec(text);
    return {
      group,
      category: name,
      item: described[index] ?? '',
      years: years ? Number(years[0]) : null,
      term: text,
      source: context.ledger.source(term.line),
    };
  });
}
