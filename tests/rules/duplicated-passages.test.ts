import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import module from '../../rules/duplicated-passages/rule.ts';
import { problemsOf, testRule } from '../support/rule-tester.ts';

const A = '町の図書館では、読み終えた本を持ち寄って交換する小さな催しが毎月開かれている。';
const B = '参加する人は年々増え、去年は隣の町からも親子連れが足を運ぶようになった。';
const C = '棚の前で知らない人どうしが言葉を交わす、その時間こそが宝物だと司書は話す。';
const D = '来月からは、絵本の読み聞かせと紙しばいの会も同じ広間で行われる予定だ。';
const E = '駐車場が狭いので、できるだけ自転車か路線バスで来てほしいとのことだった。';

const verbatim = (text: string, count: number): string =>
  `「${text}」（${count}字）は前の箇所の繰り返しです。どちらかを削除してください。`;
const reworded = (text: string, count: number): string =>
  `「${text}」（${count}字）は前の箇所とほぼ同じ文章です。どちらかを削除するか、書き分けてください。`;
const A_SHORT = '町の図書館では、読み終えた本を持ち寄…しが毎月開かれている。';

testRule(module, {
  valid: [
    `${A}\n\n${B}\n\n${C}\n`,
    { text: `${A}\n\n考えてみてください。\n\n${B}\n\n考えてみてください。\n`, why: 'a short formula' },
    {
      text: `新しい制度は暮らしを変える可能性を秘めていると私は期待しています。\n\n${A}\n\n古い蔵も人を集める可能性を秘めていると私は期待しています。\n`,
      why: 'the same ending of different sentences',
    },
    {
      text: `『夜の港で灯台守が見た長い夢と小さな船の物語』を読んだ。\n\n${A}\n\n友人にも『夜の港で灯台守が見た長い夢と小さな船の物語』を勧めた。\n`,
      why: 'the title of a book',
    },
    { text: `${A}\n\n> ${A}\n\n${B}\n`, why: 'a pull quote' },
    { text: `※ ${A}\n\n${B}\n\n※ ${A}\n`, why: 'a standing note' },
    { text: `| 催し |\n| --- |\n| ${A} |\n| ${A} |\n`, why: 'a table' },
    { text: `\`\`\`\n${A}\n${A}\n\`\`\`\n`, why: 'code' },
    { text: `- [${A}](/a)\n- [${A}](/b)\n`, why: 'a list of links' },
    {
      text: `- 開館時間は午前九時から午後五時までです\n\n${A}\n\n- 開館時間は午前九時から午後六時までです\n`,
      why: 'items of one pattern',
    },
    {
      text: `GitHub Copilot、Visual Studio Code、Microsoft Azureを使う。\n\n${A}\n\nほかにGitHub Copilot、Visual Studio Code、Microsoft Azureもある。\n`,
      why: 'long names say little',
    },
    {
      text: `次のコマンドを実行して、必要なライブラリがインストールされたことを確認します。\n\n\`\`\`\na\n\`\`\`\n\n${A}\n\n次のコマンドを実行して、必要なライブラリがインストールされたことを確認します。\n`,
      why: 'an instruction in an article with code',
    },
    { text: `### 図書館の催し\n\n${A}\n\n### 図書館の催し\n\n${B}\n`, why: 'a short heading' },
    {
      text: `### 図書館で毎月開かれる催し\n\n図書館で毎月開かれる催しには、誰でも参加できる。\n`,
      why: 'a lead takes up its heading',
    },
    { text: `${A}\n\n${B}\n\n${A}\n`, options: { allow: [A] }, why: 'a refrain that is allowed' },
    { text: 'あ'.repeat(500), why: 'one character' },
  ],
  invalid: [
    {
      text: `${A}\n\n${B}\n\n${A}\n`,
      problems: [
        {
          at: [79, 118],
          message: verbatim(A_SHORT, 39),
          en: `"${A_SHORT}" (39 characters) repeats an earlier passage. Delete one of the two.`,
          severity: 'warning',
          related: [A],
          suggestions: [`${A}\n\n${B}\n\n`],
        },
      ],
      why: 'a sentence',
    },
  ],
});

