import type { Document } from '../../../src/document/document.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import type { Interval } from '../../../src/figures/quantity.ts';
import type { Problem, Severity, Suggestion } from '../../rule.ts';
import { publicationYear } from '../article-year.ts';
import { type Conversion, conversionsIn, declaredRates } from '../conversions.ts';
import { plausibleRates } from '../exchange-rates.ts';
import { disjoint, isSingle } from '../interval.ts';
import type { Relation } from '../relation.ts';
import { type Statement, statementsOf } from '../statements.ts';
import { numberEn, numberJa, numberLike, plain } from '../wording.ts';

/** 「500億ドル（約1,250億円）」: an amount and its conversion that no rate of the year explains. */
export const conversion: Relation = {
  id: 'conversion',
  severity: 'error',
  description: {
    ja: '金額とその換算額が、その年のどの為替レートでも合わない。',
    en: 'An amount and its conversion fit no exchange rate of the year.',
  },
  find,
};

function* find(figures: readonly Figure[], document: Document): Generator<Problem> {
  const statements = statementsOf(figures);
  const own = publicationYear(document);
  const declared = declaredRates(statements);
  for (const found of conversionsIn(statements)) {
    const { from, to, rates } = found;
    const years = own === undefined ? [] : [...new Set([own, ...yearsIn(found.statement)])];
    const band = plausibleRates(from.quantity.unit, to.quantity.unit, years);
    const stated = declared.filter((it) => it.from === from.quantity.unit && it.to === to.quantity.unit);
    const end = rates.findIndex(
      (rate) => band && disjoint(rate, band) && !stated.some((it) => !disjoint(rate, it.rate)),
    );
    const rate = rates[end];
    if (band && rate) yield problemOf(found, { rate, band, years, end: end === 0 ? 'lower' : 'upper' });
  }
}

interface Misfit {
  readonly rate: Interval;
  readonly band: Interval;
  readonly years: readonly number[];
  readonly end: 'lower' | 'upper';
}

function problemOf(found: Conversion, { rate, band, years, end }: Misfit): Problem {
  const from = found.from.quantity;
  const to = found.to.quantity;
  const slip = slipOf(rate, band);
  const likely = slip === undefined ? undefined : to.stated[end] * slip;
  const shown = rateWords(found, to.stated[end] / from.stated[end], band);
  const span =
    years.length > 0 ? `${Math.min(...years)}${years.length > 1 ? `〜${Math.max(...years)}` : ''}年の` : '為替';
  const [low, high] = [from.stated[end] * band.lower, from.stated[end] * band.upper];
  const name = nameOf(to.unit, to.unitText);
  const expectedJa =
    likely === undefined ? `${numberJa(low, 2)}〜${numberJa(high, 2)}${name}` : `約${numberJa(likely)}${name}`;
  const expectedEn =
    likely === undefined
      ? `${numberEn(low, 2)} to ${numberEn(high, 2)} ${to.unit}`
      : `about ${numberEn(likely)} ${to.unit}`;
  const problem = {
    range: found.to.range,
    message: {
      ja: `「${from.surface}」を「${to.surface}」とすると${shown.ja}ですが、${span}相場（1${shown.base}＝${shown.band}）では${expectedJa}です。どちらかを直してください。`,
      en: `"${from.surface}" given as "${to.surface}" makes ${shown.en}; at the rates of the time (${shown.bandEn}) it is ${expectedEn}. Correct one of them.`,
    },
    related: [
      { range: found.from.range, message: { ja: '換算される金額です。', en: 'The amount that is converted.' } },
    ],
    severity: severityOf(found, rate),
  };
  // 「$8.3B」 has a style of its own, which is the author's to keep.
  if (likely === undefined || !isSingle(to) || /[A-Za-z]$/.test(to.surface))
    return likely === undefined ? problem : { ...problem, severity: 'error' };
  return { ...problem, severity: 'error', suggestions: [suggestionOf(found.to, likely)] };
}

/** No rate of any year within half as much again: impossible. A rate of another year may have been meant: only a hint. */
function severityOf({ from, to }: Conversion, rate: Interval): Severity {
  const ever = plausibleRates(from.quantity.unit, to.quantity.unit, []);
  if (!ever || !disjoint(rate, ever)) return 'info';
  return disjoint(rate, { lower: ever.lower / 1.5, upper: ever.upper * 1.5 }) ? 'error' : 'warning';
}

/** Rates read as yen for one unit, as they are always quoted. */
function rateWords({ from, to }: Conversion, rate: number, band: Interval) {
  const isTurned = from.quantity.unit === 'JPY';
  const [base, quote] = isTurned ? [to.quantity, from.quantity] : [from.quantity, to.quantity];
  const value = isTurned ? 1 / rate : rate;
  const [low, high] = isTurned ? [1 / band.upper, 1 / band.lower] : [band.lower, band.upper];
  const unit = nameOf(quote.unit, quote.unitText);
  return {
    ja: `1${nameOf(base.unit, base.unitText)}＝${plain(value)}${unit}`,
    en: `1 ${base.unit} = ${plain(value)} ${quote.unit}`,
    base: nameOf(base.unit, base.unitText),
    band: `${plain(low)}〜${plain(high)}${unit}`,
    bandEn: `${plain(low)} to ${plain(high)}`,
  };
}

const NAMES: Readonly<Record<string, string>> = { USD: 'ドル', EUR: 'ユーロ', GBP: 'ポンド', JPY: '円' };

/** A sign before the number does not read well behind one: 1$. */
function nameOf(unit: string, printed: string): string {
  return /^[^\p{sc=Han}\p{sc=Katakana}]*$/u.test(printed) ? (NAMES[unit] ?? unit) : printed;
}

/** The power of ten that brings the conversion into the band, or undefined. */
function slipOf(rate: Interval, band: Interval): number | undefined {
  return [10, 100, 1e3, 1e4, 1e5, 1e8, 0.1, 0.01, 1e-3, 1e-4, 1e-5, 1e-8].find(
    (factor) => !disjoint({ lower: rate.lower * factor, upper: rate.upper * factor }, band),
  );
}

function suggestionOf({ quantity, rangeOf, text: sentence }: Figure, likely: number): Suggestion {
  const [start, end] = quantity.core;
  const core = sentence.slice(start, end);
  const sign = /^[^0-9０-９\p{sc=Han}]*/u.exec(core)?.[0] ?? '';
  const unit = core.endsWith(quantity.unitText) ? quantity.unitText : '';
  const text = `${sign}${numberLike(core, likely)}${unit}`;
  return {
    message: { ja: `「${text}」に直す`, en: `Replace by "${text}"` },
    edit: { range: rangeOf(start, end), text },
  };
}

function yearsIn({ figures }: Statement): readonly number[] {
  return figures.flatMap(({ quantity: { date } }) =>
    date?.year !== undefined && !date.relative && date.year >= 2000 && date.year <= 2026 ? [date.year] : [],
  );
}
