import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import rule from '../../rules/broken-sentences/rule.ts';
import { problemsOf, testRule } from '../support/rule-tester.ts';

const cut = (text: string): string => `「${text}」で文が途切れています。続きを補うか、この断片を削除してください。`;
const restarted = (text: string): string =>
  `「${text}」で文が途切れ、後で書き直されています。この断片を削除してください。`;
const continued = (text: string): string =>
  `「${text}」で文が途切れ、続きが別の段落になっています。つないで一文にしてください。`;
const start = (text: string): string =>
  `「${text}」は文の途中から始まっています。前半を補うか、この断片を削除してください。`;
const heading = (text: string): string => `見出し「${text}」が途中で切れています。書き直すか、削除してください。`;
const link = (text: string): string => `リンクの題名「${text}」が途中で切れています。リンク先の題名に直してください。`;

testRule(rule, {
  valid: [
    '',
    '水は冷たい。風も冷たい。',
    { text: '水は冷たい。風も冷たい\n\n山の話です。', why: 'a mere missing full stop belongs to ja-no-mixed-period' },
    {
      text: '水は冷たい。たとえば、\n\n- 川の水\n- 井戸の水を',
      why: 'a lead-in to a list; an item in the style of headlines',
    },
    { text: '水を止めます。次のコマンドで\n\n```sh\nstop water\n```', why: 'a lead-in to code' },
    { text: '水を止めます。手順は次のとおり：\n\n1. 栓を閉める', why: 'a colon announces' },
    { text: '水を止めます。詩人はこう書いた、\n\n> 水は冷たい', why: 'a lead-in to a quotation' },
    { text: '## 水を\n\n止めます。\n\n## 水の話を聞くために\n\n話します。', why: 'headings end in particles' },
    { text: '**技術者の皆さんへ、深めるために**\n水を止めます。', why: 'a bold line is a heading' },
    { text: '水が止まった。「本当に？」って。', why: 'a quotation with って。' },
    { text: '水が止まる。止まるのは朝。\n\n「止まったか」', why: '体言止め, and a quotation on its own' },
    { text: '水が止まる日…\n\n止まらない日もある。', why: 'an ellipsis at the end' },
    { text: '名称: 水道\n用途: 飲料、洗濯\n\n水を止めます。', why: 'keys and values' },
    { text: '体系的に解説した一冊\n\n[詳しく見る →](/book/)', why: 'a blurb and a link' },
    { text: '水を止める。詳しくは\n[手順を見る](/steps/)', why: 'a line of nothing but a link' },
    { text: '水道の歴史\n\n水道の歴史は、紀元前に始まります。', why: 'a term and the paragraph that explains it' },
    { text: '---\ntitle: 水が止まる日、その真意とは\n---\n\n水が止まる日、その真意とは\n\n朝でした。', why: 'a title' },
    { text: '| 名 | 用途 |\n|---|---|\n| 水、 | 飲む |\n| 湯 | 洗うための |', why: 'cells in the middle of a table' },
    { text: 'で、どうなったか。と、思うでしょう。', why: 'a conjunction made of a particle' },
    { text: '……そう、朝だ。', why: 'a literary pause' },
    '水を止めます。`stop`',
    '[水とは](/a/)\n\n[水を守るために](/b/)\n\n[終わりに](/c/)',
    { text: '[「水](/a/)', options: { linkTitles: false } },
    { text: '水は冷たい。次の表で\n\n<table><tr><td>水</td></tr></table>', why: 'a lead-in to HTML' },
    { text: '水は冷たい。風も冷たいですね（笑）\n\n山の話です。', why: 'a parenthesis after a predicate' },
    {
      text: 'Water is cold. It is very cold in winter. And the wind from the mountains, which is colder than\n\nAlso cold',
      why: 'another language',
    },
    { text: '**水への展望\n**\n\n水です。', why: 'emphasis that closes on another line' },
    { text: '水道の今\n\n\n朝の話です。', why: 'a headline without a mark, two blank lines below it' },
    { text: '## 部品\n\n### 部品\n\n部品です。', why: 'an intro heading' },
    { text: '## 水の話\n\n水です。\n\n## 水の話（続き）\n\n湯です。', why: 'a second part' },
  ],
  invalid: [
    {
      text: '水は冷たい。風がとても冷たいので、高性能な服が',
      problems: [
        {
          at: '風がとても冷たいので、高性能な服が',
          message: cut('風がとても冷たいので、高性能な服が'),
          en: 'The sentence breaks off at "風がとても冷たいので、高性能な服が". Complete or delete this fragment.',
          severity: 'error',
        },
      ],
    },
    {
      text: '水は冷たい。もっとも重要なのは、水の量\n\n\nもっとも重要なのは、水の量を測ることです。',
      why: 'the sentence is started again: the fix deletes the fragment',
      problems: [
        {
          at: [6, 19],
          message: restarted('もっとも重要なのは、水の量'),
          related: ['もっとも重要なのは、水の量'],
          output: '水は冷たい。\n\n\nもっとも重要なのは、水の量を測ることです。',
        },
      ],
    },
    {
      text: 'もっとも重要なのは、水の量を\n\nもっとも重要なのは、水の量を測ることです。',
      why: 'the whole paragraph is the fragment',
      problems: [
        {
          at: [0, 14],
          message: restarted('もっとも重要なのは、水の量を'),
          output: 'もっとも重要なのは、水の量を測ることです。',
        },
      ],
    },
    {
      text: '水は冷たい。もっとも重要なのは、水の量を\n\n…もっとも重要なのは、水の量を測ることです。',
      why: 'taken up with an ellipsis: it goes too',
      problems: [
        {
          at: [6, 20],
          message: restarted('もっとも重要なのは、水の量を'),
          output: '水は冷たい。もっとも重要なのは、水の量を測ることです。',
        },
      ],
    },
    {
      text: '水は冷たい。また、川の流れをせき止める工事には\n\n川の流れをせき止める工事には許可が必要です。',
      why: 'taken up with its last words: the fix joins',
      problems: [
        {
          at: 'また、川の流れをせき止める工事には',
          message: continued('また、川の流れをせき止める工事には'),
          output: '水は冷たい。また、川の流れをせき止める工事には許可が必要です。',
        },
      ],
    },
    {
      text: '水は冷たい。料金はたしかに魅\n\n力的な水準です。',
      why: 'a word in two: joining is only suggested',
      problems: [
        {
          at: '料金はたしかに魅',
          message: continued('料金はたしかに魅'),
          suggestions: ['水は冷たい。料金はたしかに魅力的な水準です。'],
        },
      ],
    },
    {
      text: '夜は長い。冷たい水を毎朝飲むと体が目覚めます。\n\n冬は寒い。冷たい水を毎朝飲むと\n\n体が目覚めます。',
      why: 'an intact copy proves that the next paragraph is the rest',
      problems: [
        {
          at: [30, 40],
          message: continued('冷たい水を毎朝飲むと'),
          output: '夜は長い。冷たい水を毎朝飲むと体が目覚めます。\n\n冬は寒い。冷たい水を毎朝飲むと体が目覚めます。',
        },
      ],
    },
    {
      text: '夜は長い。新たな価値を水から創造する人が増えます。\n\n冬は寒い。新たな価値を水から創造する\n\n---END---\n',
      why: 'it looks complete, but the copy goes on',
      problems: [
        {
          at: [32, 45],
          message:
            '「新たな価値を水から創造する」で文が途切れています。同じ文が記事の別の場所で続いています。続きを補うか、この断片を削除してください。',
          related: ['新たな価値を水から創造する人が増えます。'],
        },
      ],
    },
    {
      text: '水は冷たい。風も冷たいと考えられます\n---END---\n',
      why: 'a marker merged into the paragraph: the full stop is lost',
      problems: [
        {
          at: '風も冷たいと考えられます',
          message:
            '「風も冷たいと考えられます」で段落が句点なしに終わっています。文がここで切れていないか確かめ、「。」を補ってください。',
          severity: 'warning',
        },
      ],
    },
    {
      text: '水は冷たい。\n\nでは、風\n\n\n山の話を始めましょう。',
      why: 'two blank lines after the beginning of a sentence',
      problems: [{ at: 'では、風', message: cut('では、風'), severity: 'warning' }],
    },
    {
      text: '水は冷たい。風の影響\n\n---\n\n## 関連記事\n\n- [湯](/hot/)',
      why: 'the end of the article',
      problems: [{ at: '風の影響', message: cut('風の影響'), severity: 'error' }],
    },
    {
      text: '水は冷たい。山から来る風も冷たい。\n朝の町では、水も風も冷たく\n---\n',
      why: 'prose that an underline makes a heading',
      problems: [{ at: '朝の町では、水も風も冷たく', message: cut('朝の町では、水も風も冷たく') }],
    },
    {
      text: '水は冷たい。\n\nを避けるため、湯を使います。',
      problems: [{ at: 'を避けるため、', message: start('を避けるため、湯を使います。') }],
    },
    {
      text: '水は冷たい。\n\n\n…その水を朝に飲みます。',
      problems: [{ at: '…その水を朝に飲みます。', message: start('…その水を朝に飲みます。') }],
    },
    {
      text: '昔から水を研究開発に使える機会を増やすことは、町の発展に欠かせないと言われてきました。\n\n開発に使える機会を増やすことは、町の発展に欠かせないと言われてきました。',
      why: 'torn out of a compound that is intact elsewhere',
      problems: [
        {
          at: [45, 61],
          message: start('開発に使える機会を増やすことは、町の発展…'),
          related: ['から水を研究開発に使える機会を増やす'],
        },
      ],
    },
    {
      text: '1. 水の管理。毎朝、量を測り、記録を\n2. 湯の管理。毎晩、温度を測ります。',
      why: 'in a list',
      problems: [{ at: '毎朝、量を測り、記録を', message: cut('毎朝、量を測り、記録を') }],
    },
    {
      text: '| 名 | 用途 |\n|---|---|\n| 水 | いわゆる「 |',
      why: 'in a table',
      problems: [{ at: 'いわゆる「', message: cut('いわゆる「') }],
    },
    {
      text: '> 水は冷たい。風が冷たいのは、山の',
      why: 'in a quotation',
      problems: [{ at: '風が冷たいのは、山の', message: cut('風が冷たいのは、山の') }],
    },
    {
      text: '水は`cold`です。風は[山](/m/)の影響で',
      why: 'beside code and a link',
      problems: [{ at: '風は[山](/m/)の影響で', message: cut('風は山の影響で') }],
    },
    {
      text: '𠮷野の水は冷たい🧊。𠮷野の風は、山を\r\n\r\n---\r\n',
      why: 'UTF-16 and CRLF',
      problems: [{ at: '𠮷野の風は、山を', message: cut('𠮷野の風は、山を') }],
    },
    {
      text: '## 3. 水への投\n\n## 3. 水への投資\n\n始まりました。',
      problems: [{ at: [3, 10], message: heading('3. 水への投'), related: ['3. 水への投資'] }],
    },
    {
      text: '始まりました。\n\n## 水の未来\n\n---END---\n',
      problems: [
        {
          at: '水の未来',
          message: '見出し「水の未来」の後で記事が途切れ、本文がありません。本文を補うか、見出しを削除してください。',
          severity: 'warning',
        },
      ],
    },
    {
      text: '- [水の会社に13億ユ](/a/)\n- ["](/b/)\n- [「水が来た！](/c/)\n- [水の未](/d/)',
      problems: [
        { at: '[水の会社に13億ユ](/a/)', message: link('水の会社に13億ユ') },
        { at: '["](/b/)', message: link('"') },
        { at: '[「水が来た！](/c/)', message: link('「水が来た！') },
      ],
    },
    {
      text: '[「水が来た](/c/)で、水が来た。',
      why: 'no: a link inside a sentence is not a title',
      problems: [],
    },
  ],
});

