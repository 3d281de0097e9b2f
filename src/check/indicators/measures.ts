import type { PlanDocument } from '../../plan/document';
import { placeAt } from '../../plan/finding';
import { PERCENT_UNIT, reachesTarget, type Indicator, type Measure } from '../../plan/indicator';
import { ruleCheck } from '../check';

const at = ({ node, source }: Indicator): ReturnType<typeof placeAt> => placeAt({ node, line: source.line });

const isAskedFor = ({ kind }: Indicator): boolean => kind === 'indicator' || kind === 'norm';

/** Years in which an indicator should be measured: those it names, or every so many years of the plan. */
export function dueYearsOf({ dueYears, frequency }: Indicator, document: PlanDocument): readonly number[] {
  if (dueYears.length > 0) return dueYears;
  const period = document.document.planPeriod;
  if (!frequency || !period) return [];
  const [first, last] = [Number(period.from.slice(0, 4)), Number(period.to.slice(0, 4))];
  const step = frequency.period === 'year' ? frequency.every : 1;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index).filter(
    (year) => (year - first + 1) % step === 0,
  );
}

/** The year up to which the plan was followed up at all: before anyone measured, nothing is missing. */
const followedUpTo = ({ indicators }: PlanDocument): number =>
  indicators
    .filter(isAskedFor)
    .flatMap(({ measures }) => measures.map(({ year }) => year ?? 0))
    .reduce((latest, year) => Math.max(latest, year), 0);

/** A due year that has passed without a measure, where the plan is being followed up. */
export const indicatorsNotMeasured = ruleCheck({
  id: 'indicators.not-measured',
  severity: 'attention',
  nl: [
    '"{name}" had in {year} gemeten moeten worden, maar er is geen meting.',
    'Vul de meting aan op het blad Metingen.',
  ],
  en: [
    '"{name}" should have been measured in {year}, but there is no measure.',
    'Enter the measure on the sheet Metingen.',
  ],
  reads: ['info', 'indicators'],
  *rule(document) {
    const upTo = followedUpTo(document);
    for (const indicator of document.indicators.filter(isAskedFor)) {
      const measured = new Set(indicator.measures.map(({ year }) => year));
      for (const year of dueYearsOf(indicator, document)) {
        if (year <= upTo && !measured.has(year))
          yield {
            place: at(indicator),
            subject: `${indicator.id}|${year}`,
            figures: { name: indicator.name, year: String(year) },
          };
      }
    }
  },
});

const printed = (value: number, unit: string | null): string =>
  `${value.toLocaleString('nl-BE', { maximumFractionDigits: 2 })}${unit === null ? '' : unit === PERCENT_UNIT ? ' %' : ` ${unit}`}`;

/** The measure that decides about a target: that of its year, or of the first year after it; without a year, the last one. */
function deciding({ target, measures }: Indicator): Measure | null {
  if (!target) return null;
  const year = target.year;
  const dated = [...measures]
    .filter((measure) => measure.unit === target.unit)
    .sort((left, right) => (left.year ?? 0) - (right.year ?? 0));
  return (
    (year === null ? dated.at(-1) : dated.find((measure) => measure.year !== null && measure.year >= year)) ?? null
  );
}

/** A target whose year came with a measure that does not reach it. */
export const indicatorsTargetMissed = ruleCheck({
  id: 'indicators.target-missed',
  severity: 'attention',
  nl: [
    '"{name}" haalde {measured} in {year}; de streefwaarde is {target}.',
    'Kijk de meting na, of leg uit waarom de streefwaarde niet gehaald werd.',
  ],
  en: [
    '"{name}" reached {measured} in {year}; the target is {target}.',
    'Check the measure, or explain why the target was not reached.',
  ],
  reads: ['indicators'],
  *rule(document) {
    for (const indicator of document.indicators) {
      const measure = deciding(indicator);
      const { target } = indicator;
      if (!measure || !target || reachesTarget(target, measure) !== false) continue;
      yield {
        place: at(indicator),
        subject: indicator.id,
        figures: {
          name: indicator.name,
          measured: printed(measure.value, measure.unit),
          target: printed(target.value, target.unit),
          year: measure.year === null ? '?' : String(measure.year),
        },
      };
    }
  },
});

/** An indicator that is due, or aims at a value, in a year the plan does not cover. */
export const indicatorsOutsidePeriod = ruleCheck({
  id: 'indicators.outside-period',
  severity: 'info',
  nl: ['"{name}" noemt {years}; de planperiode loopt van {from} tot {to}.', 'Kijk na of het jaartal klopt.'],
  en: ['"{name}" names {years}; the plan period runs from {from} to {to}.', 'Check whether the year is right.'],
  reads: ['info', 'indicators'],
  *rule(document) {
    const period = document.document.planPeriod;
    if (!period) return;
    const [from, to] = [Number(period.from.slice(0, 4)), Number(period.to.slice(0, 4))];
    for (const indicator of document.indicators.filter(({ measures }) => measures.length === 0)) {
      const years = [
        ...new Set([
          ...indicator.dueYears,
          ...(indicator.target?.year === null || indicator.target === null ? [] : [indicator.target.year]),
        ]),
      ].filter((year) => (year < from && isAskedFor(indicator)) || year > to);
      if (years.length > 0)
        yield {
          place: at(indicator),
          subject: indicator.id,
          figures: { name: indicator.name, years: years.join(', '), from: String(from), to: String(to) },
        };
    }
  },
});

/** "55,96% mannen t.o.v. 44,07% vrouwen", "(63% - 37%)": two parts of one whole. */
const PARTS_OF_WHOLE = [
  /(\d+(?:,\d+)?) ?% (?:mannen|jongens)\b[^;]{0,30}?(\d+(?:,\d+)?) ?% (?:vrouwen|meisjes)/u,
  /\((\d+(?:,\d+)?) ?% ?[-–] ?(\d+(?:,\d+)?) ?%/u,
];
const HUNDREDTHS = 100;
const WHOLE = 100;

const decimalsOf = (text: string): number => (text.includes(',') ? text.length - text.indexOf(',') - 1 : 0);

/** Percentages of one whole that do not add up to a hundred beyond what rounding explains. */
export const indicatorsPercentages = ruleCheck({
  id: 'indicators.percentages',
  severity: 'attention',
  nl: [
    '{left} % en {right} % zijn samen {sum} %, geen 100 %: "{name}".',
    'Kijk de percentages na in het brondocument.',
  ],
  en: [
    '{left} % and {right} % add up to {sum} %, not 100 %: "{name}".',
    'Look the percentages up in the source document.',
  ],
  reads: ['indicators'],
  *rule(document) {
    for (const indicator of document.indicators) {
      for (const pattern of PARTS_OF_WHOLE) {
        const match = pattern.exec(indicator.name);
        if (!match) continue;
        const [, left = '', right = ''] = match;
        const sum = Math.round((Number(left.replace(',', '.')) + Number(right.replace(',', '.'))) * HUNDREDTHS);
        const tolerance = HUNDREDTHS * 10 ** -Math.min(decimalsOf(left), decimalsOf(right));
        if (Math.abs(sum - WHOLE * HUNDREDTHS) <= tolerance) continue;
        yield {
          place: at(indicator),
          subject: indicator.id,
          figures: { name: indicator.name, left, right, sum: (sum / HUNDREDTHS).toLocaleString('nl-BE') },
        };
      }
    }
  },
});
