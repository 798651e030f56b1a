import fc from 'fast-check';
import type { RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { cutsOf } from '../../src/document/chunks.ts';
import { parseMarkdown } from '../../src/document/markdown.ts';
import { mdastGrammar } from '../../src/document/mdast-grammar.ts';
import { type Grammar, parserInChunks } from '../../src/document/parse-in-chunks.ts';
import { parseMarkdown as parseTree, parseWhole } from '../../src/lint/markdown.ts';
import { anyText, markdownish } from '../support/articles.ts';

const RUNS = { numRuns: 50, seed: 20261128, endOnFailure: true };
const plain = (nodes: unknown): unknown => JSON.parse(JSON.stringify(nodes));

/** Parses with a memory that has seen the texts before it, and as a whole. */
function bothWays(texts: readonly string[]): [RootContent[], readonly RootContent[]][] {
  const grammar = mdastGrammar(parseMarkdown);
  const parse = parserInChunks(grammar);
  return texts.map((text) => [parse(text), grammar.parse(text)]);
}

/** Definitions forbid cuts; and most texts need blank lines to be cut at all. */
const article = fc
  .array(fc.oneof(markdownish, anyText), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join('\n\n').replaceAll(']:', '] '));

describe('parse in chunks', () => {
  it('gives the blocks of the whole text, whatever was read before', () => {
    fc.assert(
      fc.property(fc.array(article, { minLength: 1, maxLength: 3 }), (texts) => {
        for (const [chunked, whole] of bothWays([...texts, ...texts])) expect(plain(chunked)).toEqual(plain(whole));
      }),
      RUNS,
    );
  });

  it("gives textlint's tree, with its hidden positions", () => {
    const withPositions = (node: object): unknown => ({
      ...node,
      position: (node as { position?: unknown }).position,
      ...('children' in node ? { children: (node.children as object[]).map(withPositions) } : {}),
    });
    fc.assert(
      fc.property(article, (text) => {
        const body = text.replace(/^\uFEFF+/, '');
        for (const tree of [parseTree(body), parseTree(body)])
          expect(plain(withPositions(tree))).toEqual(plain(withPositions(parseWhole(body))));
      }),
      RUNS,
    );
  });

  it.each([
    ['a fence over blank lines', '段落\n\n```\n一\n\n二\n\n三\n```\n\n後\n', ['二\n\n後\n', '一\n\n```\n二\n\n三\n']],
    ['a fence that is never closed', '段落\n\n~~~~\n一\n\n~~~\n\n二\n', ['二\n\n', '~~~\n一\n~~~\n\n二\n']],
    ['a comment over blank lines', '前\n\n<!-- 一\n\n二\n\n-->\n\n後\n', ['二\n\n前\n\n', '前\n\n<!-- 一\n\n後\n']],
    ['a script', '前\n\n<script>\n\na\n\n</script>\n\n後', ['a\n\n後', '<script>\n\na\n\nb']],
    ['a list with paragraphs', '- 一\n\n  続き\n\n- 二\n\n段落\n\n1. 三\n\n段落\n', ['段落\n\n1. 三\n\n段落\n']],
    ['a front matter with blank lines', '---\ntitle: a\n\nb: c\n---\n\n本文\n\n終わり\n', ['b: c\n---\n\n本文\n']],
    ['CRLF', '一\r\n二\r\n\r\n三\r\n\r\n四', ['三\r\n\r\n一\r\n']],
  ])('%s', (_, text, others) => {
    for (const [chunked, whole] of bothWays([...others, text, ...others, text])) {
      expect(plain(chunked)).toEqual(plain(whole));
    }
  });

  it('reads only what changed', () => {
    const read: string[] = [];
    const grammar: Grammar<RootContent> = mdastGrammar(parseMarkdown);
    const parse = parserInChunks({
      ...grammar,
      parse: (text) => {
        read.push(text);
        return grammar.parse(text);
      },
    });
    const paragraphs = Array.from({ length: 20 }, (_, i) => `${i}番目の\`段落\`です。\n\n`);
    parse(paragraphs.join(''));
    read.length = 0;
    paragraphs[7] = '書き換えた`段落`です。\n\n';
    paragraphs[9] = '**書き換えた**が、どの構文解析も要らない段落です。\n\n';
    parse(paragraphs.join(''));
    expect(read).toEqual(['書き換えた`段落`です。\n\n']);
  });
});

describe('cuts', () => {
  it.each([
    ['一\n\n二\n \n　三\n', [0, 3, 7, 10]],
    ['一\n\n- 二\n\n  三\n\n**四**\n\n2026年\n\n1. 五', [0, 3, 13, 20, 27, 31]],
    ['一`二`\n\n- 三\n', [0, 10]],
    ['一\n\n[a]: b\n', [0, 10]],
    ['---\na: b\n\nc: d\n---\n\n本文\n', [0, 20, 23]],
    ['---\na: b\n\nc: d\n', [0, 15]],
    ['一\r\n\r\n二\r三\r\r四', [0, 5, 10, 11]],
  ])('%j', (text, cuts) => expect(cutsOf(text)).toEqual(cuts));
});
