import type { Document } from '../../../src/document/document.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import { meaningOf } from '../../../src/figures/meaning.ts';
import { remembered } from '../../../src/text/remembered.ts';
import type { Problem } from '../../rule.ts';
import { digitsOf, isAmount, isSummary, unitKey } from './mentions.ts';

const YEARS = /(?:今後|向こう)?([2-9２-９]|[1１][0-9０-９])(?:年|カ年|か年|ヵ年)間?で(?:の|総額|合計|計|約|およそ)*$/;

/** 「5年間で10.1兆ウォン」 and 「2026年度の予算が10.1兆ウォン」: one amount for several years and for a single one. */
export function* wrongPeriodsIn(figures: readonly Figure[], document: Document): Generator<Problem> {
  const amounts = figures.filter((it) => isLargeMoney(it));
  const spans = amounts.flatMap((figure) => {
    const found = YEARS.exec(figure.text.slice(Math.max(0, figure.at[0] - 14), figure.at[0] + leadOf(figure)));
    return found ? [{ figure, words: found[0] }] : [];
  });
  if (spans.length === 0) return;
  const singles = new Map(
    amounts.flatMap((it) => (isOfOneYear(it, document) ? [[amountKey(it), it] as const] : [])).reverse(),
  );
  for (const { figure, words } of spans) {
    const single = singles.get(amountKey(figure));
    if (!single || single.text === figure.text || single.text.includes('年間')) continue;
    const [wrong, right] = isSummary(single) ? [single, figure] : [figure, single];
    const year = meaningOf(single, document).time?.surface ?? '';
    yield {
      range: wrong.range,
      severity: 'warning',
      message: {
        ja: `「${figure.quantity.surface}」は「${words}」の額と「${year}」だけの額の両方になっています。期間を確かめ、どちらかを直してください。`,
        en: `"${figure.quantity.surface}" stands for several years ("${words}") and for "${year}" alone. Check the period and correct one of them.`,
      },
      related: [{ range: right.range, message: { ja: 'もう一方の箇所です。', en: 'The other place.' } }],
    };
    return;
  }
}

/** The modifiers in front of the number belong to the words before it. */
function leadOf({ quantity }: Figure): number {
  return quantity.core[0] - quantity.range[0];
}

/** Two digits at least: 100億円 is too common a number to be the same amount. */
function isLargeMoney(figure: Figure): boolean {
  const { dimension, stated } = figure.quantity;
  return isAmount(figure) && dimension === 'money' && stated.lower >= 1e8 && digitsOf(stated.lower).length > 1;
}

function amountKey(figure: Figure): string {
  return `${unitKey(figure)} ${figure.quantity.stated.lower}`;
}

/** Found out once for each text. */
const mayNameBudget = remembered((text) => /予算|年度の|年度に/.test(text), { entries: 2000, characters: 200_000 });

/** The budget of one fiscal year: a calendar year may only be the year of the news. */
function isOfOneYear(figure: Figure, document: Document): boolean {
  if (!mayNameBudget(figure.text)) return false;
  const date = meaningOf(figure, document).time?.date;
  return date?.granularity === 'fiscal-year' && !date.relative;
}
