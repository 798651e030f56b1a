/** The middle of some numbers; of an even number of them, the mean of the two in the middle. */
export function median(numbers) {
  return (quantile(numbers, 0.5, Math.floor) + quantile(numbers, 0.5, Math.ceil)) / 2;
}

/** The number below which `share` of the numbers lie: one of them, not interpolated. */
export function quantile(numbers, share, round = Math.round) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[round((sorted.length - 1) * share)];
}

/** Ratios of what was measured in pairs: the middle, the lowest and the highest. */
export function ratiosOf(numbers, base) {
  const ratios = numbers.map((number, i) => number / base[i]);
  return { median: median(ratios), low: Math.min(...ratios), high: Math.max(...ratios) };
}
