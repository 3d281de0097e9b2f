import type { StatementRow } from '../../plan/document';
import type { Kind } from '../../plan/vocabulary';
import { directionOfLabel, kindOfLabel } from '../../schema/rows/labels';
import { enterMarker, splitMarker, type MarkedLabel, type OpenMarker } from './rowMarker';

/** What the lines of a schema read so far say about the next one. */
export interface RowState {
  readonly section: string;
  /** Under "I. Exploitatie-uitgaven" a row with a roman marker, or none, belongs to no section again. */
  readonly isNumbered: boolean;
  readonly node: string | null;
  readonly kind: Kind | null;
  readonly open: readonly OpenMarker[];
}

/** Under a heading: no kind and no markers yet. */
export const inSection = (section: string, node: string | null = null): RowState => ({
  section,
  isNumbered: splitMarker(section).rank === 0,
  node,
  kind: null,
  open: [],
});

export const underKind = (state: RowState, kind: Kind): RowState => ({ ...state, kind });

/** What a row is from where it stands and from its own words. */
export type RowPlace = Pick<StatementRow, 'section' | 'path' | 'label' | 'depth' | 'node' | 'kind' | 'direction'>;

export interface PlacedRow {
  readonly place: RowPlace;
  /** After the row. */
  readonly state: RowState;
}

/** The place of one row, with or without figures. */
export function placeRow(state: RowState, marked: MarkedLabel, hasFigures: boolean): PlacedRow {
  const { rank, label } = marked;
  const names = rank === null && hasFigures;
  const isOutside = state.isNumbered && (rank === null || rank === 0);
  const { path, open } = enterMarker(state.open, marked);
  // "ACTIVA" heads its side of the balance sheet, and has the total of it.
  const isSide = names && label.length > 1 && label === label.toUpperCase();
  const under = isSide ? inSection(label) : { ...state, open };
  const ownKind = names ? kindOfLabel(label) : null;
  const after = ownKind === null ? under : underKind(under, ownKind);
  const kind = path.length === 0 ? after.kind : null;
  const depth = path.length > 0 ? path.length - 1 : kind !== null && ownKind === null && hasFigures ? 1 : 0;
  const direction = path.length === 0 && hasFigures ? directionOfLabel(label) : null;
  const section = isOutside ? '' : after.section;
  return { state: after, place: { section, path, label, depth, node: after.node, kind, direction } };
}
