import { describe, expect, it } from 'vitest';
import { formatRdjson, formatRdjsonl } from '../../src/report/rdjson.ts';
import { rdformatErrors } from '../support/rdformat.ts';
import { article, EVERYTHING, finding } from '../support/results.ts';

const linesOf = (report: string) =>
  report
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('rdjson', () => {
  it('is valid under the schema', () => {
    expect(rdformatErrors(JSON.parse(formatRdjson(EVERYTHING)))).toEqual([]);
    expect(rdformatErrors(JSON.parse(formatRdjson([])))).toEqual([]);
    for (const line of linesOf(formatRdjsonl(EVERYTHING))) expect(rdformatErrors(line)).toEqual([]);
    expect(rdformatErrors({ diagnostics: [{ message: '' }] })).not.toEqual([]);
  });

  it('has the same diagnostics in both forms', () => {
    const { diagnostics, source } = JSON.parse(formatRdjson(EVERYTHING));
    expect(linesOf(formatRdjsonl(EVERYTHING))).toEqual(diagnostics.map((it: object) => ({ ...it, source })));
    expect(formatRdjsonl([])).toBe('');
  });

  it('counts columns in bytes of UTF-8, from 1, the end exclusive', () => {
    const text = 'a𐐀b\r\n記事😀！\r\n';
    const rangeOf = (start: number, end: number) =>
      linesOf(formatRdjsonl([article([finding({ range: [start, end] })], { text })]))[0].location.range;
    // The example in reviewdog's reviewdog.proto: columns 1, 2 and 6.
    expect(rangeOf(0, 1)).toEqual({ start: { line: 1, column: 1 }, end: { line: 1, column: 2 } });
    expect(rangeOf(1, 3)).toEqual({ start: { line: 1, column: 2 }, end: { line: 1, column: 6 } });
    expect(rangeOf(8, 11)).toEqual({ start: { line: 2, column: 7 }, end: { line: 2, column: 14 } });
  });

  it('gives the fix first, then the suggestions', () => {
    const [, { suggestions }] = JSON.parse(formatRdjson(EVERYTHING)).diagnostics;
    expect(suggestions).toEqual([
      { range: { start: { line: 3, column: 5 }, end: { line: 3, column: 8 } }, text: '野（や）' },
      { range: { start: { line: 3, column: 1 }, end: { line: 3, column: 18 } }, text: '' },
      { range: { start: { line: 3, column: 18 }, end: { line: 3, column: 18 } }, text: '…' },
    ]);
  });

  it('names related places, of unknown articles without lines', () => {
    const [, diagnostic] = JSON.parse(formatRdjson(EVERYTHING)).diagnostics;
    expect(diagnostic.related_locations).toMatchObject([
      { message: 'もう1つの箇所です。', location: { path: 'posts/a.md', range: { start: { line: 1, column: 1 } } } },
      { location: { path: 'posts/b c.md', range: { start: { line: 3, column: 4 } } } },
      { location: { path: 'posts/unknown.md' } },
    ]);
    expect(diagnostic.code).toEqual({
      value: 'koetsu/broken-sentences',
      url: 'https://example.com/rules/broken-sentences',
    });
  });
});
