import { describe, expect, test } from '@jest/globals';
import { derivationsOf } from '../../src/figures/follow/derivations';
import { cellName, nameWhenRead, rowsByRowsRead } from '../../src/figures/follow/places';
import { isUnassigned } from '../../src/schema/rows/unassigned';
import { readReport } from '../../src/read/report/report';
import { seedText } from '../support/requirements';

const { document } = readReport(seedText('004'))!;
const { statements } = derivationsOf(document);

describe('a figure as it stands now, by the name it follows under', () => {
  test('rows for what is not assigned yet shift no other row', () => {
    const shifted = document.statements.flatMap((now, index) => {
      const read = statements[index]!;
      return now.rows.flatMap((row, at) => {
        const place = read.rows.findIndex((each) => each === row);
        expect(nameWhenRead(statements, { of: 'statement', statement: now, row: at, column: 0 })).toBe(
          cellName({ statement: index, row: place, column: 0 }),
        );
        return place === at ? [] : [row];
      });
    });
    // Else this proves nothing: rows behind an inserted one stand elsewhere.
    expect(shifted.length).toBeGreaterThan(0);
  });

  test('a row for what is not assigned yet is found again when a book holds it', () => {
    const index = statements.findIndex(({ rows }) => rows.some(isUnassigned));
    const read = statements[index]!;
    const row = read.rows.findIndex(isUnassigned);
    expect(rowsByRowsRead(read, read)[row]).toBe(read.rows[row]);
    expect(nameWhenRead(statements, { of: 'statement', statement: read, row, column: 1 })).toBe(
      cellName({ statement: index, row, column: 1 }),
    );
  });

  test('a statement that was not there when the document was read has no name', () => {
    const statement = { ...statements[0]!, source: { line: 999_999, page: null } };
    expect(nameWhenRead(statements, { of: 'statement', statement, row: 0, column: 0 })).toBeNull();
  });
});
