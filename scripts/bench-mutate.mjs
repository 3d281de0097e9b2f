/** npm run bench:mutate [-- SEED]: bundles the mutation benchmark and runs it. */
import { pathToFileURL } from 'node:url';
import { freshBundle } from './build/bundle.mjs';

await import(pathToFileURL(await freshBundle('bench/mutate.ts', 'dist/bench/mutate.mjs')).href);
