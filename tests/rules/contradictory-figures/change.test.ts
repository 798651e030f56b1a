import rule from '../../../rules/contradictory-figures/rule.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    { text: '利用は100台から150台へ増え、休日に限れば25%増だった。', why: 'a part of it' },
    '空き家は18%から6%へと3分の1に減った。',
    '2024年の40万個から2030年に60万個へ、1.5倍に増える。',
    '空車率：40% → 25%（37.5%改善）',
    'エラー率を20%から15%へ5%改善した。',
    '件数は25件から4件（85%削減）になる。',
    '10分から1分へ、10倍高速化した。',
    '売上は100億円から210億円へ倍増した。',
    '3時間 → 30分（83%削減）',
    { text: '2024年の100億円から2030年に200億円へ、年平均成長率12%で伸びる。', why: 'a yearly rate' },
    { text: '審査は5人から3人に、書類は40%削減した。', why: 'another thing' },
    { text: '会員は100万人から150万人に増え、男性は30%減った。', why: 'another subject' },
  ],
  invalid: [
    {
      text: '空き家は18%から9%へと3分の1に減った。',
      problems: [
        {
          at: '3分の1',
          message:
            '「18%」から「9%」は0.5倍（9ポイント・50%の減少）で、「3分の1」と合いません。どれかを直してください。',
          severity: 'error',
        },
      ],
    },
    {
      text: '2024年の40万個から2030年に60万個へ、2倍に増える。',
      problems: [
        {
          at: '2倍',
          message: '「40万個」から「60万個」は1.5倍（50%の増加）で、「2倍」と合いません。どれかを直してください。',
          en: 'From "40万個" to "60万個" is 1.5 times as much (50% more), which does not go with "2倍". Correct one of them.',
          severity: 'error',
          related: ['40万個', '60万個'],
        },
      ],
    },
    {
      text: '- 検品：50時間 → 10時間（60%削減）',
      problems: [
        {
          at: '60%',
          message: '「50時間」から「10時間」は0.2倍（80%の減少）で、「60%」と合いません。どれかを直してください。',
          en: 'From "50時間" to "10時間" is 0.2 times as much (80% less), which does not go with "60%". Correct one of them.',
          severity: 'error',
          related: ['50時間', '10時間'],
        },
      ],
    },
    {
      text: '60%削減（50時間→10時間）を達成。',
      problems: [
        {
          at: '60%',
          message: '「50時間」から「10時間」は0.2倍（80%の減少）で、「60%」と合いません。どれかを直してください。',
          en: 'From "50時間" to "10時間" is 0.2 times as much (80% less), which does not go with "60%". Correct one of them.',
          severity: 'error',
          related: ['50時間', '10時間'],
        },
      ],
    },
    {
      text: '件数は90件から14件に減り、減少率は59%でした。',
      problems: [
        {
          at: '59%',
          message: '「90件」から「14件」は0.156倍（84.4%の減少）で、「59%」と合いません。どれかを直してください。',
          en: 'From "90件" to "14件" is 0.156 times as much (84.4% less), which does not go with "59%". Correct one of them.',
          severity: 'error',
          related: ['90件', '14件'],
        },
      ],
    },
    {
      text: '売上高は前年の69億円から123%増の112億円となった。',
      problems: [
        {
          at: '123%',
          message: '「69億円」から「112億円」は1.62倍（62.3%の増加）で、「123%」と合いません。どれかを直してください。',
          en: 'From "69億円" to "112億円" is 1.62 times as much (62.3% more), which does not go with "123%". Correct one of them.',
          severity: 'error',
          related: ['69億円', '112億円'],
        },
      ],
    },
    {
      text: '月40時間かかっていた検品が10時間になり、50%の削減につながりました。',
      problems: [
        {
          at: '50%',
          message: '「月40時間」から「10時間」は0.25倍（75%の減少）で、「50%」と合いません。どれかを直してください。',
          en: 'From "月40時間" to "10時間" is 0.25 times as much (75% less), which does not go with "50%". Correct one of them.',
          severity: 'error',
          related: ['月40時間', '10時間'],
        },
      ],
    },
    {
      text: '売上は100億円から150億円へと倍増した。',
      problems: [
        {
          at: '100億円から150億円',
          message: '「100億円」から「150億円」は1.5倍で、「倍増」ではありません。どちらかを直してください。',
          en: 'From "100億円" to "150億円" is 1.5 times as much, which is not "倍増". Correct one of them.',
          severity: 'warning',
          related: [],
        },
      ],
    },
    {
      text: '人員は🙂60名から50名に半減した。',
      problems: [
        {
          at: '60名から50名',
          message: '「60名」から「50名」は0.833倍で、「半減」ではありません。どちらかを直してください。',
          en: 'From "60名" to "50名" is 0.833 times as much, which is not "半減". Correct one of them.',
          severity: 'warning',
          related: [],
        },
      ],
    },
    {
      text: '作業は3時間 → 30分（50%削減）になる。',
      problems: [
        {
          at: '50%',
          message: '「3時間」から「30分」は0.167倍（83.3%の減少）で、「50%」と合いません。どれかを直してください。',
          en: 'From "3時間" to "30分" is 0.167 times as much (83.3% less), which does not go with "50%". Correct one of them.',
          severity: 'error',
          related: ['3時間', '30分'],
        },
      ],
    },
  ],
});
