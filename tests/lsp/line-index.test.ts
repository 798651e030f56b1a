import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Encoding, lineIndexOf } from '../../src/lsp/line-index.ts';
import { anyText, markdownish } from '../support/articles.ts';

const ENCODINGS: readonly Encoding[] = ['utf-8', 'utf-16', 'utf-32'];
const texts = fc.oneof(anyText, markdownish);

/** Offsets at which a position can lie: not within a line break, not within a character. */
function isPlace(text: string, offset: number): boolean {
  const within = text[offset - 1] === '\r' && text[offset] === '\n';
  const cut = /[\uD800-\uDBFF]/.test(text[offset - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[offset] ?? '');
  return !within && !cut;
}

describe('line index', () => {
  it('comes back to every offset, in every encoding', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...ENCODINGS), (text, encoding) => {
        const index = lineIndexOf(text, encoding);
        for (let offset = 0; offset <= text.length; offset++) {
          if (isPlace(text, offset)) expect(index.offsetAt(index.positionAt(offset))).toBe(offset);
        }
      }),
    );
  });

  it('gives positions that grow with the offsets', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...ENCODINGS), (text, encoding) => {
        const index = lineIndexOf(text, encoding);
        let last = { line: 0, character: 0 };
        for (let offset = 0; offset <= text.length; offset++) {
          const position = index.positionAt(offset);
          const grows =
            position.line > last.line || (position.line === last.line && position.character >= last.character);
          expect(grows).toBe(true);
          last = position;
        }
      }),
    );
  });

  it.each([
    ['utf-8', { line: 1, character: 7 }],
    ['utf-16', { line: 1, character: 3 }],
    ['utf-32', { line: 1, character: 2 }],
  ] as const)('counts 𠮷 and あ in %s', (encoding, position) => {
    expect(lineIndexOf('a\r\n𠮷あ。', encoding).positionAt(6)).toEqual(position);
  });

  it('clamps what lies outside', () => {
    const index = lineIndexOf('ab\r\nc', 'utf-16');
    expect(index.offsetAt({ line: 0, character: 99 })).toBe(2);
    expect(index.offsetAt({ line: 9, character: 0 })).toBe(5);
    expect(index.offsetAt({ line: -1, character: 5 })).toBe(0);
    expect(index.offsetAt({ line: 0, character: Number.NaN })).toBe(0);
    expect(index.positionAt(3)).toEqual({ line: 0, character: 2 });
    expect(index.positionAt(-4)).toEqual({ line: 0, character: 0 });
    expect(index.positionAt(99)).toEqual({ line: 1, character: 1 });
  });

  it('counts a BOM as a character of the first line', () => {
    expect(lineIndexOf('\uFEFFa', 'utf-16').positionAt(1)).toEqual({ line: 0, character: 1 });
    expect(lineIndexOf('\uFEFFa', 'utf-8').positionAt(1)).toEqual({ line: 0, character: 3 });
  });
});
