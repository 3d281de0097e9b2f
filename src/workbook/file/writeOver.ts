import type { SheetSpec } from '../../sheets/spec';
import { carriedFrom } from './carry/carry';
import { writeXlsxFile } from './write';

export interface WrittenOver {
  readonly bytes: Uint8Array;
  /** What the user of the former workbook added and for which there is no place in this one. */
  readonly lost: readonly string[];
}

/** Writes sheets as the workbook that takes the place of another, with what its user added to that one beside what its sheets are read for. */
export async function writeOver(former: Uint8Array, sheets: readonly SheetSpec[]): Promise<WrittenOver> {
  const carried = await carriedFrom(former, await writeXlsxFile(sheets));
  return { bytes: await writeXlsxFile(sheets, carried), lost: carried.lost };
}
