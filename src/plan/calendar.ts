const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const FEBRUARY = 2;

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Is it a day that exists, as YYYY-MM-DD? */
export function isDay(iso: string): boolean {
  const match = DAY.exec(iso);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const days = DAYS_OF_MONTHS[month - 1] ?? 0;
  return day >= 1 && day <= (month === FEBRUARY && isLeapYear(year) ? days + 1 : days);
}

/** Years a plan or a report of a board can be about; four digits may print others. */
export const isLikelyYear = (year: number): boolean => year >= 1900 && year <= 2999;
