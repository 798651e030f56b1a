import type { Document } from '../../../src/document/document.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import type { Interval } from '../../../src/figures/quantity.ts';
import type { Problem } from '../../rule.ts';
import { publicationYear } from '../article-year.ts';
import { plausibleRates } from '../exchange-rates.ts';
import { rounded } from '../interval.ts';
import type { Statement } from '../statements.ts';
import type { Whole } from '../wholes.ts';
import { numberEn, numberJa } from '../wording.ts';

/** What may stand between the name of a whole and its amount. */
const LINK =
  /^(?:の?(?:総数|全体|数|規模|総額|およそ))?(?:は|が|も|、|：|:|[（(]|である|とされる|の)?(?:現在|今や|今|すでに|合計|全部で|実に)?$/;
const OTHER_TIME =
  /将来|未来|20[3-9][0-9]年|(?:19|200)[0-9]{1,2}年|世紀|昔|かつて|予測|見込|見通し|もし|仮に|とすると|延べ|のべ|累計/;
/** Statistics count in more than one way: a part must be clearly larger than the whole. */
const SLACK = 1.1;

/** Parts that are larger than the whole that the same words name: 日本の人口1億8,000万人, 国内500万社の中小企業. */
export function* partsOverWholesIn(
  statement: Statement,
  wholes: readonly Whole[],
  document: Document,
): Generator<Problem> {
  for (const figure of statement.figures) {
    const { quantity, text } = figure;
    if (quantity.role !== 'cardinal' || quantity.per.length > 0 || quantity.stated.lower <= 0) continue;
    const named = wholes.find((whole) => isComparable(figure, whole) && isNamedAt(figure, whole));
    if (!named || (named.fixed !== true && OTHER_TIME.test(text))) continue;
    const most = inUnitOf(figure, named, document)?.upper;
    if (most === undefined || rounded(quantity, 0.02).lower <= most * (named.fixed ? 1 : SLACK)) continue;
    yield problemOf(figure, named);
  }
}

function isComparable({ quantity }: Figure, whole: Whole): boolean {
  return quantity.unit === whole.unit || (quantity.dimension === 'money' && /^[A-Z]{3}$/.test(whole.unit));
}

function isNamedAt(figure: Figure, { names, around }: Whole): boolean {
  const before = figure.text.slice(Math.max(0, figure.at[0] - 30), figure.at[0]);
  if (names.some((name) => isNameIn(before, name))) return true;
  if (!around) return false;
  const behind = figure.text.slice(figure.at[1], figure.at[1] + 12);
  return around.before.some((it) => before.endsWith(it)) && around.behind.some((it) => behind.startsWith(it));
}

function isNameIn(before: string, name: string): boolean {
  const at = before.lastIndexOf(name);
  // 「中国の人口」 holds 「国の人口」: a name must not go on to the left.
  return at >= 0 && !/[一-龥ァ-ヶA-Za-z]/.test(before.charAt(at - 1)) && LINK.test(before.slice(at + name.length));
}

/** The whole in the unit of the figure, or undefined where no rate is known. */
export function inUnitOf({ quantity }: Figure, whole: Whole, document: Document): Interval | undefined {
  if (quantity.unit === whole.unit) return whole.value;
  const year = publicationYear(document);
  const rates = plausibleRates(whole.unit, quantity.unit, year === undefined ? [] : [year]);
  return rates && { lower: whole.value.lower * rates.lower, upper: whole.value.upper * rates.upper };
}

function problemOf(figure: Figure, whole: Whole): Problem {
  const { surface } = figure.quantity;
  return {
    range: figure.range,
    ...(whole.fixed ? { severity: 'error' as const } : {}),
    message: {
      ja: `「${surface}」は${whole.name.ja}（${sizeJa(whole)}）を超えています。数値か範囲の書き方を確かめてください。`,
      en: `"${surface}" is more than ${whole.name.en} (${sizeEn(whole)}). Check the figure, or what it is a part of.`,
    },
  };
}

/** Size of a whole as a message shows it: 約610兆. */
export function sizeJa({ value, size }: Whole): string {
  return `${value.lower === value.upper ? '' : '約'}${numberJa(size)}`;
}

export function sizeEn({ value, size }: Whole): string {
  return `${value.lower === value.upper ? '' : 'about '}${numberEn(size)}`;
}
