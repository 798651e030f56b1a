import type { Term } from './amounts.ts';
import { numeralAt, tidy } from './numerals.ts';
import type { Dimension, Modifier } from './quantity.ts';

interface WordQuantity {
  readonly lower: number;
  readonly upper: number;
  readonly unit: string;
  readonly dimension: Dimension;
  readonly modifiers: readonly Modifier[];
}

const half = { lower: 50, upper: 50, unit: 'percent', dimension: 'ratio', modifiers: ['about'] } as const;
const words: ReadonlyMap<string, WordQuantity> = new Map<string, WordQuantity>([
  ['過半数', { ...half, modifiers: ['moreThan'] }],
  ['半数', half],
  ['半分', half],
  ['半額', { ...half, modifiers: [] }],
  ['半年間', { lower: 0.5, upper: 0.5, unit: 'year', dimension: 'time', modifiers: [] }],
  ['半年', { lower: 0.5, upper: 0.5, unit: 'year', dimension: 'time', modifiers: [] }],
  ['半月', { lower: 0.5, upper: 0.5, unit: 'month', dimension: 'time', modifiers: [] }],
  ['半日', { lower: 0.5, upper: 0.5, unit: 'day', dimension: 'time', modifiers: [] }],
  ['四半世紀', { lower: 25, upper: 25, unit: 'year', dimension: 'time', modifiers: ['about'] }],
  ['半世紀', { lower: 50, upper: 50, unit: 'year', dimension: 'time', modifiers: ['about'] }],
]);

