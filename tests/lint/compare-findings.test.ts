import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareFindings, type Revision } from '../../src/lint/compare-findings.ts';
import type { Finding } from '../../src/lint/finding.ts';
import { fingerprintsOf } from '../../src/lint/fingerprint.ts';

const PATH = 'posts/a.md';

/** A revision with a finding of the rule `word` wherever one of the words stands. */
function revision(text: string, words: readonly string[]): Revision {
  const named = words
    .flatMap((word) => Array.from(text.matchAll(new RegExp(word, 'g')), ({ index }) => ({ word, index })))
    .sort((a, b) => a.index - b.index)
    .map(({ word, index }) => ({ ruleId: 'word', path: PATH, range: [index, index + word.length] as const }));
  const prints = fingerprintsOf(named, text);
  const findings = named.map(
    ({ ruleId, range }, i): Finding => ({
      ruleId,
      severity: 'error',
      message: 'm',
      range,
      related: [],
      suggestions: [],
      fingerprint: prints[i] ?? '',
    }),
  );
  return { text, findings };
}

const compare = (before: string, after: string, words = ['x']): string => {
  const { added, fixed, kept } = compareFindings(revision(before, words), revision(after, words), PATH);
  return `${added.length} new, ${fixed.length} fixed, ${kept} kept`;
};

const far = '朝の市を歩いて港まで行きました。'.repeat(3);

describe('compareFindings', () => {
  it.each([
    ['nothing changed', `${far}x${far}`, `${far}x${far}`, '0 new, 0 fixed, 1 kept'],
    ['text before it', `${far}x${far}`, `夕方。${far}x${far}`, '0 new, 0 fixed, 1 kept'],
    ['the words right before it', `朝x${far}`, `夜x${far}`, '0 new, 0 fixed, 1 kept'],
    ['the words right behind it', `${far}x朝`, `${far}x夜`, '0 new, 0 fixed, 1 kept'],
    ['the words on both sides', `${far}朝x朝${far}`, `${far}夜x夜${far}`, '1 new, 1 fixed, 0 kept'],
    ['one more of a kind', `${far}x${far}`, `${far}x${far}x${far}`, '1 new, 0 fixed, 1 kept'],
    ['one less of a kind', `${far}x${far}x${far}`, `${far}x${far}`, '0 new, 1 fixed, 1 kept'],
    ['moved to the other end', `x${far}`, `${far}x`, '1 new, 1 fixed, 0 kept'],
    ['line ends and indentation', `a\n x b\n`, `a\r\n   x  b\r\n`, '0 new, 0 fixed, 1 kept'],
  ])('%s', (_, before, after, expected) => {
    expect(compare(before, after)).toBe(expected);
  });

  it('pairs each finding with one at most', () => {
    const text = fc
      .array(fc.constantFrom('x', 'y', 'あ', ' ', '\n', '朝の市'), { maxLength: 40 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const old = revision(before, ['x', 'y']);
        const now = revision(after, ['x', 'y']);
        const { added, fixed, kept } = compareFindings(old, now, PATH);
        expect(added.length + kept).toBe(now.findings.length);
        expect(fixed.length + kept).toBe(old.findings.length);
        expect(compareFindings(now, now, PATH)).toEqual({ added: [], fixed: [], kept: now.findings.length });
      }),
    );
  });
});
