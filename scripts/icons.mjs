/** Draws the icons of the add-in and of its buttons into assets/. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './build/bundle.mjs';
import { DRAWINGS, sizesOf } from './icons/drawings.mjs';
import { png } from './icons/png.mjs';
import { pixelsOf } from './icons/raster.mjs';

const folder = process.argv[2] ?? path.join(ROOT, 'assets');
mkdirSync(folder, { recursive: true });
for (const [name, drawing] of Object.entries(DRAWINGS)) {
  for (const size of sizesOf(name)) {
    writeFileSync(path.join(folder, `${name}-${size}.png`), png(size, pixelsOf(drawing, size)));
  }
}
