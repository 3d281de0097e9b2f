import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readReport } from '../../src/read/report/report';

/** One folder a case: input.txt and the parts of the document it must read to. A new case needs no new code. */
const CASES = path.resolve(__dirname, '../golden/read');

describe('the report reader reads each golden case', () => {
  for (const name of readdirSync(CASES)) {
    test(name, () => {
      const input = readFileSync(path.join(CASES, name, 'input.txt'), 'utf8');
      const expected = JSON.parse(readFileSync(path.join(CASES, name, 'expected.json'), 'utf8')) as Record<
        string,
        unknown
      >;
      const document = readReport(input)?.document;
      expect(document).toBeDefined();
      const { findings, ...parts } = JSON.parse(JSON.stringify(document)) as Record<string, unknown> & {
        findings: Record<string, unknown>[];
      };
      const actual = Object.fromEntries(Object.keys(expected).map((key) => [key, parts[key]]));
      const said = findings.map(({ key, severity, message }) => ({ key, severity, message }));
      expect({ ...actual, findings: said }).toEqual(expected);
    });
  }
});
