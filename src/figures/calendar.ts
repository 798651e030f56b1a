import type { CalendarDate, Interval } from './quantity.ts';

const msPerDay = 86_400_000;
const open: Interval = { lower: -Infinity, upper: Infinity };
/** First and last month (1-based, inclusive) of the seasons as Japanese media use them. */
const partMonths: Readonly<Record<string, readonly [number, number]>> = {
  start: [1, 3],
  'first-half': [1, 6],
  middle: [5, 8],
  'second-half': [7, 12],
  end: [10, 12],
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  winter: [12, 14],
};

/**
 * Returns the first and last day of a date, as days since 1970-01-01 (Gregorian, UTC). A date without a year, one that counts
 * from an unknown day and one that cannot be give an open interval. 年度 runs from April to March; 2026年3月期 ends with that month.
 */
export function daysOf(date: CalendarDate): Interval {
  const { year } = date;
  if (year === undefined || date.relative || date.impossible) return open;
  switch (date.granularity) {
    case 'century':
      return monthSpan(year, 1, 1200);
    case 'decade':
      return monthSpan(year, 1, 120);
    case 'day':
      return daySpan(year, date.month ?? 1, date.day ?? 1);
    case 'week':
      return open;
    default:
      return withinYear(date, year);
  }
}

/** True if the month or day does not exist; a day without a year is given a leap year. */
export function isImpossible(month: number | undefined, day: number | undefined, year = 2024): boolean {
  if (month === undefined) return day !== undefined && (day < 1 || day > 31);
  if (month < 1 || month > 12) return true;
  return day !== undefined && (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate());
}

/** Returns the day of the week (0 = Sunday) of a full date, or undefined. */
export function weekdayOf(date: CalendarDate): number | undefined {
  const { lower } = daysOf(date);
  // 1970-01-01 was a Thursday.
  return date.granularity === 'day' && Number.isFinite(lower) ? (((lower + 4) % 7) + 7) % 7 : undefined;
}

function withinYear(date: CalendarDate, year: number): Interval {
  // 2026年3月期 ends in March 2026; 年度 begins in April; a foreign 会計年度 (FY) may begin in any month.
  const first = date.fiscal ? (date.month === undefined ? 4 : date.month - 11) : 1;
  if (date.quarter !== undefined) return monthSpan(year, first + (date.quarter - 1) * 3, 3);
  if (date.half !== undefined) return monthSpan(year, first + (date.half - 1) * 6, 6);
  if (date.granularity === 'month' && date.month !== undefined) return monthSpan(year, date.month, 1);
  const months = date.part === undefined ? undefined : partMonths[date.part];
  if (months) return monthSpan(year, first + months[0] - 1, months[1] - months[0] + 1);
  return monthSpan(year, first, 12);
}

function monthSpan(year: number, month: number, count: number): Interval {
  return { lower: daySpan(year, month, 1).lower, upper: daySpan(year, month + count, 1).lower - 1 };
}

function daySpan(year: number, month: number, day: number): Interval {
  const days = Date.UTC(year, month - 1, day) / msPerDay;
  return { lower: days, upper: days };
}
