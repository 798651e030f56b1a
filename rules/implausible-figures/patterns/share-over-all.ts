import type { Figure } from '../../../src/figures/figure.ts';
import type { Pattern } from '../pattern.ts';
import { after, before, isPercent } from '../surroundings.ts';
import { POPULATIONS, SHARES } from '../words.ts';

const share = new RegExp(`(?:${SHARES})(?:は|が|で|を|も|：|:|[（(])?(?:、|実に|なんと)?[ 　]?$`, 'u');
const ofShare = new RegExp(`^の(?:${SHARES})(?![一-龥])`, 'u');
const population = new RegExp(`^の(?:${POPULATIONS})(?:が|は|も|を|に)`, 'u');
/** Then the percentage says how a share changed, or what it is compared to. */
const change =
  /^(?:ポイント|増|減|アップ|ダウン|上昇|向上|改善|拡大|成長|伸|高|も増|もの増|の増|の向|の改|の伸|の拡|の成|の上|以上の改|以上の向|以上増)/u;

/** シェア120%, 130%の企業が: there is no more of a whole than all of it. 前年比, 達成率 and growth may exceed it. */
export const shareOverAll: Pattern = {
  id: 'share-over-all',
  severity: 'error',
  description: {
    ja: '「シェア120%」のように、全体を超える割合が書かれている。',
    en: 'A share of more than the whole: 「シェア120%」.',
  },
  *find(figures) {
    for (const figure of figures) {
      const quoted = isPercent(figure) && figure.quantity.stated.lower > 100 ? shareOf(figure) : undefined;
      if (quoted === undefined) continue;
      yield {
        range: figure.range,
        message: {
          ja: `「${quoted}」は全体の100%を超えています。値を確かめてください。`,
          en: `"${quoted}" is more than all of the whole. Check the value.`,
        },
      };
    }
  },
};

function shareOf(figure: Figure): string | undefined {
  const { surface, modifiers } = figure.quantity;
  if (modifiers.includes('plus') || modifiers.includes('minus')) return undefined;
  const following = after(figure, 20);
  const named = ofShare.exec(following) ?? population.exec(following);
  if (named) return surface + named[0];
  const rate = share.exec(before(figure, 16));
  return rate && !change.test(following) && !/比[ 　]?$/u.test(before(figure, 4)) ? rate[0] + surface : undefined;
}
