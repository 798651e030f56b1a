import type { Range } from '../text/range.ts';

/** Closed interval of numbers in the quantity's unit; an open side is ±Infinity. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** What is measured. Two quantities can only contradict each other within one dimension. */
export type Dimension =
  | 'money'
  | 'count'
  | 'ratio'
  | 'points'
  | 'multiple'
  | 'time'
  | 'age'
  | 'date'
  | 'clock'
  | 'length'
  | 'area'
  | 'volume'
  | 'mass'
  | 'data'
  | 'data-rate'
  | 'power'
  | 'energy'
  | 'frequency'
  | 'temperature'
  | 'compute'
  | 'electric'
  | 'speed'
  | 'digits'
  | 'number';

/**
 * What stands around the number and colours it.
 * about 約・程度・前後, nearly 近く・弱・に迫る, slightlyOver 強・余り, band 台, max 最大, min 最低, only わずか, within 以内,
 * each あたり・各, since 以降, until 以前, past 過去, future 今後, record 過去最大, vague 数百,
 * minus/plus/plusMinus a printed sign. まで and から are left to the reader of the sentence.
 */
export type Modifier =
  | 'about'
  | 'nearly'
  | 'slightlyOver'
  | 'band'
  | 'atLeast'
  | 'atMost'
  | 'moreThan'
  | 'lessThan'
  | 'within'
  | 'max'
  | 'min'
  | 'only'
  | 'total'
  | 'cumulative'
  | 'average'
  | 'each'
  | 'since'
  | 'until'
  | 'past'
  | 'future'
  | 'record'
  | 'vague'
  | 'plus'
  | 'minus'
  | 'plusMinus';

/** exact: one printed value (also with 約); range: two printed ends; bound: one side is open; vague: an interval by its words. */
export type QuantityKind = 'exact' | 'range' | 'bound' | 'vague';

/** What the amount is for each of: 月額 → { count: 1, unit: 'month' }, /100万トークン → { count: 1e6, unit: 'token' }. */
export interface Per {
  readonly count: number;
  readonly unit: string;
}

export type DateGranularity =
  | 'century'
  | 'decade'
  | 'year'
  | 'fiscal-year'
  | 'half'
  | 'quarter'
  | 'month'
  | 'week'
  | 'day';

/** 初・初頭 / 前半 / 半ば / 後半 / 末, the seasons, and 上旬・中旬・下旬 (start, middle, end of a month). */
export type DatePart =
  | 'start'
  | 'first-half'
  | 'middle'
  | 'second-half'
  | 'end'
  | 'spring'
  | 'summer'
  | 'autumn'
  | 'winter';

/** A date that counts from somewhere: 3年前 is { offset: -3, unit: 'year', anchor: 'now' }, 翌月 { offset: 1, unit: 'month', anchor: 'context' }. */
export interface RelativeDate {
  readonly offset: number;
  readonly unit: 'year' | 'fiscal-year' | 'half' | 'quarter' | 'month' | 'week' | 'day' | 'hour' | 'minute' | 'second';
  readonly anchor: 'now' | 'context';
}

export interface CalendarDate {
  readonly granularity: DateGranularity;
  /** Western year; of a fiscal year its name (2025年度 → 2025, 2026年3月期 → 2026); of a decade or century its first year. */
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** As printed beside the date, 0 = Sunday … 6 = Saturday; it may be wrong, which is for a rule to say. */
  readonly weekday?: number;
  readonly quarter?: number;
  readonly half?: 1 | 2;
  readonly part?: DatePart;
  /** Present if the year was printed as an era year: 令和7年 → { name: '令和', year: 7 }. */
  readonly era?: { readonly name: string; readonly year: number };
  /** True for 年度, 月期, FY, 会計年度 and their halves and quarters. */
  readonly fiscal?: true;
  readonly relative?: RelativeDate;
  /** True if no such date exists: 2月30日, 13月. */
  readonly impossible?: true;
}

/** One figure as it is printed, before anything is known about what it is said of. */
export interface Quantity {
  /** UTF-16 span in the text given to the lexer, with modifiers (約 … 以上) and currency signs. */
  readonly range: Range;
  /** The text of `range`. */
  readonly surface: string;
  /** Span of number and unit alone, without modifiers; of a range, from the first number to the last unit. */
  readonly core: Range;
  readonly kind: QuantityKind;
  readonly role: 'cardinal' | 'ordinal';
  /** The printed number(s) in `unit`, untouched by modifiers: both ends are equal unless the quantity is a range or vague. */
  readonly stated: Interval;
  /** What the words allow: 60億ドル未満 → [-Infinity, 6e9]. Rounding is not in it: see `printed`. Of a date: days since 1970-01-01. */
  readonly value: Interval;
  /** Size of the last printed digit in `unit` (of the coarser end of a range): 3.5万 → 1,000, 30,000 → 1. 0 for words and dates. */
  readonly printed: number;
  /** Size of the last printed digit that is not zero: 30,000 → 10,000. The coarsest rounding that the number may have. */
  readonly rounded: number;
  readonly modifiers: readonly Modifier[];
  /** Canonical unit id: 'JPY', 'person', 'percent', 'year', 'byte' …; 'none' for a bare number. SI and data prefixes are multiplied out. */
  readonly unit: string;
  /** The unit as printed last: 「円」「か国」「GB」; empty for a bare number. */
  readonly unitText: string;
  readonly dimension: Dimension;
  /** Empty for a plain amount; 「1人あたり年間30万円」 has two. */
  readonly per: readonly Per[];
  /** The date, or the first date of a range. */
  readonly date?: CalendarDate;
  /** The last date of a range. */
  readonly until?: CalendarDate;
}
