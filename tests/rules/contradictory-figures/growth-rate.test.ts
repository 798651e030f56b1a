import rule from '../../../rules/contradictory-figures/rule.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    {
      text: '国内市場は2024年に210億円。2029年には世界市場が年率15%の伸びを続けて980億円になる。',
      why: 'another subject in the next sentence',
    },
    '市場は2024年に210億円。2029年には年率15%の伸びを続けて420億円になる。',
    '市場は2024年の100億ドルから2030年に500億ドルへ、CAGR 31%で成長する。',
    '市場は2025年に2440億ドル（約36兆円）、2030年に8270億ドル（約124兆円）で、年平均成長率は28%です。',
    {
      text: '2030年に471億ドル、2034年に2,360億ドルに達し、2025年から2034年のCAGRは45.8％だ。',
      why: 'the rate names years of its own',
    },
    {
      text: '市場は2025年に100億ドル、2030年に500億ドル（CAGR 38%）となり、部品市場もCAGR 20%で伸びる。',
      why: 'the rate of another market',
    },
  ],
  invalid: [
    {
      text: '市場は2024年に210億円。2029年には年率15%の伸びを続けて980億円になる。',
      problems: [
        {
          at: '年率15%',
          message:
            '2024年の「210億円」から2029年の「980億円」へは5年で4.67倍、年率36.1%で、「年率15%」と合いません。どれかを直してください。',
          severity: 'error',
        },
      ],
    },
    {
      text: '市場は2024年の80億円から2030年に480億円へ広がる。この間の年平均成長率は12%になる。',
      problems: [
        {
          at: '12%',
          message:
            '2024年の「80億円」から2030年の「480億円」へは6年で6倍、年率34.8%で、「12%」と合いません。どれかを直してください。',
          severity: 'error',
        },
      ],
    },
    {
      text: '市場は2024年の100億ドルから2030年に500億ドルへ、CAGR 25%で成長する。',
      problems: [
        {
          at: '25%',
          message:
            '2024年の「100億ドル」から2030年の「500億ドル」へは6年で5倍、年率30.8%で、「25%」と合いません。どれかを直してください。',
          en: 'From "100億ドル" in 2024 to "500億ドル" in 2030 is 5 times as much in 6 years, 30.8% a year, which does not go with "25%". Correct one of them.',
          severity: 'error',
          related: ['100億ドル', '500億ドル'],
        },
      ],
    },
    {
      text: '市場は2025年に100億ドル、CAGR 48%で拡大し、2029年には200億ドルに達する。',
      problems: [
        {
          at: '48%',
          message:
            '2025年の「100億ドル」から2029年の「200億ドル」へは4年で2倍、年率18.9%で、「48%」と合いません。どれかを直してください。',
          en: 'From "100億ドル" in 2025 to "200億ドル" in 2029 is 2 times as much in 4 years, 18.9% a year, which does not go with "48%". Correct one of them.',
          severity: 'error',
          related: ['100億ドル', '200億ドル'],
        },
      ],
    },
    {
      text: '市場は2025年から2030年にかけてCAGR 39%で成長し、10億ドルから20億ドルに拡大する。',
      problems: [
        {
          at: '39%',
          message:
            '2025年の「10億ドル」から2030年の「20億ドル」へは5年で2倍、年率14.9%で、「39%」と合いません。どれかを直してください。',
          en: 'From "10億ドル" in 2025 to "20億ドル" in 2030 is 2 times as much in 5 years, 14.9% a year, which does not go with "39%". Correct one of them.',
          severity: 'error',
          related: ['10億ドル', '20億ドル'],
        },
      ],
    },
    {
      text: '2025年に710億ドル、2030年には28%の年平均成長率で8270億ドルに達する。',
      problems: [
        {
          at: '28%',
          message:
            '2025年の「710億ドル」から2030年の「8270億ドル」へは5年で11.6倍、年率63.4%で、「28%」と合いません。どれかを直してください。',
          en: 'From "710億ドル" in 2025 to "8270億ドル" in 2030 is 11.6 times as much in 5 years, 63.4% a year, which does not go with "28%". Correct one of them.',
          severity: 'error',
          related: ['710億ドル', '8270億ドル'],
        },
      ],
    },
  ],
});
