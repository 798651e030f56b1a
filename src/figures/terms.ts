import { amountAt, type Term } from './amounts.ts';
import { daysOf } from './calendar.ts';
import { dateAt } from './dates.ts';
import { numeralAt, tidy } from './numerals.ts';
import type { Per, RelativeDate } from './quantity.ts';
import { type DateMatch, relativeDateAt, relativeDateStarts } from './relative-dates.ts';
import { unitAt } from './units.ts';
import { wordQuantityAt } from './word-quantities.ts';

/** Returns the amount, date or quantity word that starts at `start`, without the words around it; or undefined. */
export function termAt(text: string, start: number): Term | undefined {
  const first = text.charAt(start);
  if (first === '第') return quarterOrOrdinalAt(text, start);
  if (relativeDateStarts.includes(first)) {
    const date = relativeDateAt(text, start);
    if (date || !/[一大明平昭]/.test(first)) return date && dateTerm(start, date);
  }
  if (!termStarts.test(first)) return undefined;
  const fixed = wordQuantityAt(text, start);
  if (fixed) return fixed;
  const date = dateAt(text, start);
  if (date) return dateTerm(start, date);
  const amount = amountAt(text, start);
  return amount && withPer(text, asOrdinal(text, withRest(text, withHalf(text, amount))));
}

