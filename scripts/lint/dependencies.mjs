/**
 * Says which imports of the project in this folder break scripts/lint/rules.mjs, and which folders import each other. Exit code 1 when any do.
 * With --json: the same as data.
 */
import { existsSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { folderCycles } from './folderCycles.mjs';
import { RULES } from './rules.mjs';

const PARTS = ['src', 'standin', 'test', 'bench', 'scripts', 'webpack.config.js', 'eslint.config.js', 'jest.config.js'];

const { forbidden, options } = RULES;
const { output } = await cruise(
  PARTS.filter((part) => existsSync(part)),
  { ...options, ruleSet: { forbidden }, validate: true },
  undefined,
  { tsConfig: extractTSConfig(options.tsConfig.fileName) },
);
const problems = [
  ...output.summary.violations.map(({ rule, from, to, cycle }) => ({
    rule: rule.name,
    modules: [from, ...(cycle ? cycle.map(({ name }) => name) : [to])],
    comment: forbidden.find(({ name }) => name === rule.name).comment,
  })),
  ...folderCycles(output.modules).map((folders) => ({
    rule: 'no-folder-cycle',
    modules: folders,
    comment: 'A folder is a unit: folders do not import each other.',
  })),
];
if (process.argv.includes('--json')) process.stdout.write(JSON.stringify(problems));
else
  for (const { rule, modules, comment } of problems)
    process.stderr.write(`${rule}: ${modules.join(' -> ')}\n  ${comment}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;
