/** Says before the tests what they need and what is missing. Exit code 1 in CI, where nothing may be skipped. */
import { missingTools } from './tools.mjs';

const missing = missingTools();
if (missing.length > 0) {
  const line = '='.repeat(78);
  const names = missing.map((tool) => `  ${tool.command.padEnd(12)} ${tool.purpose}`).join('\n');
  const packages = [...new Set(missing.map((tool) => tool.package))].join(' ');
  process.stderr.write(
    `${line}\nMissing on this machine, so tests that need it are SKIPPED:\n${names}\nInstall on Debian or Ubuntu:\n` +
      `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages}\n${line}\n`,
  );
  if (process.env.CI === 'true') process.exitCode = 1;
}
