import type { Interval, Quantity } from '../../src/figures/quantity.ts';

/** Sum of two intervals. */
export function plus(a: Interval, b: Interval): Interval {
  return { lower: a.lower + b.lower, upper: a.upper + b.upper };
}

/** Difference of two intervals. */
export function minus(a: Interval, b: Interval): Interval {
  return { lower: a.lower - b.upper, upper: a.upper - b.lower };
}

/** Product of two intervals of numbers that are not negative. */
export function times(a: Interval, b: Interval): Interval {
  return { lower: a.lower * b.lower, upper: a.upper * b.upper };
}

/** Quotient of two intervals of numbers that are not negative; Infinity where `b` reaches zero. */
export function over(a: Interval, b: Interval): Interval {
  return { lower: a.lower / b.upper, upper: b.lower <= 0 ? Number.POSITIVE_INFINITY : a.upper / b.lower };
}

/** True if no number lies in both. */
export function disjoint(a: Interval, b: Interval): boolean {
  return a.upper < b.lower || b.upper < a.lower;
}

/** Widens both ends by a share of their size. */
export function loosened(a: Interval, share: number): Interval {
  return { lower: a.lower - Math.abs(a.lower) * share, upper: a.upper + Math.abs(a.upper) * share };
}

/** 約50 may be 45 or 55; 約52 hardly 50: the digits that are printed say how rough it is (3 to 10 %, house values). */
function aboutOf({ stated, rounded }: Quantity): number {
  return Math.min(0.1, Math.max(0.03, rounded / 2 / (Math.abs(stated.lower) || 1)));
}

/**
 * Returns the numbers that an author may have had before rounding to what is printed. Trailing zeros may be rounding, but only
 * up to 2 % of the number (house value: 100億 stands for 98 to 102億); 約 allows 3 to 10 %, 超・近く and their like up to a half more or less.
 * 最大 and 最小 only say which amount is meant, and leave it alone.
 */
export function meant(quantity: Quantity): Interval {
  const { stated, modifiers } = quantity;
  const has = (...names: Quantity['modifiers'][number][]) => names.some((name) => modifiers.includes(name));
  let { lower, upper } = rounded(quantity, 0.02);
  if (has('about')) ({ lower, upper } = union({ lower, upper }, loosened(stated, aboutOf(quantity))));
  if (has('atLeast', 'moreThan')) upper *= 1.5;
  if (has('slightlyOver')) upper *= 1.15;
  if (has('atMost', 'lessThan')) lower /= 1.5;
  if (has('nearly')) lower *= 0.8;
  return { lower, upper };
}

/** The stated number(s) widened by half of the last printed digit, or by trailing zeros up to `share` of the number. */
export function rounded({ stated, printed, rounded }: Quantity, share: number): Interval {
  const slack = (value: number) => Math.max(printed / 2, Math.min(rounded / 2, Math.abs(value) * share));
  return { lower: stated.lower - slack(stated.lower), upper: stated.upper + slack(stated.upper) };
}

function union(a: Interval, b: Interval): Interval {
  return { lower: Math.min(a.lower, b.lower), upper: Math.max(a.upper, b.upper) };
}

/** True if one number is printed, with or without 約 and bounds: not a range, not 数百. */
export function isSingle({ stated }: Quantity): boolean {
  return stated.lower === stated.upper;
}
