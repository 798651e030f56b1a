import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frontMatterPlaceAt } from '../../src/lsp/front-matter-place.ts';
import { markdownish } from '../support/articles.ts';

/** The place at `|`, with the text that it covers. */
function at(marked: string) {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const place = frontMatterPlaceAt(text, offset);
  return place && { ...place, range: text.slice(...place.range) };
}

describe('place in the front matter', () => {
  it.each([
    ['---\nti|\ndate: x\n---\n', { kind: 'key', key: 'ti', range: 'ti', present: ['date'] }],
    ['---\n|\n---\n', { kind: 'key', key: '', range: '' }],
    ['---\r\ntit|le: a\r\n---\r\n', { kind: 'key', key: 'title', range: 'title', present: [] }],
    ['---\ntype: |\n---\n', { kind: 'value', key: 'type', range: '', item: false }],
    ['---\ntype: te|ch\n---\n', { kind: 'value', key: 'type', range: 'tech', item: false }],
    [
      '---\ntags: [港, ま|ち, "海"]\n---\n',
      { kind: 'value', key: 'tags', range: 'まち', item: true, present: ['港', '海'] },
    ],
    ['---\ntags: [|]\n---\n', { kind: 'value', key: 'tags', range: '', item: true, present: [] }],
    ['---\ntags:\n  - 港\n  - |\n---\n', { kind: 'value', key: 'tags', range: '', item: true, present: ['港'] }],
    ['---\ntags:\n- ま|\n- "海"\ntitle: a\n---\n', { kind: 'value', key: 'tags', range: 'ま', present: ['海'] }],
    ['+++\ntitle = |\n+++\n', { kind: 'value', key: 'title', format: 'toml' }],
    ['\uFEFF---\nti|\n---\n', { kind: 'key', range: 'ti' }],
    ['---\ntitle: a\nta|\n\n本文\n', { kind: 'key', key: 'ta', range: 'ta' }],
  ])('%j', (marked, place) => {
    expect(at(marked)).toMatchObject(place);
  });

  it.each([
    '本文|',
    '---\ntitle: a\n---\n本|文\n',
    '---|\ntitle: a\n---\n',
    '---\nlist: |\n  text|\n---\n'.replace('|', '>'),
  ])('none: %j', (marked) => {
    expect(at(marked)).toBeUndefined();
  });

  it('is found in any text without throwing', () => {
    fc.assert(
      fc.property(markdownish, fc.nat(300), (text, offset) => {
        const place = frontMatterPlaceAt(text, offset);
        if (place) expect(place.range[0]).toBeLessThanOrEqual(place.range[1]);
      }),
    );
  });
});
