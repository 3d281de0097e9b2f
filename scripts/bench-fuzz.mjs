/** npm run bench:fuzz [-- COUNT [SEED]]: bundles the fuzz run and runs it. */
import { pathToFileURL } from 'node:url';
import { freshBundle } from './build/bundle.mjs';

await import(pathToFileURL(await freshBundle('bench/fuzz.ts', 'dist/bench/fuzz.mjs')).href);
