import type { Range } from '../../text/range.ts';

/** How many characters lie in at least one of the ranges; overlaps count once, nothing outside `[0, length]` counts. */
export function coveredLength(ranges: readonly Range[], length: number): number {
  let covered = 0;
  let reached = 0;
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const from = Math.max(reached, start);
    const to = Math.min(length, end);
    if (to <= from) continue;
    covered += to - from;
    reached = to;
  }
  return covered;
}
