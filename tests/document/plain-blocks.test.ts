import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/document/markdown.ts';
import { plainBlocksAt } from '../../src/document/plain-blocks.ts';
import { parseMarkdown as parseTree, parseWhole } from '../../src/lint/markdown.ts';

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const blocksOf = (text: string): unknown => plain(plainBlocksAt(text, { offset: 0, line: 1 }, text.length) ?? null);

/** Pieces of lines that are simple, and ones that are nearly so. */
const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '売上',
      'は3.5',
      'AI',
      '（予測）',
      '、',
      '。',
      '**',
      '「',
      '」',
      '　',
      ' ',
      ':',
      '・',
      '...',
      '(',
      '"',
      '&',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...[
        '*',
        '***',
        '_',
        '`',
        '[',
        '](u)',
        '<b>',
        '&amp;',
        '~~',
        '|',
        '\\',
        '#',
        'https://a.jp',
        'WWW.a.jp',
        'a@b.jp',
      ],
      ...['😀', '€', '＋', '\u3000', '\u00A0', '\u2028', '\u0085', '\0', '\uFEFF', '\t', '-', '=', '1.', '+', '>', '!'],
    ),
  },
);
const mark = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  fc.constantFrom(
    '# ',
    '### ',
    '####### ',
    '- ',
    '*   ',
    '+ ',
    '1. ',
    '2) ',
    '10.  ',
    '-     ',
    '- - ',
    '> ',
    '    ',
    ' ',
    '[^1] ',
    ...['  - ', '  - ', '    *   ', '    - ', '   1. ', '   2. ', '     - ', '        - '],
  ),
);
const line = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(mark, fc.array(piece, { maxLength: 6 })).map(([marks, pieces]) => marks + pieces.join('')),
  },
  { weight: 2, arbitrary: fc.constant('') },
  fc.constantFrom('---', '===', '- ', '***', '```', '  ', '| a |', '|---|', '---END---'),
);
const part = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\n', '\r\n'))
  .map(([lines, end]) => lines.join(end));

describe('plain blocks', () => {
  it.each([
    ['売上は**3.5％増**と伸びた。\n\n', 'paragraph'],
    ['## 2026年の見通し\n', 'heading'],
    ['- 一つ\n- **二つ**：説明\n\n', 'list'],
    ['前の段落。\n\n---\n\n後の段落。\n', 'paragraph thematicBreak paragraph'],
    ['要点は次のとおり。\n1. 価格\n2. 性能\n', 'paragraph list'],
    ['### 見出し\n続く本文\nその次の行', 'heading paragraph'],
    ['**太字', 'paragraph'],
    [`${'**あ '.repeat(8)}${'い** '.repeat(8)}。`, 'paragraph'],
    [Array.from({ length: 8 }, (_, i) => `${'  '.repeat(i)}- 項目`).join('\n'), 'list'],
    ['...さて、"価格"は(税別で)$5。', 'paragraph'],
    ['売上は**3.5％**伸びた', 'paragraph'],
    ['**「信頼」**を、**共**創**と**', 'paragraph'],
    ['R&DとM&Aの**A&B；**', 'paragraph'],
    ['*   一つ\n    *   その一\n    *   その二\n        1. 奥\n*   二つ\n    - 別の印\n', 'list'],
  ])('reads %j without the parser', (text, types) => {
    const blocks = plainBlocksAt(text, { offset: 0, line: 1 }, text.length);
    expect(blocks?.map(({ type }) => type).join(' ')).toBe(types);
    expect(plain(blocks)).toEqual(plain(parseMarkdown(text).children));
  });

  it.each([
    '`コード`がある',
    '見出し\n---\n',
    '前の行\n2. 項目でない',
    '- 項目\n続きの行',
    '- 項目\n\n- 離れた項目',
    '* 項目\n- 別の表',
    '# 見出し #',
    '---\ntitle: 見出し\n---',
    '改行  \nする',
    'https://example.jp を見る',
    '円**€**高',
    'A &amp; B',
    `${'**あ '.repeat(9)}${'い** '.repeat(9)}。`,
    Array.from({ length: 9 }, (_, i) => `${'  '.repeat(i)}- 項目`).join('\n'),
    '- 項目\n - 続き',
    '- 項目\n    - 深すぎる',
    '- 項目\n  2. 途中から',
    '- 項目\n  - 中\n   - 間',
  ])('leaves %j to the parser', (text) => expect(blocksOf(text)).toBeNull());

  it('makes the blocks that the parsers make', () => {
    let read = 0;
    fc.assert(
      fc.property(part, (text) => {
        const blocks = blocksOf(text);
        if (blocks === null) return;
        read += 1;
        expect(blocks).toEqual(plain(parseMarkdown(text).children));
        const apart = `あ\n\n${text}`;
        expect(plain(parseTree(apart))).toEqual(plain(parseWhole(apart)));
      }),
      { numRuns: 3000, seed: 20261129, endOnFailure: true },
    );
    expect(read).toBeGreaterThan(400);
  });
});
