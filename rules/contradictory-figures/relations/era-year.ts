import type { Figure } from '../../../src/figures/figure.ts';
import type { Problem } from '../../rule.ts';
import type { Relation } from '../relation.ts';
import { between, statementsOf } from '../statements.ts';

/** 「令和7年（2024年）」: an era year beside another Western year. */
export const eraYear: Relation = {
  id: 'era-year',
  severity: 'error',
  description: { ja: '元号の年と西暦の年が合わない。', en: 'An era year does not match the Western year beside it.' },
  find,
};

const BESIDE = /^(?:[ 　]?[（(＝=／/][ 　]?(?:西暦)?|、?(?:すなわち|つまり)、?)$/;

function* find(figures: readonly Figure[]): Generator<Problem> {
  for (const { figures: row } of statementsOf(figures)) {
    for (const [i, first] of row.entries()) {
      const second = row[i + 1];
      if (second && areOtherYears(first, second) && BESIDE.test(between(first, second))) yield problemOf(first, second);
    }
  }
}

/** One in an era and one Western, of the same kind, each a single year. */
function areOtherYears({ quantity: first }: Figure, { quantity: second }: Figure): boolean {
  const [a, b] = [first.date, second.date];
  if (!a || !b || first.until || second.until || a.fiscal !== b.fiscal) return false;
  const isMixed = (a.era === undefined) !== (b.era === undefined);
  return isMixed && a.year !== undefined && b.year !== undefined && a.year !== b.year;
}

function problemOf(first: Figure, second: Figure): Problem {
  const isEraFirst = first.quantity.date?.era !== undefined;
  const [era, western] = isEraFirst ? [first, second] : [second, first];
  const date = era.quantity.date;
  const printed = western.quantity.date;
  const name = `${date?.era?.name ?? ''}${date?.era?.year === 1 ? '元' : (date?.era?.year ?? '')}年`;
  return {
    range: second.range,
    message: {
      ja: `${name}は${date?.year}年で、${printed?.year}年ではありません。「${first.quantity.surface}」か「${second.quantity.surface}」を直してください。`,
      en: `${name} is ${date?.year}, not ${printed?.year}. Correct "${first.quantity.surface}" or "${second.quantity.surface}".`,
    },
    related: [
      { range: first.range, message: { ja: '同じ年のもう1つの書き方です。', en: 'The other form of the same year.' } },
    ],
  };
}
