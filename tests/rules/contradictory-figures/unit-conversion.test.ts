import rule from '../../../rules/contradictory-figures/rule.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    '100マイル（約160km）離れた町だ。',
    '会議は90分（1.5時間）です。',
    '気温は86℉（30℃）でした。',
    { text: '気温が10℃（18℉）上がった。', why: 'a difference' },
    '広さは100坪（約330㎡）です。',
    '容量は2TB（2000GB）です。',
    { text: '研修は2日間（12時間）です。', why: 'working days' },
  ],
  invalid: [
    {
      text: '100マイル（約260km）離れた町だ。',
      problems: [
        {
          at: '約260km',
          message: '「100マイル」を「約260km」と換算していますが、同じ量になりません。どちらかを直してください。',
          en: '"100マイル" is converted to "約260km", which is not the same quantity. Correct one of them.',
          severity: 'error',
          related: ['100マイル'],
        },
      ],
    },
    {
      text: '会議は90分（2.5時間）です。',
      problems: [
        {
          at: '2.5時間',
          message: '「90分」を「2.5時間」と換算していますが、同じ量になりません。どちらかを直してください。',
          en: '"90分" is converted to "2.5時間", which is not the same quantity. Correct one of them.',
          severity: 'error',
          related: ['90分'],
        },
      ],
    },
    {
      text: '気温は86℉（40℃）でした。',
      problems: [
        {
          at: '40℃',
          message: '「86℉」を「40℃」と換算していますが、同じ量になりません。どちらかを直してください。',
          en: '"86℉" is converted to "40℃", which is not the same quantity. Correct one of them.',
          severity: 'error',
          related: ['86℉'],
        },
      ],
    },
    {
      text: '広さは100坪（約230㎡）です。',
      problems: [
        {
          at: '約230㎡',
          message: '「100坪」を「約230㎡」と換算していますが、同じ量になりません。どちらかを直してください。',
          en: '"100坪" is converted to "約230㎡", which is not the same quantity. Correct one of them.',
          severity: 'error',
          related: ['100坪'],
        },
      ],
    },
  ],
});
