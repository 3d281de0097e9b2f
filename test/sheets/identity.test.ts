import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_STATUSES } from '../../src/plan/status';
import { cellText } from '../../src/sheets/cellText';
import { documentFromWorkbook } from '../../src/sheets/readBack/readBack';
import { buildSheets } from '../../src/sheets/workbook/workbook';
import { readXlsxFile } from '../../src/workbook/file/read/readXlsx';
import { writeXlsxFile } from '../../src/workbook/file/write';
import { anyReading } from './arbitrary';
import { contentOf, withCell } from './contentOf';
import { NODES, READING } from './fixture';

/** Lone surrogates and the like are no characters: JSON keeps them, and so must we. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('whatever a document holds, its sheets give it back', () => {
  fc.assert(
    fc.property(anyReading, (reading) => {
      const result = documentFromWorkbook(contentOf(buildSheets(reading, [])));
      expect(asJson(result)).toEqual({ ok: true, value: { document: asJson(reading.document), findings: [] } });
    }),
    { numRuns: 150 },
  );
});

test('and so does the file they are written to', async () => {
  await fc.assert(
    fc.asyncProperty(anyReading, async (reading) => {
      const content = await readXlsxFile(await writeXlsxFile(buildSheets(reading, [])));
      const result = content.ok ? documentFromWorkbook(content.value) : content;
      expect(asJson(result)).toEqual({ ok: true, value: { document: asJson(reading.document), findings: [] } });
    }),
    { numRuns: 40 },
  );
});

/** Cells of the plan that planners change most, with what they may become. */
const edit = fc.record({
  row: fc.nat(),
  change: fc.oneof(
    fc.record({ column: fc.constant('Titel'), value: fc.string({ minLength: 1 }) }),
    fc.record({ column: fc.constant('Evaluatie'), value: fc.string({ minLength: 1 }) }),
    fc.record({ column: fc.constant('Status'), value: fc.constantFrom(...DEFAULT_STATUSES.map(({ label }) => label)) }),
    fc.record({ column: fc.constant('Van'), value: fc.integer({ min: 40_000, max: 50_000 }) }),
    fc.record({ column: fc.constant('Prioritair'), value: fc.constantFrom('ja', 'nee') }),
  ),
});

test('edits survive: what is read back from an edited workbook builds a workbook that reads back the same', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
      const content = edits.reduce(
        (book, { row, change }) =>
          withCell(book, 'tblPlan', NODES[row % NODES.length]?.id ?? '', change.column, change.value),
        contentOf(buildSheets(READING, [])),
      );
      const first = documentFromWorkbook(content);
      if (!first.ok) throw new Error(first.failure.kind.id);
      expect(first.value.findings).toEqual([]);
      const { row, change } = edits.at(-1) ?? { row: 0, change: { column: 'Titel', value: '' } };
      const node = first.value.document.nodes[row % NODES.length];
      const now = {
        Titel: node?.title,
        Evaluatie: node?.evaluation?.text,
        Status: node?.evaluation?.statusText.replace(/\.$/, ''),
        Prioritair: node?.priority ? 'ja' : 'nee',
      };
      if (change.column in now)
        expect(cellText(String(now[change.column as keyof typeof now]))).toBe(cellText(String(change.value)));
      const second = documentFromWorkbook(contentOf(buildSheets({ ...READING, document: first.value.document }, [])));
      expect(second).toEqual({ ok: true, value: { document: first.value.document, findings: [] } });
    }),
    { numRuns: 60 },
  );
});
