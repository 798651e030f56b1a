import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bracketPairs, outermostPairs } from '../../src/text/brackets.ts';

describe('bracketPairs', () => {
  it.each<[text: string, pairs: [number, number][], unmatched: number[]]>([
    ['「あ」', [[0, 2]], []],
    [
      '「『あ』」',
      [
        [0, 4],
        [1, 3],
      ],
      [],
    ],
    ['（注)', [[0, 2]], []],
    ['「あ', [], [0]],
    ['あ」', [], [1]],
    ['（「あ）」', [[0, 3]], [1, 4]],
    ['1) はじめ', [], []],
    ['あ a) い', [], []],
    ['これは12)です', [], [5]],
    ['“あ”', [[0, 2]], []],
  ])('matches «%s»', (text, pairs, unmatched) => {
    expect(bracketPairs(text)).toEqual({ pairs, unmatched });
  });

  it('counts every bracket once: in a pair or as unmatched', () => {
    const brackets = fc.string({ unit: fc.constantFrom(...'「」『』（）()【】あ'), maxLength: 60 });
    fc.assert(
      fc.property(brackets, (text) => {
        const { pairs, unmatched } = bracketPairs(text);
        const seen = [...pairs.flat(), ...unmatched].sort((a, b) => a - b);
        expect(seen).toEqual(Array.from(text, (mark, at) => (mark === 'あ' ? -1 : at)).filter((at) => at >= 0));
      }),
    );
  });
});

describe('outermostPairs', () => {
  it('leaves out what stands inside another pair', () => {
    expect(outermostPairs(bracketPairs('「『あ』」（い）'))).toEqual([
      [0, 4],
      [5, 7],
    ]);
  });
});
