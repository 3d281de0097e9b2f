#!/usr/bin/env node
/** The command line from a checkout: builds the bundle when it is missing or stale, then runs it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { freshCli, ROOT } from './build/bundle.mjs';

const CANNOT_START = 2;

if (!existsSync(path.join(ROOT, 'node_modules', 'webpack'))) {
  process.stderr.write('planboek: node_modules ontbreekt; voer eerst `npm ci` uit in de map van het project.\n');
  process.exitCode = CANNOT_START;
} else {
  try {
    await import(pathToFileURL(await freshCli()).href);
  } catch (error) {
    process.stderr.write(`planboek: de opdrachtregel kon niet gebouwd of gestart worden.\n${error.stack ?? error}\n`);
    process.exitCode = CANNOT_START;
  }
}
