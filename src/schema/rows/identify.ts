import type { Statement, StatementRow } from '../../plan/document';
import type { SchemaName } from '../../plan/vocabulary';
import { directionOfLabel, kindOfLabel, plainWords } from './labels';
import { rowsById, type SchemaRow } from './rows';
import { unassignedGroupId, UNASSIGNED_LABEL, unassignedPartId } from './unassigned';
import type { SectionEntry } from './entry';
import { cellKey, GROUPED } from './groups';

/** A row as it was read, before it is known which row of the law it is. */
export type PrintedRow = Omit<StatementRow, 'schemaRow'>;

/** A row of the law with its wordings as they are compared. */
interface Candidate {
  readonly row: SchemaRow;
  readonly path: string;
  readonly labels: readonly string[];
}

/** A heading of the law with the rows under it. */
interface Section {
  readonly entry: SectionEntry;
  readonly headings: readonly string[];
  /** The wider heading it may be a marker of; null when there is none. */
  readonly within: string | null;
  readonly rows: readonly Candidate[];
  readonly byPath: ReadonlyMap<string, readonly Candidate[]>;
  readonly byLabel: ReadonlyMap<string, readonly Candidate[]>;
}

const knownSections = new Map<SchemaName, readonly Section[]>();

function grouped(rows: readonly Candidate[], keysOf: (row: Candidate) => readonly string[]): Section['byPath'] {
  const groups = new Map<string, Candidate[]>();
  for (const row of rows) for (const key of new Set(keysOf(row))) groups.set(key, [...(groups.get(key) ?? []), row]);
  return groups;
}

function sectionsOfLaw(schema: SchemaName): readonly Section[] {
  const known = knownSections.get(schema);
  if (known) return known;
  const rows = new Map<SectionEntry, Candidate[]>();
  for (const row of rowsById(schema).values()) {
    const candidate = { row, path: row.path.join('.'), labels: [row.label, ...row.also].map(plainWords) };
    rows.set(row.section, [...(rows.get(row.section) ?? []), candidate]);
  }
  const sections = [...rows].map(([entry, found]): Section => ({
    entry,
    headings: [entry.section, ...entry.also].map(plainWords),
    within: entry.within === null ? null : plainWords(entry.within[0]),
    rows: found,
    byPath: grouped(found, ({ path }) => [path]),
    byLabel: grouped(found, ({ labels }) => labels),
  }));
  knownSections.set(schema, sections);
  return sections;
}

/** A printed row as it is compared: under a wider heading the first marker is part of the heading. */
interface Subject {
  readonly path: string;
  readonly label: string;
  readonly isDash: boolean;
}

/** The words of a row as they are compared: its heading and its own label. */
interface Words {
  readonly heading: string;
  readonly own: string;
}

const subjectOf = (path: readonly string[], label: string): Subject => ({
  path: path.join('.'),
  label,
  isDash: path.at(-1) === '-',
});

const isLabelled = ({ labels }: Candidate, label: string): boolean => labels.includes(label);

/** So much of a label must be printed to be its beginning. */
const SHORTEST_BEGINNING = 5;

const isCutShort = ({ labels }: Candidate, label: string): boolean =>
  label.length >= SHORTEST_BEGINNING && labels.some((own) => own.startsWith(`${label} `));

const sole = (found: readonly Candidate[]): Candidate | undefined => (found.length === 1 ? found[0] : undefined);

/**
 * By markers and label; else by markers with the beginning of the label, or by markers alone where they suffice; else
 * by a label of its own.
 */
function findInSection({ entry, byPath, byLabel }: Section, { path, label, isDash }: Subject): Candidate | undefined {
  const marked = byPath.get(path) ?? [];
  const named = byLabel.get(label) ?? [];
  const sure = marked.find((candidate) => isLabelled(candidate, label)) ?? marked.find(({ row }) => row.label === '');
  if (sure || isDash) return sure;
  const likely = path === '' ? undefined : marked.find((candidate) => isCutShort(candidate, label));
  const numbered = entry.byMarkers && path !== '' && named.length === 0 ? marked[0] : undefined;
  return likely ?? numbered ?? sole(named);
}

/**
 * Under a heading that the law does not know: the one row of the schema with these markers and label, or else with
 * this label. Without any heading, as users type a schema, the first.
 */
function findAnywhere(sections: readonly Section[], subject: Subject, isHeaded: boolean): Candidate | undefined {
  const { path, label, isDash } = subject;
  const named = sections.flatMap(({ byLabel }) => byLabel.get(label) ?? []);
  const marked = named.filter((candidate) => candidate.path === path);
  return sole(isHeaded ? marked : marked.slice(0, 1)) ?? (isDash ? undefined : sole(named));
}

