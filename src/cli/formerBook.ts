import type { EditedDocument } from '../plan/carryOver';
import { NO_EXPLANATIONS, type Explanations } from '../plan/explanation';
import { documentKey } from '../plan/link';
import { DEFAULT_SETTINGS, type CheckSettings } from '../check/settings';
import type { OutlineProfile } from '../read/outline/profile';
import type { WorkbookContent } from '../sheets/content';
import {
  documentFromWorkbook,
  explanationsFromWorkbook,
  importedFromWorkbook,
  profilesFromWorkbook,
  settingsFromWorkbook,
} from '../sheets/readBack/readBack';

/** What users wrote and set in the workbook that is to be replaced: it goes on in the new one. */
export interface FormerBook {
  readonly explanations: Explanations;
  readonly settings: CheckSettings | null;
  readonly profiles: readonly OutlineProfile[];
  /** By key of the document. */
  readonly documents: ReadonlyMap<string, EditedDocument>;
}

export const NO_FORMER_BOOK: FormerBook = {
  explanations: NO_EXPLANATIONS,
  settings: null,
  profiles: [],
  documents: new Map(),
};

/** Settings that are the usual ones were set by nobody. */
const setByUsers = (settings: CheckSettings | null): CheckSettings | null =>
  JSON.stringify(settings) === JSON.stringify({ ...DEFAULT_SETTINGS, levelStatuses: {} }) ? null : settings;

export function formerBook(content: WorkbookContent): FormerBook {
  const read = documentFromWorkbook(content);
  const imported = importedFromWorkbook(content);
  const edited = read.ok ? [read.value.document, ...(read.value.others ?? [])] : [];
  return {
    explanations: explanationsFromWorkbook(content),
    settings: setByUsers(settingsFromWorkbook(content)),
    profiles: profilesFromWorkbook(content),
    documents: new Map(
      imported.flatMap((document, index) =>
        edited[index] ? [[documentKey(document.document), { imported: document, edited: edited[index] }] as const] : [],
      ),
    ),
  };
}
