#!/usr/bin/env node
/** What a colleague with Excel does to see whether the stand-in is right, and what came of it (`npm run conformance`). */
import { pathToFileURL } from 'node:url';
import { freshBundle } from './build/bundle.mjs';

await import(pathToFileURL(await freshBundle('scripts/conformance/main.ts', 'dist/tools/conformance.mjs')).href);
