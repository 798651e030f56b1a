import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../src/text/align.ts';
import { visibleTextOf } from '../../src/text/visible-text.ts';

/** The source of each character of a text, aligned with its source at offset 100. */
function sources(text: string, source: string): string[] {
  const visible = visibleTextOf(align(text, source, 100), [100, 100 + source.length]);
  return Array.from({ length: visible.text.length }, (_, i) => {
    const [start, end] = visible.rangeOf(i, i + 1);
    return source.slice(start - 100, end - 100);
  });
}

describe('align', () => {
  it.each<[why: string, text: string, source: string, expected: string[]]>([
    ['the same', 'あい', 'あい', ['あ', 'い']],
    ['an escape', 'a*b', 'a\\*b', ['a', '\\*', 'b']],
    ['a reference', 'a&b', 'a&amp;b', ['a', '&amp;', 'b']],
    ['a reference behind a reference', '&amp;', '&amp;amp;', ['&amp;', 'a', 'm', 'p', ';']],
    ['a reference that is none (YAML)', '&amp;b', '&amp;b', ['&', 'a', 'm', 'p', ';', 'b']],
    ['an unknown reference', '&x;-あ', '&x;\\-&#x3042;', ['&', 'x', ';', '\\-', '&#x3042;']],
    ['a reference to two characters', '≂̸b', '&NotEqualTilde;b', ['&NotEqualTilde;', '&NotEqualTilde;', 'b']],
    ['a reference to a 4-byte character', '𠮷b', '&#x20BB7;b', ['&#x20BB7;', '&#x20BB7;', 'b']],
    ['CRLF', 'a\r\nb', 'a\r\nb', ['a', '\r\n', 'b']],
    ['CR', 'a\rb', 'a\rb', ['a', '\r', 'b']],
    ['indentation of the next line', 'a\nb', 'a  \n  > > b', ['a', '  \n  > > ', 'b']],
    ['a prefix that belongs to the text', 'a\n> b', 'a\n> b', ['a', '\n', '>', ' ', 'b']],
    ['indentation that belongs to the text (YAML)', 'a\n  b', 'a\n    b', ['a', '\n  ', ' ', ' ', 'b']],
    ['a backslash that escapes nothing', '\\あ', '\\あ', ['\\', 'あ']],
    ['what cannot be aligned', 'aXYb', 'a?b', ['a', '?b', '?b', '?b']],
    ['nothing', '', 'abc', []],
  ])('%s', (_, text, source, expected) => {
    expect(sources(text, source)).toEqual(expected);
  });

  it('stays inside the source and in order, whatever the texts', () => {
    const part = fc.string({ unit: fc.constantFrom('a', '&amp;', '&', '\\', '*', '\n', '\r\n', ' ', '>', '𠮷') });
    fc.assert(
      fc.property(part, part, (text, source) => {
        const segments = align(text, source, 7);
        expect(segments.map((segment) => segment.text).join('')).toBe(text.replaceAll(/\r\n?/g, '\n'));
        let last = 7;
        for (const { source: range } of segments) {
          expect(range[0]).toBeGreaterThanOrEqual(last);
          expect(range[1]).toBeGreaterThanOrEqual(range[0]);
          last = range[1];
        }
        expect(last).toBeLessThanOrEqual(7 + source.length);
      }),
    );
  });
});

describe('visibleTextOf', () => {
  it('gives ranges that clamp to the text', () => {
    const visible = visibleTextOf([{ text: 'あい', source: [10, 12] }], [10, 12]);
    expect(visible.rangeOf(-5, 99)).toEqual([10, 12]);
    expect(visible.rangeOf(1, 1)).toEqual([11, 11]);
    expect(visible.rangeOf(2, 2)).toEqual([12, 12]);
    expect(visible.rangeOf(2, 1)).toEqual([12, 12]);
  });

  it('gives the fallback for a text without characters', () => {
    expect(visibleTextOf([{ text: '', source: [1, 5] }], [3, 4]).rangeOf(0, 1)).toEqual([3, 4]);
  });
});
