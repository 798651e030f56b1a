import { createRequire } from 'node:module';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fastTokenUtils, type TokenUtils } from '../../src/lint/fast-rules/fast-joshi.ts';
import { fastMatchCaptureGroupAll, type MatchIndex } from '../../src/lint/fast-rules/fast-match-index.ts';
import { fastMatchPatterns, type RegExpStringMatcher } from '../../src/lint/fast-rules/fast-match-patterns.ts';
import { fastMorphemeMatchAll, type MorphemeMatchAll } from '../../src/lint/fast-rules/fast-morpheme-match.ts';
import { fastPrh, type Prh } from '../../src/lint/fast-rules/fast-prh.ts';
import { switchFastRules } from '../../src/lint/fast-rules/switch.ts';
import { loadTokenizer } from '../../src/text/load-tokenizer.ts';
import type { Tokenize } from '../../src/text/morphemes.ts';

/** The packages as the preset's rules find them. */
const preset = createRequire(createRequire(import.meta.url).resolve('textlint-rule-preset-ja-technical-writing'));
const ruleRequire = (rule: string): NodeJS.Require => createRequire(preset.resolve(rule));

let tokenize: Tokenize;
beforeAll(async () => {
  tokenize = await loadTokenizer();
});
beforeEach(() => switchFastRules(tokenize));

const anyText = (...parts: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...parts, '', '。', ' ', '\n', 'a', 'は'), { maxLength: 24 }).map((list) => list.join(''));

describe('matchCaptureGroupAll', () => {
  const plain: MatchIndex = ruleRequire('textlint-rule-max-kanji-continuous-len')('match-index');
  const fast = fastMatchCaptureGroupAll(plain);
  const patterns = [
    /((?:[々〇〻\u3400-\u9FFF\uF900-\uFAFF]|[\uD840-\uD87F][\uDC00-\uDFFF])+)/g,
    /(!)/,
    /(株|会社)社/,
    /社(会)?/g,
    /(会)(社)/,
    /(a)|(社)/g,
    /(?<name>会社)/g,
    /(A)/i,
    /^(会)/m,
    /(会)/y,
    /(会)/gu,
    /(x*)/g,
  ];

  it('gives what the package gives', () => {
    const text = anyText('会社', '株式会社', '社会', '𠮷野家', '!', 'A', 'undefined');
    const property = fc.property(text, fc.constantFrom(...patterns), (it, pattern) => {
      expect(fast(it, pattern)).toEqual(plain.matchCaptureGroupAll(it, pattern));
      expect(pattern.lastIndex).toBe(0);
    });
    fc.assert(property, { numRuns: 2000 });
  });

  it('refuses a pattern without a group, as the package does', () => {
    expect(() => fast('会社', /会社/)).toThrow('capture group');
  });
});

describe('matchPatterns', () => {
  const plain: RegExpStringMatcher = ruleRequire('textlint-rule-ja-unnatural-alphabet')(
    '@textlint/regexp-string-matcher',
  );
  const fast = fastMatchPatterns(plain);
  const lists = [
    ['a', 'i', 'u', '/[A-Z]/', '/[a-zA-Zａ-ｚＡ-Ｚ]言語/', '/[x-zX-Z]軸/', '/Eメール/i'],
    ['Yahoo!', '社', '会社', '/会.社?/', '/(株)|(社)/', '/^社/m', '.'],
    ['a', 'a', '/a/', '/aa?/'],
    [],
  ];

  it('gives what the package gives', () => {
    const text = anyText('C言語', 'x軸', 'eメール', 'Yahoo!', '会社', '株', 'aa', '.');
    const property = fc.property(text, fc.constantFrom(...lists), (it, list) => {
      expect(fast(it, list)).toEqual(plain.matchPatterns(it, list));
    });
    fc.assert(property, { numRuns: 2000 });
  });

  it('asks the package about an empty match, and passes on what it refuses', () => {
    const asked: string[] = [];
    const own = fastMatchPatterns({
      createRegExp: () => /x*/g,
      matchPatterns: (text) => {
        asked.push(text);
        return [];
      },
    });
    expect(own('会社', ['/x*/'])).toEqual([]);
    expect(asked).toEqual(['会社']);
    expect(() => fast('会社', [''])).toThrow('Empty string');
  });
});

