/** Is it a day that exists, as YYYY-MM-DD? */
export function isDay(iso: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(iso) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}

/** Years a plan or a report of a board can be about; four digits may print others. */
export const isLikelyYear = (year: number): boolean => year >= 1900 && year <= 2999;
