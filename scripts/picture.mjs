/** Makes docs/plan.png: a page of the sheet Plan of the demo, as LibreOffice prints it. Run after `npm run demo`. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from './bundle.mjs';

const SHEET = 'Plan';
const RESOLUTION = 110;
/** The upper part of a landscape A4 page, in pixels at this resolution. */
const CROP = { x: 40, y: 40, width: 1205, height: 640 };

const folder = mkdtempSync(path.join(tmpdir(), 'planboek-picture-'));
try {
  const book = readdirSync(path.join(ROOT, 'out')).find((name) => name.endsWith('.xlsx'));
  execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'pdf', '--outdir', folder, path.join(ROOT, 'out', book)]);
  const pdf = path.join(folder, book.replace(/xlsx$/, 'pdf'));
  const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 2 ** 28 }).split('\f');
  // The second page of the sheet: the first one has hardly any amounts.
  const page = String(pages.findIndex((text) => new RegExp(`^\\s*${SHEET}\\s{5,}Blz`, 'm').test(text)) + 2);
  const { x, y, width, height } = CROP;
  const crop = ['-x', String(x), '-y', String(y), '-W', String(width), '-H', String(height)];
  execFileSync('pdftoppm', ['-png', '-singlefile', '-r', String(RESOLUTION), '-f', page, '-l', page, ...crop, pdf, path.join(ROOT, 'docs/plan')]);
  process.stdout.write(`docs/plan.png: page ${page} of ${pages.length - 1}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
