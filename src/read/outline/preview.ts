import type { ReviewItem } from '../../plan/review';
import type { Line } from '../lines';
import type { SourceLine } from '../source';
import { readOutline } from './outline';
import type { OutlineProfile } from './profile';

/** What a profile makes of a source, for someone who is writing it: how much of what, and each line with its role. */
export interface ProfilePreview {
  readonly levels: readonly {
    readonly id: string;
    readonly name: string;
    readonly nodes: number;
    readonly first: string | null;
  }[];
  /** Where the nodes begin. */
  readonly nodes: readonly { readonly line: number; readonly level: string }[];
  readonly indicators: number;
  readonly tables: readonly { readonly title: string; readonly rows: number }[];
  readonly lines: readonly SourceLine[];
  readonly unrecognised: readonly number[];
  readonly reviews: readonly ReviewItem[];
}

/** Reads the source by the profile and tells what came of it. */
export function previewProfile(source: readonly Line[], profile: OutlineProfile): ProfilePreview {
  const { document, lines } = readOutline(source, profile);
  return {
    levels: document.levels.map(({ id, name }) => {
      const nodes = document.nodes.filter(({ level }) => level === id);
      return { id, name, nodes: nodes.length, first: nodes[0]?.title ?? null };
    }),
    nodes: document.nodes.map(({ source: { line }, level }) => ({ line, level })),
    indicators: document.indicators.length,
    tables: (document.tables ?? []).map(({ title, rows }) => ({ title, rows: rows.length })),
    lines,
    unrecognised: document.lines.unrecognised,
    reviews: document.reviews ?? [],
  };
}
