import type { Conflict } from '../../changes/merge/conflict';
import { mergeDocuments } from '../../changes/merge/mergeDocuments';
import { matchBoard } from '../../plan/board';
import { isReport, type PlanDocument } from '../../plan/document';
import { documentKey } from '../../plan/link';
import type { Reading, SourceLine } from '../../read/source';

/** A document of the workbook that is merged into: as it was taken in, as its sheets hold it now, and the lines it was read from. */
export interface FormerDocument {
  readonly imported: PlanDocument;
  readonly edited: PlanDocument;
  readonly lines: readonly SourceLine[];
}

export interface MergedReadings {
  /** What goes into the book: what was read, and documents of the former book that were not given anew. */
  readonly readings: readonly [Reading, ...Reading[]];
  /** A document that was read with what was made of its former version. */
  readonly mergedOf: (read: PlanDocument) => PlanDocument;
  readonly conflicts: readonly Conflict[];
  /** Titles of reports of the former book that have no place in a book about another. */
  readonly dropped: readonly string[];
}

/** The former version of a document: of the same title and year; a report takes the place of the report of its board. */
function formerVersion(
  read: PlanDocument,
  isFirst: boolean,
  former: readonly FormerDocument[],
): FormerDocument | undefined {
  const key = documentKey(read.document);
  const same = former.find(({ imported }) => documentKey(imported.document) === key);
  if (same || !isFirst) return same;
  const [main] = former;
  return main && isReport(main.imported) === isReport(read) && matchBoard(main.imported, read) !== 'other'
    ? main
    : undefined;
}

/**
 * Merges what was read into what a workbook holds: what its users wrote goes on in the new version of each document, and documents that were
 * not given anew stay as they are.
 */
export function mergeReadings(
  read: readonly [Reading, ...Reading[]],
  former: readonly FormerDocument[],
): MergedReadings {
  const taken = new Set<FormerDocument>();
  const merged = new Map<PlanDocument, PlanDocument>();
  const conflicts: Conflict[] = [];
  read.forEach(({ document }, index) => {
    const version = formerVersion(document, index === 0, former);
    if (!version || taken.has(version)) return;
    taken.add(version);
    const found = mergeDocuments({ base: version.imported, mine: version.edited, theirs: document });
    merged.set(document, found.document);
    const key = documentKey(document.document);
    conflicts.push(
      ...found.conflicts.map((each) => (index === 0 ? each : { ...each, key: `${key}|${each.key}`, document: key })),
    );
  });
  const left = former.filter((each) => !taken.has(each) && !isReport(each.imported));
  for (const { imported, edited } of left) merged.set(imported, edited);
  const [first, ...others] = read;
  return {
    readings: [first, ...others, ...left.map(({ imported, lines }): Reading => ({ document: imported, lines }))],
    mergedOf: (document) => merged.get(document) ?? document,
    conflicts,
    dropped: former
      .filter((each) => !taken.has(each) && !left.includes(each))
      .map(({ imported }) => imported.document.title),
  };
}
