import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BaselineEntry, baselineFilter, formatBaseline, readBaseline } from '../../src/lint/baseline.ts';
import type { Finding } from '../../src/lint/finding.ts';

const finding = (fingerprint: string, message: string, ruleId = 'koetsu/a'): Finding => ({
  ruleId,
  severity: 'error',
  message,
  range: [0, 0],
  related: [],
  suggestions: [],
  fingerprint,
});
const entry = (fingerprint: string, message: string): BaselineEntry => ({
  ruleId: 'koetsu/a',
  path: 'a.md',
  fingerprint,
  message,
});

describe('baseline', () => {
  it('is read as it was written, whatever the order of the entries', () => {
    const name = fc.string({ unit: 'grapheme', maxLength: 8 });
    const entries = fc.uniqueArray(
      fc.record({ ruleId: name, path: name, fingerprint: name, message: name }, { noNullPrototype: true }),
      { selector: ({ ruleId, path, fingerprint }) => JSON.stringify([ruleId, path, fingerprint]) },
    );
    fc.assert(
      fc.property(entries, (list) => {
        const text = formatBaseline(list);
        expect(formatBaseline([...list].reverse())).toBe(text);
        expect(text.split('\n')).toHaveLength(list.length === 0 ? 5 : list.length + 6);
        const read = readBaseline(text, 'f');
        expect(read.ok && formatBaseline(read.value)).toBe(text);
      }),
    );
  });

  it('knows a finding by its fingerprint, else by its message without computed numbers, each entry one finding', () => {
    const isNew = (findings: readonly Finding[]): boolean[] =>
      baselineFilter([entry('1', '「10分」は本文103字と合いません。'), entry('2', '「20分」は本文103字と合いません。')])
        .match('a.md', findings)
        .map((known) => !known);
    expect(isNew([finding('1', 'x'), finding('2', 'y')])).toEqual([false, false]);
    expect(isNew([finding('3', '「10分」は本文99字と合いません。')])).toEqual([false]);
    expect(isNew([finding('3', '「30分」は本文103字と合いません。')])).toEqual([true]);
    expect(isNew([finding('3', '「10分」は本文99字と合いません。'), finding('1', 'x')])).toEqual([true, false]);
    expect(isNew([finding('1', 'x', 'koetsu/b'), finding('1', 'x', 'internal-error')])).toEqual([true, true]);
  });

  it('tells which entries were met', () => {
    const filter = baselineFilter([entry('1', 'a'), entry('2', 'b')]);
    filter.match('a.md', [finding('2', 'b')]);
    filter.match('b.md', [finding('1', 'a')]);
    expect(filter.known().map(({ fingerprint }) => fingerprint)).toEqual(['2']);
    expect(filter.missing().map(({ fingerprint }) => fingerprint)).toEqual(['1']);
  });
});
