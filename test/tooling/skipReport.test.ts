import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { FULL_TEXT_NOTE } from '../support/requirements';
import SkipReport from '../support/skipReport.mjs';

const results = (...tests: readonly (readonly [name: string, status: string])[]) => ({
  numTotalTests: tests.length,
  testResults: [{ testResults: tests.map(([fullName, status]) => ({ fullName, status, ancestorTitles: [fullName] })) }],
});

describe('the report of skipped tests', () => {
  const { CI } = process.env;
  let written = '';

  beforeEach(() => {
    written = '';
    process.env.CI = 'true';
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
      written += String(text);
      return true;
    });
  });

  afterEach(() => {
    jest.restoreAllMocks();
    if (CI === undefined) delete process.env.CI;
    else process.env.CI = CI;
  });

  test('names what was skipped, and fails in CI', () => {
    const report = new SkipReport();
    report.onRunComplete(null, results(['a picture (needs chromium)', 'pending'], ['sums', 'passed']));
    expect(written).toContain('SKIPPED (1 tests):\n  - a picture (needs chromium)');
    expect(report.getLastError()).toBeInstanceOf(Error);
  });

  test('fails on a test left to do as well', () => {
    const report = new SkipReport();
    report.onRunComplete(null, results(['later', 'todo']));
    expect(report.getLastError()).toBeInstanceOf(Error);
  });

  test('only names what wants the full texts', () => {
    const report = new SkipReport();
    report.onRunComplete(null, results([`narratives (${FULL_TEXT_NOTE})`, 'pending']));
    expect(written).toContain(FULL_TEXT_NOTE);
    expect(report.getLastError()).toBeUndefined();
  });

  test('only names it outside CI', () => {
    delete process.env.CI;
    const report = new SkipReport();
    report.onRunComplete(null, results(['a picture (needs chromium)', 'pending']));
    expect(written).toContain('needs chromium');
    expect(report.getLastError()).toBeUndefined();
  });

  test('is silent when nothing was skipped', () => {
    const report = new SkipReport();
    report.onRunComplete(null, results(['sums', 'passed'], ['texts', 'failed']));
    expect(written).toBe('');
    expect(report.getLastError()).toBeUndefined();
  });
});
