import { makeResult, writeJ4, writeJ5 } from './balance';
import type { Writing } from './context';
import { writeT4 } from './debt';
import { writeT1 } from './domains';
import { writeT2 } from './economic';
import { writeJ2, writeJ3 } from './equilibrium';
import { planPeriod, writeEvaluation } from './evaluation';
import type { ExpectedReport } from './expected';
import { writeJ1 } from './objectives';
import { Page } from './page';
import { addMoney, plannedTree, type ReportOptions, type Settings } from './plan';
import { Random } from './random';
import { makeSeries } from './series';
import { carriedBy, planTransfers, writeTransfers } from './transfers';

export interface GeneratedReport {
  readonly text: string;
  readonly expected: ExpectedReport;
}

const DEFAULTS: Omit<Settings, 'seed'> = {
  entityName: 'AGB Leieland',
  enterpriseNumber: '0765.432.198',
  address: 'Marktplein 7, 9810 Nazareth',
  entityKind: 'Autonoom gemeentebedrijf',
  fiscalYear: 2023,
  planYears: [2020, 2025],
  phases: ['actual', 'finalBudget', 'initialBudget'],
  codes: 'padded',
  priority: true,
  objectives: 4,
  plansPerObjective: 4,
  actionsPerPlan: 6,
  narrative: 6,
};

/** Parts of the plan when the report is to be about as long as the seed report: 13,000 lines, 480 nodes. */
export const SEED_SIZE = { objectives: 13, plansPerObjective: 10, actionsPerPlan: 10, narrative: 9 } as const;

/**
 * A report of a board that does not exist, in the layout of the accounts report, and what reading it must give. Amounts are made to the
 * cent and add up everywhere; each printed figure is rounded on its own. The same options give the same report.
 */
export function generateReport(options: ReportOptions): GeneratedReport {
  const settings: Settings = { ...DEFAULTS, ...options };
  const random = new Random(settings.seed);
  const entity = `${settings.entityName} (${settings.enterpriseNumber})`;
  const page = new Page(random, {
    head: `JAARREKENING ORIGINEEL ${settings.fiscalYear} : Jaarrekening ${settings.fiscalYear}`,
    entity,
  });
  const tree = plannedTree(random, settings);
  const total = addMoney(
    tree.map(({ money }) => money),
    settings.phases.length,
  );
  const writing: Writing = { page, random, settings, tree, total, entity };
  const series = makeSeries(random, settings, total);
  const transfers = planTransfers(writing, settings.entityName);
  const result = makeResult(random);
  const evaluation = writeEvaluation(writing);
  const statements = [
    writeJ1(writing),
    writeJ2(writing, series),
    writeJ3(writing),
    writeJ4(writing, series, result),
    writeJ5(writing, result),
    writeT1(writing, series, carriedBy(transfers)),
    writeT2(writing, series),
    writeT4(writing, series),
  ];
  const carried = writeTransfers(writing, transfers);
  return {
    text: page.text,
    expected: {
      entityName: settings.entityName,
      enterpriseNumber: settings.enterpriseNumber,
      address: settings.address,
      fiscalYear: settings.fiscalYear,
      planPeriod: planPeriod(writing),
      statements,
      ...evaluation,
      ...carried,
    },
  };
}
