#!/usr/bin/env node
/**
 * `npm run validate [-- FILE..]`: checks manifests against the rules of the schema, and has Microsoft check them where the network allows.
 * Exit code 1 when one is wrong; with --official also when Microsoft could not be asked.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { freshBundle, ROOT } from './build/bundle.mjs';
import { officialVerdict } from './manifest/official.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { official: { type: 'boolean', default: false }, offline: { type: 'boolean', default: false } },
});
const { manifestProblems } = await import(
  pathToFileURL(
    await freshBundle('scripts/manifest/validate.ts', 'dist/tools/manifest.mjs', [
      'scripts/manifest',
      'webpack.config.js',
    ]),
  ).href
);

const say = (text) => process.stdout.write(`${text}\n`);
const shout = (text) => {
  const line = '='.repeat(78);
  process.stderr.write(`${line}\n${text}\n${line}\n`);
};

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    say(`${file}: cannot be opened (${error.code}). Name a manifest that is there.`);
    return null;
  }
}

async function isRefused(file) {
  const source = read(file);
  if (source === null) return true;
  const problems = manifestProblems(source);
  for (const { line, sentence } of problems) say(`${file}:${line}: ${sentence}`);
  if (problems.length > 0) return true;
  say(`${file}: keeps the rules of the schema.`);
  if (values.offline) return false;
  const verdict = await officialVerdict(file);
  if (verdict.kind === 'accepted') say(`${file}: accepted by Microsoft's validation.`);
  if (verdict.kind === 'refused')
    verdict.sentences.forEach((sentence) => say(`${file}: refused by Microsoft: ${sentence}`));
  if (verdict.kind === 'unreachable') {
    shout(
      `${file}: NOT CHECKED BY MICROSOFT. Its validation service could not be asked:\n${verdict.reason}\nOnly the rules of the schema were checked. Run this again where the internet is open before you deliver.`,
    );
    return values.official;
  }
  return verdict.kind === 'refused';
}

const files = positionals.length > 0 ? positionals : [path.relative(process.cwd(), path.join(ROOT, 'manifest.xml'))];
for (const file of files) if (await isRefused(file)) process.exitCode = 1;