const slashFraction = /([1-9][0-9]{0,3})[/／]([1-9][0-9]{0,3})(?![0-9/／]|[ ]?[(（][月火水木金土日])/y;
const clock =
  /(午前|午後|朝|夜)?([0-9０-９]{1,2})(?:時(?!間|期|代|点|計|系|短|給|速|刻|々)(?:([0-9０-９]{1,2})分|(半))?|[:：]([0-5０-５][0-9０-９])(?![0-9:：]))/y;
const ageDecade = /([1-9１-９][0０])代(?!わ|替|表|目|理|金|行|償)/y;
const digitBand = /([1-9１-９一二三四])桁(?:台|(?=[%％]))(?:の?(前半|半ば|後半))?[ ]?(%|％|パーセント)?/y;
const degrees = /(?:摂氏)([0-9０-９.]+)度/y;

/** Returns a quantity that is no number and unit side by side: 半数, 3分の1, 4/5, 午後3時, 30代, 1桁台半ば, 摂氏20度; or undefined. */
export function wordQuantityAt(text: string, start: number): Term | undefined {
  if (/[過半四]/.test(text.charAt(start)))
    return fixedWordAt(text, start) ?? fractionAt(text, start) ?? digitBandAt(text, start);
  if (text[start] === '摂') return degreesAt(text, start);
  return (
    fractionAt(text, start) ??
    slashFractionAt(text, start) ??
    clockAt(text, start) ??
    ageDecadeAt(text, start) ??
    digitBandAt(text, start)
  );
}

function fixedWordAt(text: string, start: number): Term | undefined {
  for (const length of [4, 3, 2]) {
    const word = text.slice(start, start + length);
    const found = words.get(word);
    if (!found || word.length < length) continue;
    // 前半分, 夏半月: part of a longer word. 年半年 does not occur.
    if (
      /[一-龥]$/.test(text.slice(Math.max(0, start - 1), start)) &&
      !/[約後前計後間年月大]$/.test(text.slice(Math.max(0, start - 1), start))
    )
      return undefined;
    if (/^[度頃業]/.test(text.slice(start + length, start + length + 1))) return undefined;
    const { lower, upper, ...rest } = found;
    return term(start, start + length, { ...rest, lower, upper, text: word });
  }
  return undefined;
}

/** 3分の1, 三分の一, 100万分の1; 数分の1 is vague. */
function fractionAt(text: string, start: number): Term | undefined {
  const whole = numeralAt(text, start);
  if (!whole || !text.startsWith('分の', whole.end) || whole.lower <= 0) return undefined;
  const part = numeralAt(text, whole.end + 2);
  if (!part || part.vague || part.upper > whole.lower * 10) return undefined;
  const lower = tidy((100 * part.lower) / whole.upper);
  const upper = tidy((100 * part.upper) / whole.lower);
  const modifiers: readonly Modifier[] = whole.vague ? ['vague'] : [];
  return term(start, part.end, { lower, upper, unit: 'percent', dimension: 'ratio', modifiers, text: '分の' });
}

/** 4/5 of something, but 10/1 and 24/7 are a date and a phrase. */
function slashFractionAt(text: string, start: number): Term | undefined {
  slashFraction.lastIndex = start;
  const found = slashFraction.exec(text);
  const [part, whole] = [Number(found?.[1]), Number(found?.[2])];
  if (!found || part >= whole || part > 9 || /[0-9/.]$/.test(text.slice(Math.max(0, start - 1), start)))
    return undefined;
  const value = tidy((100 * part) / whole);
  return term(start, slashFraction.lastIndex, {
    lower: value,
    upper: value,
    unit: 'percent',
    dimension: 'ratio',
    modifiers: [],
    text: '/',
  });
}

/** Minutes since midnight; 午後3時 is 900. 25時 is read as printed, broadcasters write it. */
function clockAt(text: string, start: number): Term | undefined {
  clock.lastIndex = start;
  const found = clock.exec(text);
  if (!found) return undefined;
  const [, noon, hour, minute, halfHour, colon] = found.map((it) => it?.normalize('NFKC'));
  const late = (noon === '午後' || noon === '夜') && Number(hour) < 12 ? 12 : 0;
  const value = (Number(hour) + late) * 60 + (halfHour ? 30 : Number(minute ?? colon ?? 0));
  const printed = minute === undefined && colon === undefined ? 60 : 1;
  return {
    ...term(start, clock.lastIndex, {
      lower: value,
      upper: value,
      unit: 'minute-of-day',
      dimension: 'clock',
      modifiers: [],
      text: '時',
    }),
    printed,
    rounded: printed,
  };
}

/** 30代 is thirty to thirty-nine years old. */
function ageDecadeAt(text: string, start: number): Term | undefined {
  ageDecade.lastIndex = start;
  const found = ageDecade.exec(text)?.[1];
  if (found === undefined) return undefined;
  const lower = Number(found.normalize('NFKC'));
  return term(start, ageDecade.lastIndex, {
    lower,
    upper: lower + 9,
    unit: 'year-of-age',
    dimension: 'age',
    modifiers: ['band'],
    text: '代',
  });
}

const bandParts: Readonly<Record<string, readonly [number, number]>> = {
  前半: [0.1, 0.4],
  半ば: [0.4, 0.6],
  後半: [0.6, 0.9],
};

/** 1桁台半ば is 4 to 6, 2桁% is 10 to 99 %. A plain 2桁 has the unit 'digit' (see measures). */
function digitBandAt(text: string, start: number): Term | undefined {
  digitBand.lastIndex = start;
  const found = digitBand.exec(text);
  if (!found) return undefined;
  const [, digits = '1', part, percent] = found;
  const size = 10 ** (numeralAt(digits, 0)?.lower ?? 1);
  const [low, high] = (part === undefined ? undefined : bandParts[part]) ?? [0.1, 1 - 1 / size];
  const bounds = { lower: tidy(size * low), upper: tidy(size * high) };
  const unit =
    percent === undefined
      ? ({ unit: 'none', dimension: 'number' } as const)
      : ({ unit: 'percent', dimension: 'ratio' } as const);
  return term(start, digitBand.lastIndex, { ...bounds, ...unit, modifiers: ['band'], text: percent ?? '桁台' });
}

function degreesAt(text: string, start: number): Term | undefined {
  degrees.lastIndex = start;
  const found = degrees.exec(text)?.[1];
  const value = numeralAt(found ?? '', 0)?.lower;
  if (value === undefined) return undefined;
  return term(start, degrees.lastIndex, {
    lower: value,
    upper: value,
    unit: 'celsius',
    dimension: 'temperature',
    modifiers: [],
    text: '度',
  });
}

function term(start: number, end: number, found: WordQuantity & { readonly text: string }): Term {
  const { lower, upper, unit, dimension, modifiers, text } = found;
  return {
    start,
    end,
    stated: { lower, upper },
    printed: 0,
    rounded: 0,
    vague: lower !== upper,
    unit,
    unitText: text,
    dimension,
    ordinal: false,
    modifiers,
  };
}
