#!/usr/bin/env node
/**
 * `npm run release [-- --url https://addins.example.be/planboek] [--out FOLDER]`: what is given to others. The site with its manifest as a zip, the command line as
 * one file, and the package with the command line and the library. The same source gives the same bytes; SHA256SUMS names them.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundleForNode, freshBundle, ROOT } from './build/bundle.mjs';
import { writeTypes } from './release/types.mjs';

const EXAMPLE = 'https://addins.example.be/planboek';
const CLI = 'planboek.mjs';
const LIBRARY = 'library.mjs';
const CHECKSUMS = 'SHA256SUMS';

const say = (text) => process.stdout.write(`${text}\n`);
const run = (program, ...args) => execFileSync(program, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });

const filesIn = (folder, under = '') =>
  readdirSync(path.join(folder, under), { withFileTypes: true })
    .flatMap((entry) => {
      const name = path.posix.join(under, entry.name);
      return entry.isDirectory() ? filesIn(folder, name) : [name];
    })
    .sort();

/** The site at its address, its manifest, and what an IT department reads about them. */
async function writeSite(url, zip, work) {
  const folder = path.join(work, 'site');
  run(process.execPath, 'scripts/package.mjs', '--url', url, '--out', folder);
  for (const file of ['docs/deploy.md', 'LICENSE'])
    cpSync(path.join(ROOT, file), path.join(folder, path.basename(file)));
  const { packZip } = await import(await freshBundle('scripts/release/main.ts', 'dist/tools/release.mjs'));
  const files = new Map(filesIn(folder).map((name) => [name, readFileSync(path.join(folder, name))]));
  writeFileSync(zip, await packZip(files));
}

/** The package for npm: the command line, and the library with its types. Nothing has to be installed beside it. */
async function writePackage(out, work) {
  const { name, version, description, license, engines } = JSON.parse(
    readFileSync(path.join(ROOT, 'package.json'), 'utf8'),
  );
  const folder = path.join(work, 'package');
  mkdirSync(folder);
  await bundleForNode(path.join(ROOT, 'src/cli/start/main.ts'), path.join(folder, CLI), { standsAlone: true });
  await bundleForNode(path.join(ROOT, 'src/cli/start/library.ts'), path.join(folder, LIBRARY), { standsAlone: true });
  const program = `#!/usr/bin/env node\n${readFileSync(path.join(folder, CLI), 'utf8')}`;
  writeFileSync(path.join(folder, CLI), program, { mode: 0o755 });
  const types = writeTypes('src/cli/start/library', path.join(folder, 'types'));
  for (const file of ['README.md', 'LICENSE', 'docs/library.md', 'docs/document.schema.json'])
    cpSync(path.join(ROOT, file), path.join(folder, path.basename(file)));
  const manifest = {
    ...{ name, version, description, license, type: 'module', engines },
    bin: { planboek: CLI },
    exports: {
      '.': { types: `./types/${types}`, default: `./${LIBRARY}` },
      './document.schema.json': './document.schema.json',
    },
  };
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  run('npm', 'pack', folder, '--pack-destination', out, '--silent');
  cpSync(path.join(folder, CLI), path.join(out, CLI));
}

const { url, out } = parseArgs({
  options: {
    url: { type: 'string', default: EXAMPLE },
    out: { type: 'string', default: path.join(ROOT, 'out/release') },
  },
}).values;
const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
const ours = [`planboek-${version}-site.zip`, `planboek-${version}.tgz`, CLI, CHECKSUMS];
mkdirSync(out, { recursive: true });
const stranger = readdirSync(out).find((name) => !ours.includes(name));
if (stranger !== undefined) {
  process.stderr.write(`${out} holds ${stranger}, which is no part of a release. Choose another folder.\n`);
  process.exit(1);
}
for (const name of ours) rmSync(path.join(out, name), { force: true });

const work = mkdtempSync(path.join(tmpdir(), 'planboek-release-'));
try {
  await writeSite(url, path.join(out, ours[0]), work);
  await writePackage(out, work);
} finally {
  rmSync(work, { recursive: true, force: true });
}
const released = ours.filter((name) => name !== CHECKSUMS);
const sumOf = (name) =>
  createHash('sha256')
    .update(readFileSync(path.join(out, name)))
    .digest('hex');
writeFileSync(path.join(out, CHECKSUMS), released.map((name) => `${sumOf(name)}  ${name}\n`).join(''));
say(`Planboek ${version} in ${path.relative(process.cwd(), out) || '.'}`);
for (const name of released) say(`  ${name}: ${Math.round(statSync(path.join(out, name)).size / 1000)} kB`);
say(`  ${CHECKSUMS}: to be checked with sha256sum -c`);
