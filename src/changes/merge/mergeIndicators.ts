import type { Indicator, Measure } from '../../plan/indicator';
import { keyed } from '../pairs';
import { conflictOf, type Conflict } from './conflict';
import { mergeList, type MergeField } from './threeWay';

const NAMES = [
  'node',
  'name',
  'kind',
  'unit',
  'frequency',
  'dueYears',
  'target',
  'service',
] as const satisfies readonly (keyof Indicator)[];

const FIELDS: readonly MergeField<Indicator>[] = NAMES.map((name) => ({
  name,
  get: (indicator) => indicator[name],
  set: (indicator, value) => ({ ...indicator, [name]: value }),
}));

const MEASURE_FIELDS: readonly MergeField<Measure>[] = [
  { name: 'value', get: ({ value }) => value, set: (measure, value: number) => ({ ...measure, value }) },
  { name: 'text', get: ({ text }) => text, set: (measure, text: string) => ({ ...measure, text }) },
];

const measures = (indicator: Indicator | undefined): ReadonlyMap<string, Measure> =>
  keyed(indicator?.measures ?? [], ({ year, unit }) => `${year ?? ''}|${unit ?? ''}`);

export interface IndicatorVersions {
  readonly base: readonly Indicator[];
  readonly mine: readonly Indicator[];
  readonly theirs: readonly Indicator[];
}

/** An indicator with all that it was measured: measures are merged one by one, so that one I entered is no reason to keep the rest. */
const withMeasures: MergeField<Indicator> = {
  name: 'measures',
  get: ({ measures: all }) => all.map(({ source: _, ...measure }) => measure),
  set: (indicator, all: Indicator['measures']) => ({ ...indicator, measures: all }),
  tell: ({ measures: all }) => all.map(({ year, value }) => `${year ?? ''}: ${value}`).join('; '),
};

/** Merges the indicators of three versions that name nodes alike, and what was measured of each. */
export function mergeIndicators(versions: IndicatorVersions): {
  readonly indicators: readonly Indicator[];
  readonly conflicts: readonly Conflict[];
} {
  const [base, mine, theirs] = [versions.base, versions.mine, versions.theirs].map((all) => keyed(all, ({ id }) => id));
  if (!base || !mine || !theirs) return { indicators: versions.theirs, conflicts: [] };
  const merged = new Map<string, Indicator['measures']>();
  const conflicts: Conflict[] = [];
  for (const id of theirs.keys()) {
    const own = mine.get(id);
    if (!own) continue;
    const found = mergeList(measures(base.get(id)), measures(own), measures(theirs.get(id)), MEASURE_FIELDS);
    merged.set(id, [...found.items.values()]);
    for (const { key, clash } of found.clashes)
      conflicts.push(conflictOf('indicator', own.node, `${id}|${key}`, { ...clash, field: `measure.${clash.field}` }));
  }
  const inAll = (id: string): boolean => merged.has(id);
  // Measures of indicators on both sides are merged already; those of one that came or went go with it.
  const list = mergeList(base, mine, theirs, [...FIELDS, withMeasures]);
  for (const { key, clash } of list.clashes) {
    if (clash.field === 'measures' && inAll(key)) continue;
    conflicts.push(conflictOf('indicator', list.items.get(key)?.node ?? theirs.get(key)?.node ?? null, key, clash));
  }
  return {
    indicators: [...list.items].map(([id, indicator]) => {
      const all = merged.get(id);
      return all ? { ...indicator, measures: all } : indicator;
    }),
    conflicts,
  };
}
