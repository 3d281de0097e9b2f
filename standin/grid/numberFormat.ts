import type { CellValue } from '../model/book';

/** What a cell shows, and in red when its number format says so. */
export interface Shown {
  readonly text: string;
  readonly red: boolean;
}

const DAY = 86_400_000;
const DAY_ZERO = Date.UTC(1899, 11, 30);
/** Excel shows about this many significant digits in General. */
const GENERAL_DIGITS = 11;

const two = (value: number): string => String(value).padStart(2, '0');

function dateText(serial: number, format: string): string {
  const date = new Date(DAY_ZERO + Math.floor(serial) * DAY);
  return format
    .toLowerCase()
    .replace(/yyyy/g, String(date.getUTCFullYear()))
    .replace(/dd/g, two(date.getUTCDate()))
    .replace(/mm/g, two(date.getUTCMonth() + 1));
}

const isDateFormat = (format: string): boolean => /y/i.test(format.replace(/"[^"]*"|\[[^\]]*\]/g, ''));

/** The section of a format for a value: positive, negative, zero. */
function sectionFor(format: string, value: number): { readonly section: string; readonly ownSign: boolean } {
  const sections = format.split(';');
  const [positive = format, negative, zero] = sections;
  if (value < 0 && negative !== undefined) return { section: negative, ownSign: true };
  if (value === 0 && zero !== undefined) return { section: zero, ownSign: true };
  return { section: positive, ownSign: false };
}

const formatters = new Map<string, Intl.NumberFormat>();

function fixed(value: number, decimals: number, grouped: boolean): string {
  const key = `${decimals}${String(grouped)}`;
  const known =
    formatters.get(key) ??
    new Intl.NumberFormat('nl-BE', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      useGrouping: grouped,
    });
  formatters.set(key, known);
  return known.format(value);
}

function general(value: number): string {
  if (Number.isInteger(value)) return fixed(value, 0, false);
  return String(Number(value.toPrecision(GENERAL_DIGITS))).replace('.', ',');
}

function numberText(value: number, format: string): Shown {
  const { section, ownSign } = sectionFor(format, value);
  const red = /\[red\]/i.test(section);
  const plain = section.replace(/\[[^\]]*\]/g, '');
  const literal = plain.replace(/"([^"]*)"/g, '$1');
  const pattern = /[#0][#0,]*(?:\.[0#]+)?%?/.exec(plain.replace(/"[^"]*"/g, (text) => '\u0000'.repeat(text.length)));
  if (!pattern) return { text: literal, red };
  const percent = pattern[0].endsWith('%');
  const decimals = /\.([0#]+)/.exec(pattern[0])?.[1]?.length ?? 0;
  const scaled = percent ? value * 100 : value;
  const digits = fixed(ownSign ? Math.abs(scaled) : scaled, decimals, pattern[0].includes(','));
  const around = [plain.slice(0, pattern.index), plain.slice(pattern.index + pattern[0].length)].map((part) =>
    part.replace(/"([^"]*)"/g, '$1').replace(/\\(.)/g, '$1'),
  );
  return { text: `${around[0] ?? ''}${digits}${percent ? '%' : ''}${around[1] ?? ''}`, red };
}

/** What a cell shows for a value with a number format in Excel's notation, with the separators of Belgium. Covers the formats of the sheets. */
export function shownText(value: CellValue, format: string): Shown {
  if (typeof value === 'boolean') return { text: value ? 'WAAR' : 'ONWAAR', red: false };
  if (typeof value === 'string') return { text: value, red: false };
  if (format === 'General' || format === '@' || format === '') return { text: general(value), red: false };
  if (isDateFormat(format)) return { text: dateText(value, format), red: false };
  return numberText(value, format);
}

/** What stands in the cell when it is edited, so that typing it again gives the same: formulas as they are, numbers with a decimal comma, dates and shares as they are written. */
export function editedText(value: CellValue, formula: string | null, format: string): string {
  if (formula !== null) return formula;
  if (typeof value !== 'number') return shownText(value, format).text;
  if (isDateFormat(format)) return dateText(value, 'dd/mm/yyyy');
  if (format.includes('%')) return `${decimalText(value * 100)}%`;
  return decimalText(value);
}

/** Without the noise of binary fractions. */
const decimalText = (value: number): string => String(Number(value.toPrecision(15))).replace('.', ',');

/** What the user typed, as an en-US Excel would have been given it: numbers with a decimal comma, dates day first. */
export function typedValue(text: string): string | number {
  const trimmed = text.trim();
  if (/^[-+]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/.test(trimmed))
    return Number(trimmed.replaceAll('.', '').replace(',', '.'));
  const percent = /^([-+]?\d+(?:,\d+)?)\s*%$/.exec(trimmed);
  if (percent?.[1] !== undefined) return Number(percent[1].replace(',', '.')) / 100;
  const date = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(trimmed);
  if (date) return (Date.UTC(Number(date[3]), Number(date[2]) - 1, Number(date[1])) - DAY_ZERO) / DAY;
  return text;
}
