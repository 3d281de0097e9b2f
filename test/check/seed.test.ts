import { describe, expect, test } from '@jest/globals';
import { runChecks } from '../../src/check/run/run';
import type { Finding } from '../../src/plan/finding';
import { readReport } from '../../src/read/report/report';
import { describeFullText, seedText } from '../support/requirements';

function findingsIn(text: string): readonly Finding[] {
  const document = readReport(text)?.document;
  if (!document) throw new Error('the seed report does not read');
  return runChecks(document);
}

const nodesOf = (findings: readonly Finding[], check: string): readonly (string | null)[] =>
  findings.filter((finding) => finding.check === check).map(({ place }) => place.node);

describe('the seed report, figures and codes', () => {
  const findings = findingsIn(seedText('004'));

  test('is a signed report: it holds no errors', () => {
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
  test('rounding is explained once, with the schemas it occurs in, never beyond what is possible', () => {
    const rounding = findings.filter(({ check }) => check === 'amounts.rounding');
    expect(rounding).toHaveLength(1);
    const schemas = String(rounding[0]?.figures.perSchema).match(/[JT]\d(?= )|Beleidsevaluatie/g) ?? [];
    expect([...schemas].sort()).toEqual(['Beleidsevaluatie', 'J1', 'J2', 'J4', 'J5', 'T1', 'T2', 'T4']);
    for (const { figures } of rounding)
      expect(Number(figures.largestCents)).toBeLessThanOrEqual(Number(figures.allowedCents));
  });
  test.each([
    ['status.spent-without-credit', ['AC000246']],
    ['status.done-unspent', ['AC000390', 'AC000391']],
    ['status.without-text', expect.arrayContaining(['AC000126', 'AC000339'])],
    ['status.on-track-above-lagging', ['AP000015', 'AP000036']],
    [
      'status.done-above-unfinished',
      ['BD000005', 'AP000018', 'BD000006', 'AP000029', 'AP000046', 'AP000047', 'AP000052', 'AP000064'],
    ],
    // Large ones first: they ask for an explanation.
    ['credits.overrun', ['AC000474', 'AC000458', 'AC000178', 'AC000246']],
    ['credits.moved', ['AC000162', 'AC000143']],
    // AC000162 is told by the pair that names each other: one cause, one finding.
    ['credits.own-share', []],
    ['credits.mirror', ['AC000162', 'AC000176', 'AC000268']],
    ['credits.carried-too-much', []],
    ['credits.transfer-place', []],
    ['structure.duplicate-title', ['AC000419']],
  ])('%s', (check, nodes) => {
    expect(nodesOf(findings, check)).toEqual(nodes);
  });
  test('can be read in one sitting', () => {
    const count = (wanted: string): number => findings.filter(({ severity }) => severity === wanted).length;
    expect(count('attention')).toBeLessThanOrEqual(45);
    expect(count('info')).toBeLessThanOrEqual(40);
  });
  test('a schema that has a cover but no table', () => {
    expect(findings.filter(({ check }) => check === 'reading.absent-section').map(({ place }) => place.schema)).toEqual(
      ['T3'],
    );
  });
  test('the estimate that is referred to but not carried over', () => {
    expect(
      findings
        .filter(({ check }) => check === 'credits.unknown-estimate')
        .map(({ figures }) => [figures.estimate, figures.reference]),
    ).toEqual([['MJP000114', 'MJP000125']]);
  });
  test('the available result of the accounts is negative, that of the plan is not', () => {
    expect(
      findings
        .filter(({ check }) => check === 'norms.available-result')
        .map(({ place, severity }) => [place.column, severity]),
    ).toEqual([[0, 'attention']]);
  });
});

describeFullText('004', 'the seed report, narratives', (text) => {
  const findings = findingsIn(text);

  test.each([
    ['text.same-narrative', ['AP000048']],
    ['text.cut-off', ['AC000452']],
    ['text.repeated-line', ['AC000270']],
    ['text.writing-assistant', ['AC000315']],
    ['text.empty-item', ['AC000295']],
    ['text.year-as-future', ['AC000030', 'AP000019', 'AC000111', 'AP000030', 'AP000073']],
    ['text.same-phrase', ['BD000005', 'AC000406']],
    ['text.placeholder', ['AC000068', 'AC000329', 'AC000333', 'AC000338', 'AC000353']],
    ['text.against-status', ['AP000024', 'AC000194', 'AC000204', 'AC000285', 'AC000332', 'AC000361', 'AC000363']],
    ['text.other-status', []],
    ['text.unknown-code', []],
    ['text.prose-figure', []],
    ['text.to-complete', []],
    ['text.near-figure', []],
  ])('%s', (check, nodes) => {
    expect(nodesOf(findings, check)).toEqual(nodes);
  });
  test('narratives of an earlier report: attention while the action runs, information when it is achieved', () => {
    const earlier = findings.filter(({ check }) => check === 'text.earlier-years');
    const of = (severity: string): readonly (string | null)[] =>
      earlier.filter((finding) => finding.severity === severity).map(({ place }) => place.node);
    expect(of('attention')).toEqual(['BD000004', 'BD000009']);
    expect(of('info')).toEqual(['AC000408', 'AC000185', 'AC000186', 'AC000187', 'AC000199', 'AC000246']);
  });
  test('the explanation to the accounts names 2023 where 2024 is meant', () => {
    expect(findings.filter(({ check }) => check === 'text.prose-year').map(({ figures }) => figures.named)).toEqual([
      2023,
    ]);
  });
});
