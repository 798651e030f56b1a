import rule from '../../../rules/contradictory-figures/rule.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    '260世帯が答え、うち182世帯（70%）が賛成した。',
    '1,000社のうち300社、つまり30%が導入した。',
    '459社中188社（41.0%）が該当',
    '約1,200人のうち950人（8割）が使う。',
    { text: '1,000社のうち300社（前年比20%増）が導入した。', why: 'another rate' },
  ],
  invalid: [
    {
      text: '1,400名のうち、在宅は490名で、割合は25%だった。',
      problems: [
        {
          at: '25%',
          message: '「1,400名」のうち「490名」は35%で、「25%」ではありません。どれかを直してください。',
          severity: 'error',
          suggestions: ['1,400名のうち、在宅は490名で、割合は35%だった。'],
        },
      ],
    },
    {
      text: '260世帯が答え、うち182世帯（65%）が賛成した。',
      problems: [
        {
          at: '65%',
          message: '「260世帯」のうち「182世帯」は70%で、「65%」ではありません。どれかを直してください。',
          severity: 'error',
          suggestions: ['260世帯が答え、うち182世帯（70%）が賛成した。'],
        },
      ],
    },
    {
      text: '1,000社のうち300社、つまり50%が導入した。',
      problems: [
        {
          at: '50%',
          message: '「1,000社」のうち「300社」は30%で、「50%」ではありません。どれかを直してください。',
          en: '"300社" out of "1,000社" is 30%, not "50%". Correct one of them.',
          severity: 'error',
          related: ['1,000社', '300社'],
          suggestions: ['1,000社のうち300社、つまり30%が導入した。'],
        },
      ],
    },
    {
      text: '- 459社中188社（31.0%）が該当',
      problems: [
        {
          at: '31.0%',
          message: '「459社」のうち「188社」は41%で、「31.0%」ではありません。どれかを直してください。',
          en: '"188社" out of "459社" is 41%, not "31.0%". Correct one of them.',
          severity: 'error',
          related: ['459社', '188社'],
          suggestions: ['- 459社中188社（41%）が該当'],
        },
      ],
    },
    {
      text: '回答者100人のうち、36%にあたる47人が続けたい。',
      problems: [
        {
          at: '36%',
          message: '「100人」のうち「47人」は47%で、「36%」ではありません。どれかを直してください。',
          en: '"47人" out of "100人" is 47%, not "36%". Correct one of them.',
          severity: 'error',
          related: ['100人', '47人'],
          suggestions: ['回答者100人のうち、47%にあたる47人が続けたい。'],
        },
      ],
    },
    {
      text: '売上高360億円のうち140億円を海外が占め、その比率は63%です。',
      problems: [
        {
          at: '63%',
          message: '「360億円」のうち「140億円」は38.9%で、「63%」ではありません。どれかを直してください。',
          en: '"140億円" out of "360億円" is 38.9%, not "63%". Correct one of them.',
          severity: 'error',
          related: ['360億円', '140億円'],
          suggestions: ['売上高360億円のうち140億円を海外が占め、その比率は38.9%です。'],
        },
      ],
    },
  ],
});
