import type { Range } from './range.ts';
import { lastAtMost } from './search.ts';

/** Stands in a visible text for something that is no text: inline code, an image, a bare URL, the output of a template tag. */
export const OBJECT = '\uFFFC';

/** A piece of a visible text. `source` has the same length as the piece where both are the same characters. */
export interface Segment {
  readonly text: string;
  readonly source: Range;
}

/** What a reader sees of a stretch of the source, with the way back to where each character stands in the file. */
export interface VisibleText {
  readonly text: string;
  /** Source range of the characters `[start, end)` of `text`; an empty span gives an empty range. Clamps to the text. */
  readonly rangeOf: (start: number, end: number) => Range;
}

/** Joins segments (in source order) into one text; `fallback` is the range of a text without characters. */
export function visibleTextOf(segments: readonly Segment[], fallback: Range): VisibleText {
  const filled = segments.filter((segment) => segment.text !== '');
  const starts: number[] = [];
  let length = 0;
  for (const segment of filled) {
    starts.push(length);
    length += segment.text.length;
  }
  const at = (index: number): Range => {
    const i = lastAtMost(starts, index);
    const segment = filled[i];
    if (!segment) return fallback;
    const [from, to] = segment.source;
    if (to - from !== segment.text.length) return segment.source;
    const offset = from + index - (starts[i] ?? 0);
    return [offset, offset + 1];
  };
  const rangeOf = (start: number, end: number): Range => {
    if (length === 0) return fallback;
    const first = Math.max(0, Math.min(start, length - 1));
    const from = start >= length ? at(first)[1] : at(first)[0];
    return end <= start ? [from, from] : [from, Math.max(from, at(Math.min(end, length) - 1)[1])];
  };
  return { text: filled.map((segment) => segment.text).join(''), rangeOf };
}
