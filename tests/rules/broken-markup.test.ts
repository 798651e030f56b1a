import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KINDS } from '../../rules/broken-markup/kinds.ts';
import rule from '../../rules/broken-markup/rule.ts';
import { problemsOf, testRule } from '../support/rule-tester.ts';

const literal = (quote: string): string =>
  `「${quote}」は太字にならず、記号のまま表示されます。記号を括弧や句読点の内側に移すか、<strong>を使ってください。`;
const heading = (quote: string): string =>
  `「${quote}」は直後の区切り線のために見出しになります。間に空行を入れてください。`;
const unmatched = (quote: string): string =>
  `「${quote}」の「**」には対になる記号がなく、そのまま表示されます。対を補うか、削除してください。`;

/** Kind, article, and what must be found in it. */
const SHOWN: readonly (readonly [id: string, text: string, at: string])[] = [
  ['cut-link', '詳しくは[庭の本](https://example.com/a\n', '[庭の本](https://example.com/a'],
  ['cut-link', '[庭の本](\n\n春です。\n', '[庭の本]('],
  ['cut-link', '[庭の本](https://example.com/a）をどうぞ。\n', '[庭の本](https://example.com/a'],
  ['cut-link', '[庭の本]（https://example.com/a）をどうぞ。\n', '[庭の本]（https://example.com/a）'],
  ['flattened-markup', '春です。 ### 夏の庭 夏は草が伸びます。\n', '### 夏の庭 夏は草が伸びます'],
  ['flattened-markup', '道具です。 * 軍手 安いもの。 * 鎌 古いもの。\n', '* 軍手 安いもの'],
  ['escaped-mark', '\\*\\*庭\\*\\*の話です。\n', '\\*\\*庭\\*\\*'],
  ['open-code', '関数`mapを使います。\n', '`'],
  ['open-fence', '春です。\n\n```js\nlet a;\n', '```js'],
  ['table-cells', '| 季節 | 花 |\n|---|---|\n| 春 | 桜 | 梅 |\n', '| 春 | 桜 | 梅 |'],
  ['lost-table', '| 季節 | 花 |\n|---|\n| 春 | 桜 |\n', '| 季節 | 花 |'],
  ['html-tag', '春は<strong>桜です。\n', '<strong>'],
  ['html-tag', '春は桜</b>です。\n', '</b>'],
];

describe('broken-markup kinds', () => {
  it.each(SHOWN)('%s: %s', async (id, text, at) => {
    const [problem, ...others] = await problemsOf(rule, { text });
    const [head, tail] = (KINDS.find((kind) => kind.id === id)?.message.ja ?? '').split('{}');
    expect(problem && text.slice(...problem.range)).toBe(at);
    expect(problem?.message.ja.startsWith(head ?? '!') && problem.message.ja.endsWith(tail ?? '!')).toBe(true);
    expect(others).toEqual([]);
    expect(await problemsOf(rule, { text, options: { disable: [id] } })).toEqual([]);
  });

  it('stand in the page of the rule, all of them', () => {
    const page = readFileSync(new URL('../../rules/broken-markup/README.md', import.meta.url), 'utf8');
    const listed = Array.from(page.matchAll(/^\| `([a-z-]+)` +\| (error|warning|info)/gm), (row) => [row[1], row[2]]);
    expect(listed).toEqual(KINDS.map(({ id, severity }) => [id, severity]));
  });
});

