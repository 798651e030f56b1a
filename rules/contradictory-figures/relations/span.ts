import { daysOf } from '../../../src/figures/calendar.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import type { CalendarDate, Quantity } from '../../../src/figures/quantity.ts';
import type { Problem } from '../../rule.ts';
import { isSingle } from '../interval.ts';
import type { Relation } from '../relation.ts';
import { after, between, statementsOf } from '../statements.ts';

/** 「2024年から2028年までの3年間」: a start, an end and a length of time that do not go together. */
export const span: Relation = {
  id: 'span',
  severity: 'error',
  description: { ja: '開始・終了の時期と期間が合わない。', en: 'A start and an end do not go with the stated length.' },
  find,
};

const SPAN_THEN_LENGTH = /^(?:まで|にかけて)?(?:の|、|（|\(|で、?|に(?:わた(?:る|り)|及ぶ))[ 　]?$/;

function* find(figures: readonly Figure[]): Generator<Problem> {
  for (const { figures: row } of statementsOf(figures)) {
    for (const [i, first] of row.entries()) {
      const found = spanAt(row, i);
      const known = found && (lengthOf(found.start, found.end, found.length.quantity.unit) ?? daysWithoutYear(found));
      if (!found || known === undefined || fits(found.length.quantity, known)) continue;
      yield problemOf(first, found.length, found.last, known);
    }
  }
}

interface Span {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
  readonly length: Figure;
  readonly last: Figure;
}

function spanAt(row: readonly Figure[], i: number): Span | undefined {
  const [first, second, third] = [row[i], row[i + 1], row[i + 2]];
  const start = first?.quantity.date;
  if (!first || !second || !start || start.relative) return undefined;
  const { until } = first.quantity;
  if (until)
    return isLength(second) && SPAN_THEN_LENGTH.test(between(first, second))
      ? { start, end: until, length: second, last: second }
      : undefined;
  const end = third?.quantity.date;
  // 「2026年度から5年間、2031年度まで」
  const isOpen = isLength(second) && /^から[、の]?$/.test(between(first, second));
  if (!isOpen || !third || !end || third.quantity.until || end.relative) return undefined;
  const isEnd = /^(?:で|、|（|\()$/.test(between(second, third)) && /^(?:まで(?!に)|度?末まで)/.test(after(third, 4));
  return isEnd ? { start, end, length: second, last: third } : undefined;
}

function isLength({ quantity }: Figure): boolean {
  return (
    quantity.dimension === 'time' &&
    isSingle(quantity) &&
    quantity.kind === 'exact' &&
    quantity.per.length === 0 &&
    ['year', 'month', 'day'].includes(quantity.unit)
  );
}

/** The whole units between two dates, the first not counted; undefined where the dates are too coarse for the unit. */
function lengthOf(start: CalendarDate, end: CalendarDate, unit: string): number | undefined {
  if (start.granularity !== end.granularity || start.year === undefined || end.year === undefined) return undefined;
  if (start.part !== end.part || start.half !== end.half || start.quarter !== end.quarter) return undefined;
  const years = end.year - start.year;
  if (unit === 'day') return start.granularity === 'day' ? daysOf(end).lower - daysOf(start).lower : undefined;
  const months = years * 12 + (end.month ?? 1) - (start.month ?? 1);
  if (unit === 'month') return start.granularity === 'month' || start.granularity === 'day' ? months : undefined;
  return months / 12;
}

/** 「10月3日から10月12日まで」; undefined where the year makes a difference. */
function daysWithoutYear({ start, end, length }: Span): number | undefined {
  if (length.quantity.unit !== 'day' || [start, end].some((it) => it.granularity !== 'day' || it.year !== undefined))
    return undefined;
  const [first, last] = [start, end].map((it) => daysOf({ ...it, year: 2025 }).lower);
  const isLeapDay = (start.month ?? 0) <= 2 && (end.month ?? 0) > 2;
  return first === undefined || last === undefined || last <= first || isLeapDay ? undefined : last - first;
}

/** Both ends may count: 2024年から2028年 is five years or four; 4月から翌年3月 is a year. */
function fits({ stated, modifiers }: Quantity, known: number): boolean {
  const slack = modifiers.includes('about') ? 1 : 0;
  return known > 0
    ? stated.lower >= Math.floor(known) - slack &&
        stated.lower <= Math.ceil(known + 1e-9) + (Number.isInteger(known) ? 1 : 0) + slack
    : true;
}

function problemOf(first: Figure, length: Figure, last: Figure, known: number): Problem {
  const low = Math.floor(known);
  const unit = { year: '年', month: 'か月', day: '日' }[length.quantity.unit] ?? '';
  const range = `${low}〜${low + 1}${unit}`;
  const dates =
    first === last ? first.text.slice(...first.at) : first.text.slice(first.at[0], Math.max(first.at[1], last.at[1]));
  return {
    range: length.range,
    message: {
      ja: `「${dates}」の開始から終了までは${range}で、「${length.quantity.surface}」と合いません。どれかを直してください。`,
      en: `From start to end "${dates}" is ${low} to ${low + 1} ${length.quantity.unit}s, not "${length.quantity.surface}". Correct one of them.`,
    },
    related: [{ range: first.range, message: { ja: '開始と終了です。', en: 'The start and the end.' } }],
  };
}
