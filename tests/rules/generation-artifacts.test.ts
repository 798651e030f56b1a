import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KIND_IDS, KINDS } from '../../rules/generation-artifacts/kinds.ts';
import rule from '../../rules/generation-artifacts/rule.ts';
import { problemsOf, testRule } from '../support/rule-tester.ts';

const END = '「---END---」は文章生成の終了を示す記号です。削除してください。';
const CITE =
  '「[cite: 3]」は対話型AIの引用記号で、読者はたどれません。出典へのリンクに置き換えるか、削除してください。';

/** Kind, article, and what must be found in it. */
const SHOWN: readonly (readonly [id: string, text: string, at: string])[] = [
  ['end-marker', '以上です。\n\nEND\n', 'END'],
  ['end-marker', '以上です。\n[END]\n', '[END]'],
  ['end-marker', '以上です。<|endoftext|>\n', '<|endoftext|>'],
  ['end-marker', '以上です。 ---END---もちろん、続きもあります。\n', '---END---'],
  ['end-marker', '以上です。\n\n---END\n', '---END'],
  ['model-tag', '<think>\n\n構成を考える。\n', '<think>'],
  ['model-tag', '以上です。</s>\n', '</s>'],
  ['prompt', '【既存の記事の最後の部分】\n春の庭を歩きました。\n', '【既存の記事の最後の部分】'],
  ['prompt', '続きを書いてください：\n', '続きを書いてください：'],
  [
    'prompt',
    '1. 上の文章から続けてください。\n2. 全体で3000〜4000文字程度にしてください。\n3. 記事の末尾に---END---を必ず追加してください。\n',
    '全体で3000〜4000文字程度にしてください。\n3. 記事の末尾に---END---を必ず追加してください。',
  ],
  ['refusal', 'I apologize, but I am unable to browse the web.\n', 'I apologize, but I am unable to browse the web.'],
  [
    'refusal',
    '申し訳ありませんが、リアルタイムの情報を検索することはできません。\n',
    '申し訳ありませんが、リアルタイムの情報を検索することはできません。',
  ],
  ['quota-error', 'You exceeded your current quota.\n', 'You exceeded your current quota.'],
  ['chat-reply', 'はい、承知いたしました。記事の続きを書きます。\n', 'はい、承知いたしました。記事の続きを書きます。'],
  ['chat-reply', 'Certainly! Here is the article.\n', 'Certainly! Here is the article.'],
  ['chat-reply', '以下はご要望に沿って書き直した文章です。\n', '以下はご要望に沿って書き直した文章です。'],
  ['length-note', '（文字数確認: 約3900文字）\n', '（文字数確認: 約3900文字）'],
  ['existing-article', 'もちろん、既存の記事でも触れたように、庭は狭い。\n', '既存の記事でも触れたように'],
  ['existing-article', '既存記事の冒頭で紹介した庭です。\n', '既存記事の冒頭で紹介した'],
  [
    'self-quotation',
    '庭の手入れは毎日の小さな楽しみです。\n\n「庭の手入れは毎日の小さな楽しみです。」\n',
    '「庭の手入れは毎日の小さな楽しみです。」',
  ],
  ['continuation-note', '## 庭の手入れ（続き）\n', '（続き）'],
  ['continuation-note', '春です。\n\n（中略）\n\n秋です。\n', '（中略）'],
  [
    'second-front-matter',
    '春です。\n\n---\ntitle: 庭\ndate: 2026-01-05\n---\n\n秋です。\n',
    '---\ntitle: 庭\ndate: 2026-01-05\n---',
  ],
  ['placeholder', '[あなたの会社名]では庭を設計します。\n', '[あなたの会社名]'],
  ['placeholder', '案内役の〇〇（あなたの名前）です。\n', '〇〇（あなたの名前）'],
  ['placeholder', '{{会社名}}の庭です。\n', '{{会社名}}'],
  ['placeholder', '導入の結果、年間で約XXX万円を節約しました。\n', 'XXX万円'],
  ['placeholder', 'TODO: 出典を足す\n', 'TODO: 出典を足す'],
  ['image-prompt', '［ここに庭の写真を挿入］\n', '［ここに庭の写真を挿入］'],
  ['image-prompt', '［画像：夕暮れの庭］\n', '［画像：夕暮れの庭］'],
  ['citation', '三割増えました。【12†source】\n', '【12†source】'],
  ['citation', '三割増えました citeturn0search3 。\n', 'citeturn0search3'],
  ['citation', '三割増えました:contentReference[oaicite:0]{index=0}。\n', ':contentReference[oaicite:0]{index=0}'],
  ['tracking', '[庭](https://example.com/?utm_source=chatgpt.com)\n', '?utm_source=chatgpt.com'],
  ['knowledge-source', '市場は三割伸びました（参照データより）。\n', '（参照データより）'],
  ['knowledge-source', '参照データによると、市場は伸びました。\n', '参照データによると'],
  ['masked-name', '某生成AI企業のGPT-5を使います。\n', '某生成AI企業のGPT-5'],
  ['foreign-script', 'シンгаポールの庭です。\n', 'га'],
  ['foreign-script', '参入障اقを下げます。\n', 'اق'],
  ['simplified-chinese', '知らせを第一时间に届けます。\n', '第一时间'],
  ['replacement-character', '庭の手�れをします。\n', '�'],
  ['escaped-text', '春です。\\n\\n秋です。\n', '\\n\\n'],
  ['escaped-text', '花&amp;nbsp;木です。\n', '&amp;nbsp;'],
  ['token-noise', '春です。{}^{}{}^{}{}^{}{}^{}\n', '{}^{}{}^{}{}^{}{}^{}'],
];

