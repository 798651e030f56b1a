import { moneyAt, type Term, withUnitOf } from './amounts.ts';
import { dateAfter } from './dates.ts';
import { leadAt, tailAt } from './modifiers.ts';
import type { CalendarDate, Modifier } from './quantity.ts';
import { dateTerm, termAt } from './terms.ts';

type Connector = 'tilde' | 'hyphen' | 'kara' | 'comma';

/** Two ends, brought to one unit. */
export interface Pair {
  readonly first: Term;
  readonly second: Term;
  readonly modifiers: readonly Modifier[];
}

const tilde = /[ 　]?(?:[〜～~]|――?|—|–)[ 　]?/y;
const kara = /から、?/y;
/** After 「AからB」: a change from one value to another, not everything between. */
const change =
  /(?:へ|に(?!かけて|わた|及|おけ|ついて|対|関|つき|相当|収ま|おさま|設定|分布|のぼ|上る)|まで[一-龥ァ-ヶー、で]{0,6}?(?:削減|短縮|低下|低減|減|下が|下げ|縮|増|拡大|上昇|高ま|高め|伸|引き上|引き下|成長|向上|改善|回復|圧縮|急))/y;
const dateChange = /(?:に|へ)と?(?:延期|変更|先送り|前倒|ずれ|後ろ倒|修正|改称)/y;

/** Returns both ends if a connector and a second quantity of the same kind follow `first`: 10〜15%, 2023年から2030年, $5-10M. */
export function rangeFrom(text: string, first: Term): Pair | undefined {
  if (first.ordinal && first.unit === 'none') return undefined;
  const found = connectorAt(text, first.end);
  if (!found) return undefined;
  const lead = leadAt(text, found.end);
  const isAbout = lead?.mark.modifiers.every((it) => it === 'about' || it === 'max') && lead.mark.per === undefined;
  const at = lead && isAbout ? lead.end : found.end;
  const second = secondAt(text, at, first);
  const pair = second && unified(first, second, found.connector);
  if (!pair || !fits(text, pair, found.connector)) return undefined;
  return { ...pair, modifiers: isAbout ? (lead?.mark.modifiers ?? []) : [] };
}

function connectorAt(text: string, start: number): { readonly connector: Connector; readonly end: number } | undefined {
  for (const [connector, pattern] of [
    ['tilde', tilde],
    ['kara', kara],
    ['hyphen', /[-‐‑−－]/y],
    ['comma', /[、,，](?=[2-9２-９][^0-9０-９,.]|[二三四五六七八九])/y],
  ] as const) {
    pattern.lastIndex = start;
    if (pattern.test(text)) return { connector, end: pattern.lastIndex };
  }
  return undefined;
}

function secondAt(text: string, start: number, first: Term): Term | undefined {
  if (first.date) {
    const date = dateAfter(text, start, first.date);
    if (date) return dateTerm(start, date);
  }
  // The hyphen of 「5-10」 is no sign of the 10; a sign of its own (5〜-3) does not occur.
  if (/[-+−]/.test(text.charAt(start))) return undefined;
  const second = termAt(text, start);
  return second?.unit === 'none' && first.dimension === 'money' ? moneyAt(text, start, first.unit) : second;
}

function unified(first: Term, second: Term, connector: Connector): Omit<Pair, 'modifiers'> | undefined {
  if (first.ordinal !== second.ordinal && first.unit !== 'none') return undefined;
  if (first.date || second.date) return unifiedDates(first, second);
  if (first.unit === 'none') return unitLent(first, second, connector);
  if (first.unit !== second.unit || first.dimension !== second.dimension) return undefined;
  return { first: sharesScale(first, second) ? withUnitOf(first, second) : first, second };
}

