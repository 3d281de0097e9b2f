#!/usr/bin/env node
/** Prints what a person does in Excel to see whether the stand-in is right (`npm run conformance`). */
import { pathToFileURL } from 'node:url';
import { freshBundle } from './build/bundle.mjs';

const bundle = await freshBundle('scripts/conformance.ts', 'dist/tools/conformance.mjs', [
  'scripts/conformance.ts',
  'standin/host/assumptions.ts',
  'webpack.config.js',
]);
const { conformanceScript } = await import(pathToFileURL(bundle).href);
process.stdout.write(`${conformanceScript()}\n`);
