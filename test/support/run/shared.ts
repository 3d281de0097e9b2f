import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Browser } from 'playwright-core';
import { ROOT } from '../requirements';

const POLL_MILLISECONDS = 50;

const textOf = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Takes the file for whoever comes first. */
function isFirst(file: string): boolean {
  try {
    closeSync(openSync(file, 'wx'));
    return true;
  } catch {
    return false;
  }
}

/**
 * The address of a program that all tests of a run share: whoever asks first starts it, the others wait for what it says. It ends with the run
 * (folder.mjs).
 */
async function sharedProgram(name: string, args: readonly string[], address: RegExp): Promise<string> {
  const folder = process.env.PLANBOEK_TEST_FOLDER;
  if (folder === undefined) throw new Error('the tests run without their set-up (jest.config.js)');
  const place = (end: string): string => path.join(folder, `${name}.${end}`);
  if (isFirst(place('lock'))) {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      detached: true,
      env: { ...process.env, PORT: '0' },
      stdio: ['ignore', openSync(place('out'), 'w'), openSync(place('err'), 'w')],
    });
    child.unref();
    writeFileSync(place('pid'), String(child.pid));
  }
  for (;;) {
    const said = address.exec(textOf(place('out')))?.[0];
    if (said !== undefined) return said;
    const pid = Number(textOf(place('pid')));
    if (pid > 0 && !isAlive(pid)) throw new Error(`${name} has stopped: ${textOf(place('err'))}`);
    await pause(POLL_MILLISECONDS);
  }
}

/** Pane and workbench over https, built when their sources changed, as `npm start` serves them. */
export const sharedSite = (): Promise<string> =>
  sharedProgram('site', ['scripts/start.mjs'], /https:\/\/localhost:\d+/);

/** The browser of the machine. Closing what this gives leaves it running for the others. */
export async function sharedBrowser(program: string): Promise<Browser> {
  const script = 'test/support/run/browserServer.mjs';
  return chromium.connect(await sharedProgram('browser', [script, program], /ws:\/\/\S+/));
}
