import { describe, expect, it } from 'vitest';
import { formatCheckstyle } from '../../src/report/checkstyle.ts';
import { EVERYTHING } from '../support/results.ts';
import { elementsOf, readXml } from '../support/xml.ts';

describe('Checkstyle', () => {
  it('names every file and its findings', () => {
    const root = readXml(formatCheckstyle(EVERYTHING));
    expect(root.name).toBe('checkstyle');
    expect(elementsOf(root, 'file').map(({ attributes, children }) => [attributes.name, children.length])).toEqual([
      ['posts/a.md', 2],
      ['posts/b c.md', 1],
      ['posts/clean.md', 0],
      ['/elsewhere/壊れた.md', 1],
    ]);
    expect(elementsOf(root, 'error')[1]?.attributes).toEqual({
      line: '3',
      column: '3',
      severity: 'error',
      message: '「途中で」で文が切れています。最後まで書いてください。',
      source: 'koetsu/broken-sentences',
    });
  });

  it('is well-formed without files', () => {
    expect(readXml(formatCheckstyle([])).name).toBe('checkstyle');
  });
});
