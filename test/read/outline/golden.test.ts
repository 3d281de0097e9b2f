import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { splitLines } from '../../../src/read/lines';
import { readOutline } from '../../../src/read/outline/outline';
import { readProfileText } from '../../../src/read/outline/profile';

/** One folder a case: input.txt, the profile it is read by, and what it must read to. A new case needs no new code. */
const CASES = path.resolve(__dirname, '../../golden/outline');

/** The parts of a reading worth comparing, short enough to read. */
function outcome(folder: string): unknown {
  const profile = readProfileText(readFileSync(path.join(folder, 'profile.json'), 'utf8'));
  if (!profile.ok) throw new Error(JSON.stringify(profile.failure));
  const { document, lines } = readOutline(
    splitLines(readFileSync(path.join(folder, 'input.txt'), 'utf8')),
    profile.value,
  );
  const titles = new Map(document.nodes.map(({ id, title }) => [id, title]));
  return JSON.parse(
    JSON.stringify({
      roles: lines.map(({ number, role }) => `${number} ${role}`),
      nodes: document.nodes.map(({ level, code, title, parent, fields }) => ({
        level,
        code,
        title,
        under: parent === null ? null : titles.get(parent),
        fields: fields?.map(({ name, text }) => `${name}: ${text}`),
      })),
      indicators: document.indicators.map(({ id: _id, node, source: _source, measures, ...rest }) => ({
        ...rest,
        under: node === null ? null : titles.get(node),
        measures: measures.map(({ value, unit, year }) => [value, unit, year]),
      })),
      tables: document.tables?.map(({ rows, total }) =>
        [...rows, total].map((row) => row && [row.label, ...row.values]),
      ),
      texts: document.texts.map(({ title, node, blocks }) => ({
        title,
        under: node === undefined ? null : titles.get(node),
        blocks: blocks.map(({ role, text }) => `${role}: ${text}`),
      })),
      reviews: document.reviews?.map(({ reason, text, alternatives }) => ({ reason, text, alternatives })),
      findings: document.findings.map(({ check, message }) => ({ check, message })),
    }),
  );
}

describe('the outline reader reads each golden case', () => {
  for (const name of readdirSync(CASES)) {
    test(name, () => {
      const folder = path.join(CASES, name);
      expect(outcome(folder)).toEqual(JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')));
    });
  }
});
