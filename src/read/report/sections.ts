import type { SchemaName } from '../../plan/vocabulary';
import { schemaOfTitle } from '../../schema/titles';
import { LineLedger } from '../ledger';
import { DEPRECIATION_TITLE } from './depreciation';
import { readHead } from './head';
import { parseHeading } from './heading';

import { OFF_BALANCE_TITLE } from './offBalance';
import { PARTICIPATIONS_TITLE } from './participations';
import { TRANSFERS_TITLE } from './transfers';

/** Where a section starts: found by its own heading, wherever it stands in the report. */
export interface SectionStart {
  readonly kind: 'evaluation' | 'statement' | 'offBalance' | 'participations' | 'depreciation' | 'transfers';
  readonly index: number;
  readonly title: string;
  readonly schema: SchemaName | null;
}

const EVALUATION_TITLE = /^Beleidsevaluatie$/i;
const SCHEMA_TITLE = /^([JTM][1-5])\s*:\s*(\S.{2,120})$/;

const TITLED = [
  { kind: 'offBalance', pattern: OFF_BALANCE_TITLE },
  { kind: 'participations', pattern: PARTICIPATIONS_TITLE },
  { kind: 'depreciation', pattern: DEPRECIATION_TITLE },
  { kind: 'transfers', pattern: TRANSFERS_TITLE },
] as const;

/** The first letters a heading of a section can have, so that most lines cost one look-up. */
const INITIALS = new Set('BbJTMNnOoAaPp');

/** All sections in the order they stand. A report without a title line over its evaluation starts it at the first node. */
export function findSections(ledger: LineLedger): readonly SectionStart[] {
  const starts: SectionStart[] = [];
  const scratch = new LineLedger(ledger.lines);
  for (let index = 0; index < ledger.lines.length; index += 1) {
    const text = ledger.text(index);
    if (text === '' || !INITIALS.has(text.charAt(0))) continue;
    const start = sectionAt(scratch, index, text, starts.at(-1) ?? null);
    if (start) starts.push(start);
  }
  return starts;
}

function sectionAt(scratch: LineLedger, index: number, text: string, open: SectionStart | null): SectionStart | null {
  if (EVALUATION_TITLE.test(text)) return { kind: 'evaluation', index, title: text, schema: null };
  const schema = SCHEMA_TITLE.exec(text);
  if (schema) {
    const name = schemaOfTitle(text);
    const confirmed = name !== null && hasHead(scratch, index);
    return confirmed ? { kind: 'statement', index, title: schema[2] ?? '', schema: name } : null;
  }
  for (const { kind, pattern } of TITLED) if (pattern.test(text)) return { kind, index, title: text, schema: null };
  if (parseHeading(text) === null) return null;
  const inside = open !== null && (open.kind === 'evaluation' || open.schema === 'J1' || open.schema === 'M1');
  return inside ? null : { kind: 'evaluation', index, title: '', schema: null };
}

/** "T1: ..." in running text is no section: a section has a head with a year, ledger numbers or an entity. */
function hasHead(scratch: LineLedger, index: number): boolean {
  const { head, next } = readHead(scratch, index + 1, scratch.lines.length);
  return next > index + 1 && (head.year !== null || head.version !== null || head.entity !== null);
}
