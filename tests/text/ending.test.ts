import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningOf, endingOf, openBracketIn } from '../../src/text/ending.ts';
import { loadTokenizer } from '../../src/text/load-tokenizer.ts';

const tokenize = await loadTokenizer();

describe('endingOf', () => {
  it.each([
    ['雨が降った。', 'terminated'],
    ['「雨だ。」', 'terminated'],
    ['雨が降るだろうか？', 'terminated'],
    ['雨、風、そして……', 'ellipsis'],
    ['詳しく見る →', 'symbol'],
    ['次の道具を使います：', 'colon'],
    ['雨が降り、', 'comma'],
    ['いわゆる「', 'opening'],
    ['いわゆる「梅雨」', 'quotation'],
    ['大雨（気象庁）', 'noun'],
    ['大雨でした（笑）', 'predicate'],
    ['大雨でした。（笑）', 'terminated'],
    ['（笑）', 'quotation'],
    ['大雨でしたｗｗ', 'symbol'],
    ['雨が降る', 'predicate'],
    ['雨が降りました', 'predicate'],
    ['雨は冷たい', 'predicate'],
    ['雨ですよね', 'predicate'],
    ['値は前と同じ', 'predicate'],
    ['値が違うのでは', 'predicate'],
    ['もっとも重要なのは', 'particle'],
    ['違うかも', 'predicate'],
    ['水を止めるべき', 'predicate'],
    ['雨が降るのか', 'predicate'],
    ['梅雨の影響', 'noun'],
    ['電力は 40 MW', 'noun'],
    ['論点の深掘り', 'noun'],
    ['雨がまだまだ', 'adverb'],
    ['冷たい雨が', 'particle'],
    ['雨の日の', 'particle'],
    ['雨を', 'particle'],
    ['大きな屋根で', 'particle'],
    ['雨が降って', 'soft-particle'],
    ['雨だけ', 'soft-particle'],
    ['計画を発表し', 'inflected'],
    ['声高に叫ば', 'inflected'],
    ['雨と考えられ', 'inflected'],
    ['雨が止んでい', 'inflected'],
    ['駅まで行っ', 'inflected'],
    ['そこで、あらゆる', 'adnominal'],
    ['そこで、機微な', 'adnominal'],
    ['雨は冷たい。しかし', 'conjunction'],
    ['東京までに約', 'prefix'],
    ['', 'empty'],
    [' \n** ', 'empty'],
    ['**計画を発表し** ', 'inflected'],
  ] as const)('%s → %s', (text, ending) => {
    expect(endingOf(text, tokenize)).toBe(ending);
  });

  it('reads the same whatever stands before the last sentences', () => {
    fc.assert(
      fc.property(fc.constantFrom('雨が', '雨の影響', '計画を発表し', '雨です'), fc.nat(60), (end, times) => {
        const sentence = '、空は青い';
        expect(endingOf(`${sentence.repeat(times)}、${end}`, tokenize)).toBe(endingOf(end, tokenize));
      }),
    );
  });
});

describe('beginningOf', () => {
  it.each([
    ['雨が降った。', 'word'],
    ['は、冷たい雨です。', 'particle'],
    ['を避けるため、傘を持つ。', 'particle'],
    ['という考えです。', 'word'],
    ['でも、雨です。', 'word'],
    ['とはいえ、雨です。', 'word'],
    ['より強い雨が降る。', 'word'],
    ['的な方法です。', 'suffix'],
    ['、雨が降った。', 'mark'],
    ['」と言った。', 'mark'],
    ['ャンスです。', 'letter'],
    ['…雨が降る。', 'ellipsis'],
    ['...雨が降る。', 'ellipsis'],
    ['……そう、雨だ。', 'word'],
    ['', 'word'],
  ] as const)('%s → %s', (text, beginning) => {
    expect(beginningOf(text, tokenize)).toBe(beginning);
  });
});

describe('openBracketIn', () => {
  it('finds the first bracket that is not closed', () => {
    expect(openBracketIn('「雨」と『風')).toBe(4);
    expect(openBracketIn('「雨」と（風）')).toBeUndefined();
  });
});

describe('endingOf and beginningOf', () => {
  it('take any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(typeof endingOf(text, tokenize)).toBe('string');
        expect(typeof beginningOf(text, tokenize)).toBe('string');
      }),
    );
  });
});
