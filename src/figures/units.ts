import { counterLines, counterNotBefore } from './counters.ts';
import { currencyLines, currencyNotBefore } from './currencies.ts';
import { measureNotBefore, measures } from './measures.ts';
import type { Dimension } from './quantity.ts';

export interface Unit {
  readonly id: string;
  readonly dimension: Dimension;
  /** Multiplies the printed number into the unit `id`. */
  readonly factor: number;
  readonly text: string;
  /** Place in the tables: the first form of a unit is the usual one. */
  readonly order: number;
  /** True if the form makes a kanji numeral a figure: 三社, but not 一部. */
  readonly afterKanji: boolean;
  readonly notBefore: RegExp | undefined;
}

export interface UnitMatch {
  readonly unit: Unit;
  readonly end: number;
}

/** Units by their first character, longest first. */
const byFirst: ReadonlyMap<string, readonly Unit[]> = buildTable();

/** Returns the longest unit that starts at `position` (one space before a Latin unit is skipped), or undefined. */
export function unitAt(text: string, position: number): UnitMatch | undefined {
  const start = skipSpaceBeforeUnit(text, position);
  const units = byFirst.get(text.charAt(start));
  const unit = units?.find((it) => text.startsWith(it.text, start) && mayEnd(text, start + it.text.length, it));
  return unit && { unit, end: start + unit.text.length };
}

/** Seconds of a time unit; years and months are Gregorian means (365.2425 days). Undefined for other units. */
export function secondsOf(unit: string): number | undefined {
  return seconds.get(unit);
}

/** The unit as Japanese print it: as it is printed here if that is the unit itself, else by its usual word; empty for bare numbers. */
export function unitWord(id: string, printed = ''): string {
  const match = printed === '' ? undefined : unitAt(printed, 0);
  if (match?.unit.id === id && match.unit.factor === 1 && match.end === printed.length) return printed;
  words ??= usualWords();
  return words.get(id) ?? (id in OTHER_WORDS ? (OTHER_WORDS[id] ?? '') : id.replace(/^noun:/, ''));
}

/** Units that are printed with prefixes alone, and what stands for no unit. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  none: '',
  date: '',
  'minute-of-day': '',
  ampere: 'A',
  ops: 'OPS',
  'byte-per-second': 'バイト/秒',
};

let words: ReadonlyMap<string, string> | undefined;

function usualWords(): ReadonlyMap<string, string> {
  const whole = [...byFirst.values()].flat().filter(({ factor }) => factor === 1);
  return new Map(whole.toSorted((a, b) => b.order - a.order).map(({ id, text }) => [id, text]));
}

const day = 86_400;
const seconds: ReadonlyMap<string, number> = new Map([
  ['year', 365.2425 * day],
  ['month', (365.2425 * day) / 12],
  ['week', 7 * day],
  ['day', day],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
]);

/** 「16 GB」 and 「30 %」 are usual, but Japanese units too stand apart in texts with spaces round digits: 「30 人」. */
function skipSpaceBeforeUnit(text: string, position: number): number {
  // A lone letter after a space is the next word: 「Model 3 X」.
  return /^ (?:[A-Za-zμµ°][A-Za-z]|[^\sA-Za-z0-9０-９x×])/.test(text.slice(position, position + 3))
    ? position + 1
    : position;
}

function mayEnd(text: string, end: number, unit: Unit): boolean {
  // 3D, 5Gbe, 4Kids: a Latin unit ends where the word ends.
  if (/[A-Za-z]$/.test(unit.text) && /^[A-Za-z0-9]/.test(text.charAt(end))) return false;
  return !unit.notBefore?.test(text.slice(end, end + 8));
}

function buildTable(): ReadonlyMap<string, readonly Unit[]> {
  const table = new Map<string, Unit>();
  const add = (
    row: Omit<Unit, 'text' | 'order' | 'afterKanji' | 'notBefore'>,
    forms: string,
    denied: Readonly<Record<string, string>>,
  ): void => {
    for (const form of forms.split(' ')) {
      const text = form.endsWith('*') ? form.slice(0, -1) : form;
      const pattern = denied[text];
      const notBefore = pattern ? new RegExp(`^(?:${pattern})`) : undefined;
      table.set(text, {
        ...row,
        text,
        order: table.get(text)?.order ?? table.size,
        afterKanji: text !== form,
        notBefore,
      });
    }
  };
  for (const line of counterLines.trim().split('\n')) {
    const [id = '', ...forms] = line.split(' ');
    if (id !== 'noun') add({ id, dimension: 'count', factor: 1 }, forms.join(' '), counterNotBefore);
    else
      for (const form of forms)
        add({ id: `noun:${form.replace('*', '')}`, dimension: 'count', factor: 1 }, form, counterNotBefore);
  }
  for (const line of currencyLines.trim().split('\n')) {
    const [id = '', ...forms] = line.split(' ');
    add(
      { id: id.replace('-cent', ''), dimension: 'money', factor: id.endsWith('-cent') ? 0.01 : 1 },
      forms.join(' '),
      currencyNotBefore,
    );
  }
  for (const { forms, ...row } of measures) add(row, forms, measureNotBefore);
  const units = [...table.values()].toSorted((a, b) => b.text.length - a.text.length);
  const grouped = new Map<string, Unit[]>();
  for (const unit of units) grouped.set(unit.text.charAt(0), [...(grouped.get(unit.text.charAt(0)) ?? []), unit]);
  return grouped;
}
