import type { PlanDocument } from '../../src/plan/document';
import { readReport } from '../../src/read/report/report';
import type { Reading } from '../../src/read/source';
import { seedText } from '../support/requirements';

/** The reading of a report; throws when it is none. */
export function readingOf(text: string): Reading {
  const reading = readReport(text);
  if (!reading) throw new Error('not a report');
  return reading;
}

const withDocument = (reading: Reading, parts: Partial<PlanDocument>): Reading => ({
  ...reading,
  document: { ...reading.document, ...parts },
});

const NO_STATEMENTS = {
  statements: [],
  transfers: [],
  transferTotals: [],
  offBalance: [],
  offBalanceEntries: [],
  offBalanceLabels: [],
  depreciation: [],
  participations: [],
} as const satisfies Partial<PlanDocument>;

/** The first lines of the accounts of 2024. */
export const firstLines = (count: number): Reading => readingOf(seedText('004').split('\n').slice(0, count).join('\n'));

/** The accounts of 2024 with less in them than a whole report has, by what is left. */
export function partReports(): Readonly<Record<string, Reading>> {
  const whole = readingOf(seedText('004'));
  const { nodes, amounts } = whole.document;
  return {
    'its first 100 lines': firstLines(100),
    'its first 500 lines': firstLines(500),
    'its first 2000 lines': firstLines(2000),
    'the evaluation': withDocument(whole, NO_STATEMENTS),
    'the schemas': withDocument(whole, { nodes: [], amounts: [], levels: [] }),
    'the schemas, with the levels of the plan': withDocument(whole, { nodes: [], amounts: [] }),
    'the plan with its totals alone': withDocument(whole, { amounts: amounts.filter(({ node }) => node === null) }),
    'the plan without figures': withDocument(whole, { amounts: [] }),
    'nothing but nodes': withDocument(whole, { ...NO_STATEMENTS, amounts: [] }),
    'nodes of one level': withDocument(whole, {
      ...NO_STATEMENTS,
      amounts: [],
      levels: whole.document.levels.slice(0, 1),
      nodes: nodes.filter(({ parent }) => parent === null),
    }),
    'the accounts alone, without credits': withDocument(whole, {
      amounts: amounts.filter(({ phase }) => phase === 'actual'),
    }),
    'the credits alone, without accounts': withDocument(whole, {
      amounts: amounts.filter(({ phase }) => phase !== 'actual'),
    }),
    'nothing at all': withDocument(whole, { ...NO_STATEMENTS, nodes: [], amounts: [], levels: [] }),
  };
}
