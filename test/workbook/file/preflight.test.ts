import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildSheets } from '../../../src/sheets/workbook/workbook';
import { MAX_ENTRIES } from '../../../src/workbook/zip/limits';
import { readXlsxFile } from '../../../src/workbook/file/read/readXlsx';
import { writeXlsxFile } from '../../../src/workbook/file/write';
import { READING } from '../../sheets/fixture';
import { part, workbookParts, zipOf, type Part } from './zips';

const WORKBOOK = part('xl/workbook.xml', '<workbook/>');
const MEGABYTE = 2 ** 20;

async function failureOf(bytes: Uint8Array): Promise<string> {
  const result = await readXlsxFile(bytes);
  return result.ok ? 'read' : result.failure.kind.id.replace('workbook.', '');
}

describe('a file that would harm is refused before it is opened', () => {
  test('196 kB that unpack to 200 MB', async () => {
    const bytes = zipOf([WORKBOOK, { name: 'xl/worksheets/sheet1.xml', data: new Uint8Array(200 * MEGABYTE) }]);
    expect(bytes.byteLength).toBeLessThan(210_000);
    expect(await failureOf(bytes)).toBe('unpacks-too-much');
  });

  test('the same, declaring a bearable size', async () => {
    const bytes = zipOf([
      ...workbookParts(1),
      { name: 'xl/worksheets/sheet1.xml', data: new Uint8Array(8 * MEGABYTE).fill(0x20), declaredBytes: 1000 },
    ]);
    expect(await failureOf(bytes)).toBe('dishonest-size');
  });

  test('a part that declares more than it holds', async () => {
    expect(await failureOf(zipOf([{ ...WORKBOOK, declaredBytes: 5000 }]))).toBe('dishonest-size');
  });

  test('one part, and all parts that are read together, beyond the limits', async () => {
    const declared = (megabytes: number, name: string): Part => ({
      name,
      data: new Uint8Array(randomBytes(2 * MEGABYTE)),
      declaredBytes: megabytes * MEGABYTE,
    });
    expect(await failureOf(zipOf([WORKBOOK, declared(257, 'a')]))).toBe('unpacks-too-large');
    const noisy = [1, 2].map((number): Part => {
      const data = new Uint8Array(34 * MEGABYTE).fill(0x20);
      data.set(new TextEncoder().encode('<worksheet>'));
      data.set(new TextEncoder().encode('</worksheet>'), data.byteLength - 12);
      for (const [index, byte] of randomBytes(45_000).entries()) data[2000 + index * 750] = 0x30 + (byte % 10);
      return { name: `xl/worksheets/sheet${number}.xml`, data };
    });
    expect(await failureOf(zipOf([...workbookParts(2), ...noisy]))).toBe('unpacks-too-much');
    const unread = await readXlsxFile(zipOf([...workbookParts(2), ...noisy]), (name) => name === 'Blad1');
    expect(unread.ok).toBe(true);
  });

  test('too many parts', async () => {
    expect(await failureOf(zipOf([WORKBOOK], MAX_ENTRIES + 1))).toBe('too-many-parts');
  });

  test('parts that share their bytes, and parts of one name', async () => {
    expect(await failureOf(zipOf([WORKBOOK, part('a', 'text'), { ...part('b', 'text'), sharesData: true }]))).toBe(
      'broken',
    );
    expect(await failureOf(zipOf([WORKBOOK, part('a', 'x'), part('a', 'y')]))).toBe('broken');
  });
});

describe('a file that is no workbook says so', () => {
  test.each([
    ['empty', new Uint8Array(0), 'not-xlsx'],
    ['text', new TextEncoder().encode('Beleidsevaluatie 2024'), 'not-xlsx'],
    [
      'an .xls or a locked file',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]),
      'old-or-locked',
    ],
    ['a zip of something else', zipOf([part('word/document.xml', '<w/>')]), 'not-workbook'],
    ['a workbook without content', zipOf([WORKBOOK]), 'broken'],
  ])('%s', async (_name, bytes, expected) => {
    expect(await failureOf(bytes)).toBe(expected);
  });
});

test('a damaged workbook never throws: any byte changed, any end cut off', async () => {
  const whole = await writeXlsxFile(buildSheets(READING, []));
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: whole.byteLength - 1 }),
      fc.integer({ min: 1, max: 255 }),
      fc.boolean(),
      async (at, change, cut) => {
        const bytes = cut ? whole.slice(0, at) : whole.slice();
        if (!cut) bytes[at] = (bytes[at] ?? 0) ^ change;
        const result = await readXlsxFile(bytes);
        expect(typeof result.ok).toBe('boolean');
      },
    ),
    { numRuns: 60 },
  );
});
