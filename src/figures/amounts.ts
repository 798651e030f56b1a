import { currencyPrefixes } from './currencies.ts';
import { type Numeral, numeralAt, tidy } from './numerals.ts';
import type { CalendarDate, Dimension, Interval, Modifier, Per } from './quantity.ts';
import { unitAt } from './units.ts';

/** One number with its unit, or one date: what ranges and modifiers are built on. */
export interface Term {
  readonly start: number;
  readonly end: number;
  readonly stated: Interval;
  readonly printed: number;
  readonly rounded: number;
  readonly vague: boolean;
  readonly unit: string;
  readonly unitText: string;
  readonly dimension: Dimension;
  readonly ordinal: boolean;
  readonly modifiers: readonly Modifier[];
  /** The numeral of an amount; words (半数) and dates have none. */
  readonly numeral?: Numeral;
  readonly per?: Per;
  readonly date?: CalendarDate;
  readonly until?: CalendarDate;
}

const latinScale = /[ ]?(?:(million|billion|trillion|thousand)s?(?![A-Za-z])|([KkMBbT]|bn|Bn|mn)(?![A-Za-z0-9]))/y;
const latinScales: Readonly<Record<string, number>> = {
  thousand: 1e3,
  k: 1e3,
  K: 1e3,
  million: 1e6,
  mn: 1e6,
  M: 1e6,
  billion: 1e9,
  b: 1e9,
  bn: 1e9,
  Bn: 1e9,
  B: 1e9,
  trillion: 1e12,
  T: 1e12,
};
/** 「70Bパラメータ」「7Bモデル」: B counts parameters. */
const parameters = /([BMT])(?=(?:パラメータ|モデル|規模|クラス|級|版|の?大規模))(?:パラメータ)?ー?/y;
const countedScale =
  /([KkMBT])(?=[ ]?(?:トークン|tokens?(?![a-z])|ユーザー|コンテキスト|行|文字|人|件|ドル|円|ユーロ|米ドル))/y;

/** Returns the number at `start` with its unit; without one the unit is 'none'. A kanji numeral before a unit that makes words (一部, 十分)
 * gives undefined; one without any unit is left to the caller, who may find it in 「数十〜数百億円」. */
export function amountAt(text: string, start: number): Term | undefined {
  const sign = signAt(text, start);
  const currency = currencyAt(text, sign.end);
  const late =
    currency && sign.modifiers.length === 0
      ? signAt(text, currency.end)
      : { end: currency?.end ?? sign.end, modifiers: sign.modifiers };
  const numeral = numeralAt(text, late.end);
  if (!numeral || !Number.isFinite(numeral.upper)) return undefined;
  if (sign.end > start && numeral.kanji) return undefined;
  const term = currency ? moneyOf(text, start, numeral, currency.id) : measured(text, start, numeral);
  return term && late.modifiers.length > 0 ? signed(term, late.modifiers) : term;
}

/** Returns the same amount in another unit, as a range lends it: the 10 of 「10〜15億円」 becomes 10億円. */
export function withUnitOf(term: Term, lender: Term): Term {
  const scale = lentScale(term, lender);
  const factor = lender.numeral && lender.numeral.upper !== 0 ? lender.stated.upper / lender.numeral.upper : 1;
  return {
    ...scaled(term, tidy(scale * Math.abs(factor))),
    unit: lender.unit,
    unitText: lender.unitText,
    dimension: lender.dimension,
  };
}

/** 300〜5,000万円 shares the 万; 500〜1万円 cannot, for the range would be reversed. */
function lentScale(term: Term, lender: Term): number {
  const scale = lender.numeral?.scale ?? 1;
  if (term.numeral?.scaled || scale === 1 || !lender.numeral) return 1;
  return term.stated.lower * scale <= lender.numeral.lower ? scale : 1;
}

/** Returns the number at `start` as an amount of the currency that a range's first end named: the 10M of 「$5-10M」. */
export function moneyAt(text: string, start: number, id: string): Term | undefined {
  const numeral = numeralAt(text, start);
  return numeral && !numeral.kanji && Number.isFinite(numeral.upper) ? moneyOf(text, start, numeral, id) : undefined;
}

function moneyOf(text: string, start: number, numeral: Numeral, id: string): Term {
  latinScale.lastIndex = numeral.end;
  const found = numeral.scaled ? null : latinScale.exec(text);
  const scale = latinScales[found?.[1] ?? found?.[2] ?? ''] ?? 1;
  const unitWord = unitAt(text, found ? latinScale.lastIndex : numeral.end);
  const end = found ? latinScale.lastIndex : numeral.end;
  // 「$50億ドル」 names its unit twice.
  const doubled = unitWord?.unit.dimension === 'money' ? unitWord.end : end;
  const grown: Numeral = scale === 1 ? numeral : { ...numeral, scaled: true, scale };
  return {
    ...scaled(bare(start, { ...grown, end: doubled }), scale),
    numeral: grown,
    unit: id,
    unitText: text.slice(start, numeral.end).replace(/[^A-Z$＄€£￡¥￥₩₹]/g, ''),
    dimension: 'money',
  };
}

