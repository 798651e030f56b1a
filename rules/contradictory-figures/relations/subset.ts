import type { Figure } from '../../../src/figures/figure.ts';
import type { Quantity } from '../../../src/figures/quantity.ts';
import type { Problem } from '../../rule.ts';
import { isSingle, meant } from '../interval.ts';
import type { Relation } from '../relation.ts';
import { between, statementsOf } from '../statements.ts';
import { numberEn, numberJa } from '../wording.ts';

/** 「300社のうち500社」: a part that is larger than its whole. */
export const subset: Relation = {
  id: 'subset',
  severity: 'error',
  description: { ja: '部分が全体より大きい。', en: 'A part is larger than its whole.' },
  find,
};

const OF =
  /^(?:の?中(?:の|、[^、。0-9]{0,12}|で)?|(?:の|ある|いる|いた|した)?(?:[^、。0-9]{0,6}の)?(?:うち|内)(?:の|で|、|約|実に|わずか){0,3}[^、。0-9]{0,10})$/;
/** 「500億ドルで、そのうち生成AIが700億ドル」 */
const OF_THAT = /^[^。0-9]{0,16}、?(?:その|この)(?:うち|内|中)(?!でも)[^。0-9]{0,16}$/;

function* find(figures: readonly Figure[]): Generator<Problem> {
  for (const { figures: row } of statementsOf(figures)) {
    for (const [i, whole] of row.entries()) {
      const part = partAfter(row, i);
      if (!part || isWithin(part.quantity, whole.quantity)) continue;
      const [a, b] = [whole.quantity, part.quantity];
      yield {
        range: part.range,
        message: {
          ja: `全体の「${a.surface}」より、そのうちの「${b.surface}」のほうが${numberJa(b.stated.lower - a.stated.lower)}${b.unitText}大きくなっています。どちらかを直してください。`,
          en: `The part "${b.surface}" is ${numberEn(b.stated.lower - a.stated.lower)} more than its whole "${a.surface}". Correct one of them.`,
        },
        related: [{ range: whole.range, message: { ja: '全体です。', en: 'The whole.' } }],
      };
    }
  }
}

/** Whole counts are exact; 約 leaves room. */
function isWithin(part: Quantity, whole: Quantity): boolean {
  const spread = (it: Quantity) => (it.kind === 'exact' && !it.modifiers.includes('about') ? it.stated : meant(it));
  return spread(part).lower <= spread(whole).upper;
}

/** The part of a whole; past the whole's conversion in brackets. */
function partAfter(row: readonly Figure[], i: number): Figure | undefined {
  const whole = row[i];
  for (const part of row.slice(i + 1, i + 3)) {
    if (!whole || part.quantity.dimension === 'date') return undefined;
    if (isPair(whole, part)) {
      const gap = between(whole, part).replaceAll(/[（(][^（）()]*[）)]/g, '');
      // 「その」 may reach back to an amount before this one.
      return OF.test(gap) || (OF_THAT.test(gap) && !row.slice(0, i).some((it) => isPair(it, part))) ? part : undefined;
    }
  }
  return undefined;
}

function isPair({ quantity: a }: Figure, { quantity: b }: Figure): boolean {
  const isCounted = a.dimension === 'money' || a.dimension === 'count';
  const samePer = a.per[0]?.unit === b.per[0]?.unit;
  return (
    isCounted &&
    a.unit === b.unit &&
    samePer &&
    a.role === 'cardinal' &&
    b.role === 'cardinal' &&
    isSingle(a) &&
    isSingle(b)
  );
}
