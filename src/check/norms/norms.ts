import type { PlanDocument, Statement } from '../../plan/document';
import type { Cents } from '../../plan/money';
import { rowWithId } from '../../schema/rows/identify';
import { columnName, statementCell } from '../../figures/printed';
import { ruleCheck, type RuleFinding } from '../check';
import type { CheckContext } from '../context';

interface NormFigure {
  readonly statement: Statement;
  readonly row: number;
  readonly column: number;
  readonly cents: Cents;
  readonly year: number;
  readonly isPlan: boolean;
}

/** Figures of a row of J2 or M2, by the end of its id. */
function* figuresOf(context: CheckContext, key: string): Iterable<NormFigure> {
  for (const statement of [...context.statements('J2'), ...context.statements('M2')]) {
    const row = rowWithId(statement, `${statement.schema}.${key}`);
    if (row === null) continue;
    for (const [column, { year, phase }] of statement.columns.entries()) {
      const cents = statement.rows[row]?.values[column] ?? null;
      if (cents !== null) yield { statement, row, column, cents, year, isPlan: phase !== 'actual' };
    }
  }
}

const finding = ({ statement, row, column, cents, year }: NormFigure): RuleFinding<'valueCents' | 'year'> => ({
  place: statementCell(statement, row, column).place,
  figures: { valueCents: cents, year, column: columnName(statement, column) },
});

const AVAILABLE = 'IX';
const MARGIN = 'margin.III';
const CORRECTED_MARGIN = 'corrected.III';

/** The plan is in balance when the available budgetary result is not negative in any year. In accounts the figure is a fact to explain. */
export const normsAvailableResult = ruleCheck({
  id: 'norms.available-result',
  severity: 'error',
  nl: [
    'Het beschikbaar budgettair resultaat is negatief: {valueCents} ({column}).',
    'Het meerjarenplan moet elk jaar een resultaat van nul of meer tonen; een tekort in de jaarrekening wordt in de volgende aanpassing weggewerkt en toegelicht.',
  ],
  en: [
    'The available budgetary result is negative: {valueCents} ({column}).',
    'The multi-year plan must show zero or more in every year; a deficit in the accounts is to be made good in the next revision, and explained.',
  ],
  reads: ['statements'],
  *rule(_document, context) {
    for (const figure of figuresOf(context, AVAILABLE)) {
      if (figure.cents >= 0) continue;
      yield { ...finding(figure), ...(figure.isPlan ? {} : { severity: 'attention' as const }) };
    }
  },
});

/** The last year of the plan: of its period, or the last year it prints. */
function lastPlanYear(document: PlanDocument, statement: Statement): number {
  const period = document.document.planPeriod?.to.slice(0, 4);
  return Math.max(...statement.columns.map(({ year }) => year), period === undefined ? 0 : Number(period));
}

/** The self-financing margin must not be negative in the last year of the plan; before that it may. */
export const normsMargin = ruleCheck({
  id: 'norms.margin',
  severity: 'error',
  nl: [
    'De autofinancieringsmarge is negatief in het laatste jaar van het plan, {year}: {valueCents}.',
    'Breng de marge tegen {year} op nul of hoger.',
  ],
  en: [
    'The self-financing margin is negative in the last year of the plan, {year}: {valueCents}.',
    'Bring the margin to zero or more by {year}.',
  ],
  reads: ['info', 'statements'],
  *rule(document, context) {
    for (const figure of figuresOf(context, MARGIN)) {
      if (figure.cents < 0 && figure.isPlan && figure.year === lastPlanYear(document, figure.statement))
        yield finding(figure);
    }
  },
});

/** Indicators that the law does not set a norm for: told, not held against the plan. */
export const normsIndicator = ruleCheck({
  id: 'norms.indicator',
  severity: 'info',
  nl: ['{name} is negatief: {valueCents} ({column}).', 'Geen norm op dit punt: een aanwijzing voor de komende jaren.'],
  en: ['{name} is negative: {valueCents} ({column}).', 'No norm applies here: a pointer for the years to come.'],
  reads: ['info', 'statements'],
  *rule(document, context) {
    for (const figure of figuresOf(context, MARGIN)) {
      const isNorm = figure.isPlan && figure.year === lastPlanYear(document, figure.statement);
      if (figure.cents < 0 && !isNorm)
        yield named(figure, context.say('De autofinancieringsmarge', 'The self-financing margin'));
    }
    for (const figure of figuresOf(context, CORRECTED_MARGIN)) {
      if (figure.cents < 0)
        yield named(
          figure,
          context.say('De gecorrigeerde autofinancieringsmarge', 'The corrected self-financing margin'),
        );
    }
  },
});

const named = (figure: NormFigure, name: string): RuleFinding<'valueCents' | 'name'> => {
  const { place, figures } = finding(figure);
  return { place, figures: { ...figures, name } };
};
