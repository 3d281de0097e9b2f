import type { SheetSpec } from '../../../sheets/spec';
import type { LiveSheet } from '../read/liveSheet';
import type { Content } from '../read/fingerprint';
import { readFormats, ownFormats, type LiveFormat } from '../diff/conditionalFormats';
import { readGroups, type Size } from '../diff/groups';
import type { Layout } from '../diff/layout';
import { liveValidations } from '../diff/liveRanges';
import { formatsDiffer, groupsDiffer } from '../diff/parts';
import type { SheetUpdate } from '../diff/sheetUpdate';
import type { ExcelSession } from '../request/session';
import type { BeforeImage } from './beforeImage';
import { readRowLooks } from './rowLooks';
import { readPapers, readViews } from './views';

/** What was looked up before a sheet is changed: the image to go back to, and what the change itself needs to know. */
export interface Captured {
  readonly image: BeforeImage;
  readonly formats: readonly LiveFormat[];
}

/** A sheet about to be changed. */
export interface Change {
  readonly spec: SheetSpec;
  readonly live: LiveSheet;
  readonly layout: Layout | null;
  readonly update: SheetUpdate;
}

const nameOf = ({ live }: Change): string => live.found.name;

/** Extent of a sheet as it is and as it will be. */
const sizeOf = ({
  live,
  update: {
    placement: { target },
  },
}: Change): Size => ({
  name: live.found.name,
  rows: Math.max(1, live.rows, target.rows),
  columns: Math.max(1, live.columns, target.columns),
});

/** The values that `wanted` asks for, spread over all changes; null for those it does not ask for. */
function spread<T>(changes: readonly Change[], wanted: readonly Change[], values: readonly T[]): (T | null)[] {
  return changes.map((change) => {
    const index = wanted.indexOf(change);
    return index < 0 ? null : (values[index] ?? null);
  });
}

function packedCells(live: LiveSheet): Pick<BeforeImage, 'texts' | 'cells'> {
  const texts: Content[] = [];
  const known = new Map<Content, number>();
  const place = (content: Content): number => {
    if (content === '') return -1;
    const found = known.get(content);
    if (found !== undefined) return found;
    known.set(content, texts.length);
    texts.push(content);
    return texts.length - 1;
  };
  return { texts, cells: live.content.map((line) => line.map(place)) };
}

const grouped = (changes: readonly Change[]): Change[] =>
  changes.filter(({ spec, layout, update }) => groupsDiffer(spec, layout, update.restructures));

/** Sheets of which the groups will be read, and with that folded. */
export const sheetsToFold = (changes: readonly Change[]): Size[] => grouped(changes).map(sizeOf);

/** Reads what changes will touch. It writes nothing but the fold of the groups, which it puts back. */
export async function captureSheets(session: ExcelSession, changes: readonly Change[]): Promise<Captured[]> {
  if (changes.length === 0) return [];
  const looks = await readRowLooks(
    session,
    changes.map(({ live, update }) => ({ name: live.found.name, rows: update.touchedRows, columns: live.columns })),
  );
  const views = await readViews(session, changes.map(sizeOf));
  const papers = await readPapers(session, changes.map(nameOf));
  const dressed = changes.filter(({ spec, layout, update }) => formatsDiffer(spec, layout, update.restructures));
  const formats = spread(changes, dressed, await readFormats(session, dressed.map(nameOf)));
  const groups = spread(changes, grouped(changes), await readGroups(session, sheetsToFold(changes)));
  return changes.map((change, index): Captured => {
    const [rowLooks, view, paper] = [looks[index], views[index], papers[index]];
    if (!rowLooks || !view || !paper) throw new Error(`sheet ${nameOf(change)} was not read`);
    return {
      formats: formats[index] ?? [],
      image: imageOf(change, {
        looks: rowLooks,
        view,
        paper,
        groups: groups[index] ?? null,
        formats: formats[index] ?? null,
      }),
    };
  });
}

function imageOf(
  { spec, live, layout }: Change,
  read: Pick<BeforeImage, 'looks' | 'view' | 'paper' | 'groups'> & { readonly formats: readonly LiveFormat[] | null },
): BeforeImage {
  const own = read.formats
    ? ownFormats(read.formats, [...(layout?.parts.conditionalFormats ?? []), ...spec.conditionalFormats])
    : new Set<string>();
  return {
    ...read,
    name: live.found.name,
    rows: live.rows,
    columns: live.columns,
    ...packedCells(live),
    tables: live.tables.map(({ name, range, headers, totals }) => ({
      name,
      row: range.row,
      column: range.column,
      rows: range.rows,
      headers,
      totals,
    })),
    formats: read.formats && {
      own: read.formats.filter(({ id }) => own.has(id)).map(({ id: _id, ...format }) => format),
      others: read.formats.flatMap(({ id }, place): [string, number][] => (own.has(id) ? [] : [[id, place]])),
    },
    validations: layout ? liveValidations(layout.parts, live) : [],
    layout,
  };
}