const PARTS = [
  '水は冷たい。',
  '風が冷たいので、山の',
  '風が冷たいので、山の影響です。',
  '\n\n',
  '\n\n\n',
  '\n',
  '---END---',
  '## 水',
  '- ',
  '…',
  'を避ける。',
  '`x`',
  '[「水](/a/)',
  '**水**',
  '| a |\n|---|\n| 水、 |',
  '\r\n\r\n',
  '𠮷',
  '---',
];
const article = fc.array(fc.constantFrom(...PARTS), { maxLength: 24 }).map((parts) => parts.join(''));

describe('broken-sentences, for any article', () => {
  it('gives ranges inside the text, the same every time', async () => {
    await fc.assert(
      fc.asyncProperty(article, async (text) => {
        const problems = await problemsOf(rule, { text });
        for (const { range, related = [] } of problems) {
          for (const [from, to] of [range, ...related.map((other) => other.range)]) {
            expect(0 <= from && from < to && to <= text.length).toBe(true);
          }
        }
        expect(await problemsOf(rule, { text })).toEqual(problems);
      }),
    );
  });

  it('has nothing to fix after its fixes are applied one by one', async () => {
    await fc.assert(
      fc.asyncProperty(article, async (text) => {
        let now = text;
        for (let round = 0; round < 40; round += 1) {
          const fix = (await problemsOf(rule, { text: now })).find((problem) => problem.fix)?.fix;
          if (!fix) return;
          expect(fix.range[1] - fix.range[0]).toBeGreaterThan(fix.text.length);
          now = now.slice(0, fix.range[0]) + fix.text + now.slice(fix.range[1]);
        }
        expect.unreachable('the fixes do not settle');
      }),
    );
  });

  it('finds nothing in code', async () => {
    await fc.assert(
      fc.asyncProperty(article, async (text) => {
        expect(await problemsOf(rule, { text: `~~~~~~\n${text}\n~~~~~~\n` })).toEqual([]);
      }),
    );
  });
});
