import type { SchemaName } from '../../plan/vocabulary';
import { bareTitle, numberedTitle } from '../../schema/titles';
import type { LineLedger } from '../ledger';
import { DEPRECIATION_TITLE } from './depreciation';
import { readHead } from './head';
import { parseHeading, startsWithWord, type HeadingForms } from './heading';
import { OFF_BALANCE_TITLE } from './offBalance';
import { PARTICIPATIONS_TITLE } from './participations';
import { hasTable, hasVersions, schemaOfRows } from './tableEvidence';
import { TRANSFERS_TITLE } from './transfers';

/** Where a section starts: found by its own heading, wherever it stands in the report. */
export interface SectionStart {
  readonly kind: 'evaluation' | 'statement' | 'offBalance' | 'participations' | 'depreciation' | 'transfers';
  readonly index: number;
  readonly title: string;
  readonly schema: SchemaName | null;
}

const EVALUATION_TITLE = /^Beleidsevaluatie$/i;

const TITLED = [
  { kind: 'offBalance', pattern: OFF_BALANCE_TITLE },
  { kind: 'participations', pattern: PARTICIPATIONS_TITLE },
  { kind: 'depreciation', pattern: DEPRECIATION_TITLE },
  { kind: 'transfers', pattern: TRANSFERS_TITLE },
] as const;

/** How the titles of parts start, so that most lines cost one look. */
const STARTS_PART = /^(?:beleidsev|niet in|overzicht|afschr|overdracht)/i;

/** Is the line the title of a part that is no schema? */
export const isTitleOfPart = (text: string): boolean =>
  EVALUATION_TITLE.test(text) || TITLED.some(({ pattern }) => pattern.test(text));

/** The first letters a heading of a section can have, so that most lines cost one look-up. */
const INITIALS = new Set('BbJjTtMmNnOoAaPpSsDdRrIiEeFfKk');

/** So many codes at the start of lines, and no word of the plan before any: the codes are its headings. */
const FEWEST_CODED = 2;

/** How the document prints the headings of its plan: codes alone count for levels that no word heads. */
export function headingForms(ledger: LineLedger): HeadingForms {
  const worded = new Set<string>();
  const coded: string[] = [];
  for (let index = 0; index < ledger.lines.length; index += 1) {
    const text = ledger.text(index);
    const heading = parseHeading(text, 'codes');
    if (heading === null) continue;
    if (startsWithWord(text)) worded.add(heading.level.id);
    else coded.push(heading.level.id);
  }
  return coded.length >= FEWEST_CODED && !coded.some((level) => worded.has(level)) ? 'codes' : 'words';
}

/** All sections in the order they stand. A report without a title line over its evaluation starts it at the first node. */
export function findSections(ledger: LineLedger, headings: HeadingForms): readonly SectionStart[] {
  const starts: SectionStart[] = [];
  const search: Search = { scratch: ledger.copy(), headings, before: starts };
  for (let index = 0; index < ledger.lines.length; index += 1) {
    const text = ledger.text(index);
    if (text === '') continue;
    const open = starts.at(-1) ?? null;
    const titled = INITIALS.has(text.charAt(0)) ? sectionAt(search, index, text) : null;
    const start = titled ?? (open === null ? untitledTable(ledger, index) : null);
    if (start) starts.push(start);
  }
  return starts;
}

interface Search {
  readonly scratch: LineLedger;
  readonly headings: HeadingForms;
  readonly before: readonly SectionStart[];
}

function sectionAt({ scratch, headings, before }: Search, index: number, text: string): SectionStart | null {
  const startsPart = STARTS_PART.test(text);
  if (startsPart && EVALUATION_TITLE.test(text)) return { kind: 'evaluation', index, title: text, schema: null };
  const schema = numberedAt(scratch, index, text) ?? bareAt(scratch, index, text, before);
  if (schema) return schema;
  if (startsPart)
    for (const { kind, pattern } of TITLED) if (pattern.test(text)) return { kind, index, title: text, schema: null };
  if (parseHeading(text, headings) === null) return null;
  const open = before.at(-1);
  const inside = open !== undefined && (open.kind === 'evaluation' || open.schema === 'J1' || open.schema === 'M1');
  return inside ? null : { kind: 'evaluation', index, title: '', schema: null };
}

/** "T1: ..." in running text or in a list of contents is no section: a section has a head, or a table under it. */
function numberedAt(scratch: LineLedger, index: number, text: string): SectionStart | null {
  const title = numberedTitle(text);
  if (title === null) return null;
  const { schema } = title;
  const isSection = hasHead(scratch, index) || hasTable(scratch, index + 1, title.isKnown ? null : schema);
  return isSection ? { kind: 'statement', index, title: title.title, schema } : null;
}

/** A title without its number opens the schema whose rows stand under it. */
function bareAt(
  scratch: LineLedger,
  index: number,
  text: string,
  before: readonly SectionStart[],
): SectionStart | null {
  const candidates = bareTitle(text);
  if (candidates.length === 0) return null;
  const isPlan =
    before.some(({ schema }) => schema?.startsWith('M')) || /^aangepast/i.test(text) || hasVersions(scratch, index + 1);
  const likely = candidates.find((name) => name.startsWith(isPlan ? 'M' : 'J')) ?? candidates[0] ?? null;
  // Headings of a table bear such words too: "Financieel evenwicht" within J2.
  if (likely === null || before.at(-1)?.schema === likely || !hasTable(scratch, index + 1, likely)) return null;
  return { kind: 'statement', index, title: text, schema: likely };
}

/** A table without any title, known by its rows; the line over its head is its title. */
function untitledTable(ledger: LineLedger, index: number): SectionStart | null {
  const schema = schemaOfRows(ledger, index);
  if (schema === null) return null;
  return { kind: 'statement', index, title: '', schema };
}

function hasHead(scratch: LineLedger, index: number): boolean {
  const { head, next } = readHead(scratch, index + 1, scratch.lines.length);
  return next > index + 1 && (head.year !== null || head.version !== null || head.entity !== null);
}
