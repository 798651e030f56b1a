import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lengthOf } from '../../src/text/length.ts';

it.each([
  ['', 0],
  ['売上 高\n', 3],
  ['𠮷野家　😀', 4],
  ['\uFFFCと\uFFFC', 1],
  ['\uD842\uD842\uDFB7\uDFB7 \uD842', 4],
])('counts the characters of %j', (text, length) => {
  expect(lengthOf(text)).toBe(length);
});

it('counts code points, one by one', () => {
  const property = fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
    const counted = [...text].filter((character) => !/\s|\uFFFC/u.test(character));
    expect(lengthOf(text)).toBe(counted.length);
  });
  fc.assert(property, { numRuns: 1000 });
});