const termStarts = /[0-9０-９〇零一二三四五六七八九十百千数何半過西令平昭大明午朝夜摂$＄€£￡¥￥₩₹+＋\-−－–▲△±'’A-Z]/;

/** Returns a date as a term, its value in days since 1970-01-01. */
export function dateTerm(start: number, { end, date, until }: DateMatch): Term {
  const { lower, upper } = daysOf(date);
  const last = until ? daysOf(until).upper : upper;
  const shared = {
    start,
    end,
    printed: 0,
    rounded: 0,
    vague: false,
    unit: 'date',
    unitText: '',
    ordinal: false,
    modifiers: [],
  } as const;
  return { ...shared, stated: { lower, upper: last }, dimension: 'date', date, ...(until ? { until } : {}) };
}

/** 3年前 and 5年後 are dates that count from now; asked again after 「20年ほど」. */
export function asRelativeDate(text: string, term: Term): Term {
  if (term.dimension !== 'time' || term.ordinal) return term;
  const found = matchAt(
    /[ ]?の?(?:(前)(?![後半提向線進述期年日月倒比]|四半)|(後)(?![半押継ろ任期退続発輩者]))/y,
    text,
    term.end,
  );
  const unit = relativeUnits.find((it) => it === term.unit);
  if (!found || !unit || text.startsWith('の', term.end)) return term;
  const offset = found[1] === undefined ? term.stated.lower : -term.stated.lower;
  const relative: RelativeDate = { offset, unit, anchor: 'now' };
  const granularity = unit === 'hour' || unit === 'minute' || unit === 'second' ? 'day' : unit;
  return { ...term, end: term.end + found[0].length, dimension: 'date', date: { granularity, relative } };
}

const relativeUnits = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const;

/** 第3四半期 is a date, 第3回 an ordinal, 第3世代 a name, 第三者 a word. */
function quarterOrOrdinalAt(text: string, start: number): Term | undefined {
  const date = dateAt(text, start);
  if (date) return dateTerm(start, date);
  const numeral = numeralAt(text, text[start + 1] === ' ' ? start + 2 : start + 1);
  if (!numeral || numeral.vague || numeral.scaled) return undefined;
  const match = unitAt(text, numeral.end);
  const bare = match === undefined && /^[のには、：:]/.test(text.slice(numeral.end, numeral.end + 1));
  if (
    match?.unit.id === 'generation' ||
    !(bare || match?.unit.dimension === 'count' || match?.unit.dimension === 'time')
  )
    return undefined;
  const { lower, upper, printed, rounded } = numeral;
  return {
    start,
    end: match?.end ?? numeral.end,
    stated: { lower, upper },
    printed,
    rounded,
    vague: false,
    numeral,
    unit: match?.unit.id ?? 'none',
    unitText: match?.unit.text ?? '',
    dimension: match ? 'count' : 'number',
    ordinal: true,
    modifiers: [],
  };
}

/** 2年半, 1時間半, 2倍半. */
function withHalf(text: string, term: Term): Term {
  if (!['time', 'multiple'].includes(term.dimension) || term.vague) return term;
  if (!matchAt(/半(?![ば導数年額期分日端面身径永月世々角])/y, text, term.end)) return term;
  const add = term.numeral && term.numeral.upper > 0 ? (0.5 * term.stated.upper) / term.numeral.upper : 0.5;
  const { lower, upper } = term.stated;
  return {
    ...term,
    end: term.end + 1,
    stated: { lower: tidy(lower + add), upper: tidy(upper + add) },
    printed: add,
    rounded: add,
  };
}

/** The smaller unit that may follow, and how many of it make one: 1時間30分, 2分30秒, 1年3カ月. */
const restUnits: Readonly<Record<string, readonly [unit: string, count: number]>> = {
  year: ['month', 12],
  day: ['hour', 24],
  hour: ['minute', 60],
  minute: ['second', 60],
};

function withRest(text: string, term: Term): Term {
  const rest = term.dimension === 'time' && !term.vague ? restUnits[term.unit] : undefined;
  const more = rest && /[0-9０-９]/.test(text.charAt(term.end)) ? amountAt(text, term.end) : undefined;
  if (!rest || !more || more.unit !== rest[0] || more.stated.upper >= rest[1]) return term;
  const add = more.stated.upper / rest[1];
  const { lower, upper } = term.stated;
  const step = more.printed / rest[1];
  return {
    ...term,
    end: more.end,
    stated: { lower: tidy(lower + add), upper: tidy(upper + add) },
    printed: step,
    rounded: step,
  };
}

/** 3番目, 1つ目, 5年目, 2位. */
function asOrdinal(text: string, term: Term): Term {
  if (term.unit === 'rank' || term.unitText === '度目') return { ...term, ordinal: true };
  const counted = term.dimension === 'count' || term.dimension === 'time';
  if (!counted || !matchAt(/目(?![標的指線玉次立処安論新])/y, text, term.end)) return term;
  return { ...term, end: term.end + 1, ordinal: true };
}

const perWords: Readonly<Record<string, string>> = {
  月: 'month',
  年: 'year',
  日: 'day',
  時: 'hour',
  秒: 'second',
  分: 'minute',
  週: 'week',
  h: 'hour',
  s: 'second',
  mo: 'month',
  yr: 'year',
  kg: 'kilogram',
  user: 'user',
  month: 'month',
  人月: 'person-month',
};

/** 円/月, $3/100万トークン, トークン/秒. */
function withPer(text: string, term: Term): Term {
  if (term.unit === 'none' || term.unit === 'percent' || term.ordinal || !matchAt(/[ ]?[/／][ ]?/y, text, term.end))
    return term;
  const at = text[term.end] === ' ' ? term.end + 2 : term.end + 1;
  const found = perAt(text, text[at] === ' ' ? at + 1 : at);
  return found ? { ...term, end: found.end, per: found.per } : term;
}

function perAt(text: string, start: number): { readonly end: number; readonly per: Per } | undefined {
  const word = matchAt(/(?:人月|month|user|mo|yr|kg|[月年日時秒分週]|[hs])(?![A-Za-z間本次額])/y, text, start)?.[0];
  const unit = perWords[word ?? ''];
  if (word !== undefined && unit !== undefined) return { end: start + word.length, per: { count: 1, unit } };
  return perUnitAt(text, start);
}

/** /100万トークン, /1M, /GPU. */
function perUnitAt(text: string, start: number): { readonly end: number; readonly per: Per } | undefined {
  const numeral = numeralAt(text, start);
  const letter = numeral ? matchAt(/[KkM](?![A-Za-z0-9])/y, text, numeral.end)?.[0] : undefined;
  const end = (numeral?.end ?? start) + (letter?.length ?? 0);
  const count = (numeral?.lower ?? 1) * (letter === undefined ? 1 : letter === 'M' ? 1e6 : 1e3);
  const match = unitAt(text, end);
  // 「$5.00/1M」 leaves the unit to the reader.
  if (!match) return letter === undefined ? undefined : { end, per: { count, unit: 'none' } };
  const measurable = ['count', 'time', 'data', 'length', 'mass'].includes(match.unit.dimension);
  return measurable && !numeral?.kanji
    ? { end: match.end, per: { count: count * match.unit.factor, unit: match.unit.id } }
    : undefined;
}

function matchAt(sticky: RegExp, text: string, position: number): RegExpExecArray | undefined {
  sticky.lastIndex = position;
  return sticky.exec(text) ?? undefined;
}
