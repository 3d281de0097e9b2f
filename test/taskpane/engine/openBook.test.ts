import { describe, expect, test } from '@jest/globals';
import { labelOfRole, LINE_ROLES } from '../../../src/plan/lineRole';
import type { SourceLine } from '../../../src/read/source';
import { buildSheets } from '../../../src/sheets/workbook/workbook';
import { sourceLines } from '../../../src/sheets/readBack/sourceLines';
import { bookFromContent } from '../../../src/taskpane/engine/openBook';
import { contentOf, mapTable } from '../../sheets/contentOf';
import { READING } from '../../sheets/fixture';

/** A line of every role. */
const LINES: readonly SourceLine[] = LINE_ROLES.map((role, index) => ({
  number: index + 1,
  page: index % 2 === 0 ? index + 1 : null,
  text: `regel ${index}`,
  role,
}));
const CONTENT = contentOf(buildSheets({ ...READING, lines: LINES }, []));

describe('the lines of a source, after the workbook was closed', () => {
  test('have the roles they were read in, all of them', () => {
    expect(sourceLines(CONTENT)).toEqual(LINES);
  });

  test('show each role in Dutch', () => {
    let shown: readonly unknown[] = [];
    mapTable(CONTENT, 'tblBron', (rows) => {
      shown = rows.slice(1).map((row) => row[2]);
      return rows;
    });
    expect(shown).toEqual(LINE_ROLES.map((role) => labelOfRole(role)));
  });

  test('keep the word of an older workbook: a name of a role, or a word that no role has any more', () => {
    const older = mapTable(CONTENT, 'tblBron', (rows) =>
      rows.map((row, index) =>
        index === 1
          ? [row[0] ?? null, null, 'tableRow', 'een rij']
          : index === 2
            ? [row[0] ?? null, null, 'kader', 'een kader']
            : row,
      ),
    );
    const lines = sourceLines(older);
    expect(lines[0]).toMatchObject({ role: 'tableRow', text: 'een rij' });
    expect(lines[1]).toMatchObject({ role: 'other', roleText: 'kader', text: 'een kader' });
    const again = bookFromContent(older);
    if (!again.ok || again.value === null) throw new Error('not read');
    expect(sourceLines(contentOf(buildSheets(again.value, [])))).toEqual(lines);
  });
});
