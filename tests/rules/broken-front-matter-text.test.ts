import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import rule from '../../rules/broken-front-matter-text/rule.ts';
import { problemsOf, testRule } from '../support/rule-tester.ts';

const BODY =
  '豆は飲む直前に挽くと、香りが長く残ります。挽いた粉は空気に触れる面が広く、湯を注ぐ前から香りが逃げていくためです。';

/** An article with these lines of front matter, a headline and a paragraph. */
const article = (lines: string, headline = '', body = BODY): string =>
  `---\n${lines}\n---\n\n${headline === '' ? '' : `${headline}\n\n`}${body}\n`;

const title = (text: string, headline = '', body = BODY): string => article(`title: "${text}"`, headline, body);
const excerpt = (text: string, headline = ''): string => article(`title: "朝の一杯"\nexcerpt: "${text}"`, headline);

testRule(rule, {
  valid: [
    { text: BODY, why: 'no front matter' },
    title('朝の珈琲をおいしく淹れる三つのコツ'),
    title('全国大会、地元校が首位へ'),
    title('再生可能エネルギーが電源のトップに'),
    title('コーヒー豆の焙煎度とは？'),
    title('新しい物価対策、その真意は'),
    { text: title('喫茶店の朝食の最新動向と企業への影響'), why: 'that phrase behind a noun' },
    title('豆を挽くのはいつ？今さら聞けない疑問に答えます'),
    title('「なぜ？」の答えは豆にある'),
    title('なぜ？の嵐を乗り越える子育て'),
    { text: title('モーニング娘。の新曲が示すもの'), why: 'a name that ends with a full stop' },
    { text: title('JUMP!の新連載まとめ'), why: 'a name that ends with an exclamation mark' },
    { text: title('TypeScript 7の新機能（Goによる書き直しの影響）'), why: 'a particle in brackets' },
    { text: title('豆の挽き方', '# 豆の挽き方を道具から見直す'), why: 'a shorter title' },
    {
      text: title('豆の値上がり、その真意は？', '豆の値上がり、その真意は？喫茶店の行方を探る'),
      why: 'the first half of the headline',
    },
    { text: title('【2026年最新】豆の挽き方ガイド', '# 豆の挽き方ガイド'), why: 'a year before the headline' },
    { text: title('喫茶店3店を比べる', '# 喫茶店を3軒比べる'), why: 'other words, no contradiction' },
    { text: title('PayPayで払う', '', 'PayPayで払えます。'), why: 'a name made of one word twice' },
    { text: title('2**10の計算'), why: 'a power' },
    { text: article('title: 朝の一杯\nlead_image: "**"'), why: 'another key' },
    {
      text: article('title: 朝の一杯\ndescription: |\n  一行目です。\n  二行目です。'),
      why: 'lines of a block scalar',
    },
    excerpt('豆は飲む直前に挽くと、香りが長く残ります。'),
    {
      text: excerpt('豆は飲む直前に挽くと、香りが長く残ります'),
      why: 'only the full stop of a whole sentence is missing',
    },
    { text: excerpt('挽き方と湯の温度を解説。道具の選び方まで'), why: 'ends with a particle by style' },
    { text: excerpt('焙煎度ごとの挽き方を、写真つきで詳しく解説'), why: 'ends with a noun' },
    {
      text: excerpt('豆の挽き目について、道具の選び方から湯の温度まで、失敗例とともに詳しく解説します。'),
      why: 'says more than the subject',
    },
    { text: excerpt('朝の一杯を変える、豆の挽き方の話。'), why: 'begins with the title' },
    {
      text: article('title: 朝の一杯😀👩‍🍳\nexcerpt: 𠮷野の喫茶店で聞いた話です。'),
      why: 'joiners of emoji, 4-byte kanji',
    },
    { text: article('title: 朝の一杯\nexcerpt: null\ndescription: [a, b]'), why: 'no strings' },
  ],
  invalid: [
    {
      text: title('喫茶店の新しい朝食が人気を集め�', '喫茶店の新しい朝食が人気を集める理由とは？'),
      why: 'cut inside a character',
      problems: [
        {
          at: '�',
          message:
            'title「喫茶店の新しい朝食が人気を集め�」は文字の途中で切れて文字化け（U+FFFD）しています。全文に直してください。',
          en: 'title "喫茶店の新しい朝食が人気を集め�" is cut inside a character (U+FFFD). Write it in full.',
          related: ['喫茶店の新しい朝食が人気を集める理由とは？'],
          suggestions: [
            title('喫茶店の新しい朝食が人気を集める理由とは？', '喫茶店の新しい朝食が人気を集める理由とは？'),
          ],
        },
      ],
    },
    {
      text: article('title: \'**朝の一杯**を変える\'\r\nexcerpt: "## 豆の話  挽き方を紹介します。"')
        .replaceAll('\n', '\r\n')
        .replaceAll('\r\r', '\r'),
      why: 'Markdown; CRLF',
      problems: [
        {
          at: '**朝の一杯**',
          message: 'title「**朝の一杯**を変える」にMarkdownの記号「**」があります。記号を取り除いてください。',
          output: article('title: \'朝の一杯を変える\'\nexcerpt: "## 豆の話  挽き方を紹介します。"').replaceAll(
            '\n',
            '\r\n',
          ),
        },
        {
          at: '## ',
          message:
            'excerpt「## 豆の話 挽き方を紹介します。」にMarkdownの記号「#」があります。記号を取り除いてください。',
          output: article('title: \'**朝の一杯**を変える\'\nexcerpt: "豆の話  挽き方を紹介します。"').replaceAll(
            '\n',
            '\r\n',
          ),
        },
      ],
    },
    {
      text: title('朝の**一杯を変える[道具](https://example.com/)'),
      why: 'marks that no one can remove unseen',
      problems: [
        {
          at: '**',
          message:
            'title「朝の**一杯を変える[道具](htt…ample.com/)」にMarkdownの記号「**」があります。記号を取り除いてください。',
          output: undefined as unknown as string,
        },
      ],
    },
    {
      text: title('朝の\\u200B一杯'),
      why: 'a zero-width space',
      problems: [
        {
          at: [14, 22],
          message: 'titleに目に見えない制御文字（U+200B）があります。削除してください。',
          output: title('朝の一杯'),
        },
      ],
    },
    {
      text: excerpt('豆の話です。\\n挽き方を紹介します。'),
      why: 'a line break',
      problems: [
        {
          at: '豆の話です。\\n挽き方を紹介します。',
          message: 'excerpt「豆の話です。 挽き方を紹介します。」に改行があります。一行にしてください。',
          severity: 'warning',
          suggestions: [excerpt('豆の話です。 挽き方を紹介します。')],
        },
      ],
    },
    {
      text: title('「豆の値上がりはいつまで続くのか'),
      why: 'an open bracket',
      problems: [
        {
          at: '「',
          message:
            'title「「豆の値上がりはいつまで続くのか」の「「」に対応する閉じ括弧がありません。括弧をそろえてください。',
        },
      ],
    },
    {
      text: title('喫茶店がAI予約を導', '喫茶店がAI予約を導入する狙いとは？'),
      why: 'cut inside a word',
      problems: [
        {
          at: [21, 22],
          message: 'title「喫茶店がAI予約を導」は本文の見出しの途中で切れています。見出しに合わせて直してください。',
          related: ['喫茶店がAI予約を導入する狙いとは？'],
          suggestions: [title('喫茶店がAI予約を導入する狙いとは？', '喫茶店がAI予約を導入する狙いとは？')],
        },
      ],
    },
    {
      text: title('喫茶店が描く朝食の未来像と？', '**喫茶店が描く朝食の未来像とは**'),
      why: 'a question mark put behind the cut',
      problems: [
        {
          at: 'と？',
          message:
            'title「喫茶店が描く朝食の未来像と？」は本文の見出しの途中で切れています。見出しに合わせて直してください。',
          severity: 'error',
        },
      ],
    },
    {
      text: title(
        '2026年喫茶店がAI予約を導（青空珈琲・山の茶屋）の最新動向と企業への影響',
        '喫茶店がAI予約を導入する狙いとは？',
      ),
      why: 'cut, and other words behind the cut',
      problems: [
        {
          at: '導（青空珈琲・山の茶屋）の最新動向と企業への影響',
          message:
            'title「2026年喫茶店がAI予約を導（青空…最新動向と企業への影響」は本文の見出しの途中で切れ、「（青空珈琲・山の茶屋）の…と企業への影響」と続いています。見出しに合わせて直してください。',
          severity: 'error',
        },
      ],
    },
    {
      text: title('朝食の値段が上がる、その'),
      why: 'no headline: a word that needs another one',
      problems: [
        { at: 'その', message: 'title「朝食の値段が上がる、その」は途中で終わっています。最後まで書いてください。' },
      ],
    },
    {
      text: title('豆の値上がりはいつまで続くのか？の注目ポイントと導入効果', '豆の値上がりはいつまで続くのか？'),
      why: 'a phrase behind a whole question',
      problems: [
        {
          at: 'の注目ポイントと導入効果',
          message:
            'title「豆の値上がりはいつまで続くのか？の注目ポイントと導入効果」は二つの文言がつながっています。「の注目ポイントと導入効果」の前で終わるか、一文に書き直してください。',
          related: ['豆の値上がりはいつまで続くのか？'],
          suggestions: [title('豆の値上がりはいつまで続くのか？', '豆の値上がりはいつまで続くのか？')],
        },
      ],
    },
    {
      text: title('喫茶店が変わる時：（青空珈琲・山の茶屋）による朝食の革新'),
      why: 'what the colon announces is lost',
      problems: [
        {
          at: '（青空珈琲・山の茶屋）による朝食の革新',
          message:
            'title「喫茶店が変わる時：（青空珈琲・山の茶屋）による朝食の革新」は二つの文言がつながっています。「（青空珈琲・山の茶屋）による朝食の革新」の前で終わるか、一文に書き直してください。',
        },
      ],
    },
    {
      text: title('喫茶店の朝食の秘密を探るの最新動向と企業への影響'),
      why: 'a phrase that generators append, behind a verb',
      problems: [
        {
          at: 'の最新動向と企業への影響',
          message:
            'title「喫茶店の朝食の秘密を探るの最新動向と企業への影響」は二つの文言がつながっています。「の最新動向と企業への影響」の前で終わるか、一文に書き直してください。',
          suggestions: [title('喫茶店の朝食の秘密を探る')],
        },
      ],
    },
    {
      text: title('青空珈琲の可能性とは？', '青空珈琲、朝食を半額に：その狙いと客の反応'),
      why: 'a stub',
      problems: [
        {
          at: '青空珈琲の可能性とは？',
          message:
            'title「青空珈琲の可能性とは？」は何についての記事かを伝えていません。本文の見出しに合わせて直してください。',
          severity: 'warning',
        },
      ],
    },
    {
      text: title('I apologize, but I am unable to perform the search'),
      why: 'a refusal',
      problems: [
        {
          at: 'I apologize, but I am unable to perform the search',
          message: 'title「I apologize, but I… the search」は生成AIの断り書きや応答です。書き直してください。',
        },
      ],
    },
    {
      text: title('青空珈琲、全国300店で朝食を半額に', '青空珈琲、全国30店で朝食を半額に'),
      why: 'another number than in the headline',
      problems: [
        {
          at: '青空珈琲、全国300店で朝食を半額に',
          message:
            'title「青空珈琲、全国300店で朝食を半額に」の「300」は、本文の見出しでは「30」です。どちらが正しいか確かめてください。',
          severity: 'warning',
        },
      ],
    },
    {
      text: title(
        '店主は毎朝五時に豆を挽き、湯を沸かしてから客を迎える。',
        '',
        `朝の話です。\n\n店主は毎朝五時に豆を挽き、湯を沸かしてから客を迎える。それが習慣だ。`,
      ),
      why: 'a sentence of the body',
      problems: [
        {
          at: [12, 39],
          message:
            'title「店主は毎朝五時に豆を挽き、湯を沸かしてから客を迎える。」は本文の一文そのままです。記事全体を表す題にしてください。',
          severity: 'warning',
        },
      ],
    },
    {
      text: title('AIAI喫茶店の最新メニュー'),
      why: 'a word twice',
      problems: [
        {
          at: 'AIAI',
          message: 'titleに「AI」が二度続けて書かれています。一つにしてください。',
          suggestions: [title('AI喫茶店の最新メニュー')],
        },
      ],
    },
    {
      text: excerpt('朝の一杯について詳細に分析します。'),
      why: 'boilerplate',
      problems: [
        {
          at: '朝の一杯について詳細に分析します。',
          message:
            'excerpt「朝の一杯について詳細に分析します。」は定型文で、記事の中身を伝えていません。内容を書いてください。',
          severity: 'error',
          suggestions: [excerpt(BODY)],
        },
      ],
    },
    {
      text: excerpt('当店の公式ブログです'),
      options: { boilerplate: ['当店の公式ブログです。', '/^続きは(?:店頭|本文)で/'] },
      why: 'boilerplate of the user',
      problems: [
        {
          at: '当店の公式ブログです',
          message: 'excerpt「当店の公式ブログです」は定型文で、記事の中身を伝えていません。内容を書いてください。',
        },
      ],
    },
    {
      text: excerpt('朝の一杯。'),
      why: 'the title again',
      problems: [
        {
          at: '朝の一杯。',
          message: 'excerpt「朝の一杯。」はtitleと同じです。記事の要約を書いてください。',
          related: ['"朝の一杯"'],
        },
      ],
    },
    {
      text: excerpt('豆の値上がりはいつまで続くのか', '# 豆の値上がりはいつまで続くのか'),
      why: 'the headline again',
      problems: [
        {
          at: [28, 43],
          message: 'excerpt「豆の値上がりはいつまで続くのか」は本文の見出しそのままです。記事の要約を書いてください。',
          severity: 'warning',
        },
      ],
    },
    {
      text: excerpt('豆の値上がりを追う豆は飲む直前に挽くと、香りが長く残ります。', '## 豆の値上がりを追う'),
      why: 'headline and first sentence without a separator',
      problems: [
        {
          at: [28, 37],
          message: 'excerptは見出し「豆の値上がりを追う」と本文の書き出しがつながっています。見出しを除いてください。',
          severity: 'warning',
          suggestions: [excerpt('豆は飲む直前に挽くと、香りが長く残ります。', '## 豆の値上がりを追う')],
        },
      ],
    },
    {
      text: excerpt('豆は飲む直前に挽くと、香りが長く残ります。挽いた粉は空気に触れる面が広く、'),
      why: 'cut at a comma',
      problems: [
        {
          at: [55, 65],
          message:
            'excerpt「豆は飲む直前に挽くと、香りが長く残り…空気に触れる面が広く、」は文の途中で切れています（本文では「湯を注ぐ前から香りが逃げていくためです。」と続きます）。文末まで書いてください。',
          related: ['湯を注ぐ前から香りが逃げていくためです。'],
          suggestions: [excerpt('豆は飲む直前に挽くと、香りが長く残ります。')],
        },
      ],
    },
    {
      text: excerpt('豆は飲む直前に挽くと、香りが長く残ります。挽いた粉は空気に触れる面が...'),
      why: 'an honest ellipsis is only a remark',
      problems: [
        {
          at: [55, 65],
          message:
            'excerpt「豆は飲む直前に挽くと、香りが長く残り…空気に触れる面が...」は文の途中で切れています（本文では「広く、湯を注ぐ前から香り…いくためです。」と続きます）。文末まで書いてください。',
          severity: 'info',
        },
      ],
    },
    {
      text: excerpt('店主は二十年のあいだ豆を見てきました。その経験から言うと、味を決めるのは焙煎ではなく'),
      why: 'no body to compare: half a predicate',
      problems: [
        {
          at: [60, 70],
          message:
            'excerpt「店主は二十年のあいだ豆を見てきました…決めるのは焙煎ではなく」は文の途中で切れています。文末まで書いてください。',
        },
      ],
    },
    {
      text: '+++\ntitle = "朝の一杯」を読む"\nsummary = "湯の温度と、"\n+++\n\n- 箇条書きの本文\n',
      why: 'TOML; the body is a list',
      problems: [
        {
          at: '」',
          message: 'title「朝の一杯」を読む」の「」」に対応する開き括弧がありません。括弧をそろえてください。',
        },
        { at: '湯の温度と、', message: 'summary「湯の温度と、」は文の途中で切れています。文末まで書いてください。' },
      ],
    },
  ],
});

describe('broken-front-matter-text', () => {
  it('never throws, and stays inside the text', async () => {
    const piece = fc.constantFrom(
      '「',
      '」',
      '�',
      '**',
      '## ',
      '？',
      '。',
      '、',
      '（A・B）',
      'の可能性とは',
      '豆を挽く',
      'AI',
      '\\n',
      '𠮷',
      '...',
    );
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(text, text, text, async (a, b, c) => {
        const source = article(`title: "${a}"\nexcerpt: "${b}"`, c);
        for (const { range, fix } of await problemsOf(rule, { text: source })) {
          expect(range[0]).toBeLessThan(range[1]);
          expect(range[1]).toBeLessThanOrEqual(source.length);
          expect(fix?.range[1] ?? 0).toBeLessThanOrEqual(source.length);
        }
      }),
      { numRuns: 200 },
    );
  });
});
