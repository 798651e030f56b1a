import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, linkTo, START, type State, stateOf } from '../../../src/report/html/page/state.ts';

describe('the address of a report', () => {
  it('holds what is looked at, whatever it is', () => {
    const states: fc.Arbitrary<State> = fc.record({
      view: fc.constant('findings' as const),
      text: fc.string({ unit: 'grapheme' }),
      path: fc.string(),
      rule: fc.string(),
      month: fc.constantFrom('', '-', '2026-01'),
      hidden: fc.subarray([0, 1, 2]),
      order: fc.constantFrom('place' as const, 'severity' as const),
      finding: fc.constantFrom('', '0123456789abcdef'),
      article: fc.string(),
    });
    fc.assert(
      fc.property(states, (state) => {
        expect(stateOf(hashOf(state))).toEqual(state);
      }),
    );
  });

  it('is short where nothing is filtered', () => {
    expect(hashOf(START)).toBe('#overview');
    expect(linkTo({})).toBe('#findings');
    expect(linkTo({ rule: 'koetsu/broken-sentences', hidden: [2] })).toBe(
      '#findings?rule=koetsu%2Fbroken-sentences&hide=info',
    );
  });

  it('survives an address that somebody else made', () => {
    expect(stateOf('')).toEqual(START);
    expect(stateOf('#findings?order=x&hide=a.b&%%%')).toEqual({ ...START, view: 'findings' });
  });
});
