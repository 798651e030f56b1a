import type { Figure } from '../../../src/figures/figure.ts';
import { shorten } from '../../quote.ts';
import type { Pattern } from '../pattern.ts';
import { after, before, isPercent } from '../surroundings.ts';
import { BELOW_ZERO, DECREASES } from '../words.ts';

/** 300%の電力削減, 300%の幻覚（ハルシネーション）の削減, 300%も削減: nouns joined by の, and no other change on the way. */
const ahead = new RegExp(
  `^(?:も|ほど)?の?(?:(?!向上|改善|増加|拡大|成長|アップ|達成|以)[一-龥々ァ-ヶーA-Za-z0-9・（）()の]){0,20}?(?:${DECREASES})`,
  'u',
);
/** 削減率は300%. */
const behind =
  /(?:削減|低減|軽減|減少|低下|短縮|節約|圧縮|割引|値引|値引き)(?:率|幅)(?:は|が|も|で|を|：|:|[（(])?[ 　]?$/u;
const belowZero = new RegExp(BELOW_ZERO, 'u');

/** 300%のコスト削減: nothing can lose more than all of itself. */
export const decreaseOverAll: Pattern = {
  id: 'decrease-over-all',
  severity: 'error',
  description: {
    ja: '「300%の削減」のように、100%を超える減少が書かれている。',
    en: 'A decrease by more than 100 %: 「300%の削減」.',
  },
  *find(figures) {
    for (const figure of figures) {
      const quoted = isPercent(figure) && figure.quantity.stated.lower > 100 ? decreaseOf(figure) : undefined;
      if (quoted === undefined || belowZero.test(before(figure, 40)) || belowZero.test(quoted)) continue;
      yield {
        range: figure.range,
        message: {
          ja: `「${shorten(quoted)}」は成り立ちません。100%減ると何も残りません。値を確かめるか、「大幅な」などに直してください。`,
          en: `"${shorten(quoted)}" cannot be: nothing is left after a decrease of 100%. Check the value, or say it without a number.`,
        },
      };
    }
  },
};

function decreaseOf(figure: Figure): string | undefined {
  const found = ahead.exec(after(figure, 40));
  if (found) return figure.quantity.surface + found[0];
  const rate = behind.exec(before(figure, 12));
  return rate ? rate[0] + figure.quantity.surface : undefined;
}
