import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/document.ts';
import type { Entry, Value } from '../../src/document/front-matter.ts';
import { parseDocument } from '../../src/document/parse-document.ts';
import type { Range } from '../../src/text/range.ts';
import { OBJECT } from '../../src/text/visible-text.ts';
import { anyText, markdownish } from '../support/articles.ts';

const read = (text: string): Document => parseDocument(text, () => []);

/** One seed, so that a run that fails fails again; change it to look for more. */
const RUNS = { numRuns: 200, seed: 20261101 };

function rangesOf(entry: Entry): Range[] {
  return [entry.keyRange, ...rangesOfValue(entry.value)];
}

function rangesOfValue(value: Value): Range[] {
  if (value.kind === 'scalar') return [value.range, value.text.rangeOf(0, value.text.text.length)];
  return [
    value.range,
    ...(value.kind === 'list' ? value.items.flatMap(rangesOfValue) : value.entries.flatMap(rangesOf)),
  ];
}

function everyRange(document: Document): Range[] {
  const { frontMatter, blocks, sentences, opaque, comments, unclosedFrontMatter } = document;
  return [
    ...(frontMatter ? [frontMatter.range, frontMatter.contentRange] : []),
    ...(frontMatter?.entries.flatMap(rangesOf) ?? []),
    ...(frontMatter?.errors.map((fault) => fault.range) ?? []),
    ...(unclosedFrontMatter ? [unclosedFrontMatter] : []),
    ...blocks.flatMap((block) => [block.range, ...block.spans.map((span) => span.range)]),
    ...blocks.flatMap((block) => (block.accidentalUnderline ? [block.accidentalUnderline] : [])),
    ...sentences.map((sentence) => sentence.range),
    ...opaque,
    ...comments.flatMap((comment) => [comment.range, comment.html]),
  ];
}

function expectInside(ranges: readonly Range[], text: string): void {
  const outside = ranges.filter(([start, end]) => !(0 <= start && start <= end && end <= text.length));
  expect(outside).toEqual([]);
}

function expectSorted(ranges: readonly Range[]): void {
  const starts = ranges.map(([start]) => start);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
}

function expectConsistent(text: string): void {
  const document = read(text);
  expect(document.text).toBe(text);
  expectInside(everyRange(document), text);
  expectSorted(document.blocks.map((block) => block.range));
  expectSorted(document.opaque);
  expectSorted(document.comments.map((comment) => comment.range));
  for (const { visible, sentences, spans } of document.blocks) {
    const places = Array.from({ length: visible.text.length }, (_, i) => visible.rangeOf(i, i + 1));
    expectInside(places, text);
    expectSorted(places);
    for (const [i, [start, end]] of places.entries()) {
      const seen = visible.text[i];
      if (end - start === 1 && seen !== '\n' && seen !== OBJECT && seen !== '\uFFFD') expect(text[start]).toBe(seen);
    }
    for (const { start, end } of [...sentences, ...spans]) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(visible.text.length);
    }
    const gaps = sentences.map(({ start }, i) => visible.text.slice(sentences[i - 1]?.end ?? 0, start)).join('');
    expect(gaps.trim()).toBe('');
  }
}

describe('parseDocument', () => {
  it('reads any string, every range sorted and inside the text', () => {
    fc.assert(fc.property(anyText, expectConsistent), RUNS);
  });

  it('reads any Markdown, every range sorted and inside the text', () => {
    fc.assert(fc.property(markdownish, expectConsistent), RUNS);
  });

  it('reads the same with a BOM, one character later', () => {
    fc.assert(
      fc.property(
        markdownish.filter((text) => !text.startsWith('\uFEFF')),
        (text) => {
          const shifted = everyRange(read(`\uFEFF${text}`)).map(([start, end]) => [start - 1, end - 1]);
          expect(shifted).toEqual(everyRange(read(text)).map(([start, end]) => [start, end]));
        },
      ),
      RUNS,
    );
  });

  it('shows the same text with CRLF as with LF', () => {
    fc.assert(
      fc.property(markdownish, (text) => {
        const lf = text.replaceAll(/\r\n?/g, '\n');
        const visible = (given: string) => read(given).blocks.map((block) => block.visible.text);
        expect(visible(lf.replaceAll('\n', '\r\n'))).toEqual(visible(lf));
      }),
      RUNS,
    );
  });

  it('analyses a string once, however often it is asked for', () => {
    let calls = 0;
    const document = parseDocument('あ', () => {
      calls += 1;
      return [];
    });
    expect(document.morphemes('本')).toBe(document.morphemes('本'));
    document.morphemes('文');
    expect(calls).toBe(2);
  });

  it('keeps the front matter of a text that the parser cannot read', () => {
    const document = read(`\uFEFF---\ntitle: 深い\n---\n\n${'*a **b '.repeat(400)}${'c** d* '.repeat(400)}\n`);
    expect(document.frontMatter?.entries.map((entry) => entry.key)).toEqual(['title']);
    expect(document.blocks).toEqual([]);
  });

  it.each([
    ['block quotes', '>'],
    ['lists', '- '],
    ['numbered lists', '1. '],
    ['footnotes', '[^1]: '],
  ])('leaves out lines of %s that are nested too deep, and reads the rest', (_, mark) => {
    const document = read(`前\r\n\r\n${mark.repeat(10_000)}あ\r\n\r\n後`);
    expect(document.blocks.map((block) => block.visible.text)).toEqual(['前', '後']);
    expect(document.blocks[1]?.range).toEqual([document.text.length - 1, document.text.length]);
  });

  it.each([
    ['opening brackets', '「'.repeat(100_000)],
    ['nested brackets', '「'.repeat(50_000) + '」'.repeat(50_000)],
    ['crossing brackets', '「（」）'.repeat(25_000)],
    ['quotation marks behind full stops', '。"'.repeat(50_000)],
    ['full stops', '。'.repeat(100_000)],
    ['ASCII brackets', '['.repeat(20_000)],
    ['open template tags', '{% {{ {{< {: '.repeat(8_000)],
    ['dollars', '$$a '.repeat(25_000)],
    ['open comments', '<!-- a '.repeat(15_000)],
    ['references', '&amp;'.repeat(15_000)],
    ['escapes', '\\*'.repeat(40_000)],
    ['spaces', `あ${' '.repeat(100_000)}い`],
    ['line breaks', '\r\n'.repeat(50_000)],
    ['YAML lists', `---\na: ${'['.repeat(100_000)}\n---\n`],
    ['YAML maps', `---\na: ${'{a: '.repeat(30_000)}\n---\n`],
    ['YAML keys', `---\n${'a: b\n'.repeat(10_000)}---\n`],
    ['TOML lists', `+++\na = ${'['.repeat(50_000)}\n+++\n`],
    ['long quoted YAML', `---\na: "${'\\n'.repeat(50_000)}"\n---\n`],
  ])('reads %s in a time that grows with the text', (_, text) => {
    const began = performance.now();
    expect(read(text).text).toBe(text);
    expect(performance.now() - began).toBeLessThan(8_000);
  });
});
