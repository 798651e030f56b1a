import type { Figure } from '../../../src/figures/figure.ts';
import type { Problem } from '../../rule.ts';
import { bareGap, changesIn, directionAfter } from '../changes.ts';
import { disjoint, isSingle, loosened, meant, minus } from '../interval.ts';
import type { Relation } from '../relation.ts';
import { after, statementsOf } from '../statements.ts';
import { numberEn, numberJa } from '../wording.ts';

/** 「50時間から10時間に、30時間削減」: two values and a difference that do not go together. */
export const difference: Relation = {
  id: 'difference',
  severity: 'error',
  description: {
    ja: '「AからBへ」の2つの値と、増減の幅が合わない。',
    en: 'Two values of a change do not go with its stated difference.',
  },
  find,
};

function* find(figures: readonly Figure[]): Generator<Problem> {
  for (const { from, to, claims, statement } of changesIn(statementsOf(figures))) {
    const [a, b] = [from.quantity, to.quantity];
    const claim = claims.find(
      ({ quantity, at }) =>
        at[0] > to.at[1] && (quantity.dimension === 'points' || (quantity.unit === a.unit && a.dimension !== 'ratio')),
    );
    const isPoints = claim?.quantity.dimension === 'points';
    if (a.unit !== b.unit || !claim || !isSingle(claim.quantity) || (isPoints && a.unit !== 'percent')) continue;
    if (!NEAR.test(bareGap(to, claim, statement)) || !saysDifference(claim) || claim.quantity.per.length > 0) continue;
    const change = minus(meant(b), meant(a));
    const size = { lower: Math.max(0, change.lower, -change.upper), upper: Math.max(change.upper, -change.lower) };
    if (!disjoint(loosened(size, 0.02), meant(claim.quantity))) continue;
    const gap = Math.abs(b.stated.lower - a.stated.lower);
    yield {
      range: claim.range,
      message: {
        ja: `「${a.surface}」から「${b.surface}」の差は${numberJa(gap)}${claim.quantity.unitText}で、「${claim.quantity.surface}」と合いません。どれかを直してください。`,
        en: `From "${a.surface}" to "${b.surface}" is a difference of ${numberEn(gap)}, which does not go with "${claim.quantity.surface}". Correct one of them.`,
      },
      related: [
        { range: from.range, message: { ja: '変化の前の値です。', en: 'The value before the change.' } },
        { range: to.range, message: { ja: '変化の後の値です。', en: 'The value after the change.' } },
      ],
    };
  }
}

const NEAR =
  /^(?:規模|程度)?(?:へと|へ|にまで|に|まで|と|となり)?[^、。0-9]{0,8}?(?:[（(、→＝=]|し|く|て|$)[^、。0-9]{0,4}$/;

function saysDifference(claim: Figure): boolean {
  return directionAfter(claim) !== undefined || /^の(?:差|開き|違い)/.test(after(claim, 3));
}
