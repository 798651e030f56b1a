import type { Figure } from '../../../src/figures/figure.ts';
import type { Problem } from '../../rule.ts';
import { isSingle } from '../interval.ts';
import type { Relation } from '../relation.ts';
import { after, between, statementsOf } from '../statements.ts';
import { plain } from '../wording.ts';

/** 「5分の1（45%）」「3社に1社（63%）」: a share said twice, with two values. */
export const fraction: Relation = {
  id: 'fraction',
  severity: 'error',
  description: {
    ja: '同じ割合の2つの書き方（3分の1と%など）が合わない。',
    en: 'Two forms of one share (a third and a percentage) do not match.',
  },
  find,
};

const JOINT = /^[ 　]?(?:[（(＝=][ 　]?|、?(?:つまり|すなわち)、?)(?:約|全体の)?$/;
const BEHIND = /^(?:[ 　]?[)）、。]|が|の|に|を|程度|$)/;

function* find(figures: readonly Figure[]): Generator<Problem> {
  for (const { figures: row } of statementsOf(figures)) {
    for (const i of row.keys()) {
      const found = wordsAt(row, i);
      if (!found || fits(found.percent, found.claim)) continue;
      yield problemOf(found);
    }
  }
}

interface Shares {
  readonly first: Figure;
  /** What stands before the percentage, as printed. */
  readonly words: string;
  readonly percent: number;
  readonly claim: Figure;
}

function wordsAt(row: readonly Figure[], i: number): Shares | undefined {
  const [first, second, third] = row.slice(i, i + 3);
  if (!first || !second) return undefined;
  if (isWords(first) && isClaim(first, second))
    return { first, words: first.quantity.surface, percent: first.quantity.stated.lower, claim: second };
  if (!third || !isOneOf(first, second) || !isClaim(second, third)) return undefined;
  const percent = (second.quantity.stated.lower / first.quantity.stated.lower) * 100;
  return { first, words: first.text.slice(first.at[0], second.at[1]), percent, claim: third };
}

/** 3分の1, 半数, 6割: a share without a percent sign. */
function isWords({ quantity }: Figure): boolean {
  return (
    quantity.unit === 'percent' &&
    quantity.kind === 'exact' &&
    isSingle(quantity) &&
    !/[%％]|パーセント/.test(quantity.surface)
  );
}

/** 3社に1社 */
function isOneOf({ quantity: all, ...first }: Figure, { quantity: part, ...second }: Figure): boolean {
  if (all.dimension !== 'count' || all.unit !== part.unit || !isSingle(all) || !isSingle(part)) return false;
  const isSmall = all.stated.lower <= 100 && part.stated.lower < all.stated.lower && part.stated.lower > 0;
  return isSmall && /^(?:に|中|のうち)$/.test(first.text.slice(first.at[1], second.at[0]));
}

function isClaim(last: Figure, claim: Figure): boolean {
  const { quantity } = claim;
  const isPercent =
    quantity.unit === 'percent' && quantity.kind === 'exact' && isSingle(quantity) && /[%％]/.test(quantity.surface);
  return isPercent && JOINT.test(between(last, claim)) && BEHIND.test(after(claim, 3));
}

/** Such words are round: 3人に1人 is said of 30 to 37 %, 6割 of 55 to 65 %. */
function fits(percent: number, { quantity }: Figure): boolean {
  return Math.abs(quantity.stated.lower - percent) <= Math.max(6, percent * 0.15);
}

function problemOf({ first, words, percent, claim }: Shares): Problem {
  return {
    range: claim.range,
    message: {
      ja: `「${words}」は約${plain(percent, 2)}%で、「${claim.quantity.surface}」と合いません。どちらかを直してください。`,
      en: `"${words}" is about ${plain(percent, 2)}%, which does not go with "${claim.quantity.surface}". Correct one of them.`,
    },
    related: [
      {
        range: first.range,
        message: { ja: '同じ割合のもう1つの書き方です。', en: 'The other form of the same share.' },
      },
    ],
  };
}
