import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../src/document/document.ts';
import { parseDocument } from '../../src/document/parse-document.ts';
import { OBJECT } from '../../src/text/visible-text.ts';

const read = (text: string): Document => parseDocument(text, () => []);
const blocks = (text: string): readonly Block[] => read(text).blocks;
const visible = (text: string): string[] => blocks(text).map((block) => block.visible.text.replaceAll(OBJECT, '■'));
const only = (text: string): Block => {
  const [block] = blocks(text);
  if (!block) throw new Error('no block');
  return block;
};

describe('visible text', () => {
  it.each<[why: string, text: string, expected: string[]]>([
    ['emphasis', '**太**字と*斜*体と~~消~~', ['太字と斜体と消']],
    ['a link', '[文字](https://example.com "題")です', ['文字です']],
    ['a bare URL and code', 'https://example.com と`code`', ['■ と■']],
    [
      'a URL with prose right behind it',
      '詳細はhttps://example.com/a。次の（www.example.com）文。',
      ['詳細は■。次の（■）文。'],
    ],
    ['a URL in Japanese letters', 'https://example.com/東京都_(曖昧) を参照', ['■ を参照']],
    ['a link that is cut', '[切れた](https://example.com/a', ['[切れた](■']],
    ['a bracket before a URL', '[https://example.com/a と', ['[■ と']],
    ['a URL in angle brackets', '<https://example.com/a>です', ['■です']],
    ['an address', 'a@example.comへ', ['a@example.comへ']],
    ['an image', '![代替](a.png)', ['■']],
    ['inline HTML', 'あ<b>い</b>う<br>え<!-- 注 -->お', ['あいう\nえお']],
    ['a reference link', '[文字][a]です\n\n[a]: https://example.com', ['文字です', '']],
    ['a hard break', 'あ  \nい\\\nう', ['あ\nい\nう']],
    ['a soft break in a block quote', '> あ\n> い\nう', ['あ\nい\nう']],
    ['code, HTML, a rule', '```js\na\n```\n\n<div>あ</div>\n\n---', ['', '', '']],
    ['Liquid', 'あ{{ page.title }}い{% include a.html %}う', ['あ■いう']],
    ['shortcodes', '{{< figure src="a.png" >}}あ{{% b %}}い{{% /b %}}', ['■あ■い']],
    ['kramdown', '見出し{: .class}と{#id}', ['見出しと']],
    ['a container on its own lines', ':::message\n注意です。\n:::', ['注意です。\n']],
    ['a container with CRLF', ':::message alert\r\n注意です。\r\n:::', ['注意です。\n']],
    ['a template tag behind a CRLF', 'あ\r\nい\r\nう{{ a }}え{: .b}お', ['あ\nい\nう■えお']],
    ['math', '式は$$x^2$$です', ['式は■です']],
    ['a table of contents', '[[toc]]', ['']],
    ['a price and a set', '$5と{a, b}と10:30', ['$5と{a, b}と10:30']],
    ['references and escapes', '&lt;あ&gt;\\*い\\*', ['<あ>*い*']],
    ['a footnote', 'あ[^1]い\n\n[^1]: 注です。', ['あい', '注です。']],
  ])('%s', (_, text, expected) => {
    expect(visible(text)).toEqual(expected);
  });

  it('goes back to the file over marks, CRLF and the prefix of a quotation', () => {
    const text = '\uFEFF> これは**太\r\n> 字**です。𠮷も[あ](b)。';
    const { visible: shown } = only(text);
    const at = shown.text.indexOf('字');
    expect(text.slice(...shown.rangeOf(at, at + 3))).toBe('字**です');
    const yoshi = shown.text.indexOf('𠮷');
    expect(text.slice(...shown.rangeOf(yoshi, yoshi + 2))).toBe('𠮷');
  });
});

describe('positions', () => {
  it('are right behind a link that is cut', () => {
    const text = '# 題\n\n前の文。[切れた](https://example.com/a は次の文。\n';
    expect(read(text).sentences.map((sentence) => text.slice(...sentence.range))).toEqual([
      '題',
      '前の文。',
      '[切れた](https://example.com/a は次の文。',
    ]);
  });

  it('are known of every node', () => {
    const nodes: { position?: unknown; children?: unknown[] }[] = [
      read('[https://example.com と[a@b.jp](\n').root as never,
    ];
    for (const node of nodes) {
      expect(node.position).toBeDefined();
      nodes.push(...((node.children ?? []) as typeof nodes));
    }
  });
});

