import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineStartsOf, positionOf } from '../../src/text/positions.ts';
import { anyText } from '../support/articles.ts';

describe('positionOf', () => {
  it.each<[why: string, text: string, offset: number, expected: [line: number, column: number]]>([
    ['the beginning', 'あ', 0, [1, 1]],
    ['an empty text', '', 0, [1, 1]],
    ['behind LF', 'あ\nい', 2, [2, 1]],
    ['behind CRLF', 'あ\r\nい', 3, [2, 1]],
    ['between CR and LF', 'あ\r\nい', 2, [1, 3]],
    ['behind CR', 'あ\rい', 2, [2, 1]],
    ['a 4-byte character counts two', '𠮷い', 2, [1, 3]],
    ['before the text', 'あ', -5, [1, 1]],
    ['behind the text', 'あ\nい', 99, [2, 2]],
  ])('%s', (_, text, offset, [line, column]) => {
    expect(positionOf(text, offset)).toEqual({ line, column });
  });

  it('goes back to the offset', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, n) => {
        const offset = n % (text.length + 1);
        const { line, column } = positionOf(text, offset);
        expect((lineStartsOf(text)[line - 1] ?? Number.NaN) + column - 1).toBe(offset);
      }),
    );
  });
});
