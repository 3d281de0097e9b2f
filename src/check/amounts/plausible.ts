import type { Cents } from '../../plan/money';
import { ruleCheck } from '../check';
import { quantitiesOf, quantityLabel, type Quantity } from '../../figures/quantities';

/** A year needs this many years before it to be held against. */
const LEAST_YEARS = 2;

const centsOf = ({ terms }: Quantity): Cents => terms.reduce((sum, { cell }) => sum + (cell.cents ?? 0), 0);

/** Exploitation runs on from year to year; investments and loans come in lumps and say nothing. */
const RUNS_ON = new Set(['operating expenditure', 'operating receipts']);

/** A year whose exploitation is many times, or a small part of, the mean of the years before. */
export const amountsPlausible = ruleCheck({
  id: 'amounts.year-on-year',
  severity: 'attention',
  nl: [
    '{where}: {quantity} in {year} is {printedCents}, tegen gemiddeld {meanCents} in de {count} jaren ervoor.',
    'Kijk na of het bedrag klopt, en verklaar de sprong.',
  ],
  en: [
    '{where}: {quantity} in {year} is {printedCents}, against a mean of {meanCents} in the {count} years before.',
    'Check the amount, and explain the leap.',
  ],
  reads: ['info', 'nodes', 'amounts', 'statements'],
  *rule(document, context) {
    const { yearOnYearTimes, yearOnYearCents } = context.settings.thresholds;
    const series = new Map<string, Quantity[]>();
    for (const quantity of quantitiesOf(document, context)) {
      const key = `${quantity.where} ${quantity.name}`;
      if (quantity.phase === 'actual' && RUNS_ON.has(quantity.name))
        series.set(key, [...(series.get(key) ?? []), quantity]);
    }
    for (const quantities of series.values()) {
      const years = quantities.sort((left, right) => left.year - right.year);
      for (const [at, quantity] of years.entries()) {
        if (at < LEAST_YEARS) continue;
        const mean = Math.round(years.slice(0, at).reduce((sum, earlier) => sum + centsOf(earlier), 0) / at);
        const cents = centsOf(quantity);
        const leaps = cents >= mean * yearOnYearTimes || cents * yearOnYearTimes <= mean;
        if (!leaps || Math.abs(cents - mean) < yearOnYearCents) continue;
        const place = quantity.terms[0]?.cell.place;
        if (!place) continue;
        yield {
          place,
          figures: {
            where: quantity.where,
            quantity: quantityLabel(quantity.name),
            year: quantity.year,
            printedCents: cents,
            meanCents: mean,
            count: at,
          },
          subject: `${quantity.name} ${quantity.year}`,
        };
      }
    }
  },
});
