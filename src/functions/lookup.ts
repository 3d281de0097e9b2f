import { failure, success, type Result } from '../plan/result';

/** What Excel hands to a custom function for a range: rows of strings, numbers, booleans or null. */
export type Cells = readonly (readonly unknown[])[];

/** Why a lookup has no answer at all: the heading that the table lacks. */
export interface MissingHeading {
  readonly heading: string;
}

const textOf = (cell: unknown): string => (cell === null || cell === undefined ? '' : String(cell).trim());

/**
 * Looks every code of `codes` up in a table given with its headings, and answers in the same shape. A code that is not in the table is
 * null, an empty code an empty text; of a code that stands there twice the first counts. Linear in the table plus the codes.
 */
export function lookUp(table: Cells, codeHeading: string, answerHeading: string, codes: Cells): Result<(string | null)[][], MissingHeading> {
  const headings = (table[0] ?? []).map(textOf);
  const missing = [codeHeading, answerHeading].find((heading) => !headings.includes(heading));
  if (missing !== undefined) return failure({ heading: missing });
  const codeColumn = headings.indexOf(codeHeading);
  const answerColumn = headings.indexOf(answerHeading);
  const answers = new Map<string, string>();
  for (const row of table.slice(1)) {
    const code = textOf(row[codeColumn]);
    if (code !== '' && !answers.has(code)) answers.set(code, textOf(row[answerColumn]));
  }
  return success(codes.map((row) => row.map((cell) => (textOf(cell) === '' ? '' : (answers.get(textOf(cell)) ?? null)))));
}
