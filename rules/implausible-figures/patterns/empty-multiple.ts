import type { Figure } from '../../../src/figures/figure.ts';
import type { Pattern } from '../pattern.ts';
import { after, before } from '../surroundings.ts';

const growth = /^(?:に|へと?|も|の|まで)?(?:[^、。]{0,4}?)(?:増|拡大|成長|伸び|急増|膨らん|向上|上昇|高速化|跳ね上が)/u;
const ofZero = /(?:^|[^0-9０-９.．,，])(?:ゼロ|[0０](?:円|件|人|回|社)?)の$/u;

/** 0倍, 1倍に増え, ゼロの3倍: multiples that say nothing. */
export const emptyMultiple: Pattern = {
  id: 'empty-multiple',
  severity: 'warning',
  description: {
    ja: '「0倍」「1倍に増加」「ゼロの3倍」のように、意味のない倍数が書かれている。',
    en: 'A multiple that says nothing: 0 times, grown to 1 time, 3 times zero.',
  },
  *find(figures) {
    for (const figure of figures) {
      const quoted = figure.quantity.dimension === 'multiple' ? emptinessOf(figure) : undefined;
      if (quoted === undefined) continue;
      yield {
        range: figure.range,
        message: {
          ja: `「${quoted}」は倍数として意味をなしません。値を確かめてください。`,
          en: `"${quoted}" says nothing as a multiple. Check the value.`,
        },
      };
    }
  },
};

function emptinessOf(figure: Figure): string | undefined {
  const { stated, surface, kind } = figure.quantity;
  if (kind === 'range' || stated.lower !== stated.upper) return undefined;
  // 「〇倍」 stands for any number.
  if (stated.lower === 0) return /[0０]/u.test(surface) ? surface : undefined;
  const zero = ofZero.exec(before(figure, 8));
  if (zero) return zero[0].replace(/^[^ゼ0０]/u, '') + surface;
  const grown = stated.lower === 1 ? growth.exec(after(figure, 12)) : undefined;
  return grown ? surface + grown[0] : undefined;
}