function measured(text: string, start: number, numeral: Numeral): Term | undefined {
  const counted = numeral.kanji ? undefined : countedAt(text, numeral);
  if (counted) return counted(start);
  const match = unitAt(text, numeral.end);
  if (!match) return bare(start, numeral);
  const { unit } = match;
  // 数% is fine, 一% is not written; 十分 and 一点 are words.
  if (numeral.kanji && !unit.afterKanji && !mayTakeAnyUnit(text, start, numeral)) return undefined;
  if (unit.id === 'minute' && unit.text === '分' && numeral.kanji && !text.startsWith('数', start)) return undefined;
  const term = {
    ...scaled(bare(start, numeral), unit.factor),
    end: match.end,
    unit: unit.id,
    unitText: unit.text,
    dimension: unit.dimension,
  };
  return unit.text === '割' ? withTenths(text, term) : term;
}

/** 数百モデル, 三百万パラメータ: nothing but a number begins so. */
function mayTakeAnyUnit(text: string, start: number, numeral: Numeral): boolean {
  return numeral.scaled || (numeral.vague && numeral.end - start >= 2) || text[start] === '数';
}

/** 128Kトークン, 70Bパラメータ: the letter is a scale only because of what follows it. */
function countedAt(text: string, numeral: Numeral): ((start: number) => Term) | undefined {
  parameters.lastIndex = numeral.end;
  const model = parameters.exec(text);
  countedScale.lastIndex = numeral.end;
  const other = model ? null : countedScale.exec(text);
  const letter = model?.[1] ?? other?.[1];
  if (letter === undefined) return undefined;
  const end = model ? parameters.lastIndex : countedScale.lastIndex;
  const unit = model ? undefined : unitAt(text, end);
  const factor = latinScales[letter] ?? 1;
  return (start) => ({
    ...scaled(bare(start, numeral), factor),
    end: unit?.end ?? end,
    // 「200Kコンテキスト」 counts tokens.
    unit: model ? 'parameter' : (unit?.unit.id ?? 'token'),
    unitText: text.slice(numeral.end + (model ? 0 : 1), unit?.end ?? end),
    dimension: unit?.unit.dimension ?? 'count',
  });
}

/** 三割五分二厘 is 35.2 %. */
function withTenths(text: string, term: Term): Term {
  let [end, value, printed] = [term.end, term.stated.lower, 10];
  for (const [sign, size] of [
    ['分', 1],
    ['厘', 0.1],
  ] as const) {
    const digit = numeralAt(text, end);
    if (!digit || digit.vague || digit.upper > 9 || text[digit.end] !== sign || text.startsWith('の', digit.end + 1))
      break;
    value += digit.lower * size;
    printed = size;
    end = digit.end + 1;
  }
  if (end === term.end) return term;
  return { ...term, end, stated: { lower: tidy(value), upper: tidy(value) }, printed, rounded: printed };
}

function bare(start: number, numeral: Numeral): Term {
  const { end, lower, upper, printed, rounded, vague } = numeral;
  return {
    start,
    end,
    stated: { lower, upper },
    printed,
    rounded,
    vague,
    numeral,
    unit: 'none',
    unitText: '',
    dimension: 'number',
    ordinal: false,
    modifiers: vague ? ['vague'] : [],
  };
}

function scaled(term: Term, factor: number): Term {
  if (factor === 1) return term;
  const by = (it: number) => tidy(it * factor);
  return {
    ...term,
    stated: { lower: by(term.stated.lower), upper: by(term.stated.upper) },
    printed: by(term.printed),
    rounded: by(term.rounded),
  };
}

function signed(term: Term, modifiers: readonly Modifier[]): Term {
  const { lower, upper } = term.stated;
  const stated = modifiers.includes('minus') ? { lower: -upper, upper: -lower } : term.stated;
  return { ...term, stated, modifiers: [...term.modifiers, ...modifiers] };
}

const signs: Readonly<Record<string, Modifier>> = {
  '+': 'plus',
  '＋': 'plus',
  '-': 'minus',
  '−': 'minus',
  '－': 'minus',
  '–': 'minus',
  '▲': 'minus',
  '△': 'minus',
  '±': 'plusMinus',
};

/** A sign counts only where no word or number stands before it: 「GPT-4」 and 「10-15%」 have none. */
function signAt(text: string, start: number): { readonly end: number; readonly modifiers: readonly Modifier[] } {
  const modifier = signs[text.charAt(start)];
  if (!modifier || /[A-Za-z0-9０-９%％)）\-一-龥ァ-ヶー]$/.test(text.slice(Math.max(0, start - 1), start)))
    return { end: start, modifiers: [] };
  return { end: start + 1, modifiers: [modifier] };
}

function currencyAt(text: string, start: number): { readonly end: number; readonly id: string } | undefined {
  if (!/[$＄€£￡¥￥₩₹A-Z]/.test(text.charAt(start))) return undefined;
  for (const [sign, id] of currencyPrefixes) {
    if (!text.startsWith(sign, start)) continue;
    const end = text[start + sign.length] === ' ' ? start + sign.length + 1 : start + sign.length;
    return { end, id };
  }
  return undefined;
}
