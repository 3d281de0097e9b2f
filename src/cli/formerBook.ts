import { NO_EXPLANATIONS } from '../plan/explanation';
import { DEFAULT_SETTINGS, type CheckSettings } from '../check/settings';
import type { OutlineProfile } from '../read/outline/profile';
import type { WorkbookContent } from '../sheets/content';
import type { FormerContent } from '../sheets/merging/mergeIntoBook';
import {
  conflictsFromWorkbook,
  documentFromWorkbook,
  explanationsFromWorkbook,
  importedFromWorkbook,
  profilesFromWorkbook,
  settingsFromWorkbook,
} from '../sheets/readBack/readBack';
import { sourceLines } from '../sheets/readBack/sourceLines';

/** What users wrote and set in the workbook that is to be replaced: it goes on in the new one. */
export interface FormerBook extends FormerContent {
  readonly profiles: readonly OutlineProfile[];
  /** The file itself: what users added to its sheets beside what these are read for; null when there is none. */
  readonly bytes: Uint8Array | null;
}

export const NO_FORMER_BOOK: FormerBook = {
  explanations: NO_EXPLANATIONS,
  settings: null,
  profiles: [],
  documents: [],
  conflicts: [],
  bytes: null,
};

/** Settings that are the usual ones were set by nobody. */
const setByUsers = (settings: CheckSettings | null): CheckSettings | null =>
  JSON.stringify(settings) === JSON.stringify({ ...DEFAULT_SETTINGS, levelStatuses: {} }) ? null : settings;

/** What users wrote and set in a workbook, and made of its documents. */
export function formerBook(content: WorkbookContent, bytes: Uint8Array): FormerBook {
  const read = documentFromWorkbook(content);
  const imported = importedFromWorkbook(content);
  const edited = read.ok ? [read.value.document, ...(read.value.others ?? [])] : [];
  return {
    explanations: explanationsFromWorkbook(content),
    settings: setByUsers(settingsFromWorkbook(content)),
    profiles: profilesFromWorkbook(content),
    documents: imported.flatMap((document, index) =>
      edited[index] ? [{ imported: document, edited: edited[index], lines: sourceLines(content, index + 1) }] : [],
    ),
    conflicts: conflictsFromWorkbook(content),
    bytes: imported.length > 0 ? bytes : null,
  };
}
