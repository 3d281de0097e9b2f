import { parseAmount } from '../../plan/amountText';
import { CENTS_PER_EURO, isCents, type Cents } from '../../plan/money';
import type { EntityKind } from '../../plan/ledger';
import { KINDS, type Flow, type Kind } from '../../plan/vocabulary';
import { directionOfLabel, kindOfLabel } from '../../schema/rows/labels';
import { foldHeading } from './columns';
import { cellText, type GridCell } from './grid';

/** A value that was read; undefined when the cell holds something else. */
type Read<Value> = Value | undefined;

/** A float of a sheet lies this close to the whole cents it stands for, relative to its size. */
const FLOAT_NOISE = 1e-9;

function centsOfNumber(euros: number): Read<Cents> {
  const exact = euros * CENTS_PER_EURO;
  const cents = Math.round(exact);
  if (!isCents(cents) || Math.abs(exact - cents) > FLOAT_NOISE * Math.max(1, Math.abs(exact)) + FLOAT_NOISE) {
    return undefined;
  }
  // No -0: it would not survive JSON.
  return cents === 0 ? 0 : cents;
}

/** A sign behind the figure, brackets, one decimal or none before the comma: forms of ledger exports with one meaning only. */
function plainAmount(text: string): string {
  const bracketed = /^\(\s*([^-()]+)\s*\)$/.exec(text)?.[1];
  const signed = bracketed === undefined ? text.replace(/^([^-]*\d)\s*-$/, '-$1') : `-${bracketed.trim()}`;
  return signed
    .replace(/^(-?)\s*,(?=\d)/, '$10,')
    .replace(/,(\d)(?=\D*$)/, ',$10')
    .replace(/,(\d\d)0+(?=\D*$)/, ',$1');
}

/** nl-BE, as text or as a number of a sheet; null for an empty cell. */
export function amountOf(cell: GridCell | undefined): Read<Cents | null> {
  if (typeof cell === 'number') return centsOfNumber(cell);
  const text = cellText(cell);
  if (text === '') return null;
  return parseAmount(plainAmount(text))?.cents;
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2999;

export function yearOf(cell: GridCell | undefined): Read<number | null> {
  const text = cellText(cell);
  if (text === '') return null;
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : undefined;
}

const KIND_LETTERS: Readonly<Record<string, Kind>> = { e: 'operating', i: 'investment', f: 'financing' };

export function kindOf(cell: GridCell | undefined): Read<Kind | null> {
  const text = cellText(cell);
  if (text === '') return null;
  return KIND_LETTERS[text.toLowerCase()] ?? kindOfLabel(text) ?? KINDS.find((kind) => kind === text);
}

const FLOW_LETTERS: Readonly<Record<string, Flow>> = { u: 'expenditure', o: 'receipts' };

export function flowOf(cell: GridCell | undefined): Read<Flow | null> {
  const text = cellText(cell);
  if (text === '') return null;
  const direction = FLOW_LETTERS[text.toLowerCase()] ?? directionOfLabel(text);
  return direction === 'balance' || direction === null ? undefined : direction;
}

/** The number an account opens with: "2291000", "229.1000", "2291000/01/0119", "2291000 - Gebouwen". */
export function accountOf(cell: GridCell | undefined): Read<string | null> {
  const text = cellText(cell);
  if (text === '') return null;
  return /^\d+(?:\.\d+)*(?=$|[\s/:;-])/.exec(text)?.[0].replaceAll('.', '');
}

const FIELD_DIGITS = 4;

/** Four digits; a spreadsheet may have taken the zero before them away, a board may have added digits or a name behind. */
export function policyFieldOf(cell: GridCell | undefined): Read<string | null> {
  const text = cellText(cell);
  if (text === '') return null;
  const digits = /^\d+(?=$|[\s/:;-])/.exec(text)?.[0];
  return digits?.padStart(FIELD_DIGITS, '0').slice(0, FIELD_DIGITS);
}

const ENTITY_WORDS: readonly (readonly [EntityKind, RegExp])[] = [
  ['agb', /^agb|autonoomgemeentebedrijf/],
  ['apb', /^apb|autonoomprovinciebedrijf/],
  ['ocmw', /ocmw|maatschappelijkwelzijn/],
  ['district', /district/],
  ['province', /^provincie/],
  ['municipality', /gemeente|stad/],
];

/** What kind of body a word or a name says it is. */
export const entityKindOf = (text: string): EntityKind => {
  const folded = foldHeading(text);
  return ENTITY_WORDS.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'other';
};

const TRUE_WORDS = new Set(['ja', 'j', 'x', '1', 'true', 'waar', 'prioritair', 'yes']);
const FALSE_WORDS = new Set(['nee', 'neen', 'n', '0', 'false', 'onwaar', 'nietprioritair', 'no']);

export function yesNoOf(cell: GridCell | undefined): Read<boolean | null> {
  const folded = foldHeading(cellText(cell));
  if (folded === '') return null;
  if (TRUE_WORDS.has(folded)) return true;
  return FALSE_WORDS.has(folded) ? false : undefined;
}
