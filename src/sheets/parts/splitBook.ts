import { statusesInForce, type CheckSettings } from '../../check/settings';
import type { PlanDocument } from '../../plan/document';
import type { WorkbookContent } from '../content';
import { planView } from '../planView';
import type { SheetSpec } from '../spec';
import { partsOf } from './ownerColumn';
import type { Part } from './part';
import { partSheets } from './partSheets';

/** The workbook of one owner, before it is written. */
export interface SplitPart {
  readonly part: Part;
  /** Name of its file. */
  readonly file: string;
  readonly sheets: () => readonly SheetSpec[];
}

export interface SplitBook {
  readonly parts: readonly SplitPart[];
  /** Rows that are in no part. */
  readonly left: number;
}

/** Signs that a file system refuses, or takes for a folder. */
const fileName = (name: string): string =>
  name
    .replace(/[\\/:*?"<>|\x00-\x1f]+/g, '-')
    .replace(/[. ]+$/, '')
    .slice(0, 100) || 'deel';

/** Names of the files of parts: after the book and the code, told apart where two would be the same. */
function namesOf(book: string, parts: readonly Part[]): readonly string[] {
  const taken = new Set<string>();
  return parts.map(({ name }) => {
    const plain = `${book}-${fileName(name)}`;
    let free = plain;
    for (let copy = 2; taken.has(free.toLowerCase()); copy += 1) free = `${plain}-${copy}`;
    taken.add(free.toLowerCase());
    return `${free}.xlsx`;
  });
}

/** A workbook for each owner of a book, called `name`; null when `by` names neither a level nor a column. */
export function splitBook(
  document: PlanDocument,
  content: WorkbookContent,
  settings: CheckSettings,
  name: string,
  by: string | null,
): SplitBook | null {
  const parts = partsOf(document, content, by);
  if (!parts) return null;
  const statuses = statusesInForce(settings);
  const view = planView(document, statuses);
  const linkOf = (id: string): string => view.linkOf(id) ?? id;
  const names = namesOf(name, parts);
  const inParts = new Set(parts.flatMap(({ nodes }) => nodes));
  return {
    parts: parts.map((part, index) => ({
      part,
      file: names[index] ?? '',
      sheets: () => partSheets(document, part, statuses, linkOf),
    })),
    left: document.nodes.filter(({ id }) => !inParts.has(id)).length,
  };
}
