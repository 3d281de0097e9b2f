#!/usr/bin/env node
/**
 * `npm run package -- --url https://addins.example.be/planboek [--out FOLDER]`: the site to put at that address, and the manifest that points to it.
 * Exit code 1 when the address or the manifest would not work; then nothing is written.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { freshBundle, ROOT } from './build/bundle.mjs';
import { headerFiles } from './site/headers.mjs';
import { builtFolder } from './workbench/build.mjs';

/** Headers that stand beside the site, for a server that keeps its settings elsewhere. */
const BESIDE = ['nginx.conf'];
/** The descriptions of the functions name their page of help. */
const METADATA = ['functions.json', 'functions.en.json'];
const SITE = 'site';
const MANIFEST = 'manifest.xml';

const say = (text) => process.stdout.write(`${text}\n`);

function stop(...sentences) {
  for (const sentence of sentences) process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function options() {
  try {
    return parseArgs({
      options: {
        url: { type: 'string', default: '' },
        out: { type: 'string', default: path.join(ROOT, 'out/package') },
      },
    }).values;
  } catch (error) {
    return stop(error.message, 'Use: npm run package -- --url https://addins.example.be/planboek [--out FOLDER]');
  }
}

/** Makes room for the package; never at the cost of anything else. */
function emptyFolder(folder) {
  const there = existsSync(folder) ? readdirSync(folder) : [];
  const strangers = there.filter((name) => ![SITE, MANIFEST, ...BESIDE].includes(name));
  if (strangers.length > 0)
    stop(`${folder} holds ${strangers.slice(0, 3).join(', ')}, which is no part of a package. Choose another folder.`);
  for (const name of there) rmSync(path.join(folder, name), { recursive: true });
  mkdirSync(folder, { recursive: true });
}

const { url, out } = options();
const { packageManifest } = await import(
  pathToFileURL(
    await freshBundle('scripts/package/main.ts', 'dist/tools/package.mjs', [
      'scripts/package',
      'scripts/manifest',
      'webpack.config.js',
    ]),
  ).href
);
const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
const source = readFileSync(path.join(ROOT, MANIFEST), 'utf8');

// The address is looked at before the minute a build takes.
const early = packageManifest(source, url, version);
if (!early.ok) stop(...early.sentences);
const built = await builtFolder('addin');
const ready = packageManifest(readFileSync(path.join(built, MANIFEST), 'utf8'), url, version);
if (!ready.ok) stop(...ready.sentences);
const missing = ready.files.filter((file) => !existsSync(path.join(built, file)));
if (missing.length > 0) stop(...missing.map((file) => `The manifest names ${file}, which the build does not have.`));

emptyFolder(out);
const isDelivered = (file) => !file.endsWith('.map') && ![...BESIDE, MANIFEST].includes(path.relative(built, file));
cpSync(built, path.join(out, SITE), { recursive: true, filter: isDelivered });
for (const file of METADATA) {
  const place = path.join(out, SITE, file);
  writeFileSync(place, ready.moved(readFileSync(place, 'utf8')));
}
for (const file of BESIDE) cpSync(path.join(built, file), path.join(out, file));
writeFileSync(path.join(out, MANIFEST), ready.manifest);

const place = path.relative(process.cwd(), out);
say(`Planboek ${version} for ${ready.url}`);
say(`  ${path.join(place, SITE)}: put everything in it at ${ready.url}/`);
say(`  ${path.join(place, MANIFEST)}: give this to the Microsoft 365 admin center, or to the shared folder of add-ins`);
say(`  headers for the web server: ${Object.keys(headerFiles([])).join(', ')}; docs/deploy.md says which is for which`);
