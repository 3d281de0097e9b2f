import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ROOT } from '../support/requirements';

const folder = mkdtempSync(path.join(tmpdir(), 'planboek-server-'));
const SCRIPT = path.join(ROOT, 'test/support/run/serveFolder.mjs');
const environment = (home: string): NodeJS.ProcessEnv => ({ ...process.env, HOME: home, USERPROFILE: home });

let server: ChildProcess;
let port = 0;

/** Status of an address as it stands, without a client that puts it right first. */
const status = (address: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request({ host: 'localhost', port, path: address, rejectUnauthorized: false }, (response) => {
      response.resume();
      response.on('end', () => {
        resolve(response.statusCode);
      });
    })
      .on('error', reject)
      .end();
  });

beforeAll(async () => {
  writeFileSync(path.join(folder, 'taskpane.html'), '<html></html>');
  mkdirSync(path.join(folder, 'map'));
  server = spawn(process.execPath, [SCRIPT, folder], {
    env: environment(folder),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  port = await new Promise<number>((resolve, reject) => {
    server.stdout?.on('data', (text: Buffer) => {
      const found = /https:\/\/localhost:(\d+)/.exec(text.toString());
      if (found) resolve(Number(found[1]));
    });
    server.once('exit', () => {
      reject(new Error('the server ended'));
    });
  });
});

afterAll(() => {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
});

describe('the server of the workbench', () => {
  test.each([
    '/%',
    '/%E0%A4%A',
    '/office/',
    '/office',
    '/map/',
    '/map',
    '/..%2f..%2fpackage.json',
    '/%00',
    '/a%2f..%2fb',
  ])('answers %s with a refusal, and stays', async (address) => {
    const found = await status(address);
    expect(found === 301 || (found !== undefined && found >= 400 && found < 500)).toBe(true);
    expect(await status('/taskpane.html')).toBe(200);
  });

  test('says so when its port is taken', () => {
    const second = spawnSync(process.execPath, [SCRIPT, folder, String(port)], {
      encoding: 'utf8',
      env: environment(folder),
    });
    expect(second).toMatchObject({ status: 1, stdout: '' });
    expect(second.stderr).toBe(
      `Poort ${port} is bezet, misschien door een andere werkbank. Met PORT=0 wordt een vrije poort genomen.\n`,
    );
  });

  test.each([
    ['that is none', (file: string) => writeFileSync(file, 'geen certificaat')],
    ['that is a folder', (file: string) => void mkdirSync(file)],
  ])('says so of a certificate %s', (_what, make) => {
    const home = mkdtempSync(path.join(folder, 'home-'));
    const certificates = path.join(home, '.office-addin-dev-certs');
    mkdirSync(certificates);
    for (const name of ['localhost.key', 'localhost.crt']) make(path.join(certificates, name));
    const refused = spawnSync(process.execPath, [SCRIPT, folder], { encoding: 'utf8', env: environment(home) });
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toMatch(/^Het certificaat in .* is niet bruikbaar \(\w+\)\. Verwijder die map/);
    expect(refused.stderr).not.toMatch(/\n\s+at /);
  });
});
