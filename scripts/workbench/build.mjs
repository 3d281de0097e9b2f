import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { freshBundle, ROOT } from '../bundle.mjs';

const newest = (file) => {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(file).reduce((latest, name) => Math.max(latest, newest(path.join(file, name))), stat.mtimeMs);
};

const SOURCES = { addin: ['src', 'assets', 'manifest.xml', 'webpack.config.js', 'package.json'], workbench: ['src/sheets', 'workbench', 'test/host', 'webpack.config.js', 'package.json'] };

/** Where each part is built, and a file of it whose age tells that of the build. */
const OUTPUT = { addin: { folder: 'dist/web', mark: 'taskpane.html' }, workbench: { folder: 'dist/workbench', mark: 'workbench.html' } };

const isFresh = (part) => {
  const mark = path.join(ROOT, OUTPUT[part].folder, OUTPUT[part].mark);
  return existsSync(mark) && SOURCES[part].every((source) => newest(path.join(ROOT, source)) <= statSync(mark).mtimeMs);
};

async function compile(part, mode) {
  const [{ default: webpack }, { default: configurations, workbench }] = await Promise.all([import('webpack'), import('../../webpack.config.js')]);
  const config = part === 'workbench' ? workbench(mode) : configurations({}, { mode }).find(({ name }) => name === part);
  const stats = await new Promise((resolve, reject) => webpack(config, (error, result) => (error ? reject(error) : resolve(result))));
  if (stats.hasErrors()) throw new Error(stats.toString({ preset: 'errors-only', colors: false }));
}

/** What the stand-in must know of the client library, read from its debug build; see test/host/protocol/typeGraph. */
async function writeTypeGraph() {
  const file = path.join(ROOT, OUTPUT.workbench.folder, 'typeGraph.json');
  const { libraryGraph } = await import(await freshBundle('workbench/libraryGraph.ts', 'dist/tools/libraryGraph.mjs', ['workbench/libraryGraph.ts', 'test/host']));
  await mkdir(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(libraryGraph(path.join(ROOT, 'node_modules/@microsoft/office-js/dist/excel-web-16.00.debug.js'))));
}

/** Builds what is missing or older than its sources; gives the folders to serve. */
export async function builtFolders(mode = 'production') {
  for (const part of ['addin', 'workbench']) {
    if (isFresh(part)) continue;
    process.stderr.write(`${part}: bouwen...\n`);
    await compile(part, mode);
    if (part === 'workbench') await writeTypeGraph();
  }
  return Object.values(OUTPUT).map(({ folder }) => path.join(ROOT, folder));
}
