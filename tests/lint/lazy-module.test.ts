import { describe, expect, it } from 'vitest';
import { canWait, lazyExports } from '../../src/lint/fast-rules/lazy-module.ts';

describe('lazyExports', () => {
  const counted = (): { loads: () => number; load: () => object } => {
    let loads = 0;
    return {
      loads: () => loads,
      load: () => {
        loads++;
        return { a: 1, b: 2 };
      },
    };
  };

  it('loads once, when something is used', () => {
    const { loads, load } = counted();
    const exports = lazyExports(load) as { a: number; b: number; __esModule?: boolean };
    expect(exports.__esModule).toBeUndefined();
    expect(loads()).toBe(0);
    expect([exports.a, exports.b, 'a' in exports, Object.keys(exports)]).toEqual([1, 2, true, ['a', 'b']]);
    expect({ ...exports }).toEqual({ a: 1, b: 2 });
    expect(loads()).toBe(1);
  });

  it('does not load for what is there', () => {
    const { loads, load } = counted();
    const exports = lazyExports(load, { a: 3 }) as { a: number; b: number };
    expect([exports.a, loads()]).toEqual([3, 0]);
    expect([exports.b, loads()]).toEqual([2, 1]);
  });
});

describe('canWait', () => {
  it('holds for the packages that need a module seldom', () => {
    expect(canWait('@babel/parser', '/a/node_modules/textlint-rule-prh/lib/textlint-rule-prh.js')).toBe(true);
    expect(canWait('@babel/parser', '/a/node_modules/other/index.js')).toBe(false);
    expect(canWait('toString', '/a/node_modules/textlint-rule-prh/lib/textlint-rule-prh.js')).toBe(false);
  });
});
