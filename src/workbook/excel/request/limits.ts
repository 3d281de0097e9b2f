/** What Excel takes, and what we ask of it at once. Weights of single calls stand with the calls. */

/** Rows of a sheet of Excel. */
export const MAX_SHEET_ROWS = 1_048_576;

/** Excel takes at most 8,192 characters in one address. */
export const MAX_ADDRESS = 8_000;

/** Excel on the web refuses requests over 5 MB; the rest is room for what estimates miss. */
export const MAX_REQUEST_BYTES = 3_400_000;

/** Answers are bound as requests are: a formula answers some 165 bytes as measured, a cell with its looks some 700, a line of a sheet some 30. */
export const CELLS_PER_READ = 15_000;
export const LOOKS_PER_READ = 5_000;
export const LINES_PER_READ = 100_000;

/** Excel's outlines are at most seven groups deep. */
export const DEEPEST_GROUP = 7;

/** Characters of a cell of ours, of the 32,767 it takes. */
export const CHUNK_LENGTH = 30_000;
/** 60 MB: a memory of more was not written by us. */
export const MAX_CHUNKS = 2_000;
/** Chunks per request; each weighs 30 kB. */
export const CHUNKS_PER_READ = 100;
export const CHUNKS_PER_WRITE = 50;

/** A full import of a large city takes seconds per request; a slow PC ten times that. */
export const ANSWER_MILLISECONDS = 120_000;
/** Someone may be called away in the middle of a cell, but not for longer. */
export const CELL_EDIT_MILLISECONDS = 60_000;
export const CELL_EDIT_PAUSE = 300;

/** How many places a sentence names. */
export const NAMED_PLACES = 5;
