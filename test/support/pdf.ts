/** A PDF with the given streams of text operators, one a page, made by hand so that the tests need no tool. */
export function makePdf(pages: readonly string[]): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${pages.map((_, index) => `${4 + 2 * index} 0 R`).join(' ')}]/Count ${pages.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...pages.flatMap((stream, index) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${5 + 2 * index} 0 R>>`,
      `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    ]),
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj${object}endobj\n`;
    return offset;
  });
  const xref = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  return new TextEncoder().encode(
    `${body}${xref}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF`,
  );
}

/** One page: a line of text per element, in the order of drawing. */
export const stream = (lines: readonly string[]): string =>
  `BT /F1 10 Tf 50 800 Td 12 TL ${lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`).join(' ')} ET`;

/** The head of a schema of accounts on two pages, of a board that does not exist: what the reader finds in it stands in SMALL_REPORT. */
export const smallReportPdf = (): Uint8Array =>
  makePdf([
    stream([
      'J5: Staat van opbrengsten en kosten',
      '2031',
      'Journaalvolgnummers: JR Budg. 11',
      'Waterdorp (0123.456.789)',
      '2031 2030',
      'I. Kosten 1.100 90',
    ]),
    stream(['II. Opbrengsten 1.120 100', 'III. Overschot of tekort van het boekjaar 20 10']),
  ]);

/** Its rows: label, values in cents, page. */
export const SMALL_REPORT = [
  ['Kosten', [110_000, 9_000], 1],
  ['Opbrengsten', [112_000, 10_000], 2],
  ['Overschot of tekort van het boekjaar', [2_000, 1_000], 2],
] as const;
