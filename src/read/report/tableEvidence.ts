import { SCHEMA_NAMES, type SchemaName } from '../../plan/vocabulary';
import { directionOfLabel, kindOfLabel, plainWords } from '../../schema/rows/labels';
import { rowsById } from '../../schema/rows/rows';
import { numberedTitle } from '../../schema/titles';
import type { LineLedger } from '../ledger';
import { headLineAt, kindsOf, type HeadLine } from '../table/headLine';
import { parseHeading } from './heading';
import { splitMarker } from './rowMarker';

/** A table stands within so many lines of its title: a head of the report, some running text, the head of its columns. */
const LINES_TO_TABLE = 25;
/** Rows are looked at as far as this. */
const LINES_OF_TABLE = 40;

const isColumnHead = (line: HeadLine | null): boolean => {
  if (line === null) return false;
  const kinds = line.cells.map(kindsOf).join(' ');
  return line.cells.length > 1 ? /year|phase|revision|direction/.test(kinds) : line.label === '' && /year/.test(kinds);
};

/** The lines from `index` on that are not blank, up to the title of another schema. */
function* filledFrom(ledger: LineLedger, index: number, count: number): Iterable<number> {
  let at = ledger.nextFilled(index, ledger.lines.length);
  for (let taken = 0; taken < count && at < ledger.lines.length; taken += 1) {
    if (numberedTitle(ledger.text(at))?.isKnown) return;
    yield at;
    at = ledger.nextFilled(at + 1, ledger.lines.length);
  }
}

/** Does a table follow: a head of columns and a row of figures (of this schema, when one is named)? */
export function hasTable(ledger: LineLedger, index: number, schema: SchemaName | null): boolean {
  for (const at of filledFrom(ledger, index, LINES_TO_TABLE)) {
    if (!isColumnHead(headLineAt(ledger, at))) continue;
    return schema === null ? hasFigures(ledger, at + 1) : matchesBelow(ledger, at + 1, schema) >= FEWEST_MATCHES;
  }
  return false;
}

/** Does the head of the table that follows name versions of a plan? Then it is of a changed plan. */
export function hasVersions(ledger: LineLedger, index: number): boolean {
  for (const at of filledFrom(ledger, index, LINES_TO_TABLE)) {
    const head = headLineAt(ledger, at);
    if (head?.cells.some((cell) => kindsOf(cell).includes('revision'))) return true;
    if (ledger.figures(at).count > 1 && !isColumnHead(head)) return false;
  }
  return false;
}

function hasFigures(ledger: LineLedger, index: number): boolean {
  for (const at of filledFrom(ledger, index, LINES_TO_TABLE))
    if (ledger.figures(at).count > 0 || parseHeading(ledger.text(at)) !== null) return true;
  return false;
}

const FEWEST_MATCHES = 2;
/** Without any title a table must have more rows of one schema, and clearly more than of any other. */
const FEWEST_UNTITLED = 5;
const LEAD = 2;

const labelsBySchema = new Map<SchemaName, ReadonlySet<string>>();

function labelsOf(schema: SchemaName): ReadonlySet<string> {
  const known = labelsBySchema.get(schema);
  if (known) return known;
  const rows = [...rowsById(schema).values()];
  const labels = new Set(
    rows.flatMap(({ label, also, section }) => [label, ...also, section.section, ...section.also]).map(plainWords),
  );
  labels.delete('');
  labelsBySchema.set(schema, labels);
  return labels;
}

/** Labels of the rows under a head, as they are compared. */
function rowLabels(ledger: LineLedger, index: number): readonly string[] {
  const labels: string[] = [];
  for (const at of filledFrom(ledger, index, LINES_OF_TABLE))
    labels.push(plainWords(splitMarker(ledger.figures(at).label).label));
  return labels;
}

const matchesBelow = (ledger: LineLedger, index: number, schema: SchemaName): number => {
  const known = labelsOf(schema);
  return rowLabels(ledger, index).filter((label) => known.has(label)).length;
};

/** The one schema whose rows stand under the head of columns at `index`; null when there is none, or more than one. */
export function schemaOfRows(ledger: LineLedger, index: number): SchemaName | null {
  if (!isColumnHead(headLineAt(ledger, index)) || !hasFigures(ledger, index + 1)) return null;
  // Kinds and directions stand in every list of amounts; they tell no schema.
  const labels = rowLabels(ledger, index + 1).filter(
    (label) => kindOfLabel(label) === null && directionOfLabel(label) === null,
  );
  const counts = SCHEMA_NAMES.map((schema) => {
    const known = labelsOf(schema);
    return { schema, count: new Set(labels.filter((label) => known.has(label))).size };
  }).sort((left, right) => right.count - left.count);
  const [best, next] = [counts[0], counts.find(({ schema, count }) => !isTwin(schema, counts[0]?.schema) && count > 0)];
  if (!best || best.count < FEWEST_UNTITLED || best.count < (next?.count ?? 0) + LEAD) return null;
  return best.schema;
}

/** J2 and M2 have the same rows, and so have the others of their number. */
const isTwin = (left: SchemaName, right: SchemaName | undefined): boolean =>
  left === right ||
  (right !== undefined &&
    left.slice(1) === right.slice(1) &&
    'JM'.includes(left[0] ?? '') &&
    'JM'.includes(right[0] ?? ''));
