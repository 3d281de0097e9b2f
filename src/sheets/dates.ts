const DAY_MILLISECONDS = 86_400_000;
/** Day 0 of Excel's calendar, which counts right from 1 March 1900 on. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
/** 1 March 1900: earlier days Excel counts one off. */
const FIRST_SAFE_DAY = 61;
/** 31 December 9999, the last day Excel knows. */
const LAST_DAY = 2_958_465;

/** Excel's day number of an ISO date; the text itself when Excel cannot hold it as a date. */
export function dayOfDate(iso: string): number | string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  const day = match
    ? (Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) - DAY_ZERO) / DAY_MILLISECONDS
    : Number.NaN;
  return day >= FIRST_SAFE_DAY && day <= LAST_DAY && isoOfDay(day) === iso ? day : iso;
}

const isoOfDay = (day: number): string => new Date(DAY_ZERO + day * DAY_MILLISECONDS).toISOString().slice(0, 10);

/** The ISO date of a cell: a day number, or a text as 31/12/2027 or 2027-12-31. null when it is no date. */
export function dateOfCell(value: number | string): string | null {
  if (typeof value === 'number')
    return value >= FIRST_SAFE_DAY && value < LAST_DAY + 1 ? isoOfDay(Math.floor(value)) : null;
  const text = value.trim();
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(text)
    ? text
    : text.replace(
        /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/,
        (_, day: string, month: string, year: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
      );
  return typeof dayOfDate(iso) === 'number' ? iso : null;
}
