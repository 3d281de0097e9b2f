import { roleOfLabel } from '../../plan/lineRole';
import type { SourceLine } from '../../read/source';
import { cellAt, findTable, type WorkbookContent } from '../content';
import { sourceTableName } from '../names';

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
