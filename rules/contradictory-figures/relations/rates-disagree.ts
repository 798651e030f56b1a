import type { Document } from '../../../src/document/document.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import type { Interval } from '../../../src/figures/quantity.ts';
import type { Problem } from '../../rule.ts';
import { publicationYear } from '../article-year.ts';
import { type Conversion, conversionsIn } from '../conversions.ts';
import { plausibleRates } from '../exchange-rates.ts';
import { disjoint, loosened } from '../interval.ts';
import type { Relation } from '../relation.ts';
import { statementsOf } from '../statements.ts';
import { plain } from '../wording.ts';

/** 「10億ドル（約1,500億円）」 and later 「2億ドル（約240億円）」: each rate may be, but not both on the day of one article. */
export const ratesDisagree: Relation = {
  id: 'rates-disagree',
  severity: 'warning',
  description: {
    ja: '同じ記事の中で、換算の為替レートが食い違う。',
    en: 'Two conversions of an article imply different exchange rates.',
  },
  find,
};

/** Beyond the rounding of the amounts: rates are rounded too, and taken from another week (house value, on each side). */
const SLACK = 0.03;

interface Quoted {
  readonly conversion: Conversion;
  /** Units of the quote currency for one of the base currency. */
  readonly rate: Interval;
}

function* find(figures: readonly Figure[], document: Document): Generator<Problem> {
  const year = publicationYear(document);
  const firstOf = new Map<string, Quoted>();
  for (const conversion of conversionsIn(statementsOf(figures))) {
    const quoted = quote(conversion);
    // A sentence about another year has the rate of that year; a rate of no year is the matter of `conversion`.
    if (!quoted || namesYear(conversion) || !isPlausible(conversion, year)) continue;
    const key = [conversion.from.quantity.unit, conversion.to.quantity.unit].sort().join('/');
    const first = firstOf.get(key);
    if (!first) firstOf.set(key, quoted);
    else if (disjoint(loosened(first.rate, SLACK), loosened(quoted.rate, SLACK))) yield problemOf(first, quoted);
  }
}

function quote(conversion: Conversion): Quoted | undefined {
  const [rate] = conversion.rates;
  if (!rate || conversion.rates.length > 1) return undefined;
  const turned = conversion.from.quantity.unit > conversion.to.quantity.unit;
  return { conversion, rate: turned ? { lower: 1 / rate.upper, upper: 1 / rate.lower } : rate };
}

function namesYear({ statement }: Conversion): boolean {
  return statement.figures.some(({ quantity: { date } }) => date?.year !== undefined || date?.relative !== undefined);
}

function isPlausible({ from, to, rates }: Conversion, year: number | undefined): boolean {
  const band = plausibleRates(from.quantity.unit, to.quantity.unit, year === undefined ? [] : [year]);
  return band !== undefined && rates.every((rate) => !disjoint(rate, band));
}

function problemOf(first: Quoted, second: Quoted): Problem {
  const [own, other] = [rateOf(second.conversion), rateOf(first.conversion)];
  const { from, to } = second.conversion;
  return {
    range: to.range,
    message: {
      ja: `「${from.quantity.surface}」を「${to.quantity.surface}」とすると${own.ja}ですが、前の換算では${other.ja}です。換算を揃えてください。`,
      en: `"${from.quantity.surface}" given as "${to.quantity.surface}" makes ${own.en}, but the conversion before makes ${other.en}. Use one rate.`,
    },
    related: [
      { range: first.conversion.to.range, message: { ja: `ここでは${other.ja}です。`, en: `Here it is ${other.en}.` } },
    ],
  };
}

/** Rates with yen are quoted in yen; others as the article converts. */
function rateOf({ from, to }: Conversion): { readonly ja: string; readonly en: string } {
  const [base, value] = from.quantity.unit === 'JPY' ? [to, from] : [from, to];
  const rate = plain(value.quantity.stated.lower / base.quantity.stated.lower);
  return {
    ja: `1${base.quantity.unitText}＝${rate}${value.quantity.unitText}`,
    en: `1 ${base.quantity.unit} = ${rate} ${value.quantity.unit}`,
  };
}
