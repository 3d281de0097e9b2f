import type { PlanDocument } from '../../plan/document';
import { roleOfLabel } from '../../plan/lineRole';
import { readReport } from '../../read/report/report';
import type { SourceLine } from '../../read/source';
import { cellAt, findTable, type WorkbookContent } from '../content';
import { sourceTableName } from '../names';

/** No report has more lines; a number beyond it is damage. */
const MAX_LINES = 1_000_000;

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

/** The document of a report read once more from the lines on its sheet, when what was kept of it is lost; null when they are no report. */
export function documentFromSource(content: WorkbookContent): PlanDocument | null {
  const lines = sourceLines(content);
  const texts: string[] = [];
  // Blank lines have no row: a number that is passed over is one.
  for (const { number, text } of lines) {
    while (texts.length < Math.min(number - 1, MAX_LINES)) texts.push('');
    texts.push(text);
  }
  return texts.length === 0 ? null : (readReport(texts.join('\n'))?.document ?? null);
}
