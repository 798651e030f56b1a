import { isImpossible } from './calendar.ts';
import { eraOf } from './eras.ts';
import { numeralAt } from './numerals.ts';
import type { CalendarDate } from './quantity.ts';
import { type DateMatch, datePartAt, relativeDateAt } from './relative-dates.ts';

const d = '[0-9０-９]';
const numeric = new RegExp(`([12１２]${d}{3})([-/／.．])(${d}{1,2})\\2(${d}{1,2})(?!${d}|[-/.]${d})`, 'y');
const western = new RegExp(
  `(?:西暦)?(?:([12１２]${d}{3}|[一二][〇一二三四五六七八九]{3})[ 　]?|['’]?(${d}{2}))年`,
  'y',
);
const eraYear = new RegExp(
  `(?:(令和|平成|昭和|大正|明治)[ 　]?(元|${d}{1,2}|[一二三四五六七八九十]{1,3})年|([RHS])(${d}{1,2})(?:年|\\.(?=${d}{1,2}\\.)))`,
  'y',
);
const monthDay = new RegExp(`[ 　]?(${d}{1,2})月(?:[ 　]?(${d}{1,2})日(?!間|以内|後|前))?`, 'y');
const kanjiMonthDay = /([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})日(?!間))?/y;
const monthsOfQuarter = new RegExp(`[ 　]?(${d}{1,2})月?[-〜～~－–から・](${d}{1,2})月(?:期|(?!${d}|期|間))`, 'y');
const weekday = /[ 　]?(?:[(（]([月火水木金土日])(?:曜日?)?(?:[・、]?祝日?)?[)）]|([月火水木金土日])曜日?)/y;
const fiscalLatin = new RegExp(`(FY|CY)[ ]?['’]?(20${d}{2}|${d}{2})(?!${d})`, 'y');
const quarterLatin = new RegExp(
  `(?:Q([1-4])|([1-4])Q)(?:[ ]?(?:FY|CY)?['’]?(20${d}{2}))?(?![0-9A-Za-z]|[.．:：)）])`,
  'y',
);
const yearQuarterLatin = new RegExp(`(20${d}{2})[ 年]?(?:度)?の?[ ]?(?:Q([1-4])|([1-4])Q)(?![0-9A-Za-z])`, 'y');
const quarter = /の?[ 　]?(?:第[ ]?([1-4１-４一二三四])四半期|([1-4１-４])Q|Q([1-4])(?![0-9A-Za-z]))/y;
const half = /の?(?:(上半期|上期|前期)|(下半期|下期|後期))/y;
const century = new RegExp(`(${d}{1,2}|[一二]?十[一二三四五六七八九]?)世紀(?!分|以上|近く|ぶり|に[一1]度)`, 'y');
/** Words which make 「2000年」 a length of time. 前後 and 前半・後半 do not. */
const duration = /年(?:間|前(?![後半期])|後(?![半期])|以内|近く|ぶり|分|も[のっ前]|余|弱|強|かけ|連続|目)/y;

