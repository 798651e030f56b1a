/** A date as it is written; the parts may be impossible (month 13). */
export interface WrittenDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Minutes since midnight, or undefined for a date without a time. */
  readonly minutes: number | undefined;
  /** Undefined where only hours and minutes are given. */
  readonly seconds: number | undefined;
  /** Minutes east of UTC, or undefined if no zone is given. */
  readonly offset: number | undefined;
  /** False for 30 February, 25:00 and their like. */
  readonly possible: boolean;
}

const DATE =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:(?:T|\s{1,3})(\d{1,2})[:時](\d{1,2})分?(?::(\d{1,2})(?:[.,]\d{1,9})?)?\s{0,3}(\S{0,6}))?$/iu;
const ZONES: Readonly<Record<string, number>> = { Z: 0, UTC: 0, GMT: 0, JST: 540 };

/** Reads the numerical forms of a date; undefined for anything else. */
export function readDate(text: string): WrittenDate | undefined {
  const match = DATE.exec(text.trim());
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0] = match.slice(1, 4).map(Number);
  const timed = match[4] !== undefined;
  const [hour = 0, minute = 0, seconds = 0] = match.slice(4, 7).map((part) => Number(part ?? 0));
  const zone = match[7] ?? '';
  const offset = offsetOf(zone);
  if (zone !== '' && offset === undefined) return undefined;
  return {
    year,
    month,
    day,
    minutes: timed ? hour * 60 + minute : undefined,
    seconds: match[6] === undefined ? undefined : seconds,
    offset,
    possible: isDay(year, month, day) && hour < 24 && minute < 60 && seconds < 61 && Math.abs(offset ?? 0) <= 14 * 60,
  };
}

function offsetOf(zone: string): number | undefined {
  const named = ZONES[zone.toUpperCase()];
  if (named !== undefined) return named;
  const match = /^([+-])(\d{1,2}):?(\d{2})?$/u.exec(zone);
  return match ? (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0)) : undefined;
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The day as `YYYY-MM-DD`. */
export function dayOf({ year, month, day }: Pick<WrittenDate, 'year' | 'month' | 'day'>): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** The moment in milliseconds; `fallback` is the offset in minutes of a time without a zone. */
export function momentOf(date: WrittenDate, fallback: number): number {
  const { year, month, day, seconds } = date;
  return Date.UTC(year, month - 1, day, 0, (date.minutes ?? 0) - (date.offset ?? fallback), seconds ?? 0);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Day and time of a moment on the clocks of a time zone, as `YYYY-MM-DD` and `HH:MM:SS`. An unknown zone counts as UTC. */
export function localTime(moment: number, timezone: string): { readonly day: string; readonly time: string } {
  const parts = new Map(
    formatOf(timezone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}:${part('second')}`,
  };
}

function formatOf(timezone: string): Intl.DateTimeFormat {
  const known = formats.get(timezone);
  if (known) return known;
  const format = newFormat(timezone) ?? newFormat('UTC') ?? new Intl.DateTimeFormat('en');
  formats.set(timezone, format);
  return format;
}

function newFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch {
    return undefined;
  }
}

/** True for a name that this machine knows as a time zone. */
export function isTimezone(name: string): boolean {
  return formats.has(name) || newFormat(name) !== undefined;
}

/** Minutes east of UTC that a time zone has at a moment. */
export function offsetAt(moment: number, timezone: string): number {
  const { day, time } = localTime(moment, timezone);
  return Math.round((Date.parse(`${day}T${time}Z`) - moment) / 60_000);
}

/** `+0900` */
export function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
}