describe('generation-artifacts kinds', () => {
  it.each(SHOWN)('%s: %s', async (id, text, at) => {
    const [problem, ...others] = await problemsOf(rule, { text });
    const kind = KINDS.find((candidate) => candidate.id === id);
    const [head, tail] = (kind?.message.ja ?? '').split('{}');
    expect(problem && text.slice(...problem.range)).toBe(at);
    expect(problem?.message.ja.startsWith(head ?? '!') && problem.message.ja.endsWith(tail ?? '!')).toBe(true);
    expect(others).toEqual([]);
    expect(await problemsOf(rule, { text, options: { disable: [id] } })).toEqual([]);
  });

  it('stand in the page of the rule, all of them', () => {
    const page = readFileSync(new URL('../../rules/generation-artifacts/README.md', import.meta.url), 'utf8');
    const listed = Array.from(page.matchAll(/^\| `([a-z-]+)` +\| (error|warning|info)/gm), (match) => [
      match[1],
      match[2],
    ]);
    expect(listed).toEqual(KINDS.map(({ id, severity }) => [id, severity]));
    expect(KIND_IDS).toEqual(KINDS.map(({ id }) => id));
  });
});

testRule(rule, {
  valid: [
    '春の庭を歩きました。\n',
    { text: '`---END---`を付けて出力させます。\n\n```\n---END---\n続きを書いてください\n```\n', why: 'code' },
    { text: '記事の末尾に---END---を付けさせる方法です。\n', why: 'a text about the marker' },
    { text: '返事は「はい、承知いたしました。記事の続きを書きます。」でした。\n', why: 'in quotation marks' },
    { text: '> 申し訳ありませんが、その記事を検索することはできません。\n', why: 'a quotation' },
    { text: '- [I apologize, but I am unable to perform](/2025/11/20/a/)\n', why: 'the title of another article' },
    { text: '## プロンプトの例\n\n- 記事の続きを書いてください\n- 2000文字程度で\n', why: 'an article on prompts' },
    { text: '既存の記事を新しいCMSに移し、既存の記事にも目次を付けます。\n', why: 'the articles of a site' },
    { text: '前回の記事で触れたように、庭は狭い。\n', why: 'another article that readers know' },
    { text: '庭の広さ\n=======\n\n春です。\n', why: 'an underline is no conflict marker' },
    { text: '「予算〇〇円で」と言われ、〇倍の話を何度も聞きました。\n', why: '〇〇 in a quoted example' },
    { text: '例えば「年間XX万円」のように、目標を数値で示しました。\n', why: 'a form to fill in' },
    { text: '{{ page.title }}と{% include ad.html %}を置きました。\n', why: 'Liquid' },
    { text: '角度αとβ、社名Газпромは残します。\n\n新社長のИван氏です。\n', why: 'symbols and whole names' },
    { text: '「萝卜快跑」は自動運転です。昆仑芯（Kunlunxin）も続きます。\n', why: 'Chinese names' },
    { text: 'キリル文字のгаを使います。\n', why: 'about letters' },
    { text: 'ナレッジベースと、参照データの品質を管理します。\n', why: 'ordinary words' },
    { text: '某大手企業の担当者に聞きました。\n', why: 'a company that nothing gives away' },
    {
      text: '表1（続き）のとおりです。直接的な投資はもちろんですが、以下に続きます。\n',
      options: { disable: ['continuation-note'] },
    },
    { text: '<s>古い値段</s>です。\n', why: 'struck text' },
    {
      text: '庭の手入れは毎日の小さな楽しみです。\n\n「庭の手入れは毎日の小さな楽しみです。」と冒頭で書きました。\n',
      why: 'a recap',
    },
  ],
  invalid: [
    {
      text: '春です。\n\n---END---\n\n秋です。\n',
      problems: [{ at: '---END---', message: END, severity: undefined, output: '春です。\n\n秋です。\n' }],
    },
    {
      text: '春です。\r\n---END---\r\n',
      why: 'glued to the end of a paragraph, CRLF',
      problems: [{ at: '---END---', message: END, output: '春です。\r\n' }],
    },
    {
      text: '---END---\n𠮷野の秋です。\n',
      why: 'glued to the start of a paragraph',
      problems: [{ at: '---END---', message: END, output: '𠮷野の秋です。\n' }],
    },
    {
      text: '𠮷野の春です。 ---END--- 秋です。\n',
      why: 'in the middle of a line: two texts that were joined',
      problems: [{ at: '---END---', message: END, output: '𠮷野の春です。\n\n秋です。\n' }],
    },
    {
      text: '- 春です。 ---END---\n- 😀秋です。\n',
      why: 'in a list',
      problems: [{ at: '---END---', message: END, output: '- 春です。\n- 😀秋です。\n' }],
    },
    {
      text: '| 季節 |\n|---|\n| 春 [cite: 3] |\n',
      why: 'in a table',
      problems: [{ at: '[cite: 3]', message: CITE, output: '| 季節 |\n|---|\n| 春 |\n' }],
    },
    {
      text: '<<<<<<< Updated upstream\n春です。\n=======\n秋です。\n>>>>>>> Stashed changes\n',
      problems: [
        {
          at: '<<<<<<< Updated upstream',
          message:
            '「<<<<<<< Updated upstream」はGitのマージで衝突した箇所の印です。どちらかの文章を選び、印を3行とも削除してください。',
          related: ['=======', '>>>>>>> Stashed changes'],
          suggestions: ['春です。\n', '秋です。\n'],
        },
      ],
    },
    {
      text: '<<<<<<< a\n春です。\n=======\n春です。\n>>>>>>> b\n',
      why: 'both sides are the same',
      problems: [
        {
          at: '<<<<<<< a',
          message:
            '「<<<<<<< a」はGitのマージで衝突した箇所の印です。どちらかの文章を選び、印を3行とも削除してください。',
          output: '春です。\n',
        },
      ],
    },
    {
      text: '---\ntitle: 庭\n---\n\n```markdown\n# 庭\n\n春です。夏です。秋です。\n```\n',
      problems: [
        {
          at: '```markdown',
          message: '「```markdown」は記事の全体を囲むコード記法の残りです。削除してください。',
          output: '---\ntitle: 庭\n---\n\n# 庭\n\n春です。夏です。秋です。\n',
        },
      ],
    },
    {
      text: '春です。\n\n```\n',
      why: 'a closing fence that nothing opened',
      problems: [
        {
          at: '```',
          message: '「```」は記事の全体を囲むコード記法の残りです。削除してください。',
          output: '春です。\n\n\n',
        },
      ],
    },
    {
      text: '[庭](https://example.com/?utm_source=chatgpt.com&page=2)\n',
      problems: [
        {
          at: '?utm_source=chatgpt.com',
          message: 'URLの「?utm_source=chatgpt.com」は対話型AIが付けた追跡用の値です。削除してください。',
          severity: 'warning',
          output: '[庭](https://example.com/?page=2)\n',
        },
      ],
    },
    {
      text: '某生成AI企業のClaudeを使います。某生成AI企業は伸びています。\n',
      why: 'the same mask again',
      problems: [
        {
          at: [0, 14],
          message: '「某生成AI企業のClaude」は社名を伏せていますが、製品名から分かります。社名を書いてください。',
        },
        {
          at: [20, 27],
          message: '「某生成AI企業」は社名を伏せていますが、製品名から分かります。社名を書いてください。',
          severity: 'info',
        },
      ],
    },
    {
      text: '社外秘の資料です。\n',
      options: { patterns: ['社外秘'] },
      problems: [{ at: '社外秘', message: '「社外秘」は設定で禁止された文字列です。削除するか、書き換えてください。' }],
    },
  ],
});

describe('generation-artifacts', () => {
  const pieces = [
    '---END---',
    '<<<<<<< a',
    '=======',
    '>>>>>>> b',
    '【要求事項】',
    '続きを書いてください',
    '[cite: 1]',
    '「',
    '」',
    '庭です。',
    '```',
    '---',
    'title: a',
    'га',
    '\uFFFD',
    '{}',
    '^',
    '\n',
    '\n\n',
    ' ',
    '- ',
    '> ',
    '| ',
  ];

  it('never throws, and every range lies in the text', async () => {
    const articles = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(articles, async (text) => {
        for (const { range } of await problemsOf(rule, { text })) {
          expect(range[0] >= 0 && range[0] < range[1] && range[1] <= text.length).toBe(true);
        }
      }),
    );
  });
});
