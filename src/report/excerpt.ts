import type { Range } from '../text/range.ts';
import { printable } from './printable.ts';
import { widthOf } from './width.ts';

/** A line of the source, cut to fit, with the place under the marks. */
export interface Excerpt {
  /** 1-based number of the line. */
  readonly line: number;
  readonly text: string;
  /** Columns (terminal cells) before the marked part, and of it; at least one. */
  readonly before: number;
  readonly marked: number;
}

/** How much of the text before the marked part is kept if the line is too long, in cells. */
const LEAD = 16;

/** More of a line than this, in characters, is never shown: measuring it would take long (whole articles on one line). */
const NEAR = 2000;

/** The line on which a range begins, cut to `width` terminal cells around it; a range over several lines is marked to the end of the first. */
export function excerptOf(
  text: string,
  range: Range,
  lines: { readonly line: number; readonly start: number },
  width: number,
): Excerpt {
  const end = endOfLine(text, range[0]);
  const bodyEnd = Math.max(range[0], Math.min(range[1], end));
  const head = printable(text.slice(Math.max(lines.start, range[0] - NEAR), range[0]));
  const body = printable(withoutMiddle(text.slice(range[0], bodyEnd)));
  const tail = printable(text.slice(bodyEnd, Math.min(end, bodyEnd + NEAR)));
  const shownHead = widthOf(head + body) > width ? keepEnd(head, LEAD) : head;
  const room = Math.max(8, width - widthOf(shownHead));
  const shownBody = keepMiddle(body, room);
  const shownTail = keepStart(tail, Math.max(0, room - widthOf(shownBody)));
  return {
    line: lines.line,
    text: shownHead + shownBody + shownTail,
    before: widthOf(shownHead),
    marked: Math.max(1, widthOf(shownBody)),
  };
}

function withoutMiddle(text: string): string {
  return text.length > 2 * NEAR ? text.slice(0, NEAR) + text.slice(-NEAR) : text;
}

function endOfLine(text: string, from: number): number {
  const end = text.slice(from).search(/[\r\n]/);
  return end < 0 ? text.length : from + end;
}

function keepStart(text: string, width: number): string {
  return widthOf(text) <= width ? text : `${take(Array.from(text), width - 1)}…`;
}

function keepEnd(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  return `…${Array.from(take(Array.from(text).reverse(), width - 1))
    .reverse()
    .join('')}`;
}

function keepMiddle(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const half = Math.floor((width - 1) / 2);
  return `${take(Array.from(text), width - 1 - half)}…${Array.from(take(Array.from(text).reverse(), half))
    .reverse()
    .join('')}`;
}

/** As many of the first characters as fit into `width` cells. */
function take(characters: readonly string[], width: number): string {
  let used = 0;
  let taken = '';
  for (const character of characters) {
    used += widthOf(character);
    if (used > width) break;
    taken += character;
  }
  return taken;
}
