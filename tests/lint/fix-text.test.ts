import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse-document.ts';
import { fixText } from '../../src/lint/fix-text.ts';
import { applyEdits, harmlessEdits } from '../../src/lint/harmless-edits.ts';
import { configWith, ruleOf, TOOLS, wordRule } from '../support/lint.ts';

const fix = (text: string, ...rules: Parameters<typeof configWith>[0]) =>
  fixText({ text, path: undefined }, configWith(rules), TOOLS);

const message = { ja: '悪い。', en: 'Bad.' };

describe('fixText', () => {
  it('applies all fixes and reports what is left', async () => {
    const fixed = await fix('悪と善と醜', wordRule('a', '悪', '良'), wordRule('b', '醜'));
    expect(fixed).toMatchObject({ text: '良と善と醜', applied: 1 });
    expect(fixed.findings.map((finding) => finding.ruleId)).toEqual(['koetsu/b']);
  });

  it('goes on until nothing is left to fix', async () => {
    expect((await fix('あ', wordRule('a', 'あ', 'い'), wordRule('b', 'い', 'う'))).text).toBe('う');
    expect((await fix('((((あ))))', wordRule('a', '\\(あ\\)', 'あ'))).text).toBe('あ');
  });

  it('applies the first of fixes that overlap or touch, then the others', async () => {
    const fixed = await fix('あいう', wordRule('a', 'あい', 'x'), wordRule('b', 'いう', 'y'), wordRule('c', 'う', 'z'));
    expect(fixed.text).toBe('xz');
    expect((await fix('ああああ', wordRule('a', 'ああ', 'あ'))).text).toBe('あ');
  });

  it('stops where fixes undo one another', async () => {
    const fixed = await fix('あ', wordRule('a', 'あ', 'い'), wordRule('b', 'い', 'あ'));
    expect(['あ', 'い']).toContain(fixed.text);
    expect(fixed.findings).toHaveLength(1);
  });

  it('leaves the same text of a circle of fixes wherever it is entered', async () => {
    const circle = [wordRule('a', 'あ', 'い'), wordRule('b', 'い', 'う'), wordRule('c', 'う', 'あ')];
    for (const text of ['あ', 'い', 'う']) expect(await fix(text, ...circle)).toMatchObject({ text: 'あ' });
  });

  it('leaves an article as it is whose fixes come to no end', async () => {
    expect(await fix('あ', wordRule('a', '^', 'あ'))).toMatchObject({ text: 'あ', applied: 0 });
  });

  it('stops where a fix changes nothing', async () => {
    expect(await fix('あ', wordRule('a', 'あ', 'あ'))).toMatchObject({ text: 'あ', applied: 0 });
  });

  it('never applies suggestions, nor fixes of findings that are suppressed', async () => {
    const suggesting = ruleOf('a', () => [
      { range: [0, 1], message, suggestions: [{ message, edit: { range: [0, 1], text: 'い' } }] },
    ]);
    expect((await fix('あ', suggesting)).text).toBe('あ');
    const text = '<!-- textlint-disable -->\n\n悪';
    expect((await fix(text, wordRule('a', '悪', '良'))).text).toBe(text);
  });

  it('keeps BOM and CRLF', async () => {
    expect((await fix('\uFEFF悪\r\n悪\r\n', wordRule('a', '悪', '良'))).text).toBe('\uFEFF良\r\n良\r\n');
  });

  it('changes nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom(...'あいう悪\n'), maxLength: 40 }), async (text) => {
        const rules = [wordRule('a', '悪+', ''), wordRule('b', 'あい', 'う'), wordRule('c', 'うう', 'う')];
        const once = await fix(text, ...rules);
        const twice = await fix(once.text, ...rules);
        expect(twice).toMatchObject({ text: once.text, applied: 0 });
        expect(once.findings).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('fixes that would change what they do not touch', () => {
  const edits = (text: string, ...words: readonly (readonly [string, string])[]) => {
    const document = parseDocument(text, () => []);
    const wanted = words.map(([word, put]) => {
      const start = text.indexOf(word);
      return { range: [start, start + word.length] as const, text: put };
    });
    return applyEdits(text, harmlessEdits(document, wanted));
  };

  it.each([
    ['text that an underline would take', '悪\n\n余分\n===\n---\n', [['余分\n', '']], undefined],
    ['text that a fence would take', '悪\n\n文です。\n', [['悪', '```']], undefined],
    ['a link that loses its target', '[a]\n\n本文\n\n[a]: /b\n', [['[a]: /b', '']], undefined],
    ['a key of front matter', '---\ntitle: a\ndate: b\n---\n\n悪\n', [['date: b\n', '']], undefined],
    ['front matter that can be read', '---\ntitle: a\n---\n\n悪\n', [['title: a', 'title: "a']], undefined],
    ['half a character', '😀です\n', [['\uD83D', '']], undefined],
    ['nothing: a value', '---\ntitle: 悪\n---\n\n本文\n', [['悪', '良']], '---\ntitle: 良\n---\n\n本文\n'],
    ['nothing: a word', '悪\n\n[a]\n\n[a]: /b\n', [['悪', '良']], '良\n\n[a]\n\n[a]: /b\n'],
    [
      'only what does no damage',
      '---\ntitle: 悪\n---\n\n[a]\n\n醜\n\n[a]: /b\n',
      [
        ['悪', '良'],
        ['[a]: /b', ''],
      ],
      '---\ntitle: 良\n---\n\n[a]\n\n醜\n\n[a]: /b\n',
    ],
  ] as const)('%s', (_, text, words, expected) => {
    expect(edits(text, ...words)).toBe(expected ?? text);
  });

  it('leaves out ranges that are none', async () => {
    const mad = ruleOf('a', () => [{ range: [0, 1], message, fix: { range: [2, 1], text: 'x' } }]);
    expect((await fix('あいう', mad)).text).toBe('あいう');
  });
});

describe('applyEdits', () => {
  it('inserts, replaces and deletes', () => {
    const edits = [
      { range: [0, 0], text: 'x' },
      { range: [1, 2], text: '' },
      { range: [3, 3], text: 'y' },
    ] as const;
    expect(applyEdits('あいう', edits)).toBe('xあうy');
  });
});