const isNamed = ({ entry, headings }: Section, heading: string): boolean =>
  headings.some((own) => own === heading || (entry.openEnded && heading.startsWith(`${own} `)));

const isWithin = ({ entry, within }: Section, heading: string, path: readonly string[]): boolean =>
  within === heading && entry.within?.[1] === path[0];

function findLabelled(sections: readonly Section[], row: PrintedRow, { heading, own }: Words): Candidate | undefined {
  const { path, values } = row;
  // The heading of a section, printed as a row.
  if (path.length === 0 && values.length === 0 && own === heading) return undefined;
  const subject = subjectOf(path, own);
  const inAny = (places: readonly Section[], of: Subject): Candidate | undefined =>
    places.map((place) => findInSection(place, of)).find((found) => found !== undefined);
  const named = sections.filter((place) => isNamed(place, heading));
  if (named.length > 0) return inAny(named, subject);
  const within = sections.filter((place) => isWithin(place, heading, path));
  if (within.length > 0) return inAny(within, subjectOf(path.slice(1), own));
  const names = sections.filter(({ entry }) => entry.anyHeading);
  return inAny(names, subject) ?? findAnywhere(sections, subject, heading !== '');
}

const identifyLabelled = (schema: SchemaName, row: PrintedRow, words: Words): string | null =>
  findLabelled(sectionsOfLaw(schema), row, words)?.row.id ?? null;

/** J1, M1 and T1 name their rows by group, kind and direction; the heading tells the group. */
function identifyGrouped(schema: SchemaName, row: PrintedRow, { heading }: Words): string | null {
  const direction = row.direction ?? directionOfLabel(row.label);
  if (direction === null && (row.kind === null || kindOfLabel(row.label) !== row.kind)) return null;
  const sections = sectionsOfLaw(schema);
  const group = sections.find((section) => isNamed(section, heading)) ?? sections.find(({ entry }) => entry.anyHeading);
  const id = `${schema}.${group?.entry.key ?? ''}.${cellKey(row.kind, direction)}`;
  return rowsById(schema).has(id) ? id : null;
}

const UNASSIGNED = plainWords(UNASSIGNED_LABEL);

/** A row that a sheet adds for what is not assigned yet, as its own words tell; null for any other row. */
function unassignedRow(schema: SchemaName, row: PrintedRow, { heading, own }: Words): StatementRow | null {
  if (GROUPED.has(schema) && heading === UNASSIGNED) {
    const [first = '', second = ''] = row.label.split(', ');
    const [kind, direction] = [kindOfLabel(first), directionOfLabel(second)];
    return kind && direction
      ? { ...row, kind, direction, schemaRow: unassignedGroupId(schema, kind, direction) }
      : null;
  }
  if (own !== UNASSIGNED || GROUPED.has(schema)) return null;
  const section = sectionsOfLaw(schema).find((each) => isNamed(each, heading));
  const whole = section ? `${schema}.${section.entry.key}` : `${schema}.financing`;
  return { ...row, schemaRow: unassignedPartId(whole) };
}

/**
 * Which row of the law each printed row is, told from its heading, markers, label, kind and direction; null for one
 * that is none, such as the dash rows of T2. Several rows have one id where the law has a row per entity, domain or
 * objective. This is the only place that recognises the wordings of rows.
 */
export function identifyRows(schema: SchemaName, rows: readonly PrintedRow[]): readonly StatementRow[] {
  const identify = GROUPED.has(schema) ? identifyGrouped : identifyLabelled;
  const headings = new Map<string, string>();
  return rows.map((row) => {
    const heading = headings.get(row.section) ?? plainWords(row.section);
    headings.set(row.section, heading);
    const words = { heading, own: plainWords(row.label) };
    return unassignedRow(schema, row, words) ?? { ...row, schemaRow: identify(schema, row, words) };
  });
}

/** Statements of a document written before rows had ids; those that have any are left as they are. */
export const identifyStatements = (statements: readonly Statement[]): readonly Statement[] =>
  statements.map((statement) =>
    statement.rows.some(({ schemaRow }) => schemaRow !== null)
      ? statement
      : { ...statement, rows: identifyRows(statement.schema, statement.rows) },
  );

/** Rows with figures that are this row of the law, as indexes in printed order. */
export function rowsWithId(statement: Statement, id: string): readonly number[] {
  return [...statement.rows.keys()].filter((index) => {
    const row = statement.rows[index];
    return row?.schemaRow === id && row.values.length > 0;
  });
}

/** The first row with figures that is this row of the law; null when it is not printed. */
export const rowWithId = (statement: Statement, id: string): number | null => rowsWithId(statement, id)[0] ?? null;
