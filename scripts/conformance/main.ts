import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SheetCalculator } from '../../standin/calculator/calculator';
import { startExcel } from '../../standin/client/client';
import { compareOutcomes } from './compare';
import { conformanceWorkbook, scriptLabSnippet, scriptText } from './kit';
import { PROBES } from './probes.mjs';
import { runProbes } from './runner.mjs';

/** `npm run conformance [-- compare FILE.xlsx]`: makes what a colleague with Excel runs, and compares what came back. */
const HOME = 'dist/conformance';
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function make(): Promise<number> {
  const source = (name: string): string => readFileSync(path.join('scripts/conformance', name), 'utf8');
  mkdirSync(HOME, { recursive: true });
  const [book, script] = [path.join(HOME, 'planboek-conformance.xlsx'), path.join(HOME, 'planboek-conformance.yaml')];
  writeFileSync(book, await conformanceWorkbook());
  writeFileSync(script, scriptLabSnippet(scriptText(source('runner.mjs'), source('probes.mjs'))));
  say(`${book} and ${script}: mail both to a colleague with Excel; the workbook says what to do.`);
  say('What comes back: npm run conformance -- compare FILE.xlsx');
  return 0;
}

async function compare(file: string): Promise<number> {
  startExcel({ calculator: new SheetCalculator() });
  const expected = new Map(await runProbes(PROBES));
  const comparison = await compareOutcomes(readFileSync(file), expected);
  if (comparison === null) {
    process.stderr.write(`${file} is no workbook of npm run conformance.\n`);
    return 2;
  }
  const { excel, same, differences, untried } = comparison;
  say(`Excel ${excel}: ${same} as the stand-in, ${differences.length} otherwise, ${untried.length} not tried.`);
  for (const difference of differences) say(`\n${difference}`);
  if (untried.length > 0) say(`\nNot tried: ${untried.join(', ')}`);
  // A workbook in which nothing was tried proves nothing.
  return differences.length > 0 ? 1 : same > 0 ? 0 : 2;
}

const [command, file] = process.argv.slice(2);
try {
  if (command === undefined) process.exitCode = await make();
  else if (command === 'compare' && file !== undefined) process.exitCode = await compare(file);
  else {
    process.stderr.write('npm run conformance [-- compare FILE.xlsx]\n');
    process.exitCode = 2;
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
