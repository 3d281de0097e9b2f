/** Draws the icons of the add-in and of its buttons into assets/. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './bundle.mjs';
import { DRAWINGS } from './icons/drawings.mjs';
import { png } from './icons/png.mjs';
import { pixelsOf } from './icons/raster.mjs';

/** The sizes Office asks of a button, in pixels; 16, 32 and 80 must be there. */
export const BUTTON_SIZES = [16, 20, 24, 32, 40, 48, 64, 80];

/** The add-in's own icon is also shown in lists of add-ins. */
const LIST_SIZE = 128;

const folder = process.argv[2] ?? path.join(ROOT, 'assets');
mkdirSync(folder, { recursive: true });
for (const [name, drawing] of Object.entries(DRAWINGS)) {
  for (const size of name === 'icon' ? [...BUTTON_SIZES, LIST_SIZE] : BUTTON_SIZES) {
    writeFileSync(path.join(folder, `${name}-${size}.png`), png(size, pixelsOf(drawing, size)));
  }
}
