import rule from '../../../rules/contradictory-figures/rule.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    { text: '申請の受け付けは2025年9月30日までだった。', path: '2025-11-27-a.md', why: 'a look back' },
    { text: '2026年3月末までに申し込んでください。', path: '2025-11-27-a.md' },
    {
      text: '2020年までに技術を高め、2030年までに世界を目指す計画です。',
      path: '2025-11-27-a.md',
      why: 'several stages',
    },
    { text: '2020年までに達成する予定だった。', path: '2025-11-27-a.md', why: 'a look back' },
    { text: '2025年11月27日までに申し込んでください。', path: '2025-11-27-a.md' },
  ],
  invalid: [
    {
      text: '申請の受け付けは2025年9月30日までです。',
      path: '2025-11-27-a.md',
      problems: [
        {
          at: '2025年9月30日',
          message:
            '期限の「2025年9月30日」は、記事の公開日（2025-11-27）より前です。期限を直すか、過去のこととして書いてください。',
          severity: 'warning',
        },
      ],
    },
    {
      text: '2025年3月末までに申し込んでください。',
      path: '2025-11-27-a.md',
      problems: [
        {
          at: '2025年3月末',
          message:
            '期限の「2025年3月末」は、記事の公開日（2025-11-27）より前です。期限を直すか、過去のこととして書いてください。',
          en: 'The deadline "2025年3月末" lies before the article was published (2025-11-27). Correct it, or write of it as past.',
          severity: 'warning',
          related: [],
        },
      ],
    },
    {
      text: '2024年までに成功させる5つのステップ',
      path: '2025-11-27-a.md',
      problems: [
        {
          at: '2024年',
          message:
            '期限の「2024年」は、記事の公開日（2025-11-27）より前です。期限を直すか、過去のこととして書いてください。',
          en: 'The deadline "2024年" lies before the article was published (2025-11-27). Correct it, or write of it as past.',
          severity: 'warning',
          related: [],
        },
      ],
    },
  ],
});
