import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SplittableNode } from '../../src/text/sentence-splitter/nodes.ts';
import { canSplit, nodeSplitter } from '../../src/text/sentence-splitter/split-node.ts';
import { requireAlong } from '../support/require-along.ts';

const preset = 'textlint-rule-preset-ja-technical-writing';
const stock = requireAlong(preset, 'textlint-rule-sentence-length', 'sentence-splitter') as {
  splitAST: (node: SplittableNode, options?: object) => unknown;
  DefaultAbbrMarkerOptions: { language: Parameters<typeof nodeSplitter>[0]['language'] };
  DefaultSentenceSplitterOptions: { separatorCharacters: string[] };
};
const { parse } = requireAlong('@textlint/textlint-plugin-markdown', '@textlint/markdown-to-ast') as {
  parse: (text: string) => SplittableNode;
};

const { language } = stock.DefaultAbbrMarkerOptions;
const fullStops = [stock.DefaultSentenceSplitterOptions.separatorCharacters, ['?', '!', '？', '！', '。'], ['.', '\n']];

function nodesIn(node: SplittableNode): SplittableNode[] {
  const children = (node.children ?? []) as SplittableNode[];
  return [...(node.type !== 'Document' && node.children ? [node] : []), ...children.flatMap(nodesIn)];
}

function expectEqual(markdown: string): void {
  for (const node of nodesIn(parse(markdown)).filter(canSplit)) {
    for (const separators of fullStops) {
      const expected = stock.splitAST(node, { SeparatorParser: { separatorCharacters: separators } });
      const actual = nodeSplitter({ language, separators })(node);
      // The order of the keys counts too: rules may list them.
      expect(JSON.stringify(actual)).toBe(JSON.stringify(expected));
    }
  }
}

describe('nodeSplitter', () => {
  it.each([
    '一文目です。二文目です！三文目',
    '# 見出し。続き\n\n段落は「すごい！」と言った。次（注。）の文。',
    '- 一つ目。\n- 二つ目\n  続き。\n\n> 引用。\n> 続き。',
    'Mr. Smith came at 5 p.m. to Yahoo! Inc. today. U.S.A. is big. 1.5 倍。',
    'We make a good team, you and I. Did you see Albert I. Jones yesterday?',
    '**太字。**続き`a.b。c`と[リンク。](https://example.com/a.b)です。  \n改行。',
    '一行目。\r\n二行目\r\n\r\n三行目。\r\n',
    '𠮷野家。😀です。\u2028次。\u3000終わり。',
    '「閉じない。続き。\n\n次の段落」です。',
  ])('splits like the package: %j', expectEqual);

  it('splits any mixture like the package', () => {
    const piece = fc.constantFrom(
      ...[
        'Mr.',
        ' ',
        'U.S.A. ',
        'Yahoo!',
        'I. ',
        'Did ',
        'A. ',
        '。',
        '！',
        '? ',
        '. ',
        '.',
        '「',
        '」',
        '（',
        '）',
        '"',
      ],
      ...[
        '日本',
        'かも',
        'カナ',
        '**太字**',
        '`a.b`',
        '[リンク。](http://a.b)',
        '\n',
        '\r\n',
        '  \n',
        '𠮷',
        '𝐀. ',
        '1. ',
      ],
      ...[
        'etc. ',
        'X',
        '\u2028',
        '\u3000',
        '1.5',
        '\n\n',
        '# ',
        '- ',
        '> ',
        'No. ',
        '!Xun',
        '<b>',
        '[',
        ']',
        '!?',
        '…',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => expectEqual(pieces.join(''))),
      { numRuns: 1000 },
    );
  });

  it('leaves nodes that no parser makes to the package', () => {
    const [paragraph] = nodesIn(parse('文。'));
    const [child] = paragraph?.children ?? [];
    expect(paragraph && canSplit(paragraph)).toBe(true);
    expect(paragraph && child && canSplit({ ...paragraph, children: [child, child] })).toBe(false);
  });
});
