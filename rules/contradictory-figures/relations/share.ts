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
const PART =
  /^(?:(?:ある|いる)?(?:の|いた|した)?(?:うち|内|中)|[^、。0-9]{0,12}、(?:その|この)?うち)(?:の|で|、|約|実に|[ 　]){0,3}[^、。0-9]{0,12}$/;
/** Between the part and its share. */
const SHARE =
  /^[^、。0-9（(]{0,14}?(?:[ 　]?[（(](?:約|全体の|割合は|率にして|構成比)?|[^、。0-9]{0,10}、(?:その)?(?:割合|比率|シェア)は|、?(?:つまり|すなわち|割合にして|率にして|比率にして|全体の|実に|およそ)[、]?(?:全体の|約)?|、(?:全体の|実に|約)?|＝|=)[ 　]?$/;
const BEHIND =
  /^(?:[ 　]?[)）、。]|が|を|に(?:あたる|当たる|のぼ|上る|相当)|の|で|と|に|だ|です|程度|超|弱|強|近く|以上|—|$)/;

function* find(figures: readonly Figure[]): Generator<Problem> {
  for (const { figures: row } of statementsOf(figures)) {
    for (const i of row.keys()) {
      const found = sharedAt(row, i);
      if (found && !fits(found)) yield problemOf(found);
    }
  }
}

interface Shared {
  readonly whole: Figure;
  readonly part: Figure;
  readonly claim: Figure;
}

function sharedAt(row: readonly Figure[], i: number): Shared | undefined {
  const [whole, next, last] = row.slice(i, i + 3);
  if (!whole || !next || !last) return undefined;
  // 「1,000人のうち、36%にあたる360人」 names the share first.
  if (next.quantity.unit === 'percent')
    return MEANS.test(between(next, last)) && isTurnedPart(whole, next, last)
      ? { whole, part: last, claim: next }
      : undefined;
  return isPartOf(next, whole) && isShare(last, next) ? { whole, part: next, claim: last } : undefined;
}

const MEANS = /^(?:に(?:あたる|当たる|相当する)|、つまり|、すなわち)(?:約)?$/;

function isTurnedPart(whole: Figure, claim: Figure, part: Figure): boolean {
  return isPair(whole, part) && isSingle(claim.quantity) && PART.test(between(whole, claim));
}

function isShare(claim: Figure, part: Figure): boolean {
  if (claim.quantity.unit !== 'percent' || !isSingle(claim.quantity)) return false;
  const isRate = /(?:増|減|アップ|ダウン|成長|削|上昇|低下|改善|向上)/.test(after(claim, 6));
  return !isRate && SHARE.test(between(part, claim)) && BEHIND.test(after(claim, 3));
}

function fits({ whole, part, claim }: Shared): boolean {
  const ratio = over(meant(part.quantity), meant(whole.quantity));
  const stated = meant(claim.quantity);
  return !disjoint(
    { lower: ratio.lower * 100, upper: ratio.upper * 100 },
    { lower: stated.lower - 1, upper: stated.upper + 1 },
  );
}

function isPartOf(part: Figure, whole: Figure): boolean {
  return isPair(whole, part) && PART.test(between(whole, part));
}

function isPair(whole: Figure, part: Figure): boolean {
  const [a, b] = [whole.quantity, part.quantity];
  if (a.unit !== b.unit || !isSingle(a) || !isSingle(b) || a.role !== 'cardinal' || a.stated.lower <= 0) return false;
  return a.dimension === 'count' || a.dimension === 'money' || a.dimension === 'number';
}

function problemOf({ whole, part, claim }: Shared): Problem {
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
