import { lastAtMost } from './search.ts';

/** A place for people: both count from 1, the column in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Offsets at which the lines of a text begin; LF, CRLF and CR end a line. */
export function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return starts;
}

/** The position of an offset; offsets outside the text are clamped. Pass `starts` where many are asked for. */
export function positionOf(text: string, offset: number, starts?: readonly number[]): Position;
/** With `starts`, the length of the text is enough. */
export function positionOf(text: { readonly length: number }, offset: number, starts: readonly number[]): Position;
export function positionOf(
  text: string | { readonly length: number },
  offset: number,
  starts: readonly number[] = lineStartsOf(String(text)),
): Position {
  const at = Math.max(0, Math.min(offset, text.length));
  const line = lastAtMost(starts, at);
  return { line: line + 1, column: at - (starts[line] ?? 0) + 1 };
}
