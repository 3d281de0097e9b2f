import { canonicalFormula } from './formulaText';

/** A sum of what stands in the cells of a sheet, to tell whether someone wrote in it. */
export type Content = string | number | boolean;

/** The two halves of a 53-bit hash that mixes well enough to miss no edit in practice (cyrb53). */
const PRIMES = [2_654_435_761, 1_597_334_677, 2_246_822_507, 3_266_489_909] as const;

/** Taken once: this is the innermost loop of all. */
const { imul } = Math;

/** Ends each text, so that `ab` and `c` are not `a` and `bc`. */
const SEPARATOR = 0x1f;

export class Fingerprint {
  private high = 0xdeadbeef | 0;
  private low = 0x41c6ce57 | 0;

  add(text: string): void {
    let { high, low } = this;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      high = imul(high ^ code, PRIMES[0]);
      low = imul(low ^ code, PRIMES[1]);
    }
    this.high = imul(high ^ SEPARATOR, PRIMES[0]);
    this.low = imul(low ^ SEPARATOR, PRIMES[1]);
  }

  get text(): string {
    const high = imul(this.high ^ (this.high >>> 16), PRIMES[2]) ^ imul(this.low ^ (this.low >>> 13), PRIMES[3]);
    const low = imul(this.low ^ (this.low >>> 16), PRIMES[2]) ^ imul(this.high ^ (this.high >>> 13), PRIMES[3]);
    return `${(high >>> 0).toString(36)}-${(low >>> 0).toString(36)}`;
  }
}

/** One spelling of what a cell holds: type and value, or the formula as canonicalFormula has it. */
export const contentText = (content: Content, table: string): string =>
  typeof content === 'string' && content.startsWith('=')
    ? `f${canonicalFormula(content, table)}`
    : `${(typeof content)[0] ?? ''}${String(content)}`;

/** Sums the filled cells of a sheet with their places; `tableAt` names the table a cell lies in, or ''. */
export function fingerprintOf(
  rows: number,
  columns: number,
  contentAt: (row: number, column: number) => Content,
  tableAt: (row: number, column: number) => string,
): string {
  const sum = new Fingerprint();
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const content = contentAt(row, column);
      if (content !== '') sum.add(`${row},${column},${contentText(content, tableAt(row, column))}`);
    }
  }
  return sum.text;
}
