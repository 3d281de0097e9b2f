import type { Period } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import { ruleCheck } from '../check';

const asPrinted = ({ from, to }: Period): string =>
  `${from.split('-').reverse().join('/')} - ${to.split('-').reverse().join('/')}`;

/** A period that ends before it starts. */
export const structureReversedPeriod = ruleCheck({
  id: 'structure.reversed-period',
  severity: 'error',
  nl: ['De periode van {node} eindigt voor ze begint: {period}.', 'Verbeter de datums.'],
  en: ['The period of {node} ends before it starts: {period}.', 'Correct the dates.'],
  reads: ['nodes'],
  *rule(document) {
    for (const { id, period, source } of document.nodes) {
      if (period && period.to < period.from)
        yield { place: placeAt({ node: id, line: source.line }), figures: { period: asPrinted(period) } };
    }
  },
});

/** A node that starts before or ends after the node it is part of, or the plan. */
export const structurePeriodOutside = ruleCheck({
  id: 'structure.period-outside',
  severity: 'attention',
  nl: [
    'De periode van {node} ({period}) valt buiten die van {above} ({outer}).',
    'Verbeter de datums, of die van {above}.',
  ],
  en: [
    'The period of {node} ({period}) falls outside that of {above} ({outer}).',
    'Correct the dates, or those of {above}.',
  ],
  reads: ['info', 'nodes'],
  *rule(document, context) {
    for (const node of document.nodes) {
      const parent = node.parent === null ? undefined : context.tree.byId.get(node.parent);
      const outer = parent ? parent.period : document.document.planPeriod;
      const { period } = node;
      if (!period || !outer || period.to < period.from || (period.from >= outer.from && period.to <= outer.to))
        continue;
      yield {
        place: placeAt({ node: node.id, line: node.source.line }),
        figures: {
          period: asPrinted(period),
          above: parent?.id ?? context.say('het meerjarenplan', 'the multi-year plan'),
          outer: asPrinted(outer),
        },
      };
    }
  },
});

/** Periods run from 1 January to 31 December; another day is a slip of the pen. */
export const structureOddPeriod = ruleCheck({
  id: 'structure.odd-period',
  severity: 'attention',
  nl: [
    'De periode van {node} ({period}) begint of eindigt midden in een jaar, anders dan die van de andere knopen.',
    'Kijk de datums na.',
  ],
  en: [
    'The period of {node} ({period}) starts or ends in the middle of a year, unlike those of the other nodes.',
    'Check the dates.',
  ],
  reads: ['nodes'],
  *rule(document) {
    const isWhole = ({ from, to }: Period): boolean => from.endsWith('-01-01') && to.endsWith('-12-31');
    const periods = document.nodes.flatMap(({ period }) => (period ? [period] : []));
    if (periods.filter(isWhole).length * 2 <= periods.length) return;
    for (const { id, period, source } of document.nodes) {
      if (period && !isWhole(period))
        yield { place: placeAt({ node: id, line: source.line }), figures: { period: asPrinted(period) } };
    }
  },
});

/** A node without a period where the others have one. */
export const structureMissingPeriod = ruleCheck({
  id: 'structure.missing-period',
  severity: 'attention',
  nl: ['{node} heeft geen periode; de andere knopen van niveau {level} wel.', 'Vul de periode aan op het blad Plan.'],
  en: ['{node} has no period; the other nodes of level {level} have.', 'Complete the period on the sheet Plan.'],
  reads: ['nodes'],
  *rule(document) {
    const withPeriod = new Set(document.nodes.filter(({ period }) => period !== null).map(({ level }) => level));
    for (const { id, level, period, source } of document.nodes) {
      if (period === null && withPeriod.has(level))
        yield { place: placeAt({ node: id, line: source.line }), figures: { level } };
    }
  },
});