/** The 10 of 「10〜15%」 takes the unit of the 15. Bare numbers pair with each other round a tilde only. */
function unitLent(first: Term, second: Term, connector: Connector): Omit<Pair, 'modifiers'> | undefined {
  if (second.unit === 'none')
    return connector === 'tilde' && first.numeral && second.numeral
      ? { first: withUnitOf(first, second), second }
      : undefined;
  if (second.dimension === 'clock') return clockPair(first, second);
  // 40〜50代
  if (second.unitText === '代' && first.numeral?.plainDigits === 2)
    return { first: { ...first, unit: second.unit, dimension: second.dimension }, second };
  return first.numeral && second.numeral ? { first: withUnitOf(first, second), second } : undefined;
}

/** 「$5-10M」, but not 「5円〜10万円」, where the first end names its own unit. */
function sharesScale(first: Term, second: Term): boolean {
  return first.dimension === 'money' && second.unitText === '' && first.unitText !== '' && !first.numeral?.scaled;
}

function clockPair(first: Term, second: Term): Omit<Pair, 'modifiers'> | undefined {
  const { lower, upper } = first.stated;
  if (upper > 30) return undefined;
  return {
    first: { ...first, stated: { lower: lower * 60, upper: upper * 60 }, unit: second.unit, dimension: 'clock' },
    second,
  };
}

function unifiedDates(first: Term, second: Term): Omit<Pair, 'modifiers'> | undefined {
  if (first.date && second.date) return sameCalendar(first, second) ? { first, second } : undefined;
  if (second.date) return datedFirst(first, second, second.date);
  const { date } = first;
  const bare = second.numeral?.plainDigits ?? 0;
  // 2025年〜2030
  if (date?.year === undefined || date.relative || second.unit !== 'none' || bare !== 4) return undefined;
  return {
    first,
    second: dateTerm(second.start, { end: second.end, date: { granularity: 'year', year: second.stated.lower } }),
  };
}

/** The 2023 of 「2023〜2030年」, the 3 of 「3〜5月」, the 3 of 「3〜5日、」. */
function datedFirst(first: Term, second: Term, date: CalendarDate): Omit<Pair, 'modifiers'> | undefined {
  const printed = first.numeral;
  if (first.unit !== 'none' || !printed || printed.plainDigits === 0 || date.relative) return undefined;
  const number = printed.lower;
  const named = (lent: CalendarDate) => ({ first: dateTerm(first.start, { end: first.end, date: lent }), second });
  if (date.granularity === 'month' && date.year === undefined && number >= 1 && number <= 12)
    return named({ granularity: 'month', month: number });
  if (date.granularity === 'day' && date.year === undefined && number >= 1 && number <= 31)
    return named({ granularity: 'day', day: number });
  const { month: _, day: __, quarter: ___, part: ____, ...base } = date;
  return printed.plainDigits === 4 && date.year !== undefined ? named({ ...base, year: number }) : undefined;
}

/** 3年前〜2025年 hardly occurs, and 今年から3年後 needs an article's date: only calendar dates pair with each other. */
function sameCalendar(first: Term, second: Term): boolean {
  return (first.date?.relative === undefined) === (second.date?.relative === undefined);
}

function fits(text: string, { first, second }: Omit<Pair, 'modifiers'>, connector: Connector): boolean {
  if (connector === 'comma') {
    const [low, high] = [first.numeral, second.numeral];
    const single = low?.end === first.start + 1 && high?.end === second.start + 1 && low.kanji === high.kanji;
    return single && high.lower === low.lower + 1 && second.unit !== 'none' && !first.date;
  }
  if (connector === 'hyphen') return !/[-‐‑./A-Za-z]$/.test(text.slice(Math.max(0, first.start - 1), first.start));
  if (connector === 'tilde') return true;
  const isDate = second.date !== undefined;
  const after = tailAt(text, second.end)?.end ?? second.end;
  const pattern = isDate ? dateChange : change;
  pattern.lastIndex = after;
  return !pattern.test(text) && (isDate || first.stated.lower < second.stated.upper);
}
