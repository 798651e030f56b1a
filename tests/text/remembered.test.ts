import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { remembered } from '../../src/text/remembered.ts';

/** A function that counts how often it was called for each text. */
function counted(bounds: { entries: number; characters: number }) {
  const calls = new Map<string, number>();
  const lengthOf = remembered((text) => {
    calls.set(text, (calls.get(text) ?? 0) + 1);
    return text.length;
  }, bounds);
  return { lengthOf, calls };
}

describe('remembered', () => {
  it('computes once for each text, whatever string holds it', () => {
    const { lengthOf, calls } = counted({ entries: 10, characters: 1000 });
    expect([lengthOf('売上高'), lengthOf('「売上高」'.slice(1, 4)), lengthOf('')]).toEqual([3, 3, 0]);
    lengthOf('');
    expect([...calls.values()]).toEqual([1, 1]);
  });

  it('keeps what is asked for again, however much passes by', () => {
    const { lengthOf, calls } = counted({ entries: 4, characters: 1000 });
    for (let i = 0; i < 100; i += 1) {
      lengthOf('often');
      lengthOf(`once ${i}`);
    }
    expect(calls.get('often')).toBe(1);
    lengthOf('once 0');
    expect(calls.get('once 0')).toBe(2);
  });

  it('forgets what holds too many characters, and keeps one of the texts that fill a quarter of the memory', () => {
    const { lengthOf, calls } = counted({ entries: 1000, characters: 100 });
    const texts = Array.from({ length: 20 }, (_, i) => `${i}`.padEnd(20, '字'));
    for (const text of [...texts, texts[0] ?? '']) lengthOf(text);
    expect(calls.get(texts[0] ?? '')).toBe(2);
    const [long, other] = ['長'.repeat(26), '長'.repeat(27)];
    for (const text of [long, long, other, long]) lengthOf(text);
    expect([calls.get(long), calls.get(other)]).toEqual([2, 1]);
  });

  it('returns what the function returns, for any texts in any order', () => {
    const property = fc.property(
      fc.array(fc.nat(12), { maxLength: 200 }),
      fc.record({ entries: fc.integer({ min: 1, max: 5 }), characters: fc.integer({ min: 1, max: 80 }) }),
      (order, bounds) => {
        const reversed = remembered((text) => [...text].reverse().join(''), bounds);
        for (const i of order) expect(reversed(`t${'あ'.repeat(i)}`)).toBe(`${'あ'.repeat(i)}t`);
      },
    );
    fc.assert(property);
  });
});
