import { lastAtMost } from './search.ts';

/** Half-open span `[start, end)` in UTF-16 offsets into the text as it is on disk, BOM and CR included. */
export type Range = readonly [start: number, end: number];

/** True if the two spans share at least one character. */
export function overlaps(a: Range, b: Range): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

/** True if `outer` holds the whole of `inner`. */
export function encloses(outer: Range, inner: Range): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

/**
 * Tells whether a span (of one character, if no end is given) lies as a whole in one of many ranges, which are in the order of their
 * starts and may overlap. Logarithmic for each question.
 */
export function insideOf(ranges: readonly Range[]): (start: number, end?: number) => boolean {
  const starts = ranges.map(([start]) => start);
  let furthest = Number.NEGATIVE_INFINITY;
  const reach = ranges.map(([, end]) => {
    furthest = Math.max(furthest, end);
    return furthest;
  });
  return (start, end = start + 1) => {
    const last = lastAtMost(starts, start);
    return (starts[last] ?? Number.POSITIVE_INFINITY) <= start && end <= (reach[last] ?? start);
  };
}

/** The range, widened where it would cut a surrogate pair of the text that it counts in. */
export function wholeCharacters(range: Range, text: string): Range {
  const [start, end] = range;
  const [before, behind] = [splitsPair(text, start), splitsPair(text, end)];
  return before || behind ? [before ? start - 1 : start, behind ? end + 1 : end] : range;
}

function splitsPair(text: string, at: number): boolean {
  return (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}
