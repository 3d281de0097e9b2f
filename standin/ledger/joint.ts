/** One part of a margin: an objective, a domain, a row of T2, with what is printed for it. */
export interface Part {
  readonly name: string;
  readonly euros: number;
}

export interface Joint {
  readonly names: readonly string[];
  readonly euros: number;
}

/**
 * Lines with one part of every margin each, that add up to all margins at once (the corner rule): as many as there are parts, less
 * the margins but one. Margins are rounded each on its own, so the last line takes what is left of the first margin.
 */
export function jointOf(margins: readonly (readonly Part[])[]): readonly Joint[] {
  const left = margins.map((parts) => parts.filter(({ euros }) => euros !== 0).map((part) => ({ ...part })));
  const lines: Joint[] = [];
  while (left.every((parts) => parts.length > 0)) {
    const heads = left.map(([head]) => head!);
    const euros = Math.min(...heads.map((head) => head.euros));
    lines.push({ names: heads.map(({ name }) => name), euros });
    for (const [index, head] of heads.entries()) {
      head.euros -= euros;
      if (head.euros === 0 && left[index]!.length > 0) left[index]!.shift();
    }
  }
  // What rounding left over in one margin still needs a line of its own part.
  const last = lines.at(-1)?.names ?? [];
  for (const [index, parts] of left.entries()) {
    for (const { name, euros } of parts) {
      lines.push({ names: margins.map((_, at) => (at === index ? name : (last[at] ?? ''))), euros });
    }
  }
  return lines;
}
