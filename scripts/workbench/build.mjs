import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { freshBundle, ROOT } from '../build/bundle.mjs';

const newest = (file) => {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(file).reduce((latest, name) => Math.max(latest, newest(path.join(file, name))), stat.mtimeMs);
};

const SOURCES = {
  addin: ['src', 'assets', 'scripts/site', 'manifest.xml', 'webpack.config.js', 'package.json'],
  workbench: ['src', 'standin', 'manifest.xml', 'webpack.config.js', 'package.json'],
};

/** Where each part is built, and a file of it whose age tells that of the build. */
const OUTPUT = {
  addin: { folder: 'dist/web', mark: 'taskpane.html' },
  workbench: { folder: 'dist/workbench', mark: 'workbench.html' },
};

const isFresh = (part) => {
  const mark = path.join(ROOT, OUTPUT[part].folder, OUTPUT[part].mark);
  return existsSync(mark) && SOURCES[part].every((source) => newest(path.join(ROOT, source)) <= statSync(mark).mtimeMs);
};

async function compile(part, mode, folder) {
  const [{ default: webpack }, { default: configurations, workbench }] = await Promise.all([
    import('webpack'),
    import('../../webpack.config.js'),
  ]);
  const config =
    part === 'workbench' ? workbench(mode) : configurations({}, { mode }).find(({ name }) => name === part);
  const own = { ...config, output: { ...config.output, path: folder, clean: false } };
  const stats = await new Promise((resolve, reject) =>
    webpack(own, (error, result) => (error ? reject(error) : resolve(result))),
  );
  if (stats.hasErrors()) throw new Error(stats.toString({ preset: 'errors-only', colors: false }));
}

/** What the stand-in must know of the client library, read from its debug build; see standin/protocol/typeGraph. */
async function writeTypeGraph(folder) {
  const { libraryGraph } = await import(
    await freshBundle('standin/client/libraryGraph.ts', 'dist/tools/libraryGraph.mjs', [
      'standin/client/libraryGraph.ts',
      'standin/protocol',
      'standin/model',
    ])
  );
  writeFileSync(
    path.join(folder, 'typeGraph.json'),
    JSON.stringify(libraryGraph(path.join(ROOT, 'node_modules/@microsoft/office-js/dist/excel-web-16.00.debug.js'))),
  );
}

/** Built aside and moved into place, so that two commands started at once never serve half a build. */
async function build(part, mode) {
  const started = new Date();
  const { folder, mark } = OUTPUT[part];
  const place = path.join(ROOT, folder);
  mkdirSync(path.dirname(place), { recursive: true });
  const aside = mkdtempSync(path.join(path.dirname(place), '.build-'));
  const built = path.join(aside, 'new');
  try {
    await compile(part, mode, built);
    if (part === 'workbench') await writeTypeGraph(built);
    // A source that changed meanwhile makes the build stale.
    utimesSync(path.join(built, mark), started, started);
    if (existsSync(place)) renameSync(place, path.join(aside, 'old'));
    renameSync(built, place);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** Builds a part (addin or workbench) when it is missing or older than its sources; gives its folder. */
export async function builtFolder(part, mode = 'production') {
  if (!isFresh(part)) {
    process.stderr.write(`${part}: bouwen...\n`);
    await build(part, mode);
  }
  return path.join(ROOT, OUTPUT[part].folder);
}

/** The folders to serve, each up to date. */
export async function builtFolders(mode = 'production') {
  const folders = [];
  for (const part of Object.keys(OUTPUT)) folders.push(await builtFolder(part, mode));
  return folders;
}
