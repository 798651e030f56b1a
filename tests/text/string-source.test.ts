import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlainTree, type Replacer, type RootNode, type SourceNode } from '../../src/text/string-source/pieces.ts';
import { StringSource } from '../../src/text/string-source/string-source.ts';
import { requireAlong } from '../support/require-along.ts';

const rule = ['textlint-rule-preset-ja-technical-writing', 'textlint-rule-sentence-length'] as const;
const stock = requireAlong(...rule, 'textlint-util-to-string') as {
  StringSource: new (node: RootNode, options?: { replacer?: Replacer }) => StringSource;
};
const { splitAST } = requireAlong(...rule, 'sentence-splitter') as { splitAST: (node: RootNode) => RootNode };
const { parse } = requireAlong('@textlint/textlint-plugin-markdown', '@textlint/markdown-to-ast') as {
  parse: (text: string) => RootNode;
};

/** As rules use them: nothing, code masked, code and comments blanked out. */
const replacers: readonly (Replacer | undefined)[] = [
  undefined,
  ({ node, maskValue }) => (node.type === 'Code' ? maskValue('ー') : undefined),
  ({ node, emptyValue }) => (['Code', 'Comment'].includes(node.type) ? emptyValue() : undefined),
];

function rootsIn(node: SourceNode): RootNode[] {
  if (node.children === undefined) return [];
  const own = node as RootNode;
  const sentences =
    node.type === 'Paragraph' ? (splitAST(own).children ?? []).filter(({ type }) => type === 'Sentence') : [];
  return [own, ...(sentences as RootNode[]), ...node.children.flatMap(rootsIn)];
}

function answers(source: StringSource): unknown {
  const text = source.toString();
  const places = Array.from({ length: text.length + 3 }, (_, i) => i - 1);
  const positions = [1, 2, 3, 9].flatMap((line) => [0, 1, 5].map((column) => ({ line, column })));
  return [
    text,
    ...[false, true].flatMap((isEnd) => [
      places.map((i) => [source.originalIndexFromIndex(i, isEnd), source.originalPositionFromIndex(i, isEnd)]),
      positions.map((at) => [
        source.originalIndexFromPosition(at, isEnd),
        source.originalPositionFromPosition(at, isEnd),
      ]),
      positions.map((at) => source.originalPositionFor(at, isEnd)),
    ]),
    places.map((i) => source.originalIndexFor(i)),
  ];
}

function expectEqual(markdown: string): void {
  for (const root of rootsIn(parse(markdown)).filter(isPlainTree)) {
    for (const replacer of replacers) {
      const expected = new stock.StringSource(root, replacer ? { replacer } : {});
      expect(answers(new StringSource(root, replacer))).toEqual(answers(expected));
    }
  }
}

describe('StringSource', () => {
  it.each([
    '**太字**と`コード`と[リンク](https://example.com "題")の文。',
    '![画像](a.png "題")と![](b.png)と*強調は**入れ子**です*。',
    '# 見出し`a`\n\n一行目。  \n二行目\r\n三行目。',
    '- 項目**a**\n  続き。\n\n> 引用`b`。',
    '| a | **b** |\n|---|---|\n| `c` | d |',
    '同じ語は**同じ語**です。&amp;と\\*。',
  ])('reads like the package: %j', expectEqual);

  it('reads any mixture like the package', () => {
    const piece = fc.constantFrom(
      ...[
        '文です。',
        'a',
        ' ',
        '\n',
        '  \n',
        '\r\n',
        '**太**',
        '*斜*',
        '`c`',
        '[リ](u)',
        '![画](u)',
        '![](u "題")',
        '~~消~~',
      ],
      ...[
        '\n\n',
        '# ',
        '- ',
        '> ',
        '&amp;',
        '\\*',
        '**',
        '`',
        '𠮷',
        '\u2028',
        '<http://a.b>',
        '[参][a]',
        '\n\n[a]: u\n\n',
      ],
    );
    const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));
    fc.assert(fc.property(text, expectEqual), { numRuns: 500 });
  });

  it('leaves HTML to the package, and complains like it', () => {
    const [html] = rootsIn(parse('<b>文</b>です。'));
    expect(html && isPlainTree(html)).toBe(false);
    const [text] = rootsIn(parse('**文**'));
    const mask: Replacer = ({ node, maskValue }) => (node.type === 'Strong' ? maskValue('_') : undefined);
    expect(() => text && new StringSource(text, mask)).toThrow('Can not masking. Strong node');
    expect(() => text && new stock.StringSource(text, { replacer: mask })).toThrow('Can not masking. Strong node');
  });
});