describe('opaque ranges and comments', () => {
  it('lists code, HTML, template tags and comments', () => {
    const text = 'あ`b`{{ c }}<!-- d -->\n\n<!-- e\nf --><!-- g -->\n\n```\n<!-- h -->\n```\n';
    const { opaque, comments } = read(text);
    expect(opaque.map((range) => text.slice(...range))).toEqual([
      '`b`',
      '{{ c }}',
      '<!-- d -->',
      '<!-- e\nf --><!-- g -->',
      '```\n<!-- h -->\n```',
    ]);
    expect(comments.map((comment) => comment.text)).toEqual(['d', 'e\nf', 'g']);
    expect(comments.map((comment) => text.slice(...comment.range))).toEqual([
      '<!-- d -->',
      '<!-- e\nf -->',
      '<!-- g -->',
    ]);
  });

  it('takes a comment in code for code', () => {
    expect(read('`<!-- textlint-disable -->`と`<!-- a -->`').comments).toEqual([]);
  });
});

describe('blocks', () => {
  it('tells kinds and places', () => {
    const text =
      '# 題\n\n文。\n\n- 項\n\n  続き\n  - 下\n\n> 引用\n> - 項\n\n| a | b |\n|-|-|\n| c | d |\n\n[^1]: 注\n\n[^1]\n';
    expect(blocks(text).map(({ kind, place, visible: { text: shown } }) => `${kind} ${place} ${shown}`)).toEqual([
      'heading body 題',
      'paragraph body 文。',
      'item list 項',
      'paragraph list 続き',
      'item list 下',
      'paragraph quote 引用',
      'item quote 項',
      'cell table a',
      'cell table b',
      'cell table c',
      'cell table d',
      'paragraph footnote 注',
      'opaque body ',
    ]);
  });

  it('numbers lists, items and cells', () => {
    const text = '3. あ\n4. い\n   - う\n\n| a | b |\n|-|-|\n| c | d |\n';
    expect(blocks(text).map((block) => block.item ?? block.cell)).toEqual([
      { list: 0, index: 0, ordinal: 3, depth: 0 },
      { list: 0, index: 1, ordinal: 4, depth: 0 },
      { list: 1, index: 0, ordinal: undefined, depth: 1 },
      { table: 0, row: 0, column: 0 },
      { table: 0, row: 0, column: 1 },
      { table: 0, row: 1, column: 0 },
      { table: 0, row: 1, column: 1 },
    ]);
  });

  it.each<[why: string, text: string, kind: string, underline: string | undefined]>([
    ['a sentence above dashes', 'これは文です。\n---\n', 'paragraph', '---'],
    ['two lines above dashes', '一行目\n二行目\n---\n', 'paragraph', '---'],
    ['a question above dashes, with CRLF', '本当でしょうか？\r\n---\r\n', 'paragraph', '---'],
    ['a sentence above ===', 'これは文です。\n===\n', 'paragraph', '==='],
    ['a short title above dashes', 'はじめに\n---\n', 'heading', undefined],
    ['a heading with # that ends with a question mark', '## 本当でしょうか？\n', 'heading', undefined],
    ['a sentence, a blank line, a rule', 'これは文です。\n\n---\n', 'paragraph', undefined],
  ])('tells prose over a rule from a heading: %s', (_, text, kind, underline) => {
    const block = only(text);
    expect(block.kind).toBe(kind);
    expect(block.accidentalUnderline && text.slice(...block.accidentalUnderline).trim()).toBe(underline);
    expect(block.depth === undefined).toBe(kind !== 'heading');
  });

  it.each<[text: string, boldOnly: boolean, linkOnly: boolean]>([
    ['**見出し**', true, false],
    ['**見出し**：', true, false],
    ['**見出し**です', false, false],
    ['[a](b)', false, true],
    ['[a](b) | [c](d)', false, true],
    ['[a](b)です', false, false],
    ['- [a](b)', false, true],
    ['![a](b)', false, false],
    ['文', false, false],
  ])('tells whether %s is only bold or only a link', (text, boldOnly, linkOnly) => {
    expect(only(text)).toMatchObject({ boldOnly, linkOnly });
  });

  it('gives spans by their place in the visible text, outer before inner', () => {
    const text = 'あ**い[う](https://e.x)**`え`';
    const block = only(text);
    expect(
      block.spans.map(({ kind, start, end, range, url }) => [kind, start, end, text.slice(...range), url]),
    ).toEqual([
      ['strong', 1, 3, '**い[う](https://e.x)**', undefined],
      ['link', 2, 3, '[う](https://e.x)', 'https://e.x'],
      ['code', 3, 4, '`え`', undefined],
    ]);
  });

  it('gives sentences with their block and range', () => {
    const text = '- 一つ目。**二つ目**。\n';
    const { sentences } = read(text);
    expect(sentences.map((sentence) => text.slice(...sentence.range))).toEqual(['一つ目。', '二つ目**。']);
    expect(sentences.every((sentence) => sentence.block.kind === 'item')).toBe(true);
  });
});
