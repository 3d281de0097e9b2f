import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateReport } from '../../standin/report/generateReport';
import { ROOT, reducedSeedPath } from '../support/requirements';

const folder = mkdtempSync(path.join(tmpdir(), 'planboek-cli-'));
const report = path.join(folder, 'rapport.txt');

const planboek = (args: readonly string[], input?: string | Uint8Array) =>
  spawnSync(process.execPath, [path.join(ROOT, 'scripts/planboek.mjs'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    ...(input === undefined ? {} : { input }),
  });

describe('the planboek program', () => {
  beforeAll(() => {
    writeFileSync(report, generateReport({ seed: 31, objectives: 1 }).text);
    expect(planboek(['--version']).status).toBe(0);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('prints only JSON on standard output for the seed', () => {
    const { status, stdout, stderr } = planboek(['read', reducedSeedPath('004'), '--json']);
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'planboek/document@1',
      lines: { total: 9396, unrecognised: [] },
    });
    expect(stdout.startsWith('{') && stdout.endsWith('}\n')).toBe(true);
  });

  test('is what npm run starts', () => {
    const { status, stdout } = spawnSync('npm', ['run', '-s', 'planboek', '--', 'read', report, '--json'], {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ document: { fiscalYear: 2023 } });
  });

  test('reads standard input', () => {
    const { status, stdout } = planboek(['read', '-', '--json'], readFileSync(report));
    expect([status, JSON.parse(stdout)]).toMatchObject([0, { document: { fiscalYear: 2023 } }]);
  });

  test('builds a workbook into a folder that is not there yet, and checks it', () => {
    expect(planboek(['build', 'rapport.txt', '-o', 'nieuw/boek.xlsx'])).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(path.join(folder, 'nieuw/boek.xlsx')).subarray(0, 2).toString()).toBe('PK');
    expect(planboek(['check', 'nieuw/boek.xlsx']).status).toBe(0);
  });

  test.each([
    [['read', 'nergens.txt'], 'nergens.txt: dit bestand bestaat niet'],
    [['read', '.'], '.: dit is een map'],
    [['build', 'rapport.txt', '-o', 'rapport.txt/boek.xlsx'], 'niet te schrijven'],
    [['read', 'rapport.txt', '--nope'], 'Onbekende optie: --nope'],
  ])('%j ends with 2 and a sentence, without a stack', (args, message) => {
    const { status, stdout, stderr } = planboek(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  /** A limit on the size of files stands in for a disk that is full: the shell takes 1 kB as one. */
  test.each([
    ['read', '--json'],
    ['check', '--json'],
    ['build', '-o', '-'],
  ])(
    'a disk that is full of what %s %s prints ends with 2 and a sentence, and never as if all were there',
    (...args) => {
      const [command = '', ...options] = args;
      const line = [command, reducedSeedPath('004'), ...options].map((word) => `'${word}'`).join(' ');
      const { status, stderr } = spawnSync(
        'bash',
        [
          '-c',
          `ulimit -f 4; exec "${process.execPath}" "${path.join(ROOT, 'scripts/planboek.mjs')}" ${line} > vol.out`,
        ],
        { cwd: folder, encoding: 'utf8' },
      );
      expect([status, readFileSync(path.join(folder, 'vol.out')).byteLength]).toEqual([2, 4096]);
      expect(stderr).toContain('De standaarduitvoer neemt niets meer aan (EFBIG)');
      expect(stderr).not.toMatch(/\n\s+at /);
    },
  );

  test('stops quietly when its reader goes away', () => {
    const { status, stderr } = spawnSync(
      'bash',
      [
        '-c',
        `"${process.execPath}" "${path.join(ROOT, 'scripts/planboek.mjs')}" read "${reducedSeedPath('004')}" --json | head -c 100 > /dev/null; exit "\${PIPESTATUS[0]}"`,
      ],
      { encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([0, '']);
  });
});
