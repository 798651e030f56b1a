import fc from 'fast-check';
import { getTokenizer } from 'kuromojin';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadTokenizer, shareDictionary } from '../../src/text/load-tokenizer.ts';
import type { Tokenize } from '../../src/text/morphemes.ts';
import type { Dictionary } from '../../src/text/tokenizer/dictionary.ts';
import { loadDictionary } from '../../src/text/tokenizer/load-dictionary.ts';
import { tokenizerOf } from '../../src/text/tokenizer/tokenizer.ts';

let dictionary: Dictionary;
let tokenize: Tokenize;
let kuromoji: Tokenize;

beforeAll(async () => {
  dictionary = await loadDictionary();
  tokenize = tokenizerOf(dictionary);
  const tokenizer = await getTokenizer();
  kuromoji = (text) => tokenizer.tokenizeForSentence(text) as ReturnType<Tokenize>;
});

const sentences: readonly (readonly [what: string, text: string])[] = [
  ['nothing', ''],
  ['one space', ' '],
  ['a line break', '\n'],
  ['a classic of ties', 'すもももももももものうち'],
  ['two readings of one spelling', '東京都に住む人々は、上手に下手を避ける。'],
  ['verbs and auxiliaries', '食べさせられたくなかったのかもしれませんでした。'],
  ['punctuation inside the text', '彼は言った。「行こう」と。それから、走った！'],
  ['kanji that no word begins with', '龘靐齉爩が並ぶ。'],
  ['katakana words unknown and known', 'コンピューターとフガホゲラとサーバー'],
  ['half-width kana', 'ﾊﾝｶｸｶﾅﾃﾞ書ｸ'],
  ['Latin and digits', 'Node.js 20.19 を使うと 3,000 件/秒、Ｆｕｌｌ　Ｗｉｄｔｈ１２３'],
  ['kanji numerals', '三千二百五十一万円と二〇二四年'],
  ['Greek and Cyrillic', 'αβγとДЖЗ'],
  ['Hangul and accents', '한국어と café naïve'],
  ['control characters', 'あ\u0001\u0008い\r\n\tう\u007f'],
  ['combining marks and invisible characters', 'か\u3099が\u200bぎ\ufeff\u00a0\ufe0f'],
  ['the last code point of the plane', '\uffff\ufffd'],
  ['Markdown', '**太字**と`code`と[リンク](https://example.com/a?b=c)'],
  ['a long unknown run', `${'ア'.repeat(300)}${'a'.repeat(300)}`],
  ['a long text without a certain boundary', 'もも'.repeat(500)],
  ['one emoji', '今日は😀だ'],
  ['two emoji in a row reach over what follows', '今日は😀😀だった'],
  ['emoji runs that hide the way to the end', '😀😀あ😀😀😀'],
  ['emoji sequences', '家族👨‍👩‍👧と🇯🇵と❤️'],
  ['kanji beyond the plane', '𠮷野家で𩸽を𠮷𠮷食べた。'],
  ['a second half without a first', 'あ\udc00い\udfff'],
];

describe('tokenizerOf', () => {
  it.each(sentences)('gives what kuromoji gives: %s', (_, text) => {
    const expected = kuromoji(text);
    expect(tokenize(text)).toStrictEqual(expected);
    expect(JSON.stringify(tokenize(text))).toBe(JSON.stringify(expected));
  });

  it('gives what kuromoji gives for random strings of mixed scripts', () => {
    fc.assert(
      fc.property(mixedScripts(), (text) => {
        expect(JSON.stringify(tokenize(text))).toBe(JSON.stringify(kuromoji(text)));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['NUL', 'これは\0です'],
    ['only NUL', '\0'],
    ['a first half without its second', 'これは\ud83dです'],
    ['a first half at the end', 'これは\ud83d'],
  ])('takes what kuromoji throws on: %s', (_, text) => {
    expect(() => kuromoji(text)).toThrow(TypeError);
    expect(surfaces(text).join('')).toBe(text);
  });

  it('takes any text, and covers it where there are no surrogate pairs', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const morphemes = surfaces(text);
        if (!/[\ud800-\udfff]/.test(text)) expect(morphemes.join('')).toBe(text);
      }),
    );
  });

  it('returns objects of its own for each call', () => {
    const first = tokenize('私は学生です');
    const second = tokenize('私は学生です');
    expect(second).toStrictEqual(first);
    expect(second[0]).not.toBe(first[0]);
  });

  it('needs as long for each character of a large text as of a small one', () => {
    const text = 'この文章では、東京都の人口が増えたことを「確かに」述べている。アアabc';
    const perCharacter = (repeat: number) => {
      const large = text.repeat(repeat);
      const start = performance.now();
      tokenize(large);
      return (performance.now() - start) / large.length;
    };
    perCharacter(2000);
    const small = Math.min(...Array.from({ length: 5 }, () => perCharacter(200)));
    const large = Math.min(...Array.from({ length: 3 }, () => perCharacter(8000)));
    expect(large).toBeLessThan(8 * small);
  });

  function surfaces(text: string): string[] {
    return tokenize(text).map((it) => it.surface_form);
  }
});

describe('loadTokenizer', () => {
  it('stands on the dictionary that another thread hands over', async () => {
    const posted = structuredClone(dictionary);
    const shared = await shareDictionary(posted);
    expect(await loadTokenizer()).toBe(shared);
    expect(shared('共有する')).toStrictEqual(kuromoji('共有する'));
    // The memory is shared, not copied.
    const before = dictionary.classFlags[255] ?? 0;
    posted.classFlags[255] = before + 1;
    expect(dictionary.classFlags[255]).toBe(before + 1);
    posted.classFlags[255] = before;
  });
});

/** Short strings that stay with a few scripts, so that runs and words come up, with the odd characters among them. */
function mixedScripts(): fc.Arbitrary<string> {
  const between = (low: number, high: number) =>
    fc.integer({ min: low, max: high }).map((code) => String.fromCodePoint(code));
  const scripts = [
    between(0x3041, 0x3096),
    between(0x30a1, 0x30fe),
    between(0x4e00, 0x9fff),
    between(0xff61, 0xff9f),
    between(0x20, 0x7e),
    between(0xff01, 0xff5e),
    between(0x1, 0x1f),
    between(0x1f300, 0x1f64f),
    between(0x20000, 0x2a6df),
    between(0x80, 0xd7ff),
    between(0xe000, 0xffff),
    fc.constantFrom('です', 'ます', 'という', 'ない', 'れる', '日本', '会社', '一二三', '。', '、', '「', '」', 'ー'),
    fc.constantFrom('\udc00', '\u200d', '\ufe0f', '\u3099', '\u3000', '\r\n', '👨‍👩‍👧', '🇯🇵'),
  ];
  return fc
    .subarray(scripts, { minLength: 1, maxLength: 4 })
    .chain((few) => fc.array(fc.oneof(...few), { maxLength: 30 }))
    .map((parts) => parts.join(''));
}
