import type { Figure } from '../../../src/figures/figure.ts';
import type { Problem } from '../../rule.ts';
import { disjoint, isSingle, meant, over } from '../interval.ts';
import type { Relation } from '../relation.ts';
import { after, between, statementsOf } from '../statements.ts';
import { plain } from '../wording.ts';

/** 「1,000社のうち300社、つまり50%」: a part, its whole and a share that do not go together. */
export const share: Relation = {
  id: 'share',
  severity: 'error',
  description: {
    ja: '全体と部分の値に、割合が合わない。',
    en: 'A share does not go with its part and its whole.',
  },
  find,
};

/** Between the whole and its part. */
const PART = /^(?:ある|いる)?(?:の|いた|した)?(?:うち|内|中)(?:の|で|、|約|実に|[ 　]){0,3}[^、。0-9]{0,12}$/;
/** Between the part and its share. */
const SHARE =
  /^[^、。0-9（(]{0,14}?(?:[ 　]?[（(](?:約|全体の|割合は|率にして|構成比)?|、?(?:つまり|すなわち|割合にして|率にして|比率にして|全体の|実に|およそ)[、]?(?:全体の|約)?|、(?:全体の|実に|約)?|＝|=)[ 　]?$/;
const BEHIND = /^(?:[ 　]?[)）、。]|が|を|に(?:あたる|当たる|のぼ|上る|相当)|の|で|と|に|程度|超|弱|強|近く|以上|—|$)/;

function* find(figures: readonly Figure[]): Generator<Problem> {
  for (const { figures: row } of statementsOf(figures)) {
    for (const [i, whole] of row.entries()) {
      const [part, claim] = [row[i + 1], row[i + 2]];
      if (part && claim && isPartOf(part, whole) && isShare(claim, part) && !fits(whole, part, claim))
        yield problemOf(whole, part, claim);
    }
  }
}

function isShare(claim: Figure, part: Figure): boolean {
  if (claim.quantity.unit !== 'percent' || !isSingle(claim.quantity)) return false;
  const isRate = /(?:増|減|アップ|ダウン|成長|削|上昇|低下|改善|向上)/.test(after(claim, 6));
  return !isRate && SHARE.test(between(part, claim)) && BEHIND.test(after(claim, 3));
}

function fits(whole: Figure, part: Figure, claim: Figure): boolean {
  const ratio = over(meant(part.quantity), meant(whole.quantity));
  const stated = meant(claim.quantity);
  return !disjoint(
    { lower: ratio.lower * 100, upper: ratio.upper * 100 },
    { lower: stated.lower - 1, upper: stated.upper + 1 },
  );
}

function isPartOf(part: Figure, whole: Figure): boolean {
  const [a, b] = [whole.quantity, part.quantity];
  if (a.unit !== b.unit || !isSingle(a) || !isSingle(b) || a.role !== 'cardinal' || a.stated.lower <= 0) return false;
  if (a.dimension !== 'count' && a.dimension !== 'money' && a.dimension !== 'number') return false;
  return PART.test(between(whole, part));
}

function problemOf(whole: Figure, part: Figure, claim: Figure): Problem {
  const percent = plain((part.quantity.stated.lower / whole.quantity.stated.lower) * 100);
  const [start, end] = claim.quantity.core;
  const isPercent = /[%％]$/.test(claim.text.slice(start, end));
  const text = `${percent}%`;
  return {
    range: claim.range,
    message: {
      ja: `「${whole.quantity.surface}」のうち「${part.quantity.surface}」は${text}で、「${claim.quantity.surface}」ではありません。どれかを直してください。`,
      en: `"${part.quantity.surface}" out of "${whole.quantity.surface}" is ${text}, not "${claim.quantity.surface}". Correct one of them.`,
    },
    related: [
      { range: whole.range, message: { ja: '全体です。', en: 'The whole.' } },
      { range: part.range, message: { ja: '部分です。', en: 'The part.' } },
    ],
    ...(isPercent
      ? {
          suggestions: [
            {
              message: { ja: `「${text}」に直す`, en: `Replace by "${text}"` },
              edit: { range: claim.rangeOf(start, end), text },
            },
          ],
        }
      : {}),
  };
}
