import type { SourceLine } from '../../read/source';

/** Index of the first line at or after a 1-based line number; lines come in ascending order. */
function firstAt(lines: readonly SourceLine[], number: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lines[middle]?.number ?? Infinity) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The line with that number and up to `around` non-blank lines on each side. */
export function linesAround(lines: readonly SourceLine[], number: number, around: number): readonly SourceLine[] {
  const at = firstAt(lines, number);
  return lines.slice(Math.max(0, at - around), at + around + 1);
}
