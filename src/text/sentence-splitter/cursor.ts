import { isSpace } from './characters.ts';
import type { InlineNode, PairMark, PairNode, Position, SplittableNode } from './nodes.ts';

/** Where the reading of a paragraph stands. */
export interface Cursor {
  readonly text: string;
  /** Offset of the text in the article. */
  readonly base: number;
  /** Line breaks before the paragraph's line. */
  readonly linesBefore: number;
  /** From the start of the paragraph to its first child: `## ` of a heading. */
  readonly padding: number;
  readonly children: readonly InlineNode[];
  /** Starts of the lines of `text` after the first, as offsets in the article. */
  readonly lineStarts: readonly number[];
  /** Offset without the padding: pairs are measured in it. */
  index: number;
  /** Children before this one end before the offset. */
  child: number;
  /** End of the last abbreviation: full stops before it do not end a sentence. */
  abbreviationEnd: number;
  readonly open: { readonly mark: PairMark; readonly start: number }[];
  readonly closed: PairNode[];
  /** The last answer of `wordStart`, both as places in `text`. */
  readonly word: { at: number; start: number };
}

/** A cursor at the first child of a node. */
export function cursorAt(node: SplittableNode): Cursor {
  const base = node.range[0];
  return {
    text: node.raw,
    base,
    linesBefore: node.loc.start.line - 1,
    padding: (node.children[0]?.range[0] ?? base) - base,
    children: node.children,
    lineStarts: lineStartsIn(node.raw, base),
    index: base,
    child: 0,
    abbreviationEnd: -1,
    open: [],
    closed: [],
    word: { at: -1, start: 0 },
  };
}

function lineStartsIn(text: string, base: number): number[] {
  const starts: number[] = [];
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n|[\r\n\u2028\u2029]/g)) {
    starts.push(base + index + lineBreak.length);
  }
  return starts;
}

/** Offset in the article. */
export const offsetOf = (cursor: Cursor): number => cursor.index + cursor.padding;

/** The UTF-16 unit at the offset, or so many units further; -1 outside of the text. */
export function read(cursor: Cursor, over = 0): number {
  const at = cursor.index + cursor.padding + over - cursor.base;
  return at >= 0 && at < cursor.text.length ? cursor.text.charCodeAt(at) : -1;
}

/** The text between two offsets. */
export function slice({ text, base }: Cursor, start: number, end: number): string {
  return text.slice(start - base, end - base);
}

/** The child at the offset; undefined at the end and between children. */
export function childAt(cursor: Cursor): InlineNode | undefined {
  const offset = offsetOf(cursor);
  let child = cursor.children[cursor.child];
  while (child && child.range[1] <= offset) child = cursor.children[++cursor.child];
  return child && child.range[0] <= offset ? child : undefined;
}

/**
 * Line and column of an offset as sentence-splitter gives them. It puts all line breaks before the paragraph first and
 * fills up with other characters, so that columns on the paragraph's first line are counted from there: wrong, but rules
 * compute with them.
 */
export function positionOf({ lineStarts, linesBefore }: Cursor, offset: number): Position {
  let low = 0;
  let high = lineStarts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return { line: linesBefore + 1 + low, column: offset - (lineStarts[low - 1] ?? linesBefore) };
}

/** Start of the run without white space that ends at a place in `text`. Linear over calls with growing places. */
export function wordStart(cursor: Cursor, at: number): number {
  const { text, word } = cursor;
  let start = at;
  while (start > word.at && start > 0 && !isSpace(text.charCodeAt(start - 1))) start--;
  if (start === word.at && start > 0) start = word.start;
  cursor.word.at = at;
  cursor.word.start = start;
  return start;
}
