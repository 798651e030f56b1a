import rule from '../../../rules/contradictory-figures/rule.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    { text: '2026年3月5日(木)に開く。', path: '2025-11-27-a.md' },
    { text: '11月28日（金）に開く。', path: '2025-11-27-a.md' },
    { text: '1月5日(月)に開く。', path: '2025-11-27-a.md', why: 'some year around' },
    { text: '2月30日(月)に開く。', path: '2025-11-27-a.md', why: 'no such date' },
  ],
  invalid: [
    {
      text: '2026年3月5日(月)に開く。',
      path: '2025-11-27-a.md',
      problems: [
        {
          at: '2026年3月5日(月)',
          message: '2026年3月5日は木曜日です。「2026年3月5日(月)」の日付か曜日を直してください。',
          en: '2026-3-5 is a Thursday, not a Monday as in "2026年3月5日(月)". Correct the date or the day.',
          severity: 'error',
          related: [],
          suggestions: ['2026年3月5日(木)に開く。'],
        },
      ],
    },
    {
      text: '11月29日（火曜日）に開く。',
      path: '2025-11-27-a.md',
      problems: [
        {
          at: '11月29日（火曜日）',
          message: '2025年11月29日は土曜日です。「11月29日（火曜日）」の日付か曜日を直してください。',
          en: '2025-11-29 is a Saturday, not a Tuesday as in "11月29日（火曜日）". Correct the date or the day.',
          severity: 'error',
          related: [],
          suggestions: ['11月29日（土曜日）に開く。'],
        },
      ],
    },
  ],
});
