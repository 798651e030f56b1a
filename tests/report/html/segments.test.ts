import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsOf } from '../../../src/report/html/page/segments.ts';

/** Lines as text: findings as `[0:…]`, pins of their beginnings as `^0`. */
function drawn(text: string, ranges: readonly (readonly [number, number])[]): string[] {
  return segmentsOf(text, ranges).map(({ segments }) =>
    segments
      .map((segment) => {
        const pins = segment.begins.map((mark) => `^${mark}`).join('');
        return `${pins}${segment.marks.length > 0 ? `[${segment.marks.join()}:${segment.text}]` : segment.text}`;
      })
      .join(''),
  );
}

describe('segmentsOf', () => {
  it('cuts a line where findings begin and end', () => {
    expect(drawn('あいうえお', [[1, 3]])).toEqual(['あ^0[0:いう]えお']);
  });

  it('cuts overlapping findings into pieces with equal cover', () => {
    const ranges = [
      [0, 4],
      [2, 5],
    ] as const;
    expect(drawn('あいうえお', ranges)).toEqual(['^0[0:あい]^1[0,1:うえ][1:お]']);
  });

  it('goes on with a finding in the lines below', () => {
    expect(drawn('一行\r\n二行\n三行', [[1, 8]])).toEqual(['一^0[0:行]', '[0:二行]', '[0:三]行']);
  });

  it('shows where an empty finding is, at the beginning, between others and at the end', () => {
    const ranges = [
      [0, 0],
      [1, 1],
      [2, 2],
    ] as const;
    expect(drawn('あい', ranges)).toEqual(['^0あ^1い^2']);
    expect(drawn('', [[0, 0]])).toEqual(['^0']);
  });

  it('survives ranges outside of the text', () => {
    expect(drawn('あ', [[-5, 99]])).toEqual(['^0[0:あ]']);
    expect(drawn('あ', [[7, 3]])).toEqual(['あ^0']);
  });

  it('loses no character, and begins every finding once', () => {
    const text = fc.string({ unit: fc.constantFrom('あ', 'b', '\n', '\r', '\r\n', '😀'), maxLength: 40 });
    const ranges = fc.array(fc.tuple(fc.integer({ min: -2, max: 45 }), fc.integer({ min: -2, max: 45 })), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(text, ranges, (article, given) => {
        const lines = segmentsOf(article, given);
        const shown = lines.map(({ segments }) => segments.map((segment) => segment.text).join(''));
        expect(shown).toEqual(article.split(/\r\n|\r|\n/));
        const begun = lines.flatMap(({ segments }) => segments.flatMap(({ begins }) => begins));
        expect(begun.toSorted((a, b) => a - b)).toEqual(given.map((_, i) => i));
      }),
    );
  });
});
