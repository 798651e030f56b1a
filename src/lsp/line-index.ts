import type { Position } from 'vscode-languageserver';
import { lineStartsOf } from '../text/positions.ts';
import { lastAtMost } from '../text/search.ts';

/** What a client counts in: the units of `Position.character`. */
export type Encoding = 'utf-8' | 'utf-16' | 'utf-32';

/** Translates between UTF-16 offsets of one text and the positions of a client. */
export interface LineIndex {
  /** Offsets outside the text are clamped; one within a line break or a character is that of its start. */
  readonly positionAt: (offset: number) => Position;
  /** Positions behind the end of a line or of the text are clamped, as the protocol wants it. */
  readonly offsetAt: (position: Position) => number;
}

/** The index of a text. Reading it costs one pass; a look-up is logarithmic in the lines and linear in the one line. */
export function lineIndexOf(text: string, encoding: Encoding): LineIndex {
  const starts = lineStartsOf(text);
  const endOf = (line: number): number => contentEnd(text, starts[line] ?? 0, starts[line + 1] ?? text.length);
  return {
    positionAt: (offset) => {
      const at = Math.max(0, Math.min(wholeOr(offset, 0), text.length));
      const line = lastAtMost(starts, at);
      const start = starts[line] ?? 0;
      const end = Math.min(at, endOf(line));
      return { line, character: unitsBetween(text, start, end, encoding) };
    },
    offsetAt: ({ line, character }) => {
      const row = wholeOr(line, 0);
      if (row < 0) return 0;
      const start = starts[row];
      if (start === undefined) return text.length;
      return offsetAfter(text, [start, endOf(row)], wholeOr(character, 0), encoding);
    },
  };
}

function wholeOr(value: number, other: number): number {
  return Number.isFinite(value) ? Math.trunc(value) : other;
}

/** Where a line ends, its line break left out. */
function contentEnd(text: string, start: number, next: number): number {
  let end = next;
  if (end > start && text[end - 1] === '\n') end -= 1;
  if (end > start && text[end - 1] === '\r') end -= 1;
  return end;
}

function unitsBetween(text: string, start: number, end: number, encoding: Encoding): number {
  if (encoding === 'utf-16') return end - start;
  let units = 0;
  for (let at = start; at < end; ) {
    const point = text.codePointAt(at) ?? 0;
    at += point > 0xffff ? 2 : 1;
    if (at <= end) units += sizeOf(point, encoding);
  }
  return units;
}

function offsetAfter(
  text: string,
  [start, end]: readonly [number, number],
  character: number,
  encoding: Encoding,
): number {
  if (encoding === 'utf-16') return Math.max(start, Math.min(start + character, end));
  let left = character;
  let at = start;
  while (at < end) {
    const point = text.codePointAt(at) ?? 0;
    const size = sizeOf(point, encoding);
    if (size > left) break;
    left -= size;
    at += point > 0xffff ? 2 : 1;
  }
  return at;
}

/** A lone surrogate counts as the U+FFFD that it is sent as: three bytes. */
function sizeOf(point: number, encoding: Encoding): number {
  if (encoding !== 'utf-8') return encoding === 'utf-32' || point <= 0xffff ? 1 : 2;
  if (point <= 0x7f) return 1;
  if (point <= 0x7ff) return 2;
  return point <= 0xffff ? 3 : 4;
}
