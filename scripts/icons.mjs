/** Makes the icons of the add-in and of its buttons in assets/ out of the drawings in scripts/icons. Wants Chromium. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './build/bundle.mjs';
import { renderIcon } from './icons/render.mjs';
import { sizesOf } from './icons/sizes.mjs';
import { findProgram } from './tools.mjs';
import { launchBrowser } from './workbench/browser.mjs';

const DRAWINGS = path.join(ROOT, 'scripts/icons');
const ASSETS = path.join(ROOT, 'assets');

const program = findProgram('chromium');
if (program === null) throw new Error('chromium is not on this machine');
const browser = await launchBrowser(program, ROOT);
try {
  const page = await browser.newPage();
  mkdirSync(ASSETS, { recursive: true });
  for (const file of readdirSync(DRAWINGS).filter((name) => name.endsWith('.svg'))) {
    const name = path.parse(file).name;
    const drawing = readFileSync(path.join(DRAWINGS, file), 'utf8');
    for (const size of sizesOf(name)) {
      writeFileSync(path.join(ASSETS, `${name}-${size}.png`), await renderIcon(page, drawing, size));
    }
  }
} finally {
  await browser.close();
}
