import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readSource } from '../../src/read/file/read';
import { MAX_FILE_BYTES } from '../../src/read/file/decode';

const CASES = path.resolve(__dirname, '../golden/read');
const SAMPLE = [
  'evaluation-finance',
  'statement-t2-continued',
  'transfers',
  'off-balance',
  'depreciation',
  'prose-and-covers',
]
  .map((name) => readFileSync(path.join(CASES, name, 'input.txt'), 'utf8'))
  .join('\n');

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const failureOf = async (bytes: Uint8Array): Promise<string> => {
  const result = await readSource(bytes, { name: 'verslag.txt' });
  return result.ok ? 'read' : result.failure.kind.id;
};

const documentOf = async (bytes: Uint8Array) => {
  const result = await readSource(bytes);
  if (!result.ok) throw new Error(result.failure.kind.id);
  return result.value.document;
};

describe('files that are no report get a reason', () => {
  test.each([
    ['reading.empty-file', new Uint8Array()],
    ['reading.empty-file', bytesOf('\uFEFF \r\n\t\n')],
    ['reading.pdf-broken', bytesOf('%PDF-1.7\n...')],
    ['reading.word-file', bytesOf('PK\u0003\u0004 [Content_Types].xml word/document.xml')],
    ['reading.word-file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
    ['reading.workbook-file', bytesOf('PK\u0003\u0004 [Content_Types].xml xl/workbook.xml')],
    ['reading.archive-file', bytesOf('PK\u0003\u0004 foto.jpg')],
    ['reading.binary-file', Uint8Array.from([0x4a, 0x31, 0x00, 0x02])],
    [
      'reading.old-schemas',
      bytesOf(
        'Jaarrekening 2016\n\nJ6: De balans\n\nACTIVA 2016 2015\nI. Vlottende activa 5 4\n\nTJ1: Exploitatierekening per beleidsdomein\n',
      ),
    ],
    ['reading.near-sections', bytesOf('Wijzer\n\nJ2: Staat van het financieel evenwicht\n\nzie bijlage\n')],
    ['reading.no-sections', bytesOf('Beste collega,\n\nhierbij de notulen.\n')],
    ['reading.file-too-large', new Uint8Array(MAX_FILE_BYTES + 1).fill(0x41)],
  ])('%s', async (id, bytes) => {
    expect(await failureOf(bytes)).toBe(id);
  });

  test('the reason names the file and what to do', async () => {
    const result = await readSource(bytesOf('%PDF-1.7'), { name: 'jaarrekening.pdf' });
    if (result.ok) throw new Error('read');
    expect(result.failure.figures).toMatchObject({ name: 'jaarrekening.pdf' });
    expect(result.failure.kind.remedy.nl).not.toBe('');
  });
});

describe('encodings and line ends', () => {
  test('a byte order mark, CRLF and lone CR change nothing', async () => {
    const plain = await documentOf(bytesOf(SAMPLE));
    expect(await documentOf(bytesOf(`\uFEFF${SAMPLE.replace(/\n/g, '\r\n')}`))).toEqual(plain);
    expect(await documentOf(bytesOf(SAMPLE.replace(/\n/g, '\r')))).toEqual(plain);
  });

  test('UTF-16 with a mark', async () => {
    const units = Uint16Array.from([0xfeff, ...[...SAMPLE].map((letter) => letter.charCodeAt(0))]);
    expect(await documentOf(new Uint8Array(units.buffer))).toEqual(await documentOf(bytesOf(SAMPLE)));
  });

  test('Latin-1 is read, with an attention point', async () => {
    const latin = Uint8Array.from([...SAMPLE.replace(/[^\u0000-\u00ff]/g, '?')].map((letter) => letter.charCodeAt(0)));
    const document = await documentOf(latin);
    expect(document.findings[0]?.check).toBe('reading.encoding');
    expect(document.statements[0]?.columns).toHaveLength(5);
    expect(document.amounts.filter((amount) => amount.phase === 'initialBudget')).not.toHaveLength(0);
  });
});

describe('hostile text', () => {
  test('a line of a megabyte is reported and nothing else suffers', async () => {
    const document = await documentOf(bytesOf(`${SAMPLE}\n${'7 '.repeat(500_000)}\n${'('.repeat(1_000_000)}`));
    expect(document.findings.filter(({ check }) => check === 'reading.long-line')).toHaveLength(2);
    expect(document.transfers).toHaveLength(2);
  });

  test('a line too long to be one is seen by no pattern, counted as not understood, and kept with the lines', async () => {
    const long = `Toelichting evaluatie: Resultaat is behaald. : ${'woord '.repeat(3000)}`.trim();
    const lines = SAMPLE.split('\n');
    const at = lines.findIndex((line) => line.startsWith('Toelichting evaluatie'));
    if (at < 0) throw new Error('the sample has no evaluation');
    const reading = await readSource(bytesOf([...lines.slice(0, at), long, ...lines.slice(at)].join('\n')), {
      name: 'x',
    });
    if (!reading.ok) throw new Error(reading.failure.kind.id);
    const { document, lines: kept } = reading.value;
    expect(document.lines.unrecognised).toEqual([at + 1]);
    expect(document.findings.find(({ check }) => check === 'reading.long-line')?.message).toContain(
      `Regel ${at + 1} telt ${long.length} tekens`,
    );
    expect(kept.find(({ number }) => number === at + 1)).toMatchObject({ role: 'unrecognised', text: long });
    expect(JSON.stringify(document)).not.toContain('woord woord');
  });

  test('rows made to have countless readings are settled at once', async () => {
    const head =
      'J5: Staat van opbrengsten en kosten\n2031\nJournaalvolgnummers: JR 1\n\n2031 2030 2029 2028 2027 2026 2025 2024 2023 2022\n';
    const rows = Array.from({ length: 200 }, (_, index) => `I. Kosten ${'100 '.repeat(90 - (index % 7))}1.2.3`).join(
      '\n',
    );
    const spaces = `${' '.repeat(3000)}x`;
    const document = await documentOf(
      bytesOf(`${head}${rows}\nAfschrijvingstermijnen:\nKaaien${spaces}\n${`a${spaces}`.repeat(3)}\n`),
    );
    expect(document.lines.unrecognised).toHaveLength(200);
  });

  test('a report of one line of a megabyte', async () => {
    expect(await failureOf(bytesOf('Beleidsevaluatie '.repeat(60_000)))).toBe('reading.no-sections');
  });

  test('text that looks like a formula stays text', async () => {
    const document = await documentOf(bytesOf(SAMPLE.replace('Doel.', '=HYPERLINK("http://x","y")')));
    expect(document.nodes[0]?.title).toBe('=HYPERLINK("http://x","y")');
  });

  test('any change of any byte is read or refused, never thrown, and every line keeps one role', async () => {
    const original = bytesOf(SAMPLE);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(original.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const bytes = Uint8Array.from(original);
          for (const [at, byte] of changes) bytes[at] = byte;
          const result = await readSource(bytes);
          if (!result.ok) return;
          const { lines } = result.value.document;
          expect(Object.values(lines.roles).reduce((sum, count) => sum + count, 0)).toBe(lines.total);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('a report cut at any line is read or refused, never thrown', async () => {
    const all = SAMPLE.split('\n');
    for (let end = 0; end <= all.length; end += 7) {
      const result = await readSource(bytesOf(all.slice(0, end).join('\n')));
      expect(result.ok ? result.value.document.lines.total : 0).toBeGreaterThanOrEqual(0);
    }
  });
});

test('the golden cases cover each kind of section', () => {
  const names = readdirSync(CASES).map((name) => name.split('-')[0]);
  for (const kind of ['evaluation', 'statement', 'transfers', 'off', 'participations', 'depreciation', 'prose', 'cut'])
    expect(names).toContain(kind);
});
