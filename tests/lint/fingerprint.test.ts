import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintsOf } from '../../src/lint/fingerprint.ts';
import { configWith, lint, wordRule } from '../support/lint.ts';

const at = (text: string, word: string, ruleId = 'koetsu/a', path = 'a.md') => {
  const start = text.indexOf(word);
  return { ruleId, path, range: [start, start + word.length] as const };
};

describe('fingerprintsOf', () => {
  it('gives 16 hexadecimal digits, the same for the same', () => {
    const [first] = fingerprintsOf([at('あい悪う', '悪')], 'あい悪う');
    expect(first).toMatch(/^[0-9a-f]{16}$/);
    expect(fingerprintsOf([at('あい悪う', '悪')], 'あい悪う')).toEqual([first]);
  });

  it('differs by rule, path, text and context', () => {
    const text = '前の文。悪い文。後の文。';
    const prints = [
      at(text, '悪い'),
      at(text, '悪い', 'koetsu/b'),
      at(text, '悪い', 'koetsu/a', 'b.md'),
      at(text, '前の'),
    ].flatMap((finding) => fingerprintsOf([finding], text));
    expect(new Set([...prints, ...fingerprintsOf([at('悪い文', '悪い')], '悪い文')]).size).toBe(5);
  });

  it('numbers equal findings', () => {
    const text = 'あ悪い\n'.repeat(20);
    const findings = Array.from({ length: 20 }, (_, i) => ({
      ruleId: 'a',
      path: '',
      range: [i * 4 + 1, i * 4 + 2] as const,
    }));
    expect(new Set(fingerprintsOf(findings, text)).size).toBe(20);
  });

  it('tells long passages with the same ends apart only by their number', () => {
    const text = `${'あ'.repeat(500)}い${'あ'.repeat(500)}`;
    expect(new Set(fingerprintsOf([at(text, text), at(text, text)], text)).size).toBe(2);
  });

  it('survives edits above, CRLF and more indentation', async () => {
    const config = configWith([wordRule('word', '悪い')]);
    const printsOf = async (text: string) => (await lint(text, config)).map((finding) => finding.fingerprint);
    const body = '一つ目の段落にある悪い文です。\n\n二つ目の段落にも悪い文がある。';
    const expected = await printsOf(body);
    expect(expected).toHaveLength(2);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom('良', 'い', '\n', '# ', '> ') }), async (above) => {
        const text = `${above}\n\n十分に長い段落が間にあります。\n\n${body}`;
        const [, second] = await printsOf(text);
        expect(second).toBe(expected[1]);
      }),
      { numRuns: 30 },
    );
    const [, crlf] = await printsOf(body.replaceAll('\n', '\r\n'));
    expect(crlf).toBe(expected[1]);
  });
});
