import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** What a bundle is made of; one file newer than the bundle makes it stale. */
const SOURCES = ['src', 'scripts', 'bench', 'standin', 'package.json', 'webpack.config.js'];

const newest = (file) => {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(file).reduce((latest, name) => Math.max(latest, newest(path.join(file, name))), stat.mtimeMs);
};

const isFresh = (bundle, sources) =>
  existsSync(bundle) && sources.every((source) => newest(path.join(ROOT, source)) <= statSync(bundle).mtimeMs);

/** Bundles are written aside and moved into place, so that two commands started at once never read half a file. */
export async function bundleForNode(entry, bundle, options = {}) {
  const [{ default: webpack }, { nodeBundle }] = await Promise.all([
    import('webpack'),
    import('../../webpack.config.js'),
  ]);
  const home = path.dirname(bundle);
  mkdirSync(home, { recursive: true });
  const aside = mkdtempSync(path.join(home, '.build-'));
  try {
    const stats = await new Promise((resolve, reject) =>
      webpack(
        { ...nodeBundle(entry, path.join(aside, path.basename(bundle)), options), mode: 'production' },
        (error, result) => (error ? reject(error) : resolve(result)),
      ),
    );
    if (stats.hasErrors()) throw new Error(stats.toString({ preset: 'errors-only', colors: false }));
    for (const name of readdirSync(aside).sort((left, right) => right.length - left.length)) {
      renameSync(path.join(aside, name), path.join(home, name));
    }
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** Path of an up-to-date bundle for Node of `entry` (a TypeScript file), built when it is missing or older than its sources. Silent. */
export async function freshBundle(entry, bundle, sources = SOURCES) {
  const target = path.join(ROOT, bundle);
  if (!isFresh(target, sources)) await bundleForNode(path.join(ROOT, entry), target);
  return target;
}

/** The sources of the command line alone: a changed test or bench does not make it stale. */
const CLI_SOURCES = ['src', 'package.json', 'webpack.config.js'];

export const freshCli = () => freshBundle('src/cli/start/main.ts', 'dist/cli/planboek.mjs', CLI_SOURCES);
