/** Writes the documents that are made from the code (`npm run docs`). */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { freshBundle, ROOT } from './build/bundle.mjs';

const { GENERATED_DOCS } = await import(
  pathToFileURL(await freshBundle('scripts/docs.ts', 'dist/tools/docs.mjs')).href
);
for (const { file, text } of GENERATED_DOCS) {
  writeFileSync(path.join(ROOT, file), text());
  process.stdout.write(`${file}\n`);
}
