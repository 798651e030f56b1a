import rule from '../../../rules/contradictory-figures/rule.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: ['全体の3分の1（33%）が対象になる。', '企業の半数（52%）が使う。', '3社に1社（35%）が導入した。'],
  invalid: [
    {
      text: '全体の5分の1（45%）が対象になる。',
      problems: [
        {
          at: '45%',
          message: '「5分の1」は約20%で、「45%」と合いません。どちらかを直してください。',
          en: '"5分の1" is about 20%, which does not go with "45%". Correct one of them.',
          severity: 'error',
          related: ['5分の1'],
        },
      ],
    },
    {
      text: '企業は3社に1社（63%）にのぼる。',
      problems: [
        {
          at: '63%',
          message: '「3社に1社」は約33%で、「63%」と合いません。どちらかを直してください。',
          en: '"3社に1社" is about 33%, which does not go with "63%". Correct one of them.',
          severity: 'error',
          related: ['3社'],
        },
      ],
    },
  ],
});
