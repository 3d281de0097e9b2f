import type { ReviewItem } from '../../plan/review';
import type { Line } from '../lines';
import type { SourceLine } from '../source';
import { readOutline } from './outline';
import { PROFILE_FORMAT, type OutlineProfile } from './profile';

/** What a profile makes of a source, for someone who is writing it: how much of what, and each line with its role. */
export interface ProfilePreview {
  readonly levels: readonly { readonly id: string; readonly name: string; readonly nodes: number; readonly first: string | null }[];
  readonly indicators: number;
  readonly tables: readonly { readonly title: string; readonly rows: number }[];
  readonly lines: readonly SourceLine[];
  readonly unrecognised: readonly number[];
  readonly reviews: readonly ReviewItem[];
}

/** Reads the source by the profile and tells what came of it. */
export function previewProfile(source: readonly Line[], profile: OutlineProfile): ProfilePreview {
  const { document, lines } = readOutline(source, profile);
  return {
    levels: document.levels.map(({ id, name }) => {
      const nodes = document.nodes.filter(({ level }) => level === id);
      return { id, name, nodes: nodes.length, first: nodes[0]?.title ?? null };
    }),
    indicators: document.indicators.length,
    tables: (document.tables ?? []).map(({ title, rows }) => ({ title, rows: rows.length })),
    lines,
    unrecognised: document.lines.unrecognised,
    reviews: document.reviews ?? [],
  };
}

/** Letters, digits set off by dots: "SD 1", "OD 1.1.1", "A2.3". */
const CODE = /^(?<letters>\p{Lu}{1,4})(?<blank> ?)(?<digits>\d{1,3}(?:\.\d{1,3}){0,4})(?<end>[:.]? )/u;
const LIST_MARKS: readonly (readonly [name: string, pattern: string])[] = [
  ['streepje', '^- '],
  ['bol', '^•\\s*'],
  ['o', '^o '],
  ['pijl', '^»+\\s*'],
];
/** A mark that is seen less often is a coincidence. */
const SELDOM = 3;

interface CodeShape {
  readonly letters: string;
  readonly blank: string;
  readonly depth: number;
  count: number;
}

function codeShapes(lines: readonly Line[]): readonly CodeShape[] {
  const shapes = new Map<string, CodeShape>();
  for (const { text } of lines) {
    const { letters, blank = '', digits = '' } = CODE.exec(text)?.groups ?? {};
    if (letters === undefined) continue;
    const depth = digits.split('.').length;
    const key = `${letters}${depth}`;
    const shape = shapes.get(key) ?? { letters, blank, depth, count: 0 };
    shape.count += 1;
    shapes.set(key, shape);
  }
  return [...shapes.values()].filter(({ count, depth }) => count >= SELDOM || depth === 1).sort((left, right) => left.depth - right.depth);
}

/**
 * A first profile for a plan nobody described yet: a level for each form of code and each mark of lists that is seen often. It is a start
 * to work on; null when the source shows neither.
 */
export function draftProfile(lines: readonly Line[], name: string): OutlineProfile | null {
  const filled = lines.filter(({ text }) => text !== '');
  const shapes = codeShapes(filled);
  const items = LIST_MARKS.map(([mark, pattern]) => ({ name: mark, pattern })).filter(({ pattern }) => filled.filter(({ text }) => new RegExp(pattern, 'u').test(text)).length >= SELDOM);
  if (shapes.length + items.length === 0) return null;
  const doubleSpaced = lines.filter(({ text }, index) => text !== '' && lines[index + 1]?.text === '').length > filled.length / 2;
  const coded = shapes.map(({ letters, depth }, rank) => ({ id: `${letters}${shapes.some((other) => other.letters === letters && other.depth !== depth) ? ` ${depth}` : ''}`, name: letters, rank: rank + 1 }));
  const listed = items.map(({ name: mark }, index) => ({ id: `punt ${mark}`, name: `Punt (${mark})`, rank: coded.length + index + 1 }));
  const pattern = ({ letters, blank, depth }: CodeShape): string => `^(?<code>${letters}${blank}\\d{1,3}${'\\.\\d{1,3}'.repeat(depth - 1)})[:.]? +(?=\\S)`;
  return {
    format: PROFILE_FORMAT,
    id: 'nieuw plan',
    name,
    recognise: shapes.length > 0 ? shapes.map(pattern).slice(0, 20) : items.map((item) => item.pattern),
    document: { kind: 'policyPlan', title: name, period: null },
    items,
    text: { emptyLineEnds: !doubleSpaced, blankLineEnds: true, tightHeadings: false, finishedLine: 0.96, shortLine: 0.8, lineEndHyphen: 'kept', footnoteRule: null },
    furniture: ['^\\d{1,3}$'],
    levels: [...coded, ...listed],
    rules: [
      ...shapes.map((shape, index) => ({ as: 'node' as const, level: coded[index]?.id ?? '', item: null, pattern: pattern(shape) })),
      ...listed.map(({ id }, index) => ({ as: 'node' as const, level: id, item: items[index]?.name ?? null, ...(coded.length > 0 ? { under: coded.map((level) => level.id) } : {}) })),
      { as: 'indicators' as const, item: null, pattern: '^Indicator(?:en)? ?:' },
      { as: 'indicator' as const, item: null, announced: 'indicators' as const },
    ],
    otherwise: 'text',
    tables: [],
    services: [],
  };
}
