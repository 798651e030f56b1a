import type { CalendarDate, DateGranularity, RelativeDate } from './quantity.ts';

export interface DateMatch {
  readonly end: number;
  readonly date: CalendarDate;
  /** Last date of a span that is one word: 2025年4〜6月期. */
  readonly until?: CalendarDate;
}

/** word, offset, unit, n (from now) or c (from what was said before). */
const rows = `
一昨年度 -2 fiscal-year n
一昨年 -2 year n
おととし -2 year n
昨年度 -1 fiscal-year n
昨年 -1 year n
去年 -1 year n
今年度 0 fiscal-year n
本年度 0 fiscal-year n
今年 0 year n
本年 0 year n
来年度 1 fiscal-year n
来年 1 year n
再来年度 2 fiscal-year n
再来年 2 year n
前年度 -1 fiscal-year c
前年 -1 year c
翌年度 1 fiscal-year c
翌年 1 year c
同年 0 year c
先々月 -2 month n
先月 -1 month n
今月 0 month n
来月 1 month n
再来月 2 month n
前月 -1 month c
翌月 1 month c
同月 0 month c
先週 -1 week n
今週 0 week n
来週 1 week n
翌週 1 week c
一昨日 -2 day n
昨日 -1 day n
本日 0 day n
明後日 2 day n
翌日 1 day c
前四半期 -1 quarter c
今四半期 0 quarter n
当四半期 0 quarter n
来四半期 1 quarter n
次四半期 1 quarter c
`;

const words: ReadonlyMap<string, CalendarDate> = new Map(rows.trim().split('\n').map(wordEntry));
/** 前年比 is a yardstick; 翌日配送 and 昨日今日 are other words. */
const denied = /[比並超割]|同[期月]|対比|度比|水準|今日/y;

/** Characters that can begin a word of this table. */
export const relativeDateStarts: string = [...new Set([...words.keys()].map((it) => it.charAt(0)))].join('');

/** Returns the date word (昨年, 翌月 …) that starts at `start`, with a part of it (来年末), or undefined. */
export function relativeDateAt(text: string, start: number): DateMatch | undefined {
  for (let length = 4; length >= 2; length -= 1) {
    // Near the end of the text the slice is shorter than asked for.
    const date = start + length <= text.length ? words.get(text.slice(start, start + length)) : undefined;
    if (!date) continue;
    const end = start + length;
    denied.lastIndex = end;
    if (denied.test(text)) return undefined;
    return withPart(text, end, date);
  }
  return undefined;
}

function withPart(text: string, end: number, date: CalendarDate): DateMatch {
  const part = datePartAt(text, end);
  return part ? { end: part.end, date: { ...date, part: part.part } } : { end, date };
}

const partNames: Readonly<Record<string, NonNullable<CalendarDate['part']>>> = {
  初頭: 'start',
  初め: 'start',
  はじめ: 'start',
  上旬: 'start',
  前半: 'first-half',
  半ば: 'middle',
  中頃: 'middle',
  中盤: 'middle',
  中旬: 'middle',
  後半: 'second-half',
  終わり: 'end',
  下旬: 'end',
  末: 'end',
  春: 'spring',
  夏: 'summer',
  秋: 'autumn',
  冬: 'winter',
};
const partWord =
  /の?(?:初頭|初め|はじめ|上旬|前半|半ば|中頃|中盤|中旬|後半|終わり|下旬|末(?!端|尾)|春(?!日|分)|夏|秋(?!葉|田)|冬)/y;

/** Returns the part of a year or month that is named at `start` (末, の前半, 春 …), or undefined. */
export function datePartAt(
  text: string,
  start: number,
): { readonly end: number; readonly part: NonNullable<CalendarDate['part']> } | undefined {
  partWord.lastIndex = start;
  const found = partWord.exec(text)?.[0];
  const part = found === undefined ? undefined : partNames[found.replace(/^の/, '')];
  return part === undefined ? undefined : { end: partWord.lastIndex, part };
}

function wordEntry(row: string): readonly [string, CalendarDate] {
  const [word = '', offset = '0', unit = 'year', anchor] = row.split(' ');
  const relative: RelativeDate = {
    offset: Number(offset),
    unit: unit as RelativeDate['unit'],
    anchor: anchor === 'c' ? 'context' : 'now',
  };
  const date: CalendarDate = { granularity: unit as DateGranularity, relative };
  return [word, unit === 'fiscal-year' ? { ...date, fiscal: true } : date];
}