describe('duplicated-passages', () => {
  const found = async (text: string): Promise<readonly (readonly string[])[]> =>
    (await problemsOf(module, { text })).map(({ range, related = [] }) => [
      text.slice(...range),
      ...related.map((place) => text.slice(...place.range)),
    ]);

  it('sees a run of paragraphs pasted again as one line', async () => {
    const text = `${A}\n\n${B}\n\n## 広間\n\n${C}\n\n${D}\n\n${A}${B}広間${C}${D}\n`;
    expect(await found(text)).toEqual([[`${A}${B}広間${C}${D}`, `${A}\n\n${B}\n\n## 広間\n\n${C}\n\n${D}`]]);
  });

  it('sees a run that begins in the middle of a paragraph and spans several', async () => {
    const text = `${A}${B}\n\n${C}\n\n${E}\n\n${D}${B}\n\n${C}\n`;
    expect(await found(text)).toEqual([[`${B}\n\n${C}`, `${B}\n\n${C}`]]);
  });

  it('gives a third copy its own finding with the first original', async () => {
    const text = `${A}${B}\n\n${C}\n\n${A}${B}\n\n${D}\n\n${A}${B}\n\n${E}\n`;
    const problems = await problemsOf(module, { text });
    expect(problems.map(({ related }) => related?.map(({ range }) => range))).toEqual([
      [[0, A.length + B.length]],
      [[0, A.length + B.length]],
    ]);
    expect(problems.map(({ severity }) => severity)).toEqual(['error', 'error']);
  });

  it('says so where a copy was reworded', async () => {
    const [problem] = await problemsOf(module, {
      text: `${A}${B}\n\n${C}\n\n${A.replace('小さな', 'ささやかな')}${B}\n`,
    });
    expect(problem?.message.ja).toBe(reworded('町の図書館では、読み終えた本を持ち寄…足を運ぶようになった。', 77));
  });

  it('takes an end that stands again as the next paragraph, however short', async () => {
    expect(await found(`${A}あなたはこの動きをどう見ますか？\n\nあなたはこの動きをどう見ますか？\n\n${B}\n`)).toEqual([
      ['あなたはこの動きをどう見ますか？', 'あなたはこの動きをどう見ますか？'],
    ]);
  });

  it('takes the start of a broken sentence that stands again after an end mark', async () => {
    const text = `${A}それでも、古い蔵を\n\n---END---\n\nそれでも、古い蔵を残したいと願う人は多い。\n`;
    expect(await found(text)).toEqual([['それでも、古い蔵を', 'それでも、古い蔵を']]);
    const [problem] = await problemsOf(module, { text });
    expect(problem?.message.ja).toBe(
      '「それでも、古い蔵を」は前で途切れた文の書き出しの繰り返しです。途切れたほうを削除してください。',
    );
  });

  it('takes a first paragraph that is the title', async () => {
    const text = `---\ntitle: "図書館の催し、その人気の秘密とは？"\n---\n\n図書館の催し、その人気の秘密とは？\n\n${A}\n`;
    expect(await found(text)).toEqual([['図書館の催し、その人気の秘密とは？', '図書館の催し、その人気の秘密とは？']]);
  });

  it('reports a long heading that recurs with other text below it as a hint', async () => {
    const heading = '図書館の催しが町の外からも人を集めている本当の理由とは';
    const problems = await problemsOf(module, { text: `### ${heading}\n\n${A}\n\n### ${heading}\n\n${B}\n` });
    expect(problems.map(({ severity }) => severity)).toEqual(['info']);
  });

  it('keeps positions right beside emphasis, code, emoji and CRLF', async () => {
    const text = `𠮷野の**${A}**\r\n\r\n${C}\r\n\r\n🎉\`x\`と**${A}**${B}\r\n`;
    expect(await found(text)).toEqual([[A, A]]);
  });

  it('sees sentences in the items of a list', async () => {
    const text = `- ${A}${B}\n- ${C}\n\n${D}\n\n- ${A}${B}\n`;
    expect(await found(text)).toEqual([[`${A}${B}`, `${A}${B}`]]);
  });

  it('finds few things in a text of nothing but copies', async () => {
    expect((await found(`${A}${B}\n\n`.repeat(145))).length).toBeLessThan(145);
  });

  it('has ranges inside of the article, originals before copies', async () => {
    const piece = fc.constantFrom(
      A,
      B,
      C,
      D,
      E,
      '\n\n',
      '\n\n## ',
      '**',
      '`',
      '- ',
      '> ',
      '\r\n',
      '𠮷',
      'あ',
      '。',
      '「',
      '---END---',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const text = pieces.join('');
        for (const { range, related = [], suggestions = [] } of await problemsOf(module, { text })) {
          for (const [start, end] of [
            range,
            ...related.map((place) => place.range),
            ...suggestions.map(({ edit }) => edit.range),
          ]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
          for (const place of related) expect(place.range[0]).toBeLessThan(range[0]);
        }
      }),
      { numRuns: 200 },
    );
  });
});
