import { endsPlainly } from './plain-blocks.ts';

/** A line end and the blank lines behind it. */
const BLANK_LINES = /(?:\r\n|\r(?!\n)|\n)(?:[ \t]*(?:\r\n|\r(?!\n)|\n))+/g;

/**
 * A line that, behind a blank one, begins a block at the top level: not indented and no list marker, so that no list or footnote
 * takes it in; no `>`; and nothing that would be a front matter or a BOM if the text began here.
 */
const FRESH_START = /[^ \t\r\n>*+\-\d{;\uFEFF]|\*\*[^ \t\r\n*]|\d(?!\d{0,8}[.)](?:[ \t\r\n]|$))/y;

/** A list, which begins anew behind a paragraph or heading that is no part of an item. */
const LIST_START = /(?:[*+-]|\d{1,9}[.)])[ \t]/y;

/** A front matter with both fences, at the start of a text. */
const FRONT_MATTER = /^(---|\+\+\+|;;;)[^\n]*\n(?:[^\n]*\n)*?\1[ \t]*(?=\r?\n|$)/;

/** True if a text begins as one with a front matter does, or with a BOM, which the parser does not count. */
export function hasOddStart(text: string): boolean {
  return /^(?:---|\+\+\+|;;;|\{|\uFEFF)/.test(text);
}

/**
 * Offsets that cut a Markdown text into parts that parse as they do together, from 0 to its length; two if it cannot be cut: it has
 * definitions, which hold for all of it, or a front matter without an end or in braces. What the offsets do not see is code or HTML
 * that is still open there. Linear in the text.
 */
export function cutsOf(text: string): readonly number[] {
  const front = FRONT_MATTER.exec(text)?.[0].length ?? 0;
  if (text.includes(']:') || (front === 0 && hasOddStart(text))) return [0, text.length];
  const cuts = [0];
  BLANK_LINES.lastIndex = front;
  while (BLANK_LINES.test(text)) {
    const at = BLANK_LINES.lastIndex;
    if (startsAt(FRESH_START, text, at) || (startsAt(LIST_START, text, at) && endsPlainly(text, cuts.at(-1) ?? 0, at)))
      cuts.push(at);
  }
  cuts.push(text.length);
  return cuts;
}

/** True if a part of a text begins with what may follow any other block: no list, which may go on. */
export function isFresh(part: string): boolean {
  return startsAt(FRESH_START, part, 0);
}

function startsAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Number of line ends (LF, CRLF, CR) in a part of a text. */
export function lineEndsIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) count += 1;
  }
  return count;
}
