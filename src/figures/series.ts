import type { PlanDocument } from '../plan/document';
import type { Indicator, Measure } from '../plan/indicator';
import { documentKey } from '../plan/link';
import { wordsOf } from '../plan/words';

/** One value of a series, with where it was printed. */
export interface SeriesPoint {
  readonly document: string;
  readonly indicator: Indicator;
  readonly measure: Measure;
}

/** The same quantity as several documents give it. */
export interface Series {
  /** The word that names it, as printed where it stands first. */
  readonly name: string;
  readonly unit: string | null;
  /** By year, then in the order of the documents; points without a year last. */
  readonly points: readonly SeriesPoint[];
}

/** A compound this long names a quantity by itself: "werkloosheidsgraad". */
const NAMING_LENGTH = 13;
/** What ends so tells what kind of thing, not what is measured: "niet-Belgische", "laaggeschoold". */
const TELLS_KIND = /(?:e|sch|schoold)$/;
/** A word that more indicators than this have in common names no quantity. */
const COMMON_COUNT = 8;

interface Named {
  readonly name: string;
  readonly unit: string | null;
  readonly points: SeriesPoint[];
}

/** The first value in each unit is what an indicator is about; the others say what it is held against. */
function mainMeasures({ measures }: Indicator): readonly Measure[] {
  const units = new Set<string | null>();
  return measures.filter(({ unit }) => !units.has(unit) && units.add(unit));
}

const LAST = Number.MAX_SAFE_INTEGER;

/**
 * Quantities that more than one document gives a value of, recognised by the compound that names them and by their unit. Series with the
 * same points are one.
 */
export function seriesOver(documents: readonly PlanDocument[]): readonly Series[] {
  const byName = new Map<string, Named>();
  for (const document of documents) {
    const key = documentKey(document.document);
    for (const indicator of document.indicators) {
      for (const { stem, printed } of wordsOf(indicator.name).filter(
        (word) => word.printed.length >= NAMING_LENGTH && !TELLS_KIND.test(word.printed),
      )) {
        for (const measure of mainMeasures(indicator)) {
          const id = `${stem}|${measure.unit ?? ''}`;
          const named = byName.get(id) ?? { name: printed, unit: measure.unit, points: [] };
          byName.set(id, named);
          named.points.push({ document: key, indicator, measure });
        }
      }
    }
  }
  const seen = new Set<string>();
  return [...byName.values()]
    .filter(({ points }) => points.length <= COMMON_COUNT && new Set(points.map(({ document }) => document)).size > 1)
    .filter(({ points }) => {
      const same = points.map(({ document, indicator }) => `${document}#${indicator.id}`).join(' ');
      return !seen.has(same) && seen.add(same);
    })
    .map(({ name, unit, points }) => ({
      name,
      unit,
      points: [...points].sort((left, right) => (left.measure.year ?? LAST) - (right.measure.year ?? LAST)),
    }));
}

/** Values of one year that documents give differently, within a series. */
export function contradictions({
  points,
}: Series): readonly { readonly year: number; readonly points: readonly SeriesPoint[] }[] {
  const byYear = new Map<number, SeriesPoint[]>();
  for (const point of points)
    if (point.measure.year !== null) byYear.set(point.measure.year, [...(byYear.get(point.measure.year) ?? []), point]);
  return [...byYear]
    .filter(
      ([, same]) =>
        new Set(same.map(({ document }) => document)).size > 1 &&
        new Set(same.map(({ measure }) => measure.value)).size > 1,
    )
    .map(([year, same]) => ({ year, points: same }));
}
