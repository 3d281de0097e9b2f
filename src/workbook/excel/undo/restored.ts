import { cellAddress } from '../../../sheets/address';
import { EXCEL_KINDS, excelFailure } from '../request/failures';
import { contentOf, type BeforeImage } from './beforeImage';
import { contentAt, readLiveSheets, tableNameAt, type LiveSheet } from '../read/liveSheet';
import type { Before } from './memory';
import { ExcelError, type ExcelSession } from '../request/session';
import { sameContent } from '../diff/placement';
import { foundSheet, surveyWorkbook } from '../read/survey';

/** Throws when the workbook does not hold what the image says: it is not as it was, whatever Excel answered. */
export async function checkRestored(session: ExcelSession, before: Before): Promise<void> {
  const now = await surveyWorkbook(session);
  const images = before.images.filter(({ name }) => foundSheet(now, name) !== undefined);
  const live = await readLiveSheets(
    session,
    now,
    images.map(({ name }) => name),
  );
  const wrong = [
    ...before.created.filter((name) => foundSheet(now, name) !== undefined),
    ...images.flatMap((image, index) => {
      const sheet = live[index];
      const place = sheet ? differentCell(image, sheet) : image.name;
      return place === null ? [] : [place];
    }),
  ];
  const [reason] = wrong;
  if (reason !== undefined) throw new ExcelError(excelFailure(EXCEL_KINDS.notRestored, { reason }), 'NotRestored');
}

function differentCell(image: BeforeImage, live: LiveSheet): string | null {
  for (let row = 0; row < Math.max(image.rows, live.rows); row += 1) {
    for (let column = 0; column < Math.max(image.columns, live.columns); column += 1) {
      if (!sameContent(contentAt(live, row, column), contentOf(image, row, column), tableNameAt(live, row, column)))
        return `${image.name}!${cellAddress(row, column)}`;
    }
  }
  return null;
}
