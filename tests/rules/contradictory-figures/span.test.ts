import rule from '../../../rules/contradictory-figures/rule.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    '10月3日から10月12日までの10日間。',
    { text: '2月20日から3月1日までの12日間。', why: 'the year may have a leap day' },
    { text: '10月3日から10月12日までの平日7日間。', why: 'not every day counts' },
    '2024年から2028年までの5年間で進める。',
    '2024年から2028年までの4年間で進める。',
    '2025年4月から2026年3月までの1年間',
    '2026年度から5年間で2031年度まで続く。',
  ],
  invalid: [
    {
      text: '10月3日から10月12日までの7日間。',
      problems: [
        {
          at: '7日間',
          message:
            '「10月3日から10月12日までの7日間」の開始から終了までは9〜10日で、「7日間」と合いません。どれかを直してください。',
          severity: 'error',
        },
      ],
    },
    {
      text: '2024年から2028年までの3年間で進める。',
      problems: [
        {
          at: '3年間',
          message:
            '「2024年から2028年までの3年間」の開始から終了までは4〜5年で、「3年間」と合いません。どれかを直してください。',
          en: 'From start to end "2024年から2028年までの3年間" is 4 to 5 years, not "3年間". Correct one of them.',
          severity: 'error',
          related: ['2024年から2028年'],
        },
      ],
    },
    {
      text: '2025年4月から2026年3月までの6か月間',
      problems: [
        {
          at: '6か月間',
          message:
            '「2025年4月から2026年3月までの6か月間」の開始から終了までは11〜12か月で、「6か月間」と合いません。どれかを直してください。',
          en: 'From start to end "2025年4月から2026年3月までの6か月間" is 11 to 12 months, not "6か月間". Correct one of them.',
          severity: 'error',
          related: ['2025年4月から2026年3月'],
        },
      ],
    },
    {
      text: '2026年度から5年間、2035年度まで続く。',
      problems: [
        {
          at: '5年間',
          message:
            '「2026年度から5年間、2035年度」の開始から終了までは9〜10年で、「5年間」と合いません。どれかを直してください。',
          en: 'From start to end "2026年度から5年間、2035年度" is 9 to 10 years, not "5年間". Correct one of them.',
          severity: 'error',
          related: ['2026年度'],
        },
      ],
    },
  ],
});
