import { DEFAULT_SETTINGS } from '../../check/settings';
import { roleOfLabel } from '../../plan/lineRole';
import { success, type Result } from '../../plan/result';
import type { ReadFailure, SourceLine } from '../../read/source';
import { cellAt, findTable, type WorkbookContent } from '../../sheets/content';
import { SHEETS, sourceTableName } from '../../sheets/names';
import { documentFromWorkbook, explanationsFromWorkbook, settingsFromWorkbook } from '../../sheets/readBack/readBack';
import { readState } from '../../sheets/readBack/state';
import type { OtherPlan } from '../../sheets/ends';
import type { Book } from '../ports/book';

/** The role a label of the sheet names; a label that no role has is kept as it is. */
function roleOf(label: string): Pick<SourceLine, 'role' | 'roleText'> {
  const role = roleOfLabel(label);
  return role === null ? { role: 'other', roleText: label } : { role };
}

/** The lines of the source, from the sheet that shows them; [] when it is gone. */
export function sourceLines(content: WorkbookContent, document = 1): readonly SourceLine[] {
  const found = findTable(content, sourceTableName(document));
  if (!found) return [];
  const {
    sheet,
    table: { range },
  } = found;
  const lines: SourceLine[] = [];
  for (let row = range.row + 1; row < range.row + range.rows; row += 1) {
    const [number, page, role, text] = [0, 1, 2, 3].map((column) => cellAt(sheet, row, range.column + column));
    if (typeof number === 'number')
      lines.push({
        number,
        page: typeof page === 'number' ? page : null,
        ...roleOf(String(role ?? '')),
        text: String(text ?? ''),
      });
  }
  return lines.sort((one, other) => one.number - other.number);
}

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
  });
}
