import type * as PdfJs from 'pdfjs-dist';
import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist';
import { failure, success, type Result } from '../../plan/result';
import { FAILURE_KINDS } from '../findingKinds';
import type { Line } from '../lines';
import type { ReadFailure } from '../source';
import { deadline, TooSlow, unpacksTooLarge } from './guard';
import { linesOfPage, type TextPiece } from './pageText';

/** The text of a PDF as lines with their page. pdf.js is loaded only when the first PDF comes. */

/** A report of a large city has some 600 pages; past this a file is not one, and would fill the memory of the pane. */
const MAX_PAGES = 3000;
const MAX_LINES = 1_000_000;

/** pdf.js looks here for its parser when it has no worker of its own; in a pane the host gives it one (GlobalWorkerOptions.workerPort). */
interface WorkerHome {
  pdfjsWorker?: unknown;
}

let loaded: Promise<typeof PdfJs> | null = null;

async function loadPdfJs(): Promise<typeof PdfJs> {
  const pdfJs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const home = globalThis as WorkerHome;
  if (pdfJs.GlobalWorkerOptions.workerPort === null) {
    // @ts-expect-error the worker module has no types of its own
    home.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  }
  return pdfJs;
}

const NAMED_FAILURES: Readonly<Record<string, ReadFailure['kind']>> = {
  PasswordException: FAILURE_KINDS.pdfPassword,
};

/** Reads every page. A broken, protected or scanned file is a failure with its reason. */
export async function readPdfLines(bytes: Uint8Array, name: string): Promise<Result<readonly Line[], ReadFailure>> {
  const refuse = (
    kind: ReadFailure['kind'],
    figures: ReadFailure['figures'] = {},
  ): Result<readonly Line[], ReadFailure> => failure({ kind, figures: { name, ...figures } });
  let task: PDFDocumentLoadingTask | null = null;
  try {
    if (await unpacksTooLarge(bytes)) return refuse(FAILURE_KINDS.pdfHarmful);
    loaded ??= loadPdfJs();
    const pdfJs = await loaded;
    // pdf.js takes the bytes over: give it a copy, and no way to evaluate code or fetch fonts from the file.
    task = pdfJs.getDocument({
      data: Uint8Array.from(bytes),
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      verbosity: 0,
    });
    const pdf = await task.promise;
    if (pdf.numPages > MAX_PAGES)
      return refuse(FAILURE_KINDS.pdfTooLong, { pages: String(pdf.numPages), limit: String(MAX_PAGES) });
    const lines = await readPages(pdf, deadline(bytes.byteLength));
    return lines.some(({ text }) => text !== '')
      ? success(lines)
      : refuse(FAILURE_KINDS.pdfScanned, { pages: String(pdf.numPages) });
  } catch (error) {
    if (error instanceof TooSlow) return refuse(FAILURE_KINDS.pdfTooSlow);
    return refuse((error instanceof Error && NAMED_FAILURES[error.name]) || FAILURE_KINDS.pdfBroken);
  } finally {
    await task?.destroy().catch(() => undefined);
  }
}

async function readPages(pdf: PDFDocumentProxy, inTime: () => void): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (let number = 1; number <= pdf.numPages && lines.length < MAX_LINES; number += 1) {
    inTime();
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const shown = page.getViewport({ scale: 1 }).transform as readonly number[];
    const pieces: TextPiece[] = [];
    for (const item of items)
      if ('str' in item)
        pieces.push({
          text: item.str,
          transform: onPage(shown, item.transform as readonly number[]),
          width: item.width,
          height: item.height,
        });
    lines.push(...linesOfPage(pieces, number));
    page.cleanup();
  }
  return lines;
}

/** A place in the space of the file as it is on the page that is shown, which may be turned. */
function onPage(
  [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[],
  [ta = 1, tb = 0, tc = 0, td = 1, x = 0, y = 0]: readonly number[],
): readonly number[] {
  return [a * ta + c * tb, b * ta + d * tb, a * tc + c * td, b * tc + d * td, a * x + c * y + e, b * x + d * y + f];
}
