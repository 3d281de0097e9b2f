/** npm run bench [-- NAME..]: bundles the benchmarks and runs each in a process of its own. */
import { pathToFileURL } from 'node:url';
import { freshBundle } from './build/bundle.mjs';

await import(pathToFileURL(await freshBundle('bench/main.ts', 'dist/bench/bench.mjs')).href);
