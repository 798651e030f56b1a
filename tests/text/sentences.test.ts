import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/text/sentences.ts';
import { anyText } from '../support/articles.ts';

const split = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it.each<[why: string, text: string, sentences: string[]]>([
    ['nothing', '', []],
    ['only white space', ' \n\t　', []],
    ['two sentences', '晴れです。雨です。', ['晴れです。', '雨です。']],
    ['a rest without a full stop', '晴れです。雨', ['晴れです。', '雨']],
    ['several marks in a row', '本当！？すごい!!はい‼次', ['本当！？', 'すごい!!', 'はい‼', '次']],
    ['a quotation with a full stop inside', '「行く。」と言った。次。', ['「行く。」と言った。', '次。']],
    ['nested quotations', '「彼は『帰る。』と言った。」と話した。', ['「彼は『帰る。』と言った。」と話した。']],
    ['a full stop before the closing bracket', '終わり（仮です。）次。', ['終わり（仮です。）次。']],
    ['a closing bracket behind the full stop', 'そう。）次。', ['そう。）', '次。']],
    ['a bracket that is never closed', '「行く。次。', ['「行く。', '次。']],
    ['a bracket that is never opened', '行く。」次。', ['行く。」', '次。']],
    ['crossing brackets', '（「あ。）い。」う。', ['（「あ。）い。」', 'う。']],
    ['full-width and ASCII parentheses', '（注。)次。', ['（注。)次。']],
    [
      'a name with an exclamation mark',
      'Yahoo!ニュースとYahoo! JAPANの違い。',
      ['Yahoo!ニュースとYahoo! JAPANの違い。'],
    ],
    ['an English exclamation', 'Hello! 次です。', ['Hello!', '次です。']],
    ['a question that ends in Latin letters', 'これがAI? そうです。', ['これがAI?', 'そうです。']],
    ['ASCII marks after Japanese', '本当?はい!次', ['本当?', 'はい!', '次']],
    ['decimals', '3.5倍と３．５倍です。', ['3.5倍と３．５倍です。']],
    ['versions, files and abbreviations', 'Node.js v1.2 e.g. a.md です。', ['Node.js v1.2 e.g. a.md です。']],
    ['English sentences', 'It works. The end.', ['It works.', 'The end.']],
    ['full-width and ASCII full stops of science', 'である．次である. 終わり.', ['である．', '次である.', '終わり.']],
    ['an ellipsis of ASCII dots', 'そして...次', ['そして...次']],
    ['ASCII quotation marks that close', '"はい。"次。', ['"はい。"', '次。']],
    ['ASCII quotation marks that open', 'はい。"次。"終わり。', ['はい。', '"次。"', '終わり。']],
    ['a soft break', '長い文の\n途中です。\n次。', ['長い文の\n途中です。', '次。']],
    ['4-byte characters', '𠮷野家😀。𩸽。', ['𠮷野家😀。', '𩸽。']],
  ])('%s', (_, text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });

  it.each<[text: string, terminated: boolean]>([
    ['晴れです。', true],
    ['晴れです', false],
    ['「晴れです。」', true],
    ['（晴れ）', false],
    ['晴れですか？」', true],
    ['晴れ、', false],
  ])('tells whether «%s» ends with a full stop: %s', (text, terminated) => {
    expect(splitSentences(text).at(-1)?.terminated).toBe(terminated);
  });

  it('keeps every character that is no white space, in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const bare = (part: string): string => part.replaceAll(/\s/gu, '');
        expect(bare(split(text).join(''))).toBe(bare(text));
        expect(split(text).every((sentence) => sentence.trim() !== '')).toBe(true);
      }),
    );
  });
});
