import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { reducedSeedPath } from '../../scripts/seed/seedFiles.mjs';
import { smallReportPdf } from '../support/pdf';
import { ROOT } from '../support/requirements';

const folder = mkdtempSync(path.join(tmpdir(), 'planboek-release-test-'));
const out = path.join(folder, 'release');
const app = path.join(folder, 'app');

const node = (cwd: string, ...args: readonly string[]): string =>
  execFileSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 28 });

/** As another program uses the library; types are checked as written. */
const PROGRAM = `import { readFile } from 'node:fs/promises';
import { buildWorkbook, checkFile, compare, PlanboekError, readReport, type PlanDocument } from 'planboek';
const reading = await readReport(await readFile(process.argv[2] ?? ''), { name: 'verslag.txt' });
const book = await checkFile(await buildWorkbook([reading]), { name: 'boek.xlsx' });
const document: PlanDocument = book.document;
const changes: number = compare(reading.document, document).nodes.filter(({ change }) => change !== 'same').length;
const refused = await readReport(new Uint8Array([0, 1])).catch((error: unknown) => error instanceof PlanboekError);
console.log(JSON.stringify({ nodes: document.nodes.length, errors: book.findings.filter(({ severity }) => severity === 'error').length, changes, refused }));
`;

describe('a release', () => {
  beforeAll(() => {
    node(ROOT, 'scripts/release.mjs', '--out', out);
    mkdirSync(app);
    writeFileSync(path.join(app, 'package.json'), '{"name":"app","private":true,"type":"module"}');
    execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', path.join(out, packageName())], {
      cwd: app,
      stdio: 'pipe',
    });
  });

  const sums = (): readonly (readonly [sum: string, file: string])[] =>
    readFileSync(path.join(out, 'SHA256SUMS'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('  ') as [string, string]);
  const packageName = (): string => sums().find(([, file]) => file.endsWith('.tgz'))?.[1] ?? '';

  test('names each file with its checksum', () => {
    expect(sums().map(([, file]) => path.extname(file))).toEqual(['.zip', '.tgz', '.mjs']);
    for (const [sum, file] of sums())
      expect(
        createHash('sha256')
          .update(readFileSync(path.join(out, file)))
          .digest('hex'),
      ).toBe(sum);
  });

  test('the one file is the command line: it reads text and PDF with nothing beside it', () => {
    const alone = path.join(folder, 'planboek.mjs');
    writeFileSync(alone, readFileSync(path.join(out, 'planboek.mjs')));
    const pdf = path.join(folder, 'klein.pdf');
    writeFileSync(pdf, smallReportPdf());
    for (const file of [reducedSeedPath('004'), pdf])
      expect(node(folder, alone, 'read', file, '--json')).toBe(
        node(ROOT, 'scripts/planboek.mjs', 'read', file, '--json'),
      );
  });

  test('the package is installed without anything else, with its types and its program', () => {
    const program = path.join(app, 'program.mts');
    writeFileSync(program, PROGRAM);
    const strict = ['--strict', '--module', 'nodenext', '--target', 'es2022', '--types', 'node'];
    node(
      app,
      path.join(ROOT, 'node_modules/typescript/bin/tsc'),
      ...[...strict, '--typeRoots', path.join(ROOT, 'node_modules/@types'), program],
    );
    expect(JSON.parse(node(app, 'program.mjs', reducedSeedPath('004')))).toEqual({
      nodes: 482,
      errors: 0,
      changes: 0,
      refused: true,
    });
    expect(node(app, 'node_modules/planboek/planboek.mjs', '--version')).toMatch(/^\d+\.\d+\.\d+/);
  });
});
