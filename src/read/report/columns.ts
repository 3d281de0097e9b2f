import type { StatementColumn } from '../../plan/document';
import type { Phase } from '../../plan/vocabulary';
import { phaseOfLabel } from '../../schema/rows/labels';

/** Column heads of tables: years, phases, and how the two lines that print them belong together. */

const YEAR = /^(?:19|20)\d{2}$/;

/** The year the text consists of, or the several years; null when there is anything else. */
export function readYears(text: string): readonly number[] | null {
  const tokens = text.split(/\s+/);
  return tokens.length > 0 && tokens.every((token) => YEAR.test(token)) ? tokens.map(Number) : null;
}

/** Phase labels have one or two words ("Initiële kredieten"). */
const MAX_LABEL_WORDS = 2;

/** Takes phases off the end of the tokens, as many as there are. */
function takePhases(tokens: readonly string[]): { readonly rest: number; readonly phases: readonly Phase[] } {
  const phases: Phase[] = [];
  let rest = tokens.length;
  scan: while (rest > 0) {
    for (let words = Math.min(MAX_LABEL_WORDS, rest); words > 0; words -= 1) {
      const phase = phaseOfLabel(tokens.slice(rest - words, rest).join(' '));
      if (phase === null) continue;
      phases.unshift(phase);
      rest -= words;
      continue scan;
    }
    break;
  }
  return { rest, phases };
}

const ZERO = 48;
const NINE = 57;

/** Most lines of a table close with a figure; one look tells them from those that close with words. */
export function endsInDigit(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last >= ZERO && last <= NINE;
}

const CLOSING_YEAR = /(?:^|\s)(?:19|20)\d{2}$/;

/** Does the line close with a year? Most rows of figures do not. */
export const endsInYear = (text: string): boolean =>
  endsInDigit(text) && CLOSING_YEAR.test(text.slice(-CLOSING_YEAR_LENGTH));

/** A year and the blank before it. */
const CLOSING_YEAR_LENGTH = 5;

/** A line that closes with phases: the label before them ('' when there is none). null without any. */
export function splitPhases(text: string): { readonly label: string; readonly phases: readonly Phase[] } | null {
  if (endsInDigit(text)) return null;
  const tokens = text.split(/\s+/);
  const { rest, phases } = takePhases(tokens);
  return phases.length === 0 ? null : { label: tokens.slice(0, rest).join(' '), phases };
}

/** A line that is phases only. */
export function readPhases(text: string): readonly Phase[] | null {
  const split = splitPhases(text);
  return split !== null && split.label === '' ? split.phases : null;
}

/** A line that closes with two or more years, or is years only: the label before them. null otherwise. */
export function splitYears(text: string): { readonly label: string; readonly years: readonly number[] } | null {
  if (!endsInYear(text)) return null;
  const tokens = text.split(/\s+/);
  let rest = tokens.length;
  while (rest > 0 && YEAR.test(tokens[rest - 1] ?? '')) rest -= 1;
  const years = tokens.slice(rest).map(Number);
  if (years.length === 0 || (years.length === 1 && rest > 0)) return null;
  return { label: tokens.slice(0, rest).join(' '), years };
}

/**
 * Pairs a line of years with a line of phases. One year serves all phases. A year that is printed once may span the last column of
 * one phase and the first of the next (the closed year: Jaarrekening and Meerjarenplan). null when they do not fit.
 */
export function pairColumns(years: readonly number[], phases: readonly Phase[]): readonly StatementColumn[] | null {
  if (years.length === 1) return phases.map((phase) => ({ year: years[0] ?? 0, phase }));
  const columns: StatementColumn[] = [];
  let at = -1;
  phases.forEach((phase, index) => {
    const switches = index > 0 && phases[index - 1] !== phase;
    const tooFew = phases.length - index > years.length - (at + 1);
    if (!(switches && tooFew)) at += 1;
    columns.push({ year: years[at] ?? Number.NaN, phase });
  });
  return at === years.length - 1 && columns.every((column) => !Number.isNaN(column.year)) ? columns : null;
}

/** Columns of a head that prints years only: what is past the fiscal year is plan. */
export const columnsOfYears = (
  years: readonly number[],
  fiscalYear: number | null,
  allPlan: boolean,
): readonly StatementColumn[] =>
  years.map((year) => ({ year, phase: allPlan || (fiscalYear !== null && year > fiscalYear) ? 'plan' : 'actual' }));
