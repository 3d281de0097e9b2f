import { FULL_TEXT_NOTE } from './seedFiles.mjs';

/** Reports every skipped test by name, loudly; in CI a skip fails the run, but for the full texts, which no machine can install. */
export default class SkipReport {
  #fatal = 0;

  onRunComplete(_contexts, results) {
    const skipped = results.testResults.flatMap((file) =>
      file.testResults.filter(({ status }) => status !== 'passed' && status !== 'failed'),
    );
    if (skipped.length === 0 || results.numTotalTests === 0) return;
    const filtered =
      results.testResults.length > 0 && process.argv.some((argument) => /^(-t|--testNamePattern)/.test(argument));
    if (filtered) return;
    this.#fatal = skipped.filter(({ fullName }) => !fullName.includes(FULL_TEXT_NOTE)).length;
    const line = '!'.repeat(78);
    const names = [...new Set(skipped.map(({ ancestorTitles, fullName }) => ancestorTitles[0] ?? fullName))].map(
      (name) => `  - ${name}`,
    );
    process.stderr.write(`\n${line}\nSKIPPED (${skipped.length} tests):\n${names.join('\n')}\n${line}\n`);
  }

  getLastError() {
    return this.#fatal > 0 && process.env.CI === 'true'
      ? new Error(`${this.#fatal} tests were skipped, which CI does not allow`)
      : undefined;
  }
}
