/** npm run bench:text [-- FILE]: bundles the benchmark of changed texts and runs it. */
import { pathToFileURL } from 'node:url';
import { freshBundle } from './build/bundle.mjs';

await import(pathToFileURL(await freshBundle('bench/mutateText.ts', 'dist/bench/mutateText.mjs')).href);
