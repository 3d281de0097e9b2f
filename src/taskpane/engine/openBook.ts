import { DEFAULT_SETTINGS } from '../../check/settings';
import { success, type Result } from '../../plan/result';
import type { ReadFailure } from '../../read/source';
import type { WorkbookContent } from '../../sheets/content';
import { SHEETS } from '../../sheets/names';
import { documentFromWorkbook, explanationsFromWorkbook, settingsFromWorkbook } from '../../sheets/readBack/readBack';
import { sourceLines } from '../../sheets/readBack/sourceLines';
import { readState } from '../../sheets/readBack/state';
import type { OtherPlan } from '../../sheets/ends';
import type { Book } from '../ports/book';

/** The book a workbook holds, with every edit in it; null when none of ours was ever put there. Cells that hold what they may not are findings. */
export function bookFromContent(content: WorkbookContent): Result<Book | null, ReadFailure> {
  if (!content.sheets.some(({ name }) => name === SHEETS.state)) return success(null);
  const state = readState(content);
  if (!state.ok) return state;
  const reading = documentFromWorkbook(content);
  if (!reading.ok) return reading;
  const { document, others = [], findings, cells } = reading.value;
  const {
    lineage,
    document: imported,
    others: importedOthers = [],
    settings: { profiles = [] },
    conflicts = [],
  } = state.value;
  return success({
    name: lineage.at(-1)?.name ?? imported.document.title,
    importedAt: null,
    document: { ...document, findings: [...document.findings, ...findings] },
    imported,
    ...(cells ? { cells } : {}),
    lines: sourceLines(content),
    explanations: explanationsFromWorkbook(content),
    settings: settingsFromWorkbook(content) ?? DEFAULT_SETTINGS,
    ...(others.length === 0
      ? {}
      : {
          others: others.map((other, index): OtherPlan => ({
            document: other,
            lines: sourceLines(content, index + 2),
            imported: importedOthers[index] ?? other,
          })),
        }),
    ...(profiles.length === 0 ? {} : { profiles }),
    ...(conflicts.length === 0 ? {} : { conflicts }),
  });
}
