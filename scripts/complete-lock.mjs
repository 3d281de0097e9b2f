/**
 * Completes package-lock.json after `npm install`: binary packages of other platforms that the registry at hand does not carry are left out of
 * the lock by npm, and `npm ci` then refuses the lock everywhere. They are named here with the version their owner asks for; each machine
 * takes only its own.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './build/bundle.mjs';

const FILE = path.join(ROOT, 'package-lock.json');
const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const LIBC = [
  ['musl', /musl/],
  ['glibc', /gnu/],
];

/** "@swc/core-linux-arm-gnueabihf" runs on os linux, cpu arm, libc glibc; null when the name tells no platform. */
export function platformOf(name) {
  const words = name.split('/').at(-1).split('-');
  const at = words.findIndex((word) => SYSTEMS.includes(word));
  if (at < 0 || words[at + 1] === undefined) return null;
  const libc = LIBC.find(([, pattern]) => words[at] === 'linux' && pattern.test(words.slice(at + 2).join('-')))?.[0];
  return { cpu: [words[at + 1]], os: [words[at]], ...(libc === undefined ? {} : { libc: [libc] }) };
}

const NESTING = '/node_modules/';

/** Folders a package looks in for others: its own, then those it is nested in, then the root. */
const homesOf = (owner) =>
  owner === '' ? [''] : [owner, ...homesOf(owner.includes(NESTING) ? owner.slice(0, owner.lastIndexOf(NESTING)) : '')];

const isLocked = (packages, owner, name) =>
  homesOf(owner).some((home) => `${home === '' ? '' : `${home}/`}node_modules/${name}` in packages);

/** Optional packages that some locked package names and the lock lacks: [owner, name, version]. */
export function missingOptionals(packages) {
  return Object.entries(packages).flatMap(([owner, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isLocked(packages, owner, name))
      .map(([name, version]) => [owner, name, version]),
  );
}

function complete() {
  const lock = JSON.parse(readFileSync(FILE, 'utf8'));
  const missing = missingOptionals(lock.packages);
  for (const [owner, name, version] of missing) {
    const platform = platformOf(name);
    if (platform === null || !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
      throw new Error(`${owner}: cannot tell what ${name}@${version} is`);
    const { dev } = lock.packages[owner];
    lock.packages[`node_modules/${name}`] = { version, ...platform, ...(dev ? { dev } : {}), optional: true };
  }
  const { '': root, ...rest } = lock.packages;
  const sorted = Object.entries(rest).sort(([left], [right]) => left.localeCompare(right, 'en'));
  writeFileSync(
    FILE,
    `${JSON.stringify({ ...lock, packages: { '': root, ...Object.fromEntries(sorted) } }, null, 2)}\n`,
  );
  process.stdout.write(`package-lock.json: ${missing.length} packages of other platforms named\n`);
}

if (process.argv[1] === import.meta.filename) complete();
