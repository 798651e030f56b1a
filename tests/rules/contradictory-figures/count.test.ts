import rule from '../../../rules/contradictory-figures/rule.ts';
import { testRule } from '../../support/rule-tester.ts';

const list = (...items: string[]): string => items.map((item) => `- ${item}`).join('\n');
const titled = (title: string, body: string): string => `---\ntitle: ${title}\n---\n\n${body}`;
const followed = (quoted: string, count: number, found: number): string =>
  `「${quoted}」とありますが、続く項目は${found}つです（${count}≠${found}）。数か項目を直してください。`;

testRule(rule, {
  valid: [
    { text: '問題は3つある。第一に、土。第二に、水。そして光だ。', why: 'the last one has no number' },
    `庭づくりのポイントは以下の3つです。\n\n${list('土', '水', '光')}`,
    `必要な道具を3つ紹介します。\n\n${list('鍬', '鎌\n  - 砥石\n  - 油', '軍手')}`,
    {
      text: `以下の4つです。\n\n1. 土\n2. 水\n\n途中の説明です。\n\n3. 光\n4. 風`,
      why: 'a list that a paragraph interrupts',
    },
    { text: `以下の3つです。\n\n${list('土', '水')}\n\n最後に、光も要ります。`, why: 'the last one stands in prose' },
    { text: `先に述べたこの3つを守りましょう。\n\n${list('土', '水')}`, why: 'refers back' },
    { text: `3つの畑を踏まえて、手順を説明します。\n\n${list('耕す', '植える')}`, why: 'other things are counted' },
    { text: `「苗」と「土」の2軸で進めます。\n\n${list('選ぶ', '混ぜる', '植える')}`, why: 'named before' },
    `## 3つの失敗\n\n### 失敗1：水\n\n水です。\n\n### 失敗2：光\n\n光です。\n\n### 失敗3：土\n\n土です。`,
    { text: `## 2つの壁と3つの機会\n\n${list('a', 'b', 'c', 'd', 'e')}`, why: 'two numbers' },
    '理由は2つあります。1つ目は土です。2つ目は水です。',
    '理由は3つあります。1つ目は土です。2つ目は水です。最後に、光です。',
    '土、水、光の3つが要ります。「苗」「鉢」という2つの品です。',
    { text: '値として鍵、錠、扉の3つが要ります。企業、学校の4つの課題です。', why: 'other things are counted' },
    { text: `約3つの方法があります。\n\n${list('a', 'b')}`, why: 'not exact' },
    { text: titled('庭の5つのコツ', '## 1. 土\n\n土です。\n\n## 2. 水\n\n水です。'), why: 'numbers of chapters' },
    { text: titled('肥料4選', list('a', 'b', 'c', 'd')), why: 'in a list' },
    '課題は苗の質、土の乾き、人手の3つです。鍵は苗、土の質と水やりの3つだ。',
    { text: '大切なのは苗や土の3つです。', why: 'examples' },
    { text: '庭では苗と土、水、光の3つを見ます。大切なのは苗・土、水、光の3つです。', why: 'two names are one thing' },
    { text: '今年は春、夏、秋の2つを比べます。', why: 'the sentence does not end by counting' },
    { text: `\`以下の3つ\`です。\n\n${list('a', 'b')}`, why: 'code' },
  ],
  invalid: [
    {
      text: `庭づくりのポイントは以下の3つです。\n\n${list('土', '水', '光', '風')}`,
      problems: [
        {
          at: '3つ',
          message: followed('3つ', 3, 4),
          en: '"3つ" is followed by 4 items (3 ≠ 4). Correct the number or the items.',
          severity: 'error',
          related: ['風'],
          suggestions: [`庭づくりのポイントは以下の4つです。\n\n${list('土', '水', '光', '風')}`],
        },
      ],
    },
    {
      text: `𠮷野さんは、道具を３つ紹介します。\r\n\r\n1. 鍬\r\n2. 鎌`,
      problems: [{ at: '３つ', message: followed('３つ', 3, 2), severity: 'error' }],
    },
    {
      text: `必要な条件が4つあります。\n\n${list('土', '水')}`,
      problems: [{ at: '4つ', message: followed('4つ', 4, 2), severity: 'warning' }],
    },
    {
      text: '以下の5つの要素で構成されます。\n\n| 要素 | 役割 |\n|---|---|\n| 土 | a |\n| 水 | b |\n| 光 | c |',
      problems: [{ at: '5つ', message: followed('5つの要素', 5, 3) }],
    },
    {
      text: '## 4つの失敗\n\n### 失敗1：水\n\n水です。\n\n### 失敗2：光\n\n光です。\n\n### 失敗3：土\n\n土です。',
      problems: [{ at: '4つ', message: followed('4つの失敗', 4, 3), severity: 'error', related: ['失敗3：土'] }],
    },
    {
      text: '## 肥料3選\n\n**1. 油かす**\n\n油です。\n\n**2. 骨粉**\n\n骨です。',
      problems: [{ at: '3選', message: followed('3選', 3, 2) }],
    },
    {
      text: '理由は大きく2つあります。1つ目は土です。2つ目は水です。\n\nそして3つ目は光です。',
      problems: [{ at: [6, 8], message: followed('2つ', 2, 3) }],
    },
    {
      text: '「苗」「土」「水」という4つの品を使います。',
      problems: [
        {
          at: '「苗」「土」「水」という4つ',
          message:
            '「「苗」「土」「水」という4つ」とありますが、挙げられているのは3つです（4≠3）。数か列挙を直してください。',
          suggestions: ['「苗」「土」「水」という3つの品を使います。'],
        },
      ],
    },
    {
      text: '課題は苗の質、土の乾きやすさの4つです。',
      problems: [
        {
          at: '苗の質、土の乾きやすさの4つ',
          message:
            '「苗の質、土の乾きやすさの4つ」とありますが、挙げられているのは2つです（4≠2）。数か列挙を直してください。',
          severity: 'warning',
          suggestions: ['課題は苗の質、土の乾きやすさの2つです。'],
        },
      ],
    },
    {
      text: '課題は苗の質、土の乾き、水の2つです。',
      problems: [
        {
          at: '苗の質、土の乾き、水の2つ',
          message:
            '「苗の質、土の乾き、水の2つ」とありますが、挙げられているのは3つです（2≠3）。数か列挙を直してください。',
          severity: 'warning',
        },
      ],
    },
    {
      text: '苗、土、水という4つの要素で庭ができます。',
      problems: [
        {
          at: '苗、土、水という4つ',
          message: '「苗、土、水という4つ」とありますが、挙げられているのは3つです（4≠3）。数か列挙を直してください。',
          severity: 'warning',
        },
      ],
    },
    {
      text: '必要なのは土、水、光の4つです。',
      problems: [
        {
          at: '土、水、光の4つ',
          message: '「土、水、光の4つ」とありますが、挙げられているのは3つです（4≠3）。数か列挙を直してください。',
          severity: 'warning',
        },
      ],
    },
    {
      text: titled(
        '庭を守る5つのステップ',
        '## ステップ1：土\n\n土。\n\n## ステップ2：水\n\n水。\n\n## ステップ3：光\n\n光。',
      ),
      problems: [
        {
          at: '5つ',
          message:
            'タイトルの「5つのステップ」に対し、本文で番号の付いた項目は3つです（5≠3）。どちらかを直してください。',
          severity: 'warning',
          related: ['## ステップ3：光'],
        },
      ],
    },
    {
      text: titled('庭の3つの鍵', '庭には、土と水という2つの柱があります。'),
      problems: [
        {
          at: '3つ',
          message: 'タイトルの「3つの鍵」に対し、本文は「2つの柱」を挙げています（3≠2）。どちらかを直してください。',
          related: ['2つ'],
        },
      ],
    },
  ],
});
