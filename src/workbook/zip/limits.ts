/** What an .xlsx file may ask of this machine before a byte of it is unpacked. A workbook of a large city stays far below each of these. */

/** Packed size. A report of 400 pages makes a workbook of 1 MB; a hundred times that is no workbook of ours, nor of Excel's everyday use. */
export const MAX_FILE_BYTES = 100 * 2 ** 20;

/** Parts in the package. A sheet brings at most five (sheet, relations, drawing, notes, table); 400 sheets with charts stay under this. */
export const MAX_ENTRIES = 4_000;

/** Unpacked size of one part. A sheet of a million plain rows is about this large; string arrays of V8 end not far above. */
export const MAX_ENTRY_BYTES = 256 * 2 ** 20;

/** Unpacked size of all parts that are read, together: keeps the time it takes within bounds. Parts that are not read do not count. */
export const MAX_READ_BYTES = 384 * 2 ** 20;

/** The parts that are read against the file as a whole: a workbook of Planboek packs some 12 times, one of large empty tables up to 60. */
export const MAX_READ_RATIO = 120;

/** Below this size the ratio of the whole says nothing. */
export const READ_RATIO_FREE_BYTES = 64 * 2 ** 20;

/**
 * Unpacked to packed size of one part. Sheets pack 5 to 40 times, a column of equal formulas up to about 100; deflate itself cannot pass 1,032.
 * What lies near that is zeros packed to do harm.
 */
export const MAX_RATIO = 300;

/** Below this unpacked size the ratio says nothing: an empty sheet is small whatever its ratio. */
export const RATIO_FREE_BYTES = 4 * 2 ** 20;
