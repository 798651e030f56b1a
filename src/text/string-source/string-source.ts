import { type Piece, piecesOf, type Replacer, type RootNode } from './pieces.ts';
import { type LineColumn, textLines } from './text-lines.ts';

/** The text of a node without mark-up, and the way back from places in it to places in the node. */
export interface StringSource {
  readonly toString: () => string;
  readonly originalIndexFor: (index: number) => number | undefined;
  readonly originalPositionFor: (position: LineColumn, isEnd?: boolean) => LineColumn | undefined;
  readonly originalIndexFromIndex: (index: number, isEnd?: boolean) => number | undefined;
  readonly originalPositionFromIndex: (index: number, isEnd?: boolean) => LineColumn | undefined;
  readonly originalIndexFromPosition: (position: LineColumn, isEnd?: boolean) => number | undefined;
  readonly originalPositionFromPosition: (position: LineColumn, isEnd?: boolean) => LineColumn | undefined;
}

/** What `new StringSource(node, { replacer })` of textlint-util-to-string 3.3.4 makes of a tree that passes `isPlainTree`. */
export function stringSource(root: RootNode, replacer?: Replacer): StringSource {
  const pieces = piecesOf(root, replacer);
  const text = pieces.map(({ value }) => value).join('');
  const spans = spansOf(pieces);

  const indexFromIndex = (index: number, isEnd = false): number | undefined => {
    const hits = (span: Span): boolean => span.start <= index && index <= span.end;
    const hit = isEnd ? spans.find(hits) : spans.findLast(hits);
    return hit && index - hit.start + hit.inner;
  };
  const positionFromIndex = (index: number, isEnd?: boolean): LineColumn | undefined => {
    const original = indexFromIndex(index, isEnd);
    return original === undefined ? undefined : textLines(root.raw).positionOf(original);
  };
  const positionFromPosition = (position: LineColumn, isEnd?: boolean): LineColumn | undefined => {
    if (position.line === undefined || position.column === undefined) {
      throw new Error(`position.{line, column} should not undefined: ${JSON.stringify(position)}`);
    }
    const index = textLines(text).indexOf(position);
    return Number.isNaN(index) ? undefined : positionFromIndex(index, isEnd);
  };
  return {
    toString: () => text,
    originalIndexFor: (index) => indexFromIndex(index),
    originalPositionFor: positionFromPosition,
    originalIndexFromIndex: indexFromIndex,
    originalPositionFromIndex: positionFromIndex,
    originalPositionFromPosition: positionFromPosition,
    originalIndexFromPosition: (position, isEnd) => {
      const original = positionFromPosition(position, isEnd);
      return original && textLines(root.raw).indexOf(original);
    },
  };
}

interface Span {
  readonly start: number;
  /** Start of the next piece; after the last one, as many characters as its source has. */
  readonly end: number;
  /** Start of the piece in the node. */
  readonly inner: number;
}

function spansOf(pieces: readonly Piece[]): Span[] {
  let start = 0;
  return pieces.map(({ value, inner }, i) => {
    const from = start;
    start += value.length;
    return { start: from, end: i < pieces.length - 1 ? start : from + inner[1] - inner[0], inner: inner[0] };
  });
}
