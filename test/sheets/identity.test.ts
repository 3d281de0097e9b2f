import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { documentFromWorkbook } from '../../src/sheets/readBack';
import { buildSheets } from '../../src/sheets/workbook';
import { readXlsxFile } from '../../src/workbook/file/read';
import { writeXlsxFile } from '../../src/workbook/file/write';
import { anyReading } from './arbitrary';
import { contentOf } from './contentOf';

/** Many workbooks: more than the five seconds a test is given, in milliseconds. */
const SLOW = 120_000;

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
}, SLOW);

test('and so does the file they are written to', async () => {
  await fc.assert(
    fc.asyncProperty(anyReading, async (reading) => {
      const content = await readXlsxFile(await writeXlsxFile(buildSheets(reading, [])));
      const result = content.ok ? documentFromWorkbook(content.value) : content;
      expect(asJson(result)).toEqual({ ok: true, value: { document: asJson(reading.document), findings: [] } });
    }),
    { numRuns: 40 },
  );
}, SLOW);