describe('the particles of no-doubled-joshi', () => {
  const plain: TokenUtils = ruleRequire('textlint-rule-no-doubled-joshi')('./token-utils');
  const fast = fastTokenUtils(plain);

  it('are told, joined and named as the rule does', () => {
    const text = anyText('私', 'には', 'とは', 'から', 'の', 'が', '行く', 'かどうか', 'という', ':', '「');
    const property = fc.property(text, (it) => {
      const tokens = tokenize(it);
      const joined = fast.concatJoishiTokens(tokens);
      expect(joined).toEqual(plain.concatJoishiTokens(tokens));
      for (const token of [undefined, ...joined]) {
        expect(Boolean(fast.is助詞Token(token))).toBe(Boolean(plain.is助詞Token(token)));
      }
      // Twice: the second time from memory.
      for (const token of [...joined, ...joined]) {
        const key = plain.createKeyFromKey(token);
        expect(fast.createKeyFromKey(token)).toBe(key);
        expect(fast.restoreToSurfaceFromKey(key)).toBe(plain.restoreToSurfaceFromKey(key));
      }
    });
    fc.assert(property, { numRuns: 500 });
  });
});

describe('the matchers of morpheme-match-all', () => {
  const plain: MorphemeMatchAll = ruleRequire('textlint-rule-ja-no-redundant-expression')('morpheme-match-all');
  const dictionaries = [
    ruleRequire('textlint-rule-ja-no-redundant-expression')('./dictionary'),
    ruleRequire('textlint-rule-ja-no-abusage')('./dictionary'),
    [{ tokens: [{ pos: '名詞' }, { pos: '助詞', _skippable: true }, { basic_form: ['する', '行う'], _capture: 'x' }] }],
    [
      {
        tokens: [
          { surface_form: 'を', _skippable: true },
          { pos: '動詞', _skippable: true },
        ],
      },
      { tokens: [] },
    ],
  ].map((it) => it.Dictionary ?? it.default ?? it);

  it('find in one list of tokens what the package finds', () => {
    const text = anyText(
      'することができます',
      'すること',
      '確認',
      'を',
      '行う',
      '行った',
      '変更',
      'かもしれない',
      '適応',
      '可変',
    );
    const property = fc.property(text, fc.constantFrom(...dictionaries), (it, dictionary) => {
      const tokens = tokenize(it);
      // A matcher for one list: the package goes on with what it has half found.
      const expected = plain.createMatcher(dictionary)(tokens);
      expect(fastMorphemeMatchAll(plain)(dictionary)(tokens)).toEqual(expected);
    });
    fc.assert(property, { numRuns: 500 });
  });
});

describe("prh's change sets", () => {
  const plain: Prh = createRequire(ruleRequire('textlint-rule-ja-no-abusage').resolve('textlint-rule-prh'))('prh');
  const yaml = 'version: 1\nrules:\n  - expected: jQuery\n    pattern: jquery\n';

  it('of a text in which no rule finds anything are their own', () => {
    const engine = fastPrh(plain)('', yaml);
    const [first, second] = [engine.makeChangeSet('', '一つ目'), engine.makeChangeSet('', '二つ目')];
    expect(JSON.stringify(first)).toBe(JSON.stringify(plain.fromYAML('', yaml).makeChangeSet('', '一つ目')));
    expect(first.diffs).not.toBe(second.diffs);
    expect(Object.getPrototypeOf(first)).toBe(Object.getPrototypeOf(plain.fromYAML('', yaml).makeChangeSet('', '')));
  });
});
