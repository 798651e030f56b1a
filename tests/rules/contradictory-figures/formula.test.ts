import rule from '../../../rules/contradictory-figures/rule.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    { text: '席数×客単価1,200円×2日＝24万円', why: 'a word is a term' },
    '不良率1.5% × 100万個 × 1,000円 ＝ 1,500万円',
    'ROI: (9,000万円 - 3,000万円) ÷ 3,000万円 × 100% = 200%',
    '5,000個 × (1 - 0.20) = 4,000個',
    '1,000万円 (保全) + 2,500万円 (管理) = 3,500万円',
    '5000万円 / 2億2000万円 ≒ 0.23年',
    '15分×20件=5時間',
    '月5トン × 20万円 = 月100万円',
    { text: '人件費 + 10万円 = 50万円', why: 'a word is a term' },
    { text: '縦×横は3×4=12', why: 'no unit' },
    { text: '3〜5人×10万円＝50万円', why: 'a range' },
  ],
  invalid: [
    {
      text: '1.5%×100万×1,000円=15億円の効果です。',
      problems: [
        {
          at: '15億円',
          message: '「1.5%×100万×1,000円」は1,500万円で、「15億円」ではありません。どちらかを直してください。',
          en: '"1.5%×100万×1,000円" is 15 million, not "15億円". Correct one of them.',
          severity: 'error',
          related: ['1.5%×100万×1,000円'],
          suggestions: ['1.5%×100万×1,000円=1,500万円の効果です。'],
        },
      ],
    },
    {
      text: '合計62時間（20時間＋12時間＋20時間）です。',
      problems: [
        {
          at: '合計62時間',
          message: '「20時間＋12時間＋20時間」は52時間で、「合計62時間」ではありません。どちらかを直してください。',
          en: '"20時間＋12時間＋20時間" is 52, not "合計62時間". Correct one of them.',
          severity: 'error',
          related: ['20時間＋12時間＋20時間'],
          suggestions: ['合計52時間（20時間＋12時間＋20時間）です。'],
        },
      ],
    },
    {
      text: '- 年間40万円（3万円×12か月）',
      problems: [
        {
          at: '年間40万円',
          message: '「3万円×12か月」は36万円で、「年間40万円」ではありません。どちらかを直してください。',
          en: '"3万円×12か月" is 360,000, not "年間40万円". Correct one of them.',
          severity: 'error',
          related: ['3万円×12か月'],
          suggestions: ['- 年間36万円（3万円×12か月）'],
        },
      ],
    },
    {
      text: '500万個 × (2% - 1.5%) = 25万個',
      problems: [
        {
          at: '25万個',
          message: '「500万個 × (2% - 1.5%)」は2.5万個で、「25万個」ではありません。どちらかを直してください。',
          en: '"500万個 × (2% - 1.5%)" is 25,000, not "25万個". Correct one of them.',
          severity: 'error',
          related: ['500万個 × (2% - 1.5%'],
          suggestions: ['500万個 × (2% - 1.5%) = 2.5万個'],
        },
      ],
    },
    {
      text: '設計費350万円＋運用費550万円＝1,000万円',
      problems: [
        {
          at: '1,000万円',
          message: '「350万円＋運用費550万円」は900万円で、「1,000万円」ではありません。どちらかを直してください。',
          en: '"350万円＋運用費550万円" is 9 million, not "1,000万円". Correct one of them.',
          severity: 'error',
          related: ['350万円＋運用費550万円'],
          suggestions: ['設計費350万円＋運用費550万円＝900万円'],
        },
      ],
    },
    {
      text: '1人5,800円×63人で3,654,000円になります。',
      problems: [
        {
          at: '3,654,000円',
          message: '「5,800円×63人」は365,400円で、「3,654,000円」ではありません。どちらかを直してください。',
          en: '"5,800円×63人" is 365,400, not "3,654,000円". Correct one of them.',
          severity: 'error',
          related: ['5,800円×63人'],
          suggestions: ['1人5,800円×63人で365,400円になります。'],
        },
      ],
    },
  ],
});
