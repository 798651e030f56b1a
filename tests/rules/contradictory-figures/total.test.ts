import rule from '../../../rules/contradictory-figures/rule.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    { text: '設計80万円と工事240万円に消費税を加え、計352万円です。', why: 'a part without its amount' },
    '研修は20時間、12時間、30時間の合計62時間です。',
    'Aの5億円とBの3億円を合わせて8億円になる。',
    '総額10億円（内訳は開発5億円、運用3億円、予備費2億円）',
    { text: 'シリーズAで1,650万ドルを得て、合計2,000万ドルになる。', why: 'one part only' },
    { text: 'Aが11億円以上、Bが10億円以上で合計69億円になる。', why: 'open bounds' },
    { text: '約75億ドルと約125億ドルの合計195億ドルです。', why: 'rounded parts' },
    { text: '170億のパラメータと16の専門家で、合計1,090億のパラメータを動かす。', why: 'numbers without a unit' },
  ],
  invalid: [
    {
      text: '正社員が24名、パートが17名、派遣が6名で、総勢57名です。',
      problems: [
        {
          at: '57名',
          message: '24名＋17名＋6名は47名で、「57名」と合いません。どれかを直してください。',
          severity: 'error',
        },
      ],
    },
    {
      text: '研修は20時間、12時間、30時間の合計102時間です。',
      problems: [
        {
          at: '合計102時間',
          message: '20時間＋12時間＋30時間は62時間で、「合計102時間」と合いません。どれかを直してください。',
          en: '20時間＋12時間＋30時間 is 62, not "合計102時間". Correct one of them.',
          severity: 'error',
          related: ['20時間、12時間、30時間'],
        },
      ],
    },
    {
      text: 'Aの5億円とBの3億円を合わせて9億円になる。',
      problems: [
        {
          at: '9億円',
          message: '5億円＋3億円は8億円で、「9億円」と合いません。どれかを直してください。',
          en: '5億円＋3億円 is 800 million, not "9億円". Correct one of them.',
          severity: 'error',
          related: ['5億円とBの3億円'],
        },
      ],
    },
    {
      text: '総額10億円（内訳は開発5億円、運用3億円、予備費3億円）',
      problems: [
        {
          at: '総額10億円',
          message: '5億円＋3億円＋3億円は11億円で、「総額10億円」と合いません。どれかを直してください。',
          en: '5億円＋3億円＋3億円 is 1.1 billion, not "総額10億円". Correct one of them.',
          severity: 'error',
          related: ['5億円、運用3億円、予備費3億円'],
        },
      ],
    },
    {
      text: '総額100億円の計画だ。内訳は国が60億円、民間が50億円という。',
      problems: [
        {
          at: '総額100億円',
          message: '60億円＋50億円は110億円で、「総額100億円」と合いません。どれかを直してください。',
          en: '60億円＋50億円 is 11 billion, not "総額100億円". Correct one of them.',
          severity: 'error',
          related: ['60億円、民間が50億円'],
        },
      ],
    },
    {
      text: '総額2,000億円を使い、そのうち500億円は国が、残りの1,400億円は民間が出す。',
      problems: [
        {
          at: '総額2,000億円',
          message: '500億円＋1,400億円は1,900億円で、「総額2,000億円」と合いません。どれかを直してください。',
          en: '500億円＋1,400億円 is 190 billion, not "総額2,000億円". Correct one of them.',
          severity: 'error',
          related: ['500億円は国が、残りの1,400億円'],
        },
      ],
    },
  ],
});
