/** Makes a seed of a full document: node scripts/make-seed.mjs FULL.txt seeds/NAME.txt [PROFILE.json] (seeds/README.md). */
import { pathToFileURL } from 'node:url';
import { freshBundle } from './build/bundle.mjs';

await import(pathToFileURL(await freshBundle('scripts/seed/main.ts', 'dist/tools/make-seed.mjs')).href);