testRule(rule, {
  valid: [
    '春は**桜**です。\n',
    { text: 'これは「**桜**」です。**「桜」** です。\n', why: 'marks that work' },
    { text: '`**「桜」**が`と書きます。\n\n```\n**「桜」**が\n```\n', why: 'code' },
    { text: 'べき乗は2**3や4**5と書き、演算子は（**）です。\n', why: 'an operator' },
    { text: '庭の話\n---\n\n春です。\n', why: 'a short title is meant as a heading' },
    { text: '春です。\n\n---\n\n夏です。\n', why: 'a thematic break' },
    { text: '#庭 #春 と#1位です。\n', why: 'hashtags' },
    { text: '-3度から-5度でした。\n*注：平年比\n', why: 'a minus sign and one note' },
    { text: '東京 | 大阪 | 福岡\n', why: 'navigation' },
    { text: '文字列は`で囲みます（`）。\n\n引用符は`で始めます。\n', why: 'the backtick itself' },
    { text: '| 季節 | 花 |\n|---|---|\n| 春 |\n', why: 'empty cells at the end of a row' },
    { text: '春は<b>桜</b>、<br>夏は<kbd>F1</kbd>です。\n', why: 'tags in pairs' },
    { text: '配列[0](先頭)と関数f(x)です。\n', why: 'brackets of a program' },
    { text: '春です。\n\n```\nlet a;\n```\n', why: 'a closed fence' },
    { text: '　春です。\n', why: 'an indented paragraph' },
  ],
  invalid: [
    {
      text: '春は**「桜」**が咲きます。\n',
      problems: [{ at: '**「桜」**', message: literal('**「桜」**'), output: '春は「**桜**」が咲きます。\n' }],
    },
    {
      text: '**春です。**夏です。\n',
      why: 'a full stop',
      problems: [{ at: '**春です。**', message: literal('**春です。**'), output: '**春です**。夏です。\n' }],
    },
    {
      text: '春は** 桜 **です。\n',
      why: 'spaces inside',
      problems: [{ at: '** 桜 **', message: literal('** 桜 **'), output: '春は**桜**です。\n' }],
    },
    {
      text: '**一年草（短い草）**は枯れます。\n',
      why: 'what is bold is the choice of the author',
      problems: [
        {
          at: '**一年草（短い草）**',
          message: literal('**一年草（短い草）**'),
          suggestions: ['**一年草**（短い草）は枯れます。\n', '<strong>一年草（短い草）</strong>は枯れます。\n'],
        },
      ],
    },
    {
      text: '- 😀**「𠮷野」**の**春**と**「梅」**も。\n',
      why: 'in a list, 4-byte characters, a pair that works between two that do not',
      problems: [
        { at: '**「𠮷野」**', message: literal('**「𠮷野」**'), output: '- 😀「**𠮷野**」の**春**と**「梅」**も。\n' },
        { at: '**「梅」**', message: literal('**「梅」**'), output: '- 😀**「𠮷野」**の**春**と「**梅**」も。\n' },
      ],
    },
    {
      text: '| 花 |\n|---|\n| **「桜」**が |\n',
      why: 'in a table',
      problems: [{ at: '**「桜」**', message: literal('**「桜」**'), output: '| 花 |\n|---|\n| 「**桜**」が |\n' }],
    },
    {
      text: '`a`と[桜](/a)の**「梅」**は花です。\n',
      why: 'beside code and a link',
      problems: [{ at: '**「梅」**', message: literal('**「梅」**'), output: '`a`と[桜](/a)の「**梅**」は花です。\n' }],
    },
    {
      text: '春は**桜です。夏は草です。\n',
      problems: [
        {
          at: '**',
          message: unmatched('春は**桜です。夏は草で'),
          severity: undefined,
          suggestions: ['春は桜です。夏は草です。\n'],
        },
      ],
    },
    {
      text: '春は**桜の\n',
      why: 'the sentence is cut: another rule says so',
      problems: [{ at: '**', message: unmatched('春は**桜の'), severity: 'info' }],
    },
    {
      text: '春が来ました。\n---\n\n夏です。\n',
      problems: [
        {
          at: '---',
          message: heading('春が来ました。'),
          severity: 'error',
          output: '春が来ました。\n\n---\n\n夏です。\n',
        },
      ],
    },
    {
      text: '春が来ました。\r\n---\r\n夏です。\r\n',
      why: 'CRLF',
      problems: [
        { at: '---', message: heading('春が来ました。'), output: '春が来ました。\r\n\r\n---\r\n夏です。\r\n' },
      ],
    },
    {
      text: '##夏の庭\n\n夏です。\n',
      problems: [
        {
          at: '##',
          message: '「##夏の庭」は記号の後に空白がないため、見出しになりません。空白を入れてください。',
          output: '## 夏の庭\n\n夏です。\n',
        },
      ],
    },
    {
      text: '-桜\n-梅\n',
      problems: [
        {
          at: [0, 1],
          message: '「-桜」は記号の後に空白がないため、箇条書きになりません。空白を入れてください。',
          output: '- 桜\n-梅\n',
        },
        { at: [3, 4], message: '「-梅」は記号の後に空白がないため、箇条書きになりません。空白を入れてください。' },
      ],
    },
    {
      text: '春です。\n\n 夏です。\n',
      problems: [
        {
          at: ' ',
          message: '「夏です。」の行頭に余分な半角空白があります。削除してください。',
          severity: 'info',
          output: '春です。\n\n夏です。\n',
        },
      ],
    },
  ],
});

describe('broken-markup', () => {
  const pieces = [
    '**',
    '*',
    '「',
    '」',
    '桜',
    'が',
    '。',
    '`',
    '[',
    '](',
    ')',
    'https://a.jp',
    '## ',
    '##',
    '---',
    '\n',
    '\n\n',
    ' ',
    '- ',
    '| ',
    '<b>',
    '</b>',
    '```',
    '\\',
  ];
  const articles = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));

  it('never throws, and every range lies in the text', async () => {
    await fc.assert(
      fc.asyncProperty(articles, async (text) => {
        for (const { range } of await problemsOf(rule, { text })) {
          expect(range[0] >= 0 && range[0] < range[1] && range[1] <= text.length).toBe(true);
        }
      }),
    );
  });
});
