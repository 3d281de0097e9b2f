/** npm run demo: builds one workbook of the seed report and the plans beside it in out/, and prints what is in it. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { freshCli, ROOT } from './build/bundle.mjs';

const folder = path.join(ROOT, 'seeds');
const reports = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => path.join('seeds', name));
const profiles = readdirSync(path.join(folder, 'profiles'))
  .map((name) => path.join('seeds', 'profiles', name))
  .join(',');
process.chdir(ROOT);
process.argv = [
  process.argv[0],
  'planboek',
  'build',
  ...reports,
  '--profile',
  profiles,
  '-o',
  'out/planboek.xlsx',
  ...process.argv.slice(2),
];
await import(pathToFileURL(await freshCli()).href);
