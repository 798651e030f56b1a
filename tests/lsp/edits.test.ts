import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse-document.ts';
import type { Finding } from '../../src/lint/finding.ts';
import { applyEdits } from '../../src/lint/harmless-edits.ts';
import { suppressionsIn } from '../../src/lint/suppressions.ts';
import { carryOver } from '../../src/lsp/carry-over.ts';
import { disableFile, disableHere } from '../../src/lsp/disable.ts';
import { editsBetween } from '../../src/lsp/edits-between.ts';
import { factsOf } from '../../src/lsp/facts.ts';
import { applyChanges } from '../../src/lsp/from-lsp.ts';
import { anyText, markdownish } from '../support/articles.ts';

const SET = { ours: [], installed: [], filters: [], plugins: [] };

function findingAt(text: string, part: string): Finding {
  const start = text.indexOf(part);
  const range = [start, start + part.length] as const;
  return { ruleId: 'koetsu/x', severity: 'error', message: '', range, related: [], suggestions: [], fingerprint: '' };
}

describe('edits between two texts', () => {
  it('make the one of the other', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, markdownish), fc.oneof(anyText, markdownish), (before, after) => {
        expect(applyEdits(before, editsBetween(before, after))).toBe(after);
      }),
    );
  });

  it('are as small as the change', () => {
    expect(editsBetween('a\nb𠮷\nc\n', 'a\nb𠮾\nc\nd\n')).toEqual([
      { range: [3, 5], text: '𠮾' },
      { range: [8, 8], text: 'd\n' },
    ]);
  });
});

describe('changes of a client', () => {
  it('apply one after the other, in every encoding', () => {
    const range = { start: { line: 0, character: 4 }, end: { line: 0, character: 4 } };
    expect(applyChanges('𠮷a\r\n', [{ range, text: 'い' }], 'utf-8')).toBe('𠮷いa\r\n');
    expect(applyChanges('x', [{ text: 'あ\n' }, { range, text: '!' }], 'utf-32')).toBe('あ!\n');
  });
});

describe('findings that are carried over a change', () => {
  const before = '一行目。\n\n二行目。\n\n三行目。\n';
  const findings = ['一行目', '二行目', '三行目'].map((part) => findingAt(before, part));

  it('stay before it, move behind it, and go where it is', () => {
    const after = before.replace('二行目', '二の行目だ');
    const kept = carryOver(findings, before, after);
    expect(kept.map(({ range }) => after.slice(...range))).toEqual(['一行目', '三行目']);
  });

  it('cover the same text as before, whatever the change', () => {
    const edit = fc.tuple(fc.nat(before.length), fc.nat(6), fc.string({ unit: fc.constantFrom(...'一行目。\n') }));
    fc.assert(
      fc.property(edit, ([start, length, text]) => {
        const after = before.slice(0, start) + text + before.slice(start + length);
        for (const { range } of carryOver(findings, before, after))
          expect(after.slice(...range)).toMatch(/^[一二三]行目$/);
      }),
    );
  });
});

describe('disabling a rule', () => {
  const cases = [
    ['a paragraph', '前。\n\n悪い。\n\n後。\n'],
    ['the first line', '悪い。\n'],
    ['the last line, no line break', '前。\n\n悪い。'],
    ['CRLF', '前。\r\n\r\n悪い。\r\n\r\n後。\r\n'],
    ['a list', '前。\n\n- 良い。\n- 悪い。\n- 良い。\n\n後。\n'],
    ['a table', '| a |\n|---|\n| 悪い。 |\n\n後。\n'],
    ['beneath a heading', '# 題\n悪い。\n# 次\n'],
    ['a BOM', '\uFEFF悪い。\n'],
  ] as const;

  it.each(cases)('here: %s', (_name, text) => {
    const facts = factsOf(
      parseDocument(text, () => []),
      SET,
    );
    const edits = disableHere(findingAt(text, '悪い'), text, facts, '理由');
    const after = applyEdits(text, edits ?? []);
    const document = parseDocument(after, () => []);
    const [suppression] = suppressionsIn(document);
    const at = after.indexOf('悪い');
    expect(suppression?.ruleIds).toEqual(['koetsu/x']);
    expect(suppression?.reason).toBe('理由');
    expect(suppression?.range[0]).toBeLessThan(at);
    expect(suppression?.range[1]).toBeGreaterThan(at);
    // Nothing but the comments is new, and what was there is read as it was.
    const blocks = (source: string) =>
      parseDocument(source, () => [])
        .blocks.filter(({ kind }) => kind !== 'html')
        .map(({ kind, visible }) => [kind, visible.text]);
    expect(blocks(after)).toEqual(blocks(text));
    expect(after.includes('\r\n')).toBe(text.includes('\r\n'));
    expect(/[^\r]\n/.test(after) && text.includes('\r\n')).toBe(false);
    const later = after.indexOf('後');
    if (later >= 0) expect(suppression?.range[1]).toBeLessThanOrEqual(later);
  });

  it('in the whole article: behind the front matter', () => {
    const text = '---\ntitle: a\n---\n悪い。\n';
    const facts = factsOf(
      parseDocument(text, () => []),
      SET,
    );
    const edit = disableFile(findingAt(text, '悪い'), text, facts, '理由');
    const after = applyEdits(text, edit ? [edit] : []);
    expect(after).toBe('---\ntitle: a\n---\n\n<!-- textlint-disable koetsu/x -- 理由 -->\n\n悪い。\n');
  });

  it('is not offered in the front matter, which no comment reaches', () => {
    const text = '---\ntitle: a\n---\n悪い。\n';
    const facts = factsOf(
      parseDocument(text, () => []),
      SET,
    );
    expect(disableHere(findingAt(text, 'title'), text, facts, '理由')).toBeUndefined();
    expect(disableFile(findingAt(text, 'title'), text, facts, '理由')).toBeUndefined();
  });
});
