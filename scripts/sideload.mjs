#!/usr/bin/env node
/**
 * `npm run sideload [-- --remove]`: shows the add-in in the Excel of this computer and serves it from https://localhost:3000, rebuilt at every change, until
 * Ctrl+C; --remove takes it out of Excel again. For developers with Excel on Windows or Mac.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './build/bundle.mjs';
import { sideloadPlan } from './sideload/plan.mjs';

/** Makes the certificate the computer trusts for localhost; asks the user once. Not a dependency: only who has Excel needs it. */
const CERTIFICATES = 'office-addin-dev-certs@3.0.0';
const CERTIFICATE = path.join(homedir(), '.office-addin-dev-certs', 'localhost.crt');

const say = (text) => process.stdout.write(`${text}\n`);

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function run(command, ...options) {
  const { status, error } = spawnSync(command, options, {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32' && command === 'npx',
  });
  if (error || status !== 0)
    stop(`${[command, ...options].join(' ')} did not work${error ? `: ${error.message}` : ''}.`);
}

function take(step) {
  if (step.run) run(...step.run);
  if (step.delete) rmSync(step.delete, { force: true });
  if (step.copy) {
    mkdirSync(path.dirname(step.copy[1]), { recursive: true });
    copyFileSync(...step.copy);
  }
}

const { remove } = parseArgs({ options: { remove: { type: 'boolean', default: false } } }).values;
const manifest = path.join(ROOT, 'manifest.xml');
const [, id] = /<Id>(.*)<\/Id>/.exec(readFileSync(manifest, 'utf8'));
const plan = sideloadPlan({ platform: process.platform, home: homedir(), id, manifest });
if (plan.none) stop(plan.none);

if (remove) {
  take(plan.remove);
  say('Planboek is taken out of Excel. Close all its windows and start it again.');
} else {
  if (!existsSync(CERTIFICATE)) run('npx', '--yes', CERTIFICATES, 'install');
  take(plan.add);
  say(
    `Close all windows of Excel and start it again.\n${plan.where}\nServing https://localhost:3000; stop with Ctrl+C. To take it out of Excel: npm run sideload -- --remove`,
  );
  run('npx', 'webpack', 'serve', '--mode', 'development', '--config-name', 'addin');
}
