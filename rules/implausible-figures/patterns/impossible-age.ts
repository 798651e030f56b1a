import type { Pattern } from '../pattern.ts';
import { neighbourhood } from '../surroundings.ts';

/** The oldest person on record reached 122 years (Jeanne Calment, 1875–1997). */
const OLDEST = 130;
const fiction =
  /寿命|長寿|もし|仮に|神話|伝説|聖書|SF|小説|アニメ|漫画|ゲーム|キャラ|妖|魔|エルフ|吸血|仙人|亀|カメ|サメ|鯨|クジラ|樹|木|生きてい(?:れば|たら)|生誕|未来|不老|テスト|入力|バリデーション|以下|未満/u;

/** 150歳の男性. */
export const impossibleAge: Pattern = {
  id: 'impossible-age',
  severity: 'warning',
  description: { ja: '人が達したことのない年齢が書かれている。', en: 'An age that nobody has reached.' },
  *find(figures) {
    for (const figure of figures) {
      const { dimension, stated, surface } = figure.quantity;
      if (dimension !== 'age' || stated.lower <= OLDEST || fiction.test(neighbourhood(figure, 1, 1))) continue;
      yield {
        range: figure.range,
        message: {
          ja: `「${surface}」に達した人はいません（最高齢の記録は122歳）。値を確かめてください。`,
          en: `Nobody has reached "${surface}" (the record is 122 years). Check the value.`,
        },
      };
    }
  },
};
