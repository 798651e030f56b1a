import type { Figure } from '../../../src/figures/figure.ts';
import type { Pattern } from '../pattern.ts';
import { after, before, isPercent } from '../surroundings.ts';
import { SELDOM_MEASURED, WITHOUT_AMOUNT } from '../words.ts';

const noun = new RegExp(`^の(?:[一-龥ァ-ヶーA-Za-z]{0,8}?的な)?(?:${WITHOUT_AMOUNT})(?![一-龥ァ-ヶー])`, 'u');
const seldom = new RegExp(`(?:${SELDOM_MEASURED})$`, 'u');

/** 300%の見直し: a redesign has no amount. 「業務の30%の刷新」, a part of something, and the idiom 100%の… are left alone. */
export const amountlessNoun: Pattern = {
  id: 'amountless-noun',
  severity: 'error',
  description: {
    ja: '「300%の見直し」のように、量で測れない物事に割合が掛かっている。',
    en: 'A percentage of something that has no amount: 「300%の見直し」.',
  },
  *find(figures) {
    for (const figure of figures) {
      const found = isPercent(figure) ? noun.exec(after(figure, 24))?.[0] : undefined;
      if (found === undefined || !isSenseless(figure, found)) continue;
      const quoted = figure.quantity.surface + found;
      const [start, end] = figure.at;
      const adjective = found.startsWith('の成長') ? '高い' : '大幅な';
      yield {
        range: figure.rangeOf(start, end + found.length),
        message: {
          ja: `「${quoted}」は、割合で測れない物事に割合が掛かっています。「${adjective}${found.slice(1)}」などに直してください。`,
          en: `"${quoted}" gives a percentage of something that has no amount. Write "${adjective}${found.slice(1)}", for instance.`,
        },
        suggestions: [
          {
            message: { ja: `「${adjective}」に直す`, en: `Write "${adjective}"` },
            edit: { range: figure.rangeOf(start, end + 1), text: adjective },
          },
        ],
      };
    }
  },
};

function isSenseless(figure: Figure, found: string): boolean {
  const { lower } = figure.quantity.stated;
  if (lower > 100) return true;
  return lower !== 100 && !seldom.test(found) && !/[の、]$/u.test(before(figure, 1));
}
