import type { Figure } from '../../../src/figures/figure.ts';
import type { Problem } from '../../rule.ts';
import { disjoint, isSingle, loosened, meant, times } from '../interval.ts';
import type { Relation } from '../relation.ts';
import { after, between, statementsOf } from '../statements.ts';
import { numberEn, numberJa } from '../wording.ts';

/** 「1人あたり3万円、100人で400万円」「月額2万円（年額36万円）」: a price, a number and an amount that do not go together. */
export const product: Relation = {
  id: 'product',
  severity: 'warning',
  description: {
    ja: '単価と数量（または月額と年額）を掛けた額が合わない。',
    en: 'A price times a number, or a monthly times twelve, is not the stated amount.',
  },
  find,
};

function* find(figures: readonly Figure[]): Generator<Problem> {
  for (const { figures: row } of statementsOf(figures)) {
    for (const [i, price] of row.entries()) {
      if (price.quantity.dimension !== 'money' || !isSingle(price.quantity)) continue;
      const problem = yearly(price, row[i + 1]) ?? counted(price, row[i + 1], row[i + 2]);
      if (problem) yield problem;
    }
  }
}

/** A year's price is often cheaper than twelve months': only what no discount explains. */
function yearly(price: Figure, amount: Figure | undefined): Problem | undefined {
  if (!amount || amount.quantity.unit !== price.quantity.unit || !isSingle(amount.quantity)) return undefined;
  const [a, b] = [price.quantity.per[0]?.unit, amount.quantity.per[0]?.unit];
  if (price.quantity.per.length !== 1 || amount.quantity.per.length !== 1) return undefined;
  const isMonthFirst = a === 'month' && b === 'year';
  if (!isMonthFirst && !(a === 'year' && b === 'month')) return undefined;
  if (
    !/^(?:[ 　]?[（(＝=]|、?(?:つまり|すなわち)、?)$/.test(between(price, amount)) ||
    !/^[ 　]?[）)、。で]/.test(after(amount, 2))
  )
    return undefined;
  const [month, year] = isMonthFirst ? [price, amount] : [amount, price];
  const months = year.quantity.stated.lower / month.quantity.stated.lower;
  if (months >= 7 && months <= 13.5) return undefined;
  return problemOf([month], amount, {
    value: month.quantity.stated.lower * 12,
    formula: `${month.quantity.surface}×12か月`,
  });
}

function counted(price: Figure, number: Figure | undefined, amount: Figure | undefined): Problem | undefined {
  if (!number || !amount || !isUnitPrice(price, number) || !isAmountOf(number, amount, price)) return undefined;
  const value = times(loosened(meant(price.quantity), 0.02), meant(number.quantity));
  if (!disjoint(value, meant(amount.quantity))) return undefined;
  return problemOf([price, number], amount, {
    value: price.quantity.stated.lower * number.quantity.stated.lower,
    formula: `${price.quantity.surface}×${number.quantity.surface}`,
  });
}

/** 1人あたり3万円 … 100人 */
function isUnitPrice({ quantity: price, text, at }: Figure, number: Figure): boolean {
  const [per] = price.per;
  const { quantity } = number;
  if (price.per.length !== 1 || per?.count !== 1 || quantity.dimension !== 'count' || per.unit !== quantity.unit)
    return false;
  return isSingle(quantity) && quantity.per.length === 0 && /^[^。0-9]{0,14}$/.test(text.slice(at[1], number.at[0]));
}

function isAmountOf(number: Figure, amount: Figure, price: Figure): boolean {
  const { quantity } = amount;
  if (quantity.unit !== price.quantity.unit || quantity.per.length > 0 || !isSingle(quantity)) return false;
  return /^(?:分)?(?:で|なら|だと|の場合|では|＝|=)(?:、)?(?:合計|総額|計|約|年間)?$/.test(between(number, amount));
}

interface Result {
  readonly value: number;
  readonly formula: string;
}

function problemOf(factors: readonly Figure[], amount: Figure, { value, formula }: Result): Problem {
  const { quantity } = amount;
  return {
    range: amount.range,
    message: {
      ja: `${formula}は${numberJa(value, 4)}${quantity.unitText}で、「${quantity.surface}」と合いません。どれかを直してください。`,
      en: `${formula} is ${numberEn(value, 4)}, which does not go with "${quantity.surface}". Correct one of them.`,
    },
    related: factors
      .filter((it) => it !== amount)
      .map((it) => ({ range: it.range, message: { ja: '掛け合わせる値です。', en: 'A factor of the amount.' } })),
  };
}
