/** Markers that open a row and tell its depth: `I.`, `A.`, `1.`, `a.`, `-`. Letters and numbers skip, because zero rows are not printed. */

const MARKERS = [
  /^([IVX]{1,5})\.\s*(?=\S)/,
  /^([A-Z])\.\s*(?=\S)/,
  /^(\d{1,2})\.\s+(?=\S)/,
  /^([a-z])\.\s*(?=\S)/,
  /^(-)\s+(?=\S)/,
] as const;

const DASH_RANK = 4;

export interface MarkedLabel {
  /** 0 roman, 1 capital, 2 number, 3 letter, 4 dash; null without a marker. */
  readonly rank: number | null;
  readonly marker: string;
  readonly label: string;
}

/** Takes the marker off a row label. */
export function splitMarker(text: string): MarkedLabel {
  for (const [rank, pattern] of MARKERS.entries()) {
    const match = pattern.exec(text);
    if (match) return { rank, marker: match[1] ?? '', label: text.slice(match[0].length) };
  }
  return { rank: null, marker: '', label: text };
}

/** A marker whose rows may still follow. */
export interface OpenMarker {
  readonly rank: number;
  readonly marker: string;
  readonly label: string;
}

/** Path of the row with this label, and the markers open after it; a row without a marker closes nothing and has none. */
export function enterMarker(
  open: readonly OpenMarker[],
  { rank, marker, label }: MarkedLabel,
): { readonly path: readonly string[]; readonly open: readonly OpenMarker[] } {
  if (rank === null) return { path: [], open };
  const kept = open.filter((entry) => entry.rank < rank);
  const dash = rank === DASH_RANK ? open.find((entry) => entry.rank === DASH_RANK) : undefined;
  if (dash && isNested(dash.label, label))
    return { path: [...kept.map((entry) => entry.marker), dash.marker, marker], open };
  const next = [...kept, { rank, marker, label }];
  return { path: next.map((entry) => entry.marker), open: next };
}

/** Two dash levels look the same; the inner one goes on in lower case: "- Andere algemene werkingssubsidies" / "- van de gemeente". */
const isNested = (outer: string, inner: string): boolean => /^\p{Lu}/u.test(outer) && /^\p{Ll}/u.test(inner);
