export type Alignment = 'left' | 'right';

const GAP = '  ';

/** Lines of rows whose cells stand in columns, two blanks apart. Alignment per column; the last given holds for the rest, left when none is. */
export function columns(rows: readonly (readonly string[])[], alignments: readonly Alignment[] = ['left']): string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? 0, cell.length)));
  const pad = (cell: string, index: number): string => {
    const width = widths[index] ?? 0;
    return (alignments[index] ?? alignments.at(-1)) === 'right' ? cell.padStart(width) : cell.padEnd(width);
  };
  return rows.map((row) => row.map(pad).join(GAP).trimEnd());
}
