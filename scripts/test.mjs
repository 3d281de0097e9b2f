/** `npm test`: checks and builds everything, as many steps at a time as there are processors, then runs every test. Exit code 1 when anything fails. */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { buffer } from 'node:stream/consumers';

const STEPS = ['lint:code', 'build', 'typecheck', 'lint:layout', 'lint:imports', 'lint:unused'];

/** Runs a script of package.json; says nothing but its name and time, and what it said when it failed. */
async function passes(script) {
  const started = Date.now();
  const child = spawn('npm', ['run', '-s', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const [said, complained, code] = await Promise.all([
    buffer(child.stdout),
    buffer(child.stderr),
    new Promise((resolve) => child.once('close', resolve)),
  ]);
  process.stdout.write(
    `${code === 0 ? 'ok    ' : 'FAILED'} ${script}, ${Math.round((Date.now() - started) / 1000)} s\n`,
  );
  if (code !== 0) process.stderr.write(Buffer.concat([said, complained]));
  return code === 0;
}

async function allPass(scripts) {
  const waiting = [...scripts];
  const outcomes = [];
  const lane = async () => {
    for (let script = waiting.shift(); script !== undefined; script = waiting.shift())
      outcomes.push(await passes(script));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  return outcomes.every(Boolean);
}

const run = (command, args) =>
  new Promise((resolve) => {
    spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).once('close', resolve);
  });

if (!(await allPass(STEPS))) process.exitCode = 1;
else {
  const missing = await run(process.execPath, ['scripts/requirements.mjs']);
  process.exitCode = missing || (await run('npx', ['jest', ...process.argv.slice(2)]));
}
