import { isDeepStrictEqual } from 'node:util';
import { runChecks } from '../../src/check/run/run';
import { readSource } from '../../src/read/file/read';
import { documentFromWorkbook } from '../../src/sheets/readBack/readBack';
import { buildSheets } from '../../src/sheets/workbook/workbook';
import { differencesWith } from '../../src/workbook/file/differences';
import { readXlsxFile } from '../../src/workbook/file/read/readXlsx';
import { writeXlsxFile } from '../../src/workbook/file/write';

/** What became of a document: read and written as it must be, refused with a reason, or wrong. */
export type Judgement =
  { readonly verdict: 'kept' | 'refused' } | { readonly verdict: 'wrong'; readonly reason: string };

const wrong = (reason: string): Judgement => ({ verdict: 'wrong', reason });

/** Reads a document, builds its book as a file and reads that back. Nothing may throw, every filled line has one role, and the book opens on the same document. */
export async function judged(text: string): Promise<Judgement> {
  try {
    const reading = await readSource(new TextEncoder().encode(text), { name: 'fuzz.txt' });
    if (!reading.ok) return { verdict: 'refused' };
    const { document, lines } = reading.value;
    const roles = Object.values(document.lines.roles).reduce((sum, count) => sum + count, 0);
    if (roles !== document.lines.total || lines.length !== document.lines.total)
      return wrong(`${roles} roles and ${lines.length} lines of ${document.lines.total}`);
    const findings = runChecks(document, { language: 'nl' });
    const sheets = buildSheets(reading.value, findings);
    const content = await readXlsxFile(await writeXlsxFile(sheets));
    if (!content.ok) return wrong(`is no workbook: ${content.failure.kind.id}`);
    const [difference] = differencesWith(content.value, sheets);
    if (difference) return wrong(`holds something else: ${JSON.stringify(difference)}`);
    const back = documentFromWorkbook(content.value);
    if (!back.ok) return wrong(`does not open: ${back.failure.kind.id} ${JSON.stringify(back.failure.figures)}`);
    if (back.value.findings.length > 0)
      return wrong(`says of an untouched book: ${back.value.findings[0]?.message ?? ''}`);
    return isDeepStrictEqual(plain(back.value.document), plain(document))
      ? { verdict: 'kept' }
      : wrong('reads back as another document');
  } catch (error) {
    return wrong(`throws ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