/** Returns the calendar date, fiscal period or date word that starts at `start`, or undefined. */
export function dateAt(text: string, start: number): DateMatch | undefined {
  const first = text.charAt(start);
  if (/[A-Z]/.test(first)) return latinPeriodAt(text, start) ?? yearAt(text, start);
  if (first === '第') return quarterAt(text, start, { granularity: 'quarter' });
  if (!/[0-9０-９一二十西令平昭大明'’]/.test(first)) return undefined;
  return (
    numericDateAt(text, start) ??
    latinPeriodAt(text, start) ??
    yearAt(text, start) ??
    monthAt(text, start) ??
    quarterAt(text, start, { granularity: 'quarter' }) ??
    centuryAt(text, start)
  );
}

/** Reads 5月, 5月3日(火), 3日 after the first date of a range, which lends year and month. */
export function dateAfter(text: string, start: number, first: CalendarDate): DateMatch | undefined {
  const own = dateAt(text, start) ?? relativeDateAt(text, start);
  if (own)
    return own.date.year === undefined && first.year !== undefined && !own.date.relative
      ? lendYear(own, first.year)
      : own;
  if (first.day === undefined || first.month === undefined) return undefined;
  const found = matchAt(/([0-9０-９]{1,2})日(?!間|以内|後|前)/y, text, start);
  if (!found) return undefined;
  const { relative: _, weekday: __, ...base } = first;
  return withWeekday(text, found.end, checked({ ...base, day: toNumber(found.groups[1]) }));
}

function lendYear(match: DateMatch, year: number): DateMatch {
  return { ...match, date: checked({ ...match.date, year }) };
}

function numericDateAt(text: string, start: number): DateMatch | undefined {
  const found = matchAt(numeric, text, start);
  if (!found) return undefined;
  const [, year, , month, day] = found.groups;
  const date = { granularity: 'day', year: toNumber(year), month: toNumber(month), day: toNumber(day) } as const;
  return withWeekday(text, found.end, checked(date));
}

function latinPeriodAt(text: string, start: number): DateMatch | undefined {
  const fiscal = matchAt(fiscalLatin, text, start);
  if (fiscal) {
    const year = fullYear(toNumber(fiscal.groups[2]));
    const base =
      fiscal.groups[1] === 'FY'
        ? ({ granularity: 'fiscal-year', year, fiscal: true } as const)
        : ({ granularity: 'year', year } as const);
    return quarterAt(text, fiscal.end, base) ?? { end: fiscal.end, date: base };
  }
  const named = matchAt(yearQuarterLatin, text, start);
  if (named) {
    const [, year, first, second] = named.groups;
    return {
      end: named.end,
      date: { granularity: 'quarter', year: toNumber(year), quarter: toNumber(first ?? second) },
    };
  }
  const bare = matchAt(quarterLatin, text, start);
  if (!bare) return undefined;
  const [, first, second, year] = bare.groups;
  const date = { granularity: 'quarter', quarter: toNumber(first ?? second) } as const;
  return { end: bare.end, date: year === undefined ? date : { ...date, year: toNumber(year) } };
}

function yearAt(text: string, start: number): DateMatch | undefined {
  const era = matchAt(eraYear, text, start);
  if (era) return eraDateAt(text, era);
  const found = matchAt(western, text, start);
  if (!found) return undefined;
  const [, long, short] = found.groups;
  if (matchAt(duration, text, found.end - 1)) return undefined;
  // 25年 is a quarter of a century unless a month, 度 or a quarter follows: 25年3月期.
  if (short !== undefined && !matchAt(/度|[0-9０-９]{1,2}月|[1-4]Q|第[1-4一二三四]四半期/y, text, found.end))
    return undefined;
  const year = long === undefined ? fullYear(toNumber(short)) : (numeralAt(long, 0)?.lower ?? toNumber(long));
  return withinYearAt(text, found.end, { granularity: 'year', year });
}

function eraDateAt(text: string, found: Found): DateMatch | undefined {
  const [, name, long, letter, short] = found.groups;
  const printed = long ?? short ?? '';
  const year = printed === '元' ? 1 : (numeralAt(printed, 0)?.lower ?? 0);
  const era = eraOf(name ?? letter ?? '');
  if (!era) return undefined;
  const western = era.firstYear + year - 1;
  const date = { granularity: 'year', year: western, era: { name: era.name, year } } as const;
  if (text[found.end - 1] === '.') return dottedEraAt(text, found.end, date);
  return withinYearAt(text, found.end, western > era.lastYear ? { ...date, impossible: true } : date);
}

/** R7.4.1 */
function dottedEraAt(text: string, start: number, year: CalendarDate): DateMatch | undefined {
  const found = matchAt(/([0-9]{1,2})\.([0-9]{1,2})(?![0-9.])/y, text, start);
  if (!found) return undefined;
  return {
    end: found.end,
    date: checked({ ...year, granularity: 'day', month: toNumber(found.groups[1]), day: toNumber(found.groups[2]) }),
  };
}

/** What may follow 「2025年」: 度, 代, a fiscal period, a month, a quarter, a half, a part. */
function withinYearAt(text: string, end: number, year: CalendarDate): DateMatch {
  if (text.startsWith('代', end)) return partOf(text, end + 1, { ...year, granularity: 'decade' });
  const fiscal = matchAt(/(?:会計)?年?度(?!比)/y, text, end);
  const base: CalendarDate = fiscal ? { ...year, granularity: 'fiscal-year', fiscal: true } : year;
  const at = fiscal?.end ?? end;
  return (
    quarterMonthsAt(text, at, base) ??
    monthIn(text, at, base) ??
    quarterAt(text, at, base) ??
    halfAt(text, at, base) ??
    partOf(text, at, base)
  );
}

/** 2025年4〜6月期: three months of that year. */
function quarterMonthsAt(text: string, start: number, year: CalendarDate): DateMatch | undefined {
  const found = matchAt(monthsOfQuarter, text, start);
  if (!found) return undefined;
  const month = (it: string | undefined) => checked({ ...year, granularity: 'month', month: toNumber(it) });
  return { end: found.end, date: month(found.groups[1]), until: month(found.groups[2]) };
}

function monthIn(text: string, start: number, year: CalendarDate): DateMatch | undefined {
  if (matchAt(/[ 　]?[0-9０-９]{1,2}月(?:期)/y, text, start)) return fiscalMonthAt(text, start, year);
  const found = matchAt(monthDay, text, start) ?? matchAt(kanjiMonthDay, text, start);
  return found && monthMatch(text, found, year);
}

/** 2026年3月期 is the fiscal year that ends in March 2026. */
function fiscalMonthAt(text: string, start: number, year: CalendarDate): DateMatch {
  const end = text.indexOf('期', start) + 1;
  const month = toNumber(text.slice(start, end).replace(/[ 　月期]/g, ''));
  const base = checked({ ...year, granularity: 'fiscal-year', month, fiscal: true });
  return quarterAt(text, end, base) ?? halfAt(text, end, base) ?? { end, date: base };
}

function monthAt(text: string, start: number): DateMatch | undefined {
  const found = matchAt(monthDay, text, start);
  const slashed = found
    ? undefined
    : matchAt(/([0-9]{1,2})\/([0-9]{1,2})(?=[ ]?[(（][月火水木金土日][)）])/y, text, start);
  const match = found ?? slashed;
  if (match)
    return matchAt(/額|間|次|給|面|曜|刊|報|例|商|収|産|平均|あたり|当たり/y, text, match.end)
      ? undefined
      : monthMatch(text, match, { granularity: 'month' });
  return dayAt(text, start);
}

/** A day of the month without its month: only where particles and neighbours show that no length of time is meant. */
function dayAt(text: string, start: number): DateMatch | undefined {
  // 1日に3回 is a rate, and わずか3日、 is a length of time.
  if (
    /^[1１]日に/.test(text.slice(start, start + 3)) ||
    /(?:[かた約計各]|最[大短長低]|過去|今後)$/.test(text.slice(Math.max(0, start - 2), start))
  )
    return undefined;
  const found = matchAt(
    /([0-9０-９]{1,2})日(?=[(（][月火水木金土日][)）・]|付|、|に(?!わた|及|も)|午[前後]|夜|未明|正午|発表)/y,
    text,
    start,
  );
  if (!found) return undefined;
  const day = toNumber(found.groups[1]);
  return day < 1 || day > 31 ? undefined : withWeekday(text, found.end, { granularity: 'day', day });
}

function monthMatch(text: string, found: Found, year: CalendarDate): DateMatch {
  const [, first, second] = found.groups;
  const month = numeralAt(first ?? '', 0)?.lower ?? 0;
  if (second === undefined) {
    const date = checked({ ...year, granularity: 'month', month });
    // 7月期 without a year still is a fiscal period.
    return text.startsWith('期', found.end) && !text.startsWith('期間', found.end)
      ? { end: found.end + 1, date: { ...date, granularity: 'fiscal-year', fiscal: true } }
      : partOf(text, found.end, date);
  }
  const day = numeralAt(second, 0)?.lower ?? 0;
  return withWeekday(text, found.end, checked({ ...year, granularity: 'day', month, day }));
}

function quarterAt(text: string, start: number, year: CalendarDate): DateMatch | undefined {
  const found = matchAt(quarter, text, start);
  if (!found) return undefined;
  const [, kanji, first, second] = found.groups;
  return {
    end: found.end,
    date: { ...year, granularity: 'quarter', quarter: numeralAt(kanji ?? first ?? second ?? '', 0)?.lower ?? 0 },
  };
}

function halfAt(text: string, start: number, year: CalendarDate): DateMatch | undefined {
  const found = matchAt(half, text, start);
  return (
    found && { end: found.end, date: { ...year, granularity: 'half', half: found.groups[1] === undefined ? 2 : 1 } }
  );
}

function centuryAt(text: string, start: number): DateMatch | undefined {
  const found = matchAt(century, text, start);
  const number = found ? (numeralAt(found.groups[1] ?? '', 0)?.lower ?? 0) : 0;
  // 2世紀にわたり is two hundred years.
  return found && number >= 10 && number <= 30
    ? partOf(text, found.end, { granularity: 'century', year: (number - 1) * 100 + 1 })
    : undefined;
}

function partOf(text: string, end: number, date: CalendarDate): DateMatch {
  const part = datePartAt(text, end);
  return part ? { end: part.end, date: { ...date, part: part.part } } : { end, date };
}

function withWeekday(text: string, end: number, date: CalendarDate): DateMatch {
  const found = matchAt(weekday, text, end);
  if (!found) return { end, date };
  return {
    end: found.end,
    date: { ...date, weekday: '日月火水木金土'.indexOf(found.groups[1] ?? found.groups[2] ?? '日') },
  };
}

function checked(date: CalendarDate): CalendarDate {
  return isImpossible(date.month, date.day, date.year) ? { ...date, impossible: true } : date;
}

function fullYear(short: number): number {
  if (short >= 100) return short;
  return short < 70 ? 2000 + short : 1900 + short;
}

interface Found {
  readonly groups: readonly (string | undefined)[];
  readonly end: number;
}

function matchAt(sticky: RegExp, text: string, position: number): Found | undefined {
  sticky.lastIndex = position;
  const groups = sticky.exec(text);
  return groups ? { groups, end: sticky.lastIndex } : undefined;
}

function toNumber(printed: string | undefined): number {
  return Number((printed ?? '').normalize('NFKC'));
}
