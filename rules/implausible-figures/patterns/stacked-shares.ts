import type { Figure } from '../../../src/figures/figure.ts';
import type { Pattern } from '../pattern.ts';
import { isPercent } from '../surroundings.ts';

const change = /^の[^、。はがを]{0,8}?(?:増加|減少|上昇|下落|低下|向上|改善|成長|削減|拡大|縮小|伸び|増|減)/u;

/** 63%の300%の増加: one of the two took the place of a word. A share of a share (売上の30%の50%) changes nothing and is left alone. */
export const stackedShares: Pattern = {
  id: 'stacked-shares',
  severity: 'error',
  description: {
    ja: '「63%の300%の増加」のように、1つの増減に割合が2つ掛かっている。',
    en: 'Two percentages modify one change: 「63%の300%の増加」.',
  },
  *find(figures) {
    for (const [i, second] of figures.entries()) {
      const first = figures[i - 1];
      if (!first || !isStacked(first, second)) continue;
      const [start, end] = [first.at[0], second.at[1]];
      const noun = change.exec(second.text.slice(end, end + 20))?.[0] ?? '';
      const quoted = second.text.slice(start, end) + noun;
      yield {
        range: second.rangeOf(start, end),
        message: {
          ja: `「${quoted}」は、1つの変化に割合が2つ掛かっています。どちらかを削るか、関係を書いてください。`,
          en: `"${quoted}" gives one change two percentages. Delete one of them or say how they relate.`,
        },
        suggestions: [
          {
            message: { ja: `「${second.quantity.surface}の」を削る`, en: `Delete "${second.quantity.surface}"` },
            edit: { range: second.rangeOf(second.at[0], end + 1), text: '' },
          },
          {
            message: { ja: `「${first.quantity.surface}の」を削る`, en: `Delete "${first.quantity.surface}"` },
            edit: { range: second.rangeOf(start, second.at[0]), text: '' },
          },
        ],
      };
    }
  },
};

function isStacked(first: Figure, second: Figure): boolean {
  return (
    isPercent(first) &&
    isPercent(second) &&
    first.rangeOf === second.rangeOf &&
    second.text.slice(first.at[1], second.at[0]) === 'の' &&
    change.test(second.text.slice(second.at[1], second.at[1] + 20))
  );
}
